"""Where a comparison turns along the values of a type, found by trying them; the values are counted in steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.types import Number, Type, normalised

Sign = Callable[[int], int | None]
"""How the sides of a comparison lie at a step: -1, 0 or 1; None when something in it is not known."""


def turns(sign: Sign, points: Sequence[int]) -> set[int] | None:
    """The steps on both sides of each turn; None when the sign is somewhere not known.

    Between two of `points` a comparison turns one way.
    """
    found: set[int] = set()
    for low, high in pairwise(points):
        current, last_sign = sign(low), sign(high)
        if current is None or last_sign is None:
            return None
        start = low
        while current != last_sign:
            turn = _turn(sign, start, high, current)
            if turn is None:
                return None
            found |= {turn - 1, turn}
            start = turn
            current = sign(turn) or 0
    return found


def _turn(sign: Sign, low: int, high: int, current: int) -> int | None:
    """The first step after `low` with another sign, by bisection: comparisons turn at most twice."""
    while high - low > 1:
        middle = (low + high) // 2
        found = sign(middle)
        if found is None:
            return None
        if found == current:
            low = middle
        else:
            high = middle
    return high


def sign_of(node: e.Compare, context: Context) -> int | None:
    """How the two sides lie; of values without an order only whether they are equal."""
    left, right = value(node.left, context), value(node.right, context)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return None
    if isinstance(left, bool) or isinstance(right, bool):
        return int(left == right)
    return compare(left, right)


def steps_of(declared: Type) -> int:
    """How many steps lie between the bounds of a type."""
    low, high = declared.low, declared.high
    if isinstance(low, date) and isinstance(high, date):
        return (high - low).days
    assert low is not None
    assert high is not None
    assert not isinstance(low, date)
    assert not isinstance(high, date)
    return int(Fraction(high - low) / (declared.step or 1))


def value_at(declared: Type, step: int) -> Number | date:
    """The value so many steps above the lower bound."""
    low = declared.low
    if isinstance(low, date):
        return low + timedelta(days=step)
    assert low is not None
    return normalised(low + step * (declared.step or 1))
