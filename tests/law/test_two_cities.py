"""The same conduct, two answers (dossier 3.3): `vergelijk amsterdam rotterdam` finds each row, and invents none."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from tests.law.examples import corpus_of
from verordening.analyse.difference.comparing import compare
from verordening.analyse.difference.found import Difference, Group
from verordening.present.difference_words import outcome_words

DECISIONS = ("verlaging", "duur_verlaging", "hoogte_inkomenstoeslag")
A, R = "amsterdam/maatregelen artikel", "rotterdam/maatregelen artikel"


@lru_cache(maxsize=1)
def found() -> Difference:
    return compare(corpus_of("amsterdam"), corpus_of("rotterdam"), [date(2026, 3, 1)], only=DECISIONS)


def groups(decision: str) -> list[Group]:
    return [group for each in found().decisions if each.decision.name == decision for group in each.groups]


def group(decision: str, old: str, new: str) -> Group:
    (only,) = [
        each
        for each in groups(decision)
        if [x.id for x in each.old] == [old] and [x.id for x in each.new] == [new]
    ]
    return only


@pytest.mark.parametrize(
    ("decision", "old", "new", "change", "direction", "most"),
    [
        ("verlaging", f"{A} 6 lid 1 onderdeel b", f"{R} 6 onderdeel b", "10% 100%", "achteruit", 90),
        # Niet genoemd in Rotterdam, en van de verordening zijn niet alle artikelen gezien.
        (
            "verlaging",
            f"{A} 6 lid 1 onderdeel a",
            "pw artikel 18 lid 2",
            "5% niet bekend: een tekst is niet opgenomen",
            "anders",
            None,
        ),
        # In Amsterdam is de tegenprestatie een verzoek; in Rotterdam kan een waarschuwing.
        ("verlaging", f"{A} 6 lid 1 zin 1", f"{R} 6 onderdeel a", "0% 30%", "achteruit", 30),
        ("verlaging", f"{A} 10 lid 1 onderdeel a", f"{R} 10", "100% 50%", "vooruit", 50),
        ("verlaging", f"{A} 10 lid 1 onderdeel b", f"{R} 10", "70% 50%", "vooruit", 20),
        ("duur_verlaging", f"{A} 9 lid 1", f"{R} 9", "24 maanden 12 maanden", "vooruit", 12),
        (
            "hoogte_inkomenstoeslag",
            "amsterdam/inkomenstoeslag artikel 4 lid 1 onderdeel a",
            "rotterdam/inkomenstoeslag artikel 4 onderdeel a",
            "€ 350,00 € 200,00",
            "achteruit",
            15_000,
        ),
    ],
)
def test_a_row_of_the_dossier(
    decision: str, old: str, new: str, change: str, direction: str, most: int | None
) -> None:
    each = group(decision, old, new)
    words = [outcome_words(x.decision(decision)) for x in (each.witness.old, each.witness.new)]
    assert " ".join(words) == change
    assert (each.direction.value, each.most) == (direction, most)


def test_the_uniform_duties_cost_the_same_everywhere() -> None:
    """Pw 18 lid 5 geeft zelf 100 procent; alleen hoe lang verschilt."""
    rules = {x.id for each in groups("verlaging") for x in (*each.old, *each.new)}
    assert not any(rule.startswith((f"{A} 7", "pw artikel 18 lid 5")) for rule in rules)


def test_a_warning_is_room_that_only_rotterdam_has() -> None:
    ways = {each.cited.id: each.way.value for each in found().room}
    assert ways[f"{R} 7 lid 1"] == "open"
    assert ways[f"{A} 3 lid 3"] == "dicht"


def test_none_is_invented() -> None:
    assert not found().faults
    for decision in DECISIONS:
        for each in groups(decision):
            old, new = (x.decision(decision) for x in (each.witness.old, each.witness.new))
            assert (old.status, old.shown, old.range) != (new.status, new.shown, new.range)
    assert all(
        each.complete and not each.doubts for each in found().decisions if each.decision.name == "verlaging"
    )
