"""Why a text is no legal reference, in Dutch, from the place where the parser stopped."""

from __future__ import annotations

from typing import Final

from verordening.language.automaton import Unreadable
from verordening.language.diagnostics import shown

REMEDY: Final = "schrijf bijvoorbeeld `pw artikel 18 lid 4 onderdeel h`, `BWBR0015703` of `CVDR358905/1`"
_WORDS = {
    "_ARTIKEL": "`artikel`",
    "_LID": "`lid`",
    "_ONDERDEEL": "`onderdeel`",
    "_ZIN": "`zin`",
    "_TOT_EN_MET": "`tot en met`",
    "PLACE_NR": "een nummer",
    "PART_NR": "een letter of nummer",
    "BWB_ID": "een BWB-nummer",
    "JCI_PART": "een deel zoals `&lid=10`",
    "YEAR": "een jaar",
    "ISSUE": "een nummer",
    "CHAMBER": "`I` of `II`",
    "SESSION": "een vergaderjaar zoals `2024/25`",
    "DOSSIER": "een dossiernummer",
    "_NR": "`nr.`",
    "DOCUMENT": "een nummer",
    "_COMMA": "een komma",
    "VERSION_DATE": "een datum zoals `/2026-01-01`",
    "VERSION_NR": "een versie zoals `/1`",
    "_SPACE": "een spatie",
}
_KEYWORDS = ("artikel", "lid", "onderdeel", "zin")


_SHAPES = (
    (
        "jci",
        "een jci begint met een versie en een BWB-nummer",
        "schrijf bijvoorbeeld `jci1.3:c:BWBR0015703&artikel=18`",
    ),
    ("bwb", "een BWB-nummer is `BWBR` of `BWBV` met zeven cijfers", "schrijf bijvoorbeeld `BWBR0015703`"),
    ("cvdr", "een CVDR-nummer is `CVDR` met cijfers", "schrijf bijvoorbeeld `CVDR358905/1`"),
    ("ecli", "een ECLI heeft vijf delen met dubbele punten", "schrijf bijvoorbeeld `ECLI:NL:CRVB:2017:3676`"),
)


def refusal(text: str, start: int, stuck: Unreadable) -> ReferenceError_:
    """What to say of where the parser stopped; `start` is the white space left off before `text`."""
    offset = stuck.offset
    if not text:
        return ReferenceError_(start + 1, "hier ontbreekt een verwijzing", REMEDY)
    head = text.split(maxsplit=1)[0]
    glued = next((word for word in _KEYWORDS if head.startswith(word) and head != word), None)
    if glued is not None:
        reason = f"na `{glued}` ontbreekt een spatie"
        return ReferenceError_(start + len(glued) + 1, reason, f"schrijf `{glued} {head[len(glued) :]}`")
    shape = next((row for row in _SHAPES if text.casefold().startswith(row[0])), None)
    if shape is not None:
        return ReferenceError_(start + offset + 1, shape[1], shape[2])
    if offset == 0:
        return ReferenceError_(start + 1, f"{shown(text)} is geen verwijzing", REMEDY)
    return ReferenceError_(start + offset + 1, _expectation(text[offset:], stuck), REMEDY)


def _expectation(rest: str, stuck: Unreadable) -> str:
    words = sorted({_WORDS[name] for name in stuck.looked_for if name in _WORDS})
    if not rest:
        return "de verwijzing is niet af"
    found = f"hier staat {shown(rest, 20)}"
    if not words:
        return f"{found}, maar de verwijzing is al af"
    return f"{found}, maar hier hoort {' of '.join(words)}"


class ReferenceError_(ValueError):  # noqa: N801 - `ReferenceError` is a builtin
    """A text is no legal reference: the place in it (1-based), the reason and the remedy in Dutch."""

    def __init__(self, column: int, reason: str, help: str) -> None:
        self.column = column
        self.reason = reason
        self.help = help
        super().__init__(f"{reason}; {help}")
