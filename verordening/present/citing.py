"""How a provision is named to people: in full the first time, shorter where the reader knows which regulation it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verordening.evaluate.outcome import Cited
from verordening.present.dutch import joined

_CUSTOMARY: Final = {
    "awb": "Awb",
    "rv": "Rv",
    "evrm": "EVRM",
    "ep1": "Eerste Protocol EVRM",
    "ivescr": "IVESCR",
    "ivrk": "Kinderrechtenverdrag",
    "esh": "Europees Sociaal Handvest",
}
"""Names by which every caseworker knows these; the others go by their title."""

_PROVENANCE: Final = {
    "parafrase": "een parafrase",
    "reconstructie": "een reconstructie",
    "fictief": "een verzonnen tekst",
}


def regulation_name(cited: Cited) -> str:
    """`Participatiewet`, `Awb`, `Maatregelenverordening Participatiewet 2015`."""
    return _CUSTOMARY.get(cited.regulation) or cited.regulation_title or cited.regulation


def place(cited: Cited) -> str:
    """The place within its regulation: `artikel 6 lid 1 onder a`."""
    return cited.path.replace("onderdeel ", "onder ")


def in_full(cited: Cited) -> str:
    """`Participatiewet artikel 18 lid 10`."""
    return f"{regulation_name(cited)} {place(cited)}".strip()


def in_short(cited: Cited, home: Cited | None = None) -> str:
    """`Participatiewet 18 lid 10`; of the municipal regulation of `home` only the place: `artikel 3 lid 3`."""
    if cited.national:
        return f"{regulation_name(cited)} {place(cited).removeprefix('artikel ')}".strip()
    if home is not None and home.regulation == cited.regulation and cited.path:
        return place(cited)
    return in_full(cited)


def all_in_short(cited: Iterable[Cited], home: Cited | None = None) -> str:
    """Several provisions, joined; a regulation is named once: `Awb 4:93 lid 4, Rv 475c`."""
    parts: list[str] = []
    previous: Cited | None = None
    for each in cited:
        same = previous is not None and previous.regulation == each.regulation and each.national
        parts.append(place(each).removeprefix("artikel ") if same else in_short(each, home))
        previous = each
    return joined(parts)


def shortened(text: str, home: Cited | None) -> str:
    """A reason that names provisions, without the title of the municipal regulation that the reader has just seen."""
    return text.replace(f"{home.regulation_title} ", "") if home is not None and not home.national else text


def in_brackets(text: str) -> str:
    """` (text)`, or nothing."""
    return f" ({text})" if text else ""


def provenance_in_words(provenance: str) -> str:
    """What a text is when it is not the official one: `een parafrase`; empty for the official text."""
    return _PROVENANCE.get(provenance, "")
