"""Closed intervals of exact numbers and what arithmetic makes of them. An end that is None is not known: no bound."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from verordening.evaluate.arithmetic import rounded
from verordening.model.types import Number, normalised
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """Every number from `low` up to and including `high`."""

    low: Number | None = None
    high: Number | None = None


ANYTHING = Interval()


def exactly(number: Number) -> Interval:
    """The interval of one number."""
    return Interval(number, number)


def hull(intervals: Iterable[Interval]) -> Interval | None:
    """The smallest interval around all of these; None where there are none."""
    found = list(intervals)
    return (
        Interval(lowest(each.low for each in found), highest(each.high for each in found)) if found else None
    )


def lowest(ends: Iterable[Number | None]) -> Number | None:
    """The lowest of these lower ends; None as soon as one is not known."""
    known = list(ends)
    return None if any(each is None for each in known) else min(each for each in known if each is not None)


def highest(ends: Iterable[Number | None]) -> Number | None:
    """The highest of these upper ends; None as soon as one is not known."""
    known = list(ends)
    return None if any(each is None for each in known) else max(each for each in known if each is not None)


def added(left: Interval, right: Interval) -> Interval:
    """Every sum of a number of both."""
    return Interval(_plus(left.low, right.low), _plus(left.high, right.high))


def negated(each: Interval) -> Interval:
    """Every number with the other sign."""
    return Interval(None if each.high is None else -each.high, None if each.low is None else -each.low)


def multiplied(left: Interval, right: Interval) -> Interval:
    """Every product of a number of both."""
    zero = exactly(0)
    if zero in (left, right):
        return zero
    ends = (left.low, left.high, right.low, right.high)
    known = [each for each in ends if each is not None]
    if len(known) == len(ends):
        products = [first * second for first in known[:2] for second in known[2:]]
        return Interval(normalised(min(products)), normalised(max(products)))
    if left.low is not None and right.low is not None and left.low >= 0 and right.low >= 0:
        return Interval(normalised(left.low * right.low), None)
    return ANYTHING


def divided(left: Interval, right: Interval) -> Interval:
    """Every quotient of a number of both; anything where the divisor may be zero, which gives no value."""
    if right.high is not None and right.high < 0:
        return divided(negated(left), negated(right))
    if right.low is None or right.low <= 0:
        return ANYTHING
    smallest = 0 if right.high is None else normalised(1 / Fraction(right.high))
    return multiplied(left, Interval(smallest, normalised(1 / Fraction(right.low))))


def share(percent: Interval, whole: Interval) -> Interval:
    """Every such percentage of every such whole."""
    return divided(multiplied(percent, whole), exactly(100))


def extreme(intervals: Iterable[Interval], *, smallest: bool) -> Interval:
    """The smallest, or the largest, of a number of each."""
    found = list(intervals)
    if not smallest:
        return negated(extreme([negated(each) for each in found], smallest=True))
    highs = [each.high for each in found if each.high is not None]
    return Interval(lowest(each.low for each in found), min(highs) if highs else None)


def rounded_off(each: Interval, unit: int, direction: str) -> Interval:
    """Every number rounded: rounding never changes the order."""
    low = None if each.low is None else rounded(each.low, unit, direction)
    return Interval(low, None if each.high is None else rounded(each.high, unit, direction))


def overlapping(left: Interval, right: Interval) -> Interval:
    """The numbers in both; `left` where there are none, for then nothing has this value."""
    lows = [each for each in (left.low, right.low) if each is not None]
    highs = [each for each in (left.high, right.high) if each is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return left if low is not None and high is not None and low > high else Interval(low, high)


def _plus(left: Number | None, right: Number | None) -> Number | None:
    return None if left is None or right is None else normalised(Fraction(left) + right)
