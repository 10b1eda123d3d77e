"""Expressions that give a value, in symbols: amounts, days, durations, the branches of a begrip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from verordening.model import expressions as e
from verordening.model.calendar import shifted
from verordening.model.terms import is_exempt, statutory_end
from verordening.symbolic import calculating
from verordening.symbolic.logic import Truth, both, either, every, opposite, some
from verordening.symbolic.looking import UNTYPED, Looking, like
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import (
    NOWHERE,
    Number,
    Symbol,
    all_equal,
    at_most,
    constant,
    given_that,
    selected,
    undefined,
    with_,
)
from verordening.symbolic.terms import Bool

if TYPE_CHECKING:
    from verordening.symbolic.expressions import Expressions

LONGEST_DELAY = 30
"""Days by which the Algemene termijnenwet moves the end of a term, at most."""


def _arithmetic(made: Expressions, node: e.Arithmetic, seen: Looking) -> Symbol:
    left, right = made.value(node.left, seen), made.value(node.right, seen)
    if not isinstance(left, Number) or not isinstance(right, Number):
        return _nowhere(left, right)
    match node.operator:
        case "+":
            return calculating.added(left, right)
        case "-":
            return calculating.added(left, right, -1)
        case "*":
            return calculating.multiplied(left, right)
    return calculating.divided(left, right)


def _nowhere(*symbols: Symbol) -> Symbol:
    """A number that is not to be had, for one of its parts is not."""
    assert any(each is UNTYPED for each in symbols)
    return with_(NOWHERE, defined=False)


def _share(made: Expressions, node: e.Share, seen: Looking) -> Symbol:
    percent, whole_of_it = made.value(node.percent, seen), made.value(node.whole, seen)
    if not isinstance(percent, Number) or not isinstance(whole_of_it, Number):
        return _nowhere(percent, whole_of_it)
    return calculating.multiplied(percent, whole_of_it, 100)


def _extreme(made: Expressions, node: e.Extreme, seen: Looking) -> Symbol:
    symbols = [made.value(each, seen) for each in node.operands]
    numbers = [each for each in symbols if isinstance(each, Number)]
    return calculating.extreme(node.smallest, numbers) if len(numbers) == len(symbols) else _nowhere(*symbols)


def _rounded(made: Expressions, node: e.Rounded, seen: Looking) -> Symbol:
    operand = made.value(node.operand, seen)
    return calculating.rounded(operand, node.unit, node.direction) if isinstance(operand, Number) else operand


def _within(made: Expressions, node: e.Within, seen: Looking) -> Symbol:
    operand = made.value(node.operand, seen)
    if not isinstance(operand, Number):
        return operand
    inside = both(at_most(constant(node.low), operand), at_most(operand, constant(node.high)))
    return made.world.within(operand, inside)


def _up_to(made: Expressions, node: e.UpTo, seen: Looking) -> Symbol:
    operand = made.value(node.operand, seen)
    if not isinstance(operand, Number):
        return operand
    return with_(operand, below=True)


def _branches(made: Expressions, node: e.Branches, seen: Looking) -> Symbol:
    """The first branch that holds; where it has no answer which that is, what all that it may be share."""
    conditions = [made.truth(condition, seen) for _, condition in node.branches]
    values = [made.value(value, seen) for value, _ in node.branches]
    values.append(made.value(node.otherwise, seen))
    values = [like(each, values) for each in values]
    if values[0] is UNTYPED:
        return UNTYPED
    if all(each.total for each in conditions):
        found = values[-1]
        for condition, value in zip(reversed(conditions), reversed(values[:-1]), strict=True):
            found = selected(condition.yes, value, found)
        return found
    return _of_possible(conditions, values)


def _of_possible(conditions: list[Truth], values: list[Symbol]) -> Symbol:
    reached: Bool = True
    possible: list[Bool] = []
    doubtful: list[Bool] = []
    for each in conditions:
        possible.append(both(reached, opposite(each.no)))
        doubtful.append(both(reached, opposite(each.defined)))
        reached = both(reached, opposite(each.yes))
    possible.append(reached)
    return shared(possible, values, some(doubtful))


def shared(possible: list[Bool], values: list[Symbol], doubtful: Bool) -> Symbol:
    """The first of these values that is possible; where that is `doubtful` only if all that are possible agree."""
    first = undefined(values[0])
    for may_be, value in zip(reversed(possible), reversed(values), strict=True):
        first = selected(may_be, value, first)
    agree = every(
        [
            either(opposite(may_be), both(value.defined, all_equal([first, value])))
            for may_be, value in zip(possible, values, strict=True)
        ]
    )
    return given_that(first, either(opposite(doubtful), agree))


# ------------------------------------------------ days


def _date_shift(made: Expressions, node: e.DateShift, seen: Looking) -> Symbol:
    day, duration = made.number(node.day, seen), made.number(node.duration, seen)
    length = calculating.whole(duration)
    if node.sign < 0:
        length = calculating.multiplied(length, Number(-1, low=-1, high=-1, values=frozenset({-1})))
    length = with_(length, defined=both(length.defined, opposite(duration.endless)), endless=False)
    if day.fixed and length.fixed:
        return given_that(_moved(day.term, length.term, node.family), both(day.defined, length.defined))
    if node.family == "maand":
        return made.calendar.months_later(day, length)
    if node.family == "dag":
        return calculating.shifted(day, length, 1)
    raise NotEncodableError("een aantal werkdagen na een dag die van de casus afhangt")


def _moved(day: int, length: int, family: str) -> Symbol:
    try:
        return constant(shifted(date.fromordinal(day), length, family))
    except OverflowError:
        return given_that(constant(date.fromordinal(day)), False)


def _next_month(made: Expressions, node: e.NextMonth, seen: Looking) -> Symbol:
    return made.calendar.next_month(made.number(node.day, seen))


def _date_difference(made: Expressions, node: e.DateDifference, seen: Looking) -> Symbol:
    return calculating.added(made.number(node.left, seen), made.number(node.right, seen), -1)


def _elapsed(made: Expressions, node: e.Elapsed, seen: Looking) -> Symbol:
    return made.calendar.elapsed(node.unit, made.number(node.start, seen), made.number(node.end, seen))


def _term(made: Expressions, node: e.Term, seen: Looking) -> Symbol:
    length = calculating.whole(made.number(node.duration, seen))
    if not node.statutory or (length.fixed and (length.term <= 0 or is_exempt(length.term, node.family))):
        return _date_shift(made, e.DateShift(node.day, 1, node.duration, node.family), seen)
    day = made.number(node.day, seen)
    if length.fixed:
        if day.fixed:
            moved = statutory_end(date.fromordinal(day.term), length.term, node.family)
            there = both(day.defined, length.defined)
            return given_that(day, False) if moved is None else given_that(constant(moved), there)
        found = made.calendar.term_end(day, length.term, node.family)
        if found is not None:
            return with_(found, defined=both(found.defined, length.defined))
    end = _date_shift(made, e.DateShift(node.day, 1, node.duration, node.family), seen)
    assert isinstance(end, Number)
    return made.loosely(node, made.calendar.loosely_after(end, LONGEST_DELAY))


CALCULATIONS: dict[type, Callable[[Expressions, Any, Looking], Symbol]] = {
    e.Arithmetic: _arithmetic,
    e.Share: _share,
    e.DateShift: _date_shift,
    e.NextMonth: _next_month,
    e.DateDifference: _date_difference,
    e.Elapsed: _elapsed,
    e.Term: _term,
    e.Extreme: _extreme,
    e.Branches: _branches,
    e.Rounded: _rounded,
    e.Within: _within,
    e.UpTo: _up_to,
}
