"""From the `bron` of a regulation to the public address of one of its places. Never fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

_PARTS = ("artikel", "lid", "onderdeel")


def link(source: str, path: str, day: date) -> str:
    """The address of a place, or nothing where its source has none.

    A BWB number leads to wetten.overheid.nl (as a jci), a CVDR number to lokaleregelgeving.
    """
    bwb = _bwb_number(source)
    if bwb:
        places = "".join([f"&{part}={number.rstrip('*°')}" for part, number in _parts(path)])
        return f"https://wetten.overheid.nl/jci1.3:c:{bwb}{places}&z={day.isoformat()}&g={day.isoformat()}"
    cvdr = _cvdr_number(source)
    return f"https://lokaleregelgeving.overheid.nl/{cvdr}" if cvdr else ""


# Written out: to compile patterns for these few texts takes longer than all else that is done for the first citation.


def _bwb_number(source: str) -> str:
    """The first BWB number in a text: `BWBR0015703`."""
    for rest in source.split("BWB")[1:]:
        if rest[:1] in ("R", "V") and len(rest) > 7 and rest[1:8].isdecimal():
            return f"BWB{rest[:8]}"
    return ""


def _cvdr_number(source: str) -> str:
    """The first CVDR number in a text, with its version where that is given: `CVDR612345/2`."""
    for rest in source.split("CVDR")[1:]:
        number = _digits(rest)
        if number:
            version = _digits(rest[len(number) + 1 :]) if rest[len(number) :].startswith("/") else ""
            return f"CVDR{number}/{version}" if version else f"CVDR{number}"
    return ""


def _digits(text: str) -> str:
    """The digits that a text begins with."""
    at = 0
    while text[at : at + 1].isdecimal():
        at += 1
    return text[:at]


def _parts(path: str) -> Iterator[tuple[str, str]]:
    """The articles, leden and onderdelen in a path, each with its number."""
    words = iter(path.split())
    for word in words:
        part = next((each for each in _PARTS if word.endswith(each)), "")
        number = next(words, "") if part else ""
        if number:
            yield part, number
