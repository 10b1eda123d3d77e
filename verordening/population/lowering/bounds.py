"""What broken floors leave of a value: the outermost of the ends that they ask for; as `flooring` says it."""

from __future__ import annotations

from typing import NamedTuple

from verordening.symbolic.logic import both, either, opposite
from verordening.symbolic.symbols import Number, Symbol, before, equal, given_that, selected
from verordening.symbolic.terms import Bool


class Bounds(NamedTuple):
    """What broken floors leave of a decision: a lower and an upper end where they have one (`has_*`)."""

    low: Symbol | None
    has_low: Bool
    high: Symbol | None
    has_high: Bool
    clash: Bool
    known: Bool


def outermost(bounds: list[tuple[bool, Symbol, Bool]]) -> Bounds:
    """The highest lower end and the lowest upper end of those that hold."""
    low: Symbol | None = None
    high: Symbol | None = None
    has_low: Bool = False
    has_high: Bool = False
    clash: Bool = False
    known: Bool = True
    for at_most, bound, when in bounds:
        known = both(known, either(opposite(when), bound.defined))
        if not isinstance(bound, Number):
            clash = either(
                clash, both(has_low, when, opposite(equal(bound, low)) if low is not None else False)
            )
            low = bound if low is None else selected(when, bound, low)
            has_low = either(has_low, when)
        elif at_most:
            tighter = both(
                when, either(opposite(has_high), before(bound, high) if high is not None else True)
            )
            high = bound if high is None else selected(tighter, bound, high)
            has_high = either(has_high, when)
        else:
            tighter = both(when, either(opposite(has_low), before(low, bound) if low is not None else True))
            low = bound if low is None else selected(tighter, bound, low)
            has_low = either(has_low, when)
    if isinstance(low, Number) and isinstance(high, Number):
        clash = either(clash, both(has_low, has_high, before(high, low)))
    return Bounds(low, has_low, high, has_high, clash, known)


def clamped(value: Symbol, bounds: Bounds) -> Symbol:
    """A value within these bounds; of one that is not known nothing is."""
    if not isinstance(value, Number):
        found = value if bounds.low is None else selected(bounds.has_low, bounds.low, value)
        return given_that(found, value.defined)
    found = value
    if bounds.high is not None:
        found = selected(both(bounds.has_high, before(bounds.high, value)), bounds.high, found)
    if bounds.low is not None:
        found = selected(both(bounds.has_low, before(value, bounds.low)), bounds.low, found)
    return given_that(found, value.defined)


def within(end: Symbol, bound: Symbol, at_most: bool) -> Bool:
    """Whether an end already respects a bound."""
    if not isinstance(end, Number):
        return equal(end, bound)
    return opposite(before(bound, end)) if at_most else opposite(before(end, bound))
