"""Rounding happens where it is written, once; everything before it is exact. Half goes away from zero."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluate.one_rule import DAY, concept, corpus
from verordening.evaluate.arithmetic import rounded
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.model import expressions as e
from verordening.model.formatting import format_value
from verordening.model.scalars import read_amount
from verordening.model.types import Kind, Type, normalised

MONEY = Type(Kind.AMOUNT)

# In cents: what it is, and what each form makes of it.
FORMS = [
    # afgerond op centen: half away from zero, naar boven, naar beneden
    ("7007,5", ("7008", "7008", "7007")),
    ("7007,4", ("7007", "7008", "7007")),
    ("7007,6", ("7008", "7008", "7007")),
    ("7007", ("7007", "7007", "7007")),
    ("-7007,5", ("-7008", "-7007", "-7008")),
    ("-7007,4", ("-7007", "-7007", "-7008")),
    ("-0,5", ("-1", "0", "-1")),
    ("0", ("0", "0", "0")),
]
EUROS = [
    # op hele euro's
    ("150", ("200", "200", "100")),
    ("149", ("100", "200", "100")),
    ("149,99", ("100", "200", "100")),
    ("151", ("200", "200", "100")),
    ("-150", ("-200", "-100", "-200")),
    ("-149", ("-100", "-100", "-200")),
    ("200", ("200", "200", "200")),
]
WORDS = ("", " naar boven", " naar beneden")


def number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


@pytest.mark.parametrize(("exact", "results"), FORMS)
def test_to_cents(exact: str, results: tuple[str, str, str]) -> None:
    found = [rounded(number(exact), 1, direction) for direction in ("half", "boven", "beneden")]
    assert found == [int(each) for each in results]


@pytest.mark.parametrize(("exact", "results"), EUROS)
def test_to_whole_euros(exact: str, results: tuple[str, str, str]) -> None:
    found = [rounded(number(exact), 100, direction) for direction in ("half", "boven", "beneden")]
    assert found == [int(each) for each in results]


@pytest.mark.parametrize("unit", ["centen", "hele euro's"])
@pytest.mark.parametrize(("word", "place"), [(word, place) for place, word in enumerate(WORDS)])
def test_the_words_of_the_language(unit: str, word: str, place: int) -> None:
    """95% of € 1.401,50 is € 1.331,425; the other way round the same without the sign."""
    declared = (
        "gegeven norm: bedrag per maand van € -10.000 tot en met € 10.000\n"
        f"begrip vrij: bedrag per maand = 95% van norm, afgerond op {unit}{word}\n"
    )
    up = {"centen": (133143, 133143, 133142), "hele euro's": (133100, 133200, 133100)}[unit]
    down = {"centen": (-133143, -133142, -133143), "hele euro's": (-133100, -133100, -133200)}[unit]
    assert concept(declared, "vrij", norm=140150) == up[place]
    assert concept(declared, "vrij", norm=-140150) == down[place]


exact_cents = st.fractions(min_value=-(10**9), max_value=10**9)
units = st.sampled_from([1, 100])


@given(exact_cents, units)
def test_rounding_stays_within_its_unit(cents: Fraction, unit: int) -> None:
    assert abs(rounded(cents, unit, "half") - cents) * 2 <= unit
    assert 0 <= rounded(cents, unit, "boven") - cents < unit
    assert 0 <= cents - rounded(cents, unit, "beneden") < unit


@given(exact_cents, units, st.sampled_from(["half", "boven", "beneden"]))
def test_rounding_twice_is_rounding_once(cents: Fraction, unit: int, direction: str) -> None:
    once = rounded(cents, unit, direction)
    assert once % unit == 0
    assert rounded(once, unit, direction) == once


@given(exact_cents, units)
def test_the_sign_does_not_matter_for_half_and_turns_the_directions(cents: Fraction, unit: int) -> None:
    assert rounded(-cents, unit, "half") == -rounded(cents, unit, "half")
    assert rounded(-cents, unit, "boven") == -rounded(cents, unit, "beneden")


# ------------------------------------------------ sums

amounts = st.lists(st.integers(-(10**10), 10**10), min_size=1, max_size=12)


def total(cents: list[int]) -> e.Expression:
    """A sum, added from the left as the language does."""
    node: e.Expression = e.Constant(cents[0], Kind.AMOUNT, "")
    for each in cents[1:]:
        node = e.Arithmetic("+", node, e.Constant(each, Kind.AMOUNT, ""))
    return node


EMPTY = corpus("gegeven a: ja/nee\n")


def result(node: e.Expression) -> object:
    return value(node, Context(EMPTY, {}, DAY))


@given(amounts, st.randoms())
def test_a_sum_of_money_is_exact_in_any_order(cents: list[int], random: object) -> None:
    shuffled = list(cents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert result(total(cents)) == sum(cents)
    assert result(total(shuffled)) == sum(cents)


@given(amounts, st.integers(1, 12))
def test_parts_of_money_add_up_to_the_whole(cents: list[int], parts: int) -> None:
    """A twelfth, twelve times, is the whole again: nothing is lost while nothing is rounded."""
    part = e.Arithmetic("/", total(cents), e.Constant(parts, Kind.NUMBER, ""))
    again = e.Arithmetic("*", part, e.Constant(parts, Kind.NUMBER, ""))
    assert result(again) == sum(cents)


@given(amounts, st.fractions(0, 200, max_denominator=100))
def test_a_percentage_of_a_sum_is_the_sum_of_the_percentages(cents: list[int], percent: Fraction) -> None:
    share = normalised(percent)
    whole = e.Share(e.Constant(share, Kind.PERCENTAGE, ""), total(cents))
    each = [
        e.Share(e.Constant(share, Kind.PERCENTAGE, ""), e.Constant(one, Kind.AMOUNT, "")) for one in cents
    ]
    node: e.Expression = each[0]
    for one in each[1:]:
        node = e.Arithmetic("+", node, one)
    assert result(node) == result(whole) == sum(cents) * percent / 100


@given(amounts)
def test_a_sum_is_rounded_once_and_not_term_by_term(cents: list[int]) -> None:
    """The third parts are added exactly, then rounded: never further from the truth than half a cent."""
    third: e.Expression = e.Constant(0, Kind.AMOUNT, "")
    for each in cents:
        part = e.Arithmetic("/", e.Constant(each, Kind.AMOUNT, ""), e.Constant(3, Kind.NUMBER, ""))
        third = e.Arithmetic("+", third, part)
    found = result(e.Rounded(third, 1, "half"))
    assert isinstance(found, int)
    assert abs(found - Fraction(sum(cents), 3)) * 2 <= 1


@given(st.lists(st.integers(0, 10**10), min_size=1, max_size=12))
def test_what_is_written_and_read_adds_up_as_decimals_do(cents: list[int]) -> None:
    """Amounts as a case writes them, against the decimal numbers of Python."""
    texts = [format_value(each, MONEY) for each in cents]
    read = [read_amount(text).number for text in texts]
    decimals = sum(Decimal(each) / 100 for each in cents)
    found = result(total([int(each) for each in read]))
    assert isinstance(found, int)
    assert format_value(found, MONEY) == format_value(int(decimals * 100), MONEY)
    assert found == decimals * 100
