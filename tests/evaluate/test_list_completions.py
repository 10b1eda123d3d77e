"""The lists that are tried for one that is not known: few, and together they show all that it can do."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations_with_replacement, product

import pytest

from tests.evaluate.lists import DAY, corpus_with, facts
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.list_completions import completed_lists
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Items, Value

FIVE, TWELVE = 5 * 12, 12 * 12
"""Years are kept as months."""


def _nodes(*expressions: str) -> tuple[Corpus, tuple[e.Expression, ...]]:
    names = [f"proef_{number}" for number in range(len(expressions))]
    corpus = corpus_with(*(f"begrip {n}: ja/nee = {x}" for n, x in zip(names, expressions, strict=True)))
    return corpus, tuple(corpus.concepts[name].value for name in names)


def _tried(name: str, written: str, *expressions: str) -> list[Value] | None:
    corpus, nodes = _nodes(*expressions)
    return completed_lists(name, nodes, Context(corpus, facts(corpus, written), DAY))


def _elements(tried: Value) -> tuple[Mapping[str, Value], ...]:
    assert isinstance(tried, Items)
    return tried.elements


def _is_twelve(child: Mapping[str, Value]) -> bool:
    age = child["leeftijd"]
    assert isinstance(age, int)
    return age >= TWELVE


def test_of_children_of_whom_only_one_age_matters_four_lists_tell_all() -> None:
    """No child, one under 12, one of 12 or older, one of each: more children are more of the same."""
    tried = _tried("kinderen", "", "er is een kind met (leeftijd >= 12 jaar)")
    assert tried is not None
    assert sorted(sorted(_is_twelve(element) for element in _elements(each)) for each in tried) == [
        [],
        [False],
        [False, True],
        [True],
    ]


def test_a_child_that_was_given_stays_beside_the_others() -> None:
    """One of 5; up to three more, of two sorts: none, either, both."""
    tried = _tried(
        "kinderen",
        "kinderen:\n  volledig: nee\n  lijst:\n    - leeftijd: 5 jaar",
        "er is een kind met (leeftijd >= 12 jaar)",
    )
    assert tried is not None
    assert all(_elements(each)[0]["leeftijd"] == FIVE for each in tried)
    assert len(tried) == 4


def test_where_a_threshold_is_not_known_nothing_is_said() -> None:
    assert _tried("kinderen", "", "er is een kind met (leeftijd >= grens)") is None


def test_what_turns_on_a_missing_fact_is_not_taken_for_the_same() -> None:
    """Thuiswonend or not: which of the two counts turns on the `grens`, so they are two sorts."""
    tried = _tried("kinderen", "", "er is een kind met (thuiswonend = (grens >= 12 jaar))")
    assert tried is not None
    assert len(tried) == 4


def test_a_number_of_children_is_another_matter() -> None:
    """Up to four children of two sorts, whose order says nothing: 1 + 2 + 3 + 4 + 5."""
    tried = _tried("kinderen", "", "aantal kinderen met (thuiswonend) >= 2")
    assert tried is not None
    assert len(tried) == 15


@pytest.mark.parametrize(
    "expressions",
    [
        ("er is een gezinslid met (inkomen > € 500 per maand)",),
        ("er is geen gezinslid met (rol = partner)", "er is een gezinslid met (inkomen > € 500 per maand)"),
        (
            "er is een gezinslid met (rol = partner en inkomen < € 100 per maand)",
            "er is een gezinslid met (rol = aanvrager)",
        ),
        ("voor elk gezinslid met (rol = partner) geldt (inkomen >= € 100 per maand)",),
        (
            "aantal gezinsleden met (rol = partner) >= 2",
            "er is een gezinslid met (rol = aanvrager)",
        ),
    ],
)
def test_nothing_that_a_list_can_do_is_passed_over(expressions: tuple[str, ...]) -> None:
    """Held beside every list there may be, of incomes on and around each threshold."""
    corpus, nodes = _nodes(*expressions)

    def does(items: Value) -> tuple[object, ...]:
        context = Context(corpus, {"gezinsleden": items}, DAY)
        return tuple(value(node, context) for node in nodes)

    incomes = (0, 99_99, 100_00, 100_01, 499_99, 500_00, 500_01, 1_000_00)
    each: list[Mapping[str, Value]] = [
        {"rol": rol, "inkomen": income} for rol, income in product(("aanvrager", "partner"), incomes)
    ]
    every = [Items(row) for number in range(3) for row in combinations_with_replacement(each, number)]
    tried = completed_lists("gezinsleden", nodes, Context(corpus, {}, DAY))
    assert tried is not None
    assert {does(one) for one in tried} == {does(one) for one in every}
