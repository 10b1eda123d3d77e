"""Exact arithmetic in symbols. What is not linear is split into cases where one side has few values."""

from __future__ import annotations

from collections.abc import Callable
from math import lcm

from verordening.symbolic.logic import both, either, opposite
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import FEW, Number, aligned, before, selected, times, with_
from verordening.symbolic.terms import Bool, Term, choice, floor, product

MOST_PARTS = 10**30
"""Past this common denominator a division is not split into cases."""


def added(one: Number, other: Number, sign: int = 1) -> Number:
    """The sum, or with sign -1 the difference."""
    left, right, parts = aligned(one, other)
    ends = _ends(one, parts), _ends(other, parts)
    if sign < 0:
        ends = ends[0], (_minus(ends[1][1]), _minus(ends[1][0]))
    low, high = (_plus(ends[0][at], ends[1][at]) for at in (0, 1))
    values = _values(one, other, parts, lambda a, b: a + sign * b)
    return _result(left + right if sign > 0 else left - right, parts, one, other, low, high, values)


def multiplied(one: Number, other: Number, parts: int = 1) -> Number:
    """The product, divided by `parts`."""
    if _size(one) > _size(other):
        one, other = other, one
    ends = [
        a * b for a in (one.low, one.high) for b in (other.low, other.high) if a is not None and b is not None
    ]
    low, high = (min(ends), max(ends)) if len(ends) == 4 else (None, None)
    values = None
    if one.values is not None and other.values is not None and len(one.values) * len(other.values) <= FEW:
        values = frozenset(a * b for a in one.values for b in other.values)
    over = one.parts * other.parts * parts
    return _result(_product(one, other), over, one, other, low, high, values)


def _product(one: Number, other: Number) -> Term:
    if one.fixed or other.fixed:
        return one.term * other.term
    return product(one.term, other.term, one.values)


def divided(one: Number, other: Number) -> Number:
    """The quotient; none where that would be by zero."""
    if other.values is None:
        raise NotEncodableError("een deling door een gegeven met veel mogelijke waarden")
    divisors = sorted(other.values - {0})
    if not divisors:
        return with_(one, defined=either(one.endless, other.endless))
    shared = lcm(*divisors)
    if shared * one.parts > MOST_PARTS:
        raise NotEncodableError("een deling door een gegeven met veel mogelijke waarden")

    def by(divisor: int) -> Term:
        return times(one.term, other.parts * shared // divisor)

    found = by(divisors[0])
    for each in divisors[1:]:
        found = choice(other.term == each, by(each), found) if not isinstance(other.term, int) else found
    ends = [
        end * other.parts * shared // each
        for each in divisors
        for end in (one.low, one.high)
        if end is not None
    ]
    bounded = one.low is not None and one.high is not None
    low, high = (min(ends), max(ends)) if bounded else (None, None)
    values = None
    if one.values is not None and len(one.values) * len(divisors) <= FEW:
        values = frozenset(a * other.parts * shared // b for a in one.values for b in divisors)
    result = _result(found, one.parts * shared, one, other, low, high, values)
    nonzero: Bool = True
    if 0 in other.values:
        nonzero = other.term != 0 if not isinstance(other.term, int) else False
    return with_(result, defined=both(result.defined, either(nonzero, result.endless)))


def rounded(number: Number, unit: int, direction: str) -> Number:
    """A multiple of `unit`: `half` away from zero, `boven` up, `beneden` down."""
    whole = number.parts * unit
    if whole == 1:
        return number
    low = None if number.low is None else (number.low // whole - 1) * unit
    high = None if number.high is None else (number.high // whole + 1) * unit
    term = _rounded(number.term, whole, direction, number.low is not None and number.low >= 0)
    values = None
    if number.values is not None:
        values = frozenset(_rounded(each, whole, direction, each >= 0) * unit for each in number.values)
    return with_(number, term=times(term, unit), parts=1, low=low, high=high, values=values)


def _rounded(term: Term, whole: int, direction: str, positive: bool) -> Term:
    if direction == "beneden":
        return floor(term, whole)
    if direction == "boven":
        return floor(term + (whole - 1), whole)
    up = floor(2 * term + whole, 2 * whole)
    if positive:
        return up
    down = -floor(whole - 2 * term, 2 * whole)
    return down if isinstance(term, int) else choice(term >= 0, up, down)


def extreme(smallest: bool, numbers: list[Number]) -> Number:
    """The smallest or the largest; there is one only where all are there."""
    best = numbers[0]
    for each in numbers[1:]:
        better = before(each, best) if smallest else before(best, each)
        there = both(best.defined, each.defined)
        found = selected(better, each, best)
        assert isinstance(found, Number)
        best = with_(found, defined=there)
    return best


def whole(number: Number) -> Number:
    """A duration as a whole number; none where it is not whole."""
    if number.parts == 1:
        return number
    if number.fixed:
        rest = number.term % number.parts
        return Number(number.term // number.parts, defined=both(number.defined, rest == 0))
    low = None if number.low is None else number.low // number.parts
    high = None if number.high is None else number.high // number.parts + 1
    found = floor(number.term, number.parts)
    there = both(number.defined, found * number.parts == number.term)
    return Number(found, 1, there, number.endless, low=low, high=high)


def shifted(number: Number, by: Number, sign: int) -> Number:
    """A day so many days later or earlier."""
    found = added(number, by, sign)
    return with_(found, day=True)


# ------------------------------------------------ ends and values


def _result(
    term: Term,
    parts: int,
    one: Number,
    other: Number,
    low: int | None,
    high: int | None,
    values: frozenset[int] | None,
) -> Number:
    if one.below or other.below:
        raise NotEncodableError("rekenen met een grens die zelf niet meetelt")
    return Number(
        term,
        parts,
        both(one.defined, other.defined),
        either(one.endless, other.endless),
        False,
        low,
        high,
        values,
    )


def _size(number: Number) -> int:
    return len(number.values) if number.values is not None else FEW + 1


def _ends(number: Number, parts: int) -> tuple[int | None, int | None]:
    factor = parts // number.parts
    return (
        None if number.low is None else number.low * factor,
        None if number.high is None else number.high * factor,
    )


def _plus(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _minus(one: int | None) -> int | None:
    return None if one is None else -one


def _values(
    one: Number, other: Number, parts: int, operation: Callable[[int, int], int]
) -> frozenset[int] | None:
    if one.values is None or other.values is None or len(one.values) * len(other.values) > FEW:
        return None
    first, second = parts // one.parts, parts // other.parts
    return frozenset(operation(a * first, b * second) for a in one.values for b in other.values)


def negative(number: Number) -> Bool:
    """Whether a number is below zero."""
    return number.term < 0 if number.fixed else opposite(number.term >= 0)
