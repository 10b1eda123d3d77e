"""How a provision is named to people: in full the first time, shorter where the reader knows which regulation it is."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.outcome import Cited

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

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
    """The place within its regulation: `artikel 6 lid 1 onder a`, with its version where that makes a difference."""
    version = f" ({cited.version})" if cited.version else ""
    return cited.path.replace("onderdeel ", "onder ") + version


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


def all_in_short(cited: Iterable[Cited], home: Cited | None = None, word: str = "en") -> str:
    """Several provisions, joined; what they share is said once: `Awb 4:93 lid 4, Rv 475c en Grondwet 20 lid 3`,
    `Participatiewet 18 lid 6, 7 en 8`.
    """
    parts: list[str] = []
    previous: Cited | None = None
    for each in dict.fromkeys(cited):
        parts.append(_after(previous, each) if _together(previous, each) else in_short(each, home))
        previous = each
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _together(previous: Cited | None, cited: Cited) -> bool:
    return previous is not None and previous.regulation == cited.regulation


def _after(previous: Cited | None, cited: Cited) -> str:
    """A place after another in the same regulation: only its last number where the rest is the same."""
    before, last = cited.path.rpartition(" ")[::2]
    if previous is not None and " " in before and previous.path.rpartition(" ")[0] == before:
        return last
    return place(cited).removeprefix("artikel ") if cited.national else place(cited)


def shortened(text: str, home: Cited | None) -> str:
    """A reason that names provisions, without the title of the municipal regulation that the reader has just seen."""
    text = text.replace(" onderdeel ", " onder ")
    return text.replace(f"{home.regulation_title} ", "") if home is not None and not home.national else text


def in_brackets(text: str) -> str:
    """` (text)`, or nothing."""
    return f" ({text})" if text else ""


def provenance_in_words(provenance: str) -> str:
    """What a text is when it is not the official one: `een parafrase`; empty for the official text."""
    return _PROVENANCE.get(provenance, "")
