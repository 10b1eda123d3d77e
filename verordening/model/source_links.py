"""From the `bron` of a regulation to the public address of one of its places. Never fetched."""

from __future__ import annotations

from datetime import date

from verordening.patterns import pattern

_BWB = pattern(r"BWB[RV]\d{7}")
_CVDR = pattern(r"CVDR\d+(?:/\d+)?")
_PLACES = pattern(r"(artikel|lid|onderdeel) (\S+)")


def link(source: str, path: str, day: date) -> str:
    """The address of a place, or nothing where its source has none.

    A BWB number leads to wetten.overheid.nl (as a jci), a CVDR number to lokaleregelgeving.
    """
    bwb = _BWB.search(source)
    if bwb is not None:
        places = "".join(f"&{part}={number.rstrip('*°')}" for part, number in _PLACES.findall(path))
        return f"https://wetten.overheid.nl/jci1.3:c:{bwb.group()}{places}&z={day.isoformat()}&g={day.isoformat()}"
    cvdr = _CVDR.search(source)
    return f"https://lokaleregelgeving.overheid.nl/{cvdr.group()}" if cvdr is not None else ""
