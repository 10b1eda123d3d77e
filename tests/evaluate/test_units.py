"""Amounts go from one period to another by an explicit word only, and a percentage of one thing is of no other."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluate.one_rule import DAY, concept, corpus
from tests.model.resolving.reading import found_in
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.language.source import Source
from verordening.model import expressions as e

FACTS = """\
gegeven maandinkomen: bedrag per maand van € 0 tot en met € 20.000
gegeven weekloon: bedrag per week van € 0 tot en met € 5.000
gegeven uurloon: bedrag per uur van € 0 tot en met € 500
gegeven uren: duur in uren van 0 uren tot en met 60 uren
gegeven aandeel: percentage van maandinkomen
gegeven deel: percentage
"""


@pytest.mark.parametrize(
    ("type_", "expression", "given_", "cents"),
    [
        # € 1.401,50 a month is € 16.818 a year
        ("bedrag per jaar", "maandinkomen omgerekend per jaar", {"maandinkomen": 140150}, 1681800),
        # € 1.000 a week, 52 weeks a year: € 4.333,33 and a third a month; nothing is rounded
        (
            "bedrag per maand",
            "weekloon omgerekend per maand met (52 gedeeld door 12)",
            {"weekloon": 100000},
            Fraction(1300000, 3),
        ),
        ("bedrag per week", "uurloon omgerekend per week met uren", {"uurloon": 1440, "uren": 36}, 51840),
        (
            "bedrag per maand",
            "(maandinkomen omgerekend per jaar + € 12) omgerekend per maand",
            {"maandinkomen": 140150},
            140250,
        ),
        (
            "bedrag per maand",
            "aandeel keer maandinkomen",
            {"aandeel": 5, "maandinkomen": 140150},
            Fraction(14015, 2),
        ),
        ("bedrag per week", "deel keer weekloon", {"deel": 5, "weekloon": 2000}, 100),
        ("bedrag per maand", "(aandeel + 5%) keer maandinkomen", {"aandeel": 5, "maandinkomen": 1000}, 100),
    ],
)
def test_what_it_comes_to(type_: str, expression: str, given_: dict[str, int], cents: int | Fraction) -> None:
    assert concept(f"{FACTS}begrip x: {type_} = {expression}\n", "x", **given_) == cents


ROUND_TRIP = corpus(
    f"{FACTS}begrip jaar_inkomen: bedrag per jaar = maandinkomen omgerekend per jaar\n"
    "begrip x: bedrag per maand = jaar_inkomen omgerekend per maand\n"
)


@given(st.integers(0, 10**12))
def test_to_a_year_and_back_is_the_same_amount(cents: int) -> None:
    context = Context(ROUND_TRIP, {"maandinkomen": cents}, DAY)
    assert value(e.ConceptValue("x"), context) == cents


def codes(expression: str, type_: str) -> list[str]:
    """What is said of a begrip of this type with this value."""
    text = f'regeling proef "P"\n  soort begrippen\n  herkomst fictief\n{FACTS}begrip x: {type_} = {expression}\n'
    return [each.code for each in found_in(Source("proef.vrd", text))]


@pytest.mark.parametrize(
    ("expression", "type_", "expected"),
    [
        ("12 keer maandinkomen", "bedrag per jaar", "VRD204"),
        ("maandinkomen", "bedrag per jaar", "VRD204"),
        ("weekloon + maandinkomen", "bedrag per maand", "VRD209"),
        ("maandinkomen > weekloon", "ja/nee", "VRD208"),
        ("weekloon omgerekend per maand", "bedrag per maand", "VRD227"),
        ("maandinkomen omgerekend per jaar met 12", "bedrag per jaar", "VRD227"),
        ("maandinkomen omgerekend per maand", "bedrag per maand", "VRD227"),
        ("uren omgerekend per maand", "bedrag per maand", "VRD227"),
        ("weekloon omgerekend per maand met uren", "bedrag per maand", "VRD227"),
        ("aandeel keer weekloon", "bedrag per week", "VRD209"),
        ("aandeel keer (maandinkomen - € 5)", "bedrag per maand", "VRD209"),
    ],
)
def test_what_does_not_meet(expression: str, type_: str, expected: str) -> None:
    assert codes(expression, type_) == [expected]
