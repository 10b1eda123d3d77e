"""Circles among guidelines, by what a reader would draw."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.present.builders import voice
from verordening.evaluate.circles import circles
from verordening.evaluate.guidance import Clash, Voice


def drawn(*edges: str) -> list[Voice]:
    """Guidelines numbered from 1; `ab` puts a above b."""
    return [voice(str(number), f"Richtlijn {number}", *edge) for number, edge in enumerate(edges, 1)]


def found(*edges: str) -> list[str]:
    return ["".join(each.title[-1] for each in circle) for circle in circles(drawn(*edges))]


def test_no_circle_where_values_can_be_put_in_one_order() -> None:
    assert found("ab", "bc", "ac") == []


def test_opposites_are_a_circle_of_two() -> None:
    assert found("ab", "ba") == ["12"]


def test_three_in_a_circle_are_named_in_the_order_of_the_values() -> None:
    assert found("ca", "ab", "bc") == ["123"]
    (circle,) = circles(drawn("ca", "ab", "bc"))
    assert Clash(circle).values == ("c", "a", "b")


def test_the_same_two_values_twice_are_two_circles() -> None:
    assert found("ab", "ab", "ba") == ["13", "23"]


def test_a_short_circle_inside_a_long_one_is_named_by_itself() -> None:
    assert found("ab", "bc", "ca", "ba") == ["14", "123"]


EDGES = st.lists(st.sampled_from([a + b for a in "abcd" for b in "abcd" if a != b]), max_size=7)


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_the_guidelines_does_not_matter(edges: list[str], shuffler: object) -> None:
    voices = drawn(*edges)
    other = list(voices)
    shuffler.shuffle(other)  # type: ignore[attr-defined]
    assert circles(other) == circles(voices)


@given(EDGES)
def test_each_is_a_circle_and_each_guideline_in_one_is_named(edges: list[str]) -> None:
    voices = drawn(*edges)
    named = set()
    for circle in circles(voices):
        for first, then in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert first.lower == then.higher
        named |= {each.id for each in circle}
    reaching = {each.id for each in voices if each.higher in _below(each.lower, voices)}
    assert named == reaching


def _below(value: str, voices: list[Voice]) -> set[str]:
    """Everything that stands below a value, by following every guideline; with the value itself."""
    below = {value}
    while True:
        more = {each.lower for each in voices if each.higher in below} - below
        if not more:
            return below
        below |= more
