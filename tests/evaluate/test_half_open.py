"""`van a tot b` leaves b out, `van a tot en met b` does not; wherever a range is written."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from tests.evaluate.one_rule import ask, concept, corpus, decided
from verordening.evaluate.arithmetic import compare
from verordening.evaluate.unknown import Unknown
from verordening.model.case import Choice
from verordening.model.types import Below, Value
from verordening.present.outcome_json import render_outcome_json

NORM = "gegeven norm: bedrag per maand van € 0 tot en met € 20.000\n"
DECISION = "besluit v: percentage van norm\n"
UPTO = "artikel 1\n  lid 1\n    dan kan v van 0% tot 5%\n"
WITH = "artikel 1\n  lid 1\n    dan kan v van 0% tot en met 5%\n"


def choose(rules: str, chosen: Value) -> str:
    """Whether a choice by article 1 passes."""
    choice = Choice((("v", chosen),), "wet artikel 1 lid 1", "college", "", ())
    outcome = ask(NORM + DECISION, rules, choice=choice)
    assert outcome.choice is not None
    return outcome.choice.status.value


@pytest.mark.parametrize(
    ("rules", "chosen", "status"),
    [
        (UPTO, 0, "in_orde"),
        (UPTO, Fraction(499, 100), "in_orde"),
        (UPTO, 5, "niet_in_orde"),
        (WITH, 5, "in_orde"),
        (WITH, Fraction(501, 100), "niet_in_orde"),
    ],
)
def test_a_choice_at_the_upper_end(rules: str, chosen: Value, status: str) -> None:
    assert choose(rules, chosen) == status


def test_the_words_say_that_the_end_is_not_in_it() -> None:
    outcome = decided(NORM + DECISION, UPTO)
    assert outcome.range is not None
    assert outcome.range.text == "0% tot 5% (5% zelf niet)"
    assert outcome.range.high == Below(5)


def test_json_has_another_key_for_an_end_that_is_not_in_it() -> None:
    written = json.loads(render_outcome_json(ask(NORM + DECISION, UPTO), exit_code=0))
    assert written["besluiten"]["v"]["grenzen"] == {"van": "0", "tot": "5"}
    written = json.loads(render_outcome_json(ask(NORM + DECISION, WITH), exit_code=0))
    assert written["besluiten"]["v"]["grenzen"] == {"van": "0", "tot_en_met": "5"}


def test_a_duty_to_tailor_within_a_half_open_range() -> None:
    rules = (
        "artikel 1\n  lid 1\n    dan moet v = 10%\n"
        "  lid 2\n    in afwijking van lid 1\n    dan moet v afgestemd worden van 0% tot 5%\n"
    )
    outcome = decided(NORM + DECISION, rules)
    assert outcome.status.value == "afstemmen"
    assert outcome.range is not None
    assert outcome.range.text == "0% tot 5% (5% zelf niet)"


@pytest.mark.parametrize(("limit", "text"), [("3%", "0% tot en met 3%"), ("5%", "0% tot 5% (5% zelf niet)")])
def test_a_limit_cuts_a_half_open_range(limit: str, text: str) -> None:
    """At most 3% is inside it and becomes the end; at most 5% takes nothing away from what lies below 5%."""
    rules = f"{UPTO}artikel 2\n  dan v ten hoogste {limit}\n"
    outcome = decided(NORM + DECISION, rules)
    assert outcome.range is not None
    assert outcome.range.text == text


def test_a_floor_is_tested_on_the_last_value_below_the_end() -> None:
    """Of € 100 at least one cent must be left: with `tot € 100` every choice leaves it, with `tot en met` not."""
    declared = "besluit v: bedrag per maand\n"
    floors = (
        'artikel 9\n  inhoud "x"\nondergrens rest "Er blijft iets over"\n  groep minimaal_welzijn\n'
        "  grondslag wet artikel 9\n  bewaakt v\n  werking absoluut\n"
        "  eis € 100 - v >= € 0,01\n  herstel v ten hoogste € 99,99\n"
    )
    for word, text in (
        ("tot", "€ 0 tot € 100,00 (€ 100,00 zelf niet)"),
        ("tot en met", "€ 0 tot en met € 99,99"),
    ):
        outcome = decided(declared, f"artikel 1\n  dan kan v van € 0 {word} € 100\n{floors}")
        assert outcome.range is not None
        assert outcome.range.text == text


@pytest.mark.parametrize(
    ("type_", "high"),
    [
        ("aantal van 0 tot 9", 8),
        ("bedrag van € 0 tot € 100", 9999),
        ("percentage van 0% tot 5%", Fraction(499, 100)),
        ("percentage van 0% tot 5% stap 0,5%", Fraction(9, 2)),
        ("duur in jaren van 18 jaar tot 27 jaar", 26 * 12),
        ("duur in weken van 0 weken tot 8 weken", 49),
        ("getal van 0,25 tot 1 stap 0,5", Fraction(3, 4)),
    ],
)
def test_a_type_up_to_a_bound_ends_at_the_last_value_before_it(type_: str, high: Value) -> None:
    assert corpus(f"gegeven a: {type_}\n").inputs["a"].type.high == high


def test_a_date_up_to_a_day_ends_the_day_before() -> None:
    found = corpus("gegeven a: datum van 1 januari 2026 tot 1 maart 2026\n").inputs["a"].type.high
    assert str(found) == "2026-02-28"


def test_a_begrip_up_to_a_bound_has_every_value_below_it() -> None:
    """A third of € 10 is no whole number of cents; it lies below € 3,34 and not below € 3,33."""
    third = (
        "gegeven a: bedrag van € 0 tot en met € 1.000\nbegrip b: bedrag van € 0 tot {} = a gedeeld door 3\n"
    )
    assert concept(third.format("€ 3,34"), "b", a=1000) == Fraction(1000, 3)
    assert isinstance(concept(third.format("€ 3,33"), "b", a=1000), Unknown)
    assert isinstance(concept(third.format("€ 3"), "b", a=900), Unknown)


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        (Below(5), 5, -1),
        (5, Below(5), 1),
        (Below(5), Below(5), 0),
        (Fraction(499999, 100000), Below(5), -1),
        (Below(5), Below(6), -1),
    ],
)
def test_the_order_of_an_end_that_is_left_out(left: Value, right: Value, order: int) -> None:
    assert compare(left, right) == order
