"""What the grammar would take, in words a person can use: a few alternatives, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.language.grammar import keywords, marks
from verordening.language.mistakes.stuck import openers
from verordening.language.mistakes.vocabulary import opens_clause

_VALUES = frozenset(
    {"DATE", "DURATION", "EURO", "NUMBER", "PERCENT", "JA", "NEE", "ONBEPAALD", "ONBEKEND", "PEILDATUM"}
)
_OF_LISTS = frozenset(
    {
        "AANTAL",
        "DE_SOM_VAN",
        "DE_HOOGSTE",
        "HET_HOOGSTE",
        "DE_LAAGSTE",
        "HET_LAAGSTE",
        "ER_IS_EEN",
        "ER_IS_GEEN",
        "VOOR_ELK",
        "VOOR_ELKE",
    }
)
_OPENS_VALUE = frozenset({"HELE", "TERMIJN", "NAME", "LPAR", "DE", "HET", "NIET"}) | _OF_LISTS
_COMPARISONS = frozenset({"EQUAL", "LESSTHAN", "MORETHAN", "__ANON_0", "__ANON_1", "__ANON_2", "IS"})
_SUMS = frozenset({"PLUS", "MINUS", "KEER", "GEDEELD"})
_REFERENCES = frozenset({"ARTIKEL", "LID", "ONDERDEEL", "RICHTLIJN", "DEZE", "REGULATION", "NAME", "ELKE"})
_TYPES = frozenset({"JA_NEE", "EEN", "AANTAL", "GETAL", "PERCENTAGE", "BEDRAG", "DUUR", "DATUM", "LIJST_VAN"})
_MOST = 4

# A sign terminal, what it brings along, and the words for all of them.
_GROUPS: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (frozenset({"NUMBER", "PERCENT", "NAME"}), _VALUES | _OPENS_VALUE, "een naam of een waarde"),
    (frozenset({"NUMBER", "PERCENT"}), _VALUES, "een waarde (zoals `5%`)"),
    (frozenset({"EQUAL", "LESSTHAN"}), _COMPARISONS, "een vergelijking (zoals `=`)"),
    (frozenset({"DEZE", "ARTIKEL"}), _REFERENCES, "een verwijzing (zoals `artikel 3 lid 1`)"),
    (frozenset({"JA_NEE", "DATUM"}), _TYPES, "een soort (zoals `ja/nee` of `bedrag per maand`)"),
)
_WORDS = {
    "NAME": "een naam",
    "STRING": "een tekst tussen aanhalingstekens",
    "PLACE_NR": "een nummer (zoals `3`)",
    "PART_NR": "een letter (zoals `a`)",
    "DATE": "een datum (zoals `1 januari 2026`)",
    "DAY_MONTH": "een dag (zoals `1 januari`)",
    "PERIODE": "`maand`, `jaar`, `week` of `uur`",
    "EENHEID": "een eenheid (zoals `maanden`)",
    "REGULATION": "de naam van een regeling",
}
_NEXT_CLAUSE = "een volgende bepaling"
_FIRST_HEAD = "een kop (zoals `regeling` of `artikel 1`)"
_LATER = ("VAN", "STAP", "TOT_EN_MET", "TOT", "KRACHTENS", "PER", "OMGEREKEND", "MET")
"""Words that may follow but need not: named after the others."""


def described(expected: frozenset[str]) -> str:
    """A set of terminals as a phrase: "`als`, `tenzij` of een volgende bepaling"."""
    alternatives = list(dict.fromkeys(_alternatives(expected)))
    return _joined(alternatives[:_MOST])


def _alternatives(expected: frozenset[str]) -> Iterator[str]:
    left = set(expected) - {"$END"}
    ends = opens_clause(expected)
    if ends:
        left -= openers()
    elif "GEGEVEN" in expected:
        yield _FIRST_HEAD
        return
    grouped: list[str] = []
    for signs, members, words in _GROUPS:
        if signs <= left:
            left -= members
            grouped.append(words)
    if ends or left - _SUMS or grouped:
        left -= _SUMS
    yield from _single(left - set(_LATER))
    yield from grouped
    yield from _single(left & set(_LATER))
    if ends:
        yield _NEXT_CLAUSE


def _single(terminals: Iterable[str]) -> Iterator[str]:
    known = {**keywords(), **marks()}
    for terminal in sorted(terminals, key=lambda each: (each in _WORDS, known.get(each, each))):
        if terminal in _WORDS:
            yield _WORDS[terminal]
        elif terminal in known:
            yield f"`{known[terminal]}`"


def _joined(alternatives: list[str]) -> str:
    *first, last = alternatives or ["iets anders"]
    return f"{', '.join(first)} of {last}" if first else last
