"""Between what an amount lies while facts are missing: no completion of the case may leave the bounds shown."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluate.one_rule import DAY, ask, corpus, decided
from tests.properties.cases import complete_case, removals
from tests.properties.claims import Bench
from tests.properties.corpora import load
from tests.properties.generating import regeling
from tests.properties.values import Domains
from verordening.evaluate.between import values_of
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.expressions import value
from verordening.evaluate.interval import Interval
from verordening.evaluate.intervals import Bounds, interval_of
from verordening.evaluate.outcome import DecisionOutcome, Status
from verordening.model import expressions as e
from verordening.model.types import Kind, Value
from verordening.present.outcome_json import render_outcome_json

# ------------------------------------------------ what is said, in literals

NORM = """\
gegeven inkomen: bedrag per maand van € 0 tot en met € 20.000
gegeven gehuwd: ja/nee
gegeven kinderen: aantal van 0 tot en met 3
tabel alleen: bedrag per maand
  vanaf 1 januari 2026 is € 1.401,50
tabel samen: bedrag per maand
  vanaf 1 januari 2026 is € 2.002,13
tabel weg: bedrag per maand
  vanaf 1 januari 2026 is onbekend
begrip norm: bedrag per maand = samen als gehuwd; anders alleen
begrip rest: bedrag per maand = het grootste van (€ 0 per maand, norm - inkomen)
besluit v: bedrag per maand, afgerond op centen
"""


def between(value_: str, given_: dict[str, Value]) -> str:
    """The words for the bounds of a decision with one rule; empty where there are none."""
    found = decided(NORM, f"artikel 1\n  dan moet v = {value_}\n", **given_).between
    return found.text if found is not None else ""


@pytest.mark.parametrize(
    ("value_", "given_", "text"),
    [
        # an income from € 0 to € 20.000 leaves nothing up to the whole norm
        ("rest", {"gehuwd": False}, "tussen € 0 en € 1.401,50"),
        ("rest", {"gehuwd": True}, "tussen € 0 en € 2.002,13"),
        ("rest", {}, "tussen € 0 en € 2.002,13"),
        # with this income a single person gets nothing and a couple € 2,13: both are candidates already
        ("rest", {"inkomen": 200000}, ""),
        # € 1.401,50 - € 500 to € 2.002,13 - € 500: two candidates, no bounds
        ("rest", {"inkomen": 50000}, ""),
        # 5% of what is left, in whole cents: 5% of € 1.401,50 is € 70,075
        ("5% van rest", {"gehuwd": False}, "tussen € 0 en € 70,08"),
        # € 100 a child, from 0 to 3 children, added to what is left
        ("rest + kinderen keer € 100", {"gehuwd": False}, "tussen € 0 en € 1.701,50"),
        ("rest - kinderen keer € 100", {"gehuwd": False}, "tussen -€ 300,00 en € 1.401,50"),
        ("inkomen gedeeld door 3", {}, "tussen € 0 en € 6.666,67"),
        ("het kleinste van (inkomen, norm)", {"gehuwd": True}, "tussen € 0 en € 2.002,13"),
        # an amount that nobody knows has no bounds, nor has what is computed with it
        ("weg + inkomen", {}, ""),
        ("het kleinste van (weg, inkomen)", {}, "ten hoogste € 20.000,00"),
    ],
)
def test_between_what_it_lies(value_: str, given_: dict[str, Value], text: str) -> None:
    assert between(value_, given_) == text


def test_it_is_never_an_outcome() -> None:
    found = decided(NORM, "artikel 1\n  dan moet v = rest\n", gehuwd=False)
    assert found.status is Status.OPEN
    assert found.shown is None
    assert found.missing == ("inkomen",)


def test_a_floor_that_may_bound_it_counts() -> None:
    """At least € 50 where somebody is married, which is not known: the lowest stays 0, and nothing rises above € 75."""
    rules = (
        "artikel 1\n  dan moet v = inkomen gedeeld door 1000\n"
        'artikel 9\n  inhoud "x"\nondergrens rest_over "Er blijft iets over"\n'
        "  groep minimaal_welzijn\n  grondslag wet artikel 9\n  bewaakt v\n  werking absoluut\n"
        "  als gehuwd\n  eis v >= € 75 per maand\n  herstel v ten minste € 75 per maand\n"
    )
    found = decided(NORM, rules).between
    assert found is not None
    assert found.text == "tussen € 0 en € 75,00"


def test_the_euros_behind_a_percentage() -> None:
    """5% of what is left, which lies between nothing and the norm of € 1.401,50; the percentage itself is settled."""
    declared = NORM.replace("besluit v: bedrag per maand", "besluit v: percentage van rest")
    found = decided(declared, "artikel 1\n  dan moet v = 5%\n", gehuwd=False)
    assert found.status is Status.BEPAALD
    assert found.amount is None
    assert found.amount_between is not None
    assert found.amount_between.text == "tussen € 0 en € 70,08"


def test_a_percentage_of_a_missing_fact_says_no_more_than_the_fact_does() -> None:
    declared = NORM.replace("besluit v: bedrag per maand", "besluit v: percentage van inkomen")
    assert decided(declared, "artikel 1\n  dan moet v = 5%\n").amount_between is None


def test_json_says_it_beside_the_candidates() -> None:
    outcome = ask(NORM, "artikel 1\n  dan moet v = rest\n", {"gehuwd": False})
    written = json.loads(render_outcome_json(outcome, exit_code=4))["besluiten"]["v"]
    assert written["uitkomst"] is None
    assert written["tussen"] == {"van": "0.00", "tot_en_met": "1401.50", "tekst": "tussen € 0 en € 1.401,50"}
    assert written["bedrag_tussen"] is None


# ------------------------------------------------ expressions, against every completion

FACTS = corpus(
    "gegeven a: aantal van 0 tot en met 3\n"
    "gegeven b: bedrag van € -0,02 tot en met € 0,02\n"
    "gegeven c: ja/nee\n"
    "gegeven d: een van (x, y, z)\n"
    "gegeven p: percentage van 0% tot en met 100% stap 50%\n"
    "begrip half: bedrag = b gedeeld door 2 als c; anders b keer 3\n"
)
DOMAINS: dict[str, list[Value]] = {
    "a": [0, 1, 2, 3],
    "b": [-2, -1, 0, 1, 2],
    "c": [True, False],
    "d": ["x", "y", "z"],
    "p": [0, 50, 100],
}
NUMBERS = ("a", "b", "p")

numbers = st.one_of(
    st.sampled_from([e.Input(name) for name in NUMBERS] + [e.ConceptValue("half")]),
    st.builds(
        lambda cents: e.Constant(cents, Kind.AMOUNT, ""),
        st.fractions(-5, 5, max_denominator=4).map(
            lambda each: each.numerator if each.denominator == 1 else each
        ),
    ),
)


def larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """One operation more."""
    return st.one_of(
        st.builds(e.Arithmetic, st.sampled_from("+-*/"), inner, inner),
        st.builds(e.Share, inner, inner),
        st.builds(
            lambda smallest, some: e.Extreme(smallest, tuple(some)),
            st.booleans(),
            st.lists(inner, min_size=2, max_size=3),
        ),
        st.builds(e.Rounded, inner, st.sampled_from([1, 100]), st.sampled_from(["half", "boven", "beneden"])),
        st.builds(e.Within, inner, st.just(-3), st.just(3), st.just("half")),
        st.builds(
            lambda some, otherwise: e.Branches(tuple(some), otherwise),
            st.lists(st.tuples(inner, conditions(inner)), min_size=1, max_size=2),
            inner,
        ),
    )


def conditions(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A condition on facts and numbers."""
    simple = st.one_of(
        st.just(e.Input("c")),
        st.just(e.OneOf(e.Input("d"), ("x", "y"))),
        st.builds(e.Compare, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), inner, inner),
    )
    return st.one_of(
        simple,
        st.builds(e.Not, simple),
        st.builds(lambda left, right: e.And((left, right)), simple, simple),
        st.builds(lambda left, right: e.Or((left, right)), simple, simple),
    )


def lies_within(number: object, interval: Interval) -> bool:
    assert isinstance(number, int | Fraction)
    return (interval.low is None or interval.low <= number) and (
        interval.high is None or number <= interval.high
    )


@given(
    st.recursive(numbers, larger, max_leaves=8),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in DOMAINS.items()}),
)
def test_no_completion_leaves_the_bounds(node: e.Expression, known: dict[str, Value]) -> None:
    context = Context(FACTS, known, DAY)
    loose, tight = Bounds(context).of(node), interval_of(node, context)
    missing = [name for name in DOMAINS if name not in known]
    for combination in product(*(DOMAINS[name] for name in missing)):
        inner = Context(FACTS, {**known, **dict(zip(missing, combination, strict=True))}, DAY)
        found = value(node, inner)
        if isinstance(found, int | Fraction):
            assert lies_within(found, loose)
            assert lies_within(found, tight)


# ------------------------------------------------ decisions of random regulations, against completions


def ends_of(decision: DecisionOutcome) -> list[Value]:
    """The numbers that a complete case comes to: its outcome, else the ends of what is left to a choice."""
    found: list[Value | None] = []
    if decision.shown is not None:
        found = [decision.shown.value]
    elif decision.range is not None:
        found = [decision.range.low, decision.range.high]
    return [each for each in found if isinstance(each, int | Fraction) and not isinstance(each, bool)]


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_no_complete_case_leaves_the_bounds_of_a_partial_one(first: int) -> None:
    seen = 0
    for seed in range(first, first + 10):
        made = regeling(seed)
        found, remarks = load(made.sources())
        assert not remarks
        bench, rng, domains = Bench(found, made.day), Random(seed), Domains.of(found, made.day)
        asked = tuple(found.decisions)
        names = [name for name in found.inputs if not found.inputs[name].general]
        base = complete_case(domains, names, rng)
        for missing in removals(names, rng, 4):
            partial = {name: each for name, each in base.items() if name not in missing}
            context = Context(found, partial, made.day)
            answers = decide(asked, context)
            intervals = {
                name: values_of(answers[name], found.decisions[name], context)
                for name in asked
                if found.decisions[name].type.is_numeric and answers[name].status is Status.OPEN
            }
            for _ in range(6):
                complete = {**partial, **complete_case(domains, missing, rng)}
                outcome = bench.answer(complete, asked)
                for name, interval in intervals.items():
                    for number in ends_of(outcome.decision(name)):
                        seen += 1
                        assert lies_within(number, interval), (seed, name, partial, complete, made.text())
    assert seen > 20
