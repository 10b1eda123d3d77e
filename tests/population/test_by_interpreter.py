"""One row by the interpreter: the columns say what `toets` says of the same case, and unsharpened never more."""

from __future__ import annotations

from datetime import date

import pytest

from tests.law.examples import NAMES, corpus_of, example
from verordening.evaluate.outcome import FloorEffect, Outcome, RouteStatus, Status
from verordening.model.rules import Grade
from verordening.model.types import Value
from verordening.population.by_interpreter import decided_columns
from verordening.population.facts import from_number
from verordening.population.outcomes import (
    CONTRADICTED,
    FLOORS,
    NO_RULE,
    STATUSES,
    Part,
    column,
    columns_of_outcomes,
    floor_column,
)

DAY = date(2026, 3, 1)
LATE: dict[str, Value] = {"gedraging": "te_laat_geregistreerd", "eerdere_maatregel_artikel_6": False}
ROUTES = {Part.MAY: RouteStatus.MAG, Part.MUST: RouteStatus.MOET, Part.HINGES: RouteStatus.HANGT_AF_VAN}


@pytest.mark.parametrize("name", NAMES)
def test_as_toets_says_it(name: str) -> None:
    """Of every example: the same status, value, rule, herkomst, routes and floors."""
    known = example(name)
    case, outcome = known.case, known.outcome
    if case.acts:
        pytest.skip("a row has one act")
    corpus = corpus_of(case.gemeente)
    found = decided_columns(corpus, case.inputs(), case.peildatum, outcome.asked, sharp=True)
    assert tuple(found) == columns_of_outcomes(corpus, outcome.asked, case.peildatum)
    for each in outcome.decisions:
        get = {part: found[column(each.name, part)] for part in Part}
        assert STATUSES[get[Part.STATUS]] is each.status
        if get[Part.KNOWN]:
            assert Grade(get[Part.PROVENANCE]).name.lower() == each.provenance
        rule = None if get[Part.RULE] == NO_RULE else corpus.rules[get[Part.RULE]].id
        assert rule == (each.cited.id if each.cited else None)
        value = from_number(get[Part.VALUE], each.type) if get[Part.KNOWN] else None
        assert value == (each.shown.value if each.shown else None)
        assert get[Part.OVERRIDDEN] == (each.before_floors is not None)
        statuses = {route.status for route in outcome.routes if route.decision == each.name}
        assert {part for part in ROUTES if get[part]} == {
            part for part, status in ROUTES.items() if status in statuses
        }
    assert _floors(outcome) == {each.name: FLOORS[found[floor_column(each.name)]] for each in outcome.floors}


def _floors(outcome: Outcome) -> dict[str, str]:
    return {
        each.name: each.status if each.effect is FloorEffect.GEEN else each.effect for each in outcome.floors
    }


def test_what_is_missing_stays_open() -> None:
    """Whether there is blame decides (Pw 18 lid 9), and nobody said so."""
    corpus = corpus_of("amsterdam")
    plain = decided_columns(corpus, LATE, DAY, ["verlaging"])
    assert STATUSES[plain["verlaging.status"]] is Status.OPEN
    assert (plain["verlaging.bekend"], plain["verlaging.waarde"], plain["verlaging.regel"]) == (0, 0, NO_RULE)


def test_facts_that_cannot_go_together_give_nothing() -> None:
    """An alleenstaande has no child at his charge (Pw 4 lid 1 onder a)."""
    corpus = corpus_of("amsterdam")
    facts: dict[str, Value] = {"huishouden": "alleenstaande", "heeft_ten_laste_komend_kind": True, **LATE}
    found = decided_columns(corpus, facts, DAY, ["verlaging"], parts=frozenset({Part.STATUS, Part.VALUE}))
    assert found[CONTRADICTED] == 1
    assert (found["verlaging.waarde"], found["verlaging.status"]) == (0, 0)
    assert "verlaging.regel" not in found
    rest = {name: number for name, number in found.items() if name != CONTRADICTED}
    assert set(rest.values()) == {0}


def test_only_the_parts_that_are_asked_for() -> None:
    corpus = corpus_of("amsterdam")
    found = decided_columns(corpus, LATE, DAY, ["verlaging"], parts=frozenset({Part.STATUS}))
    assert "verlaging.status" in found
    assert "verlaging.mag" not in found
    assert "verlaging.herkomst" not in found
