"""Values in symbols: numbers exactly, as whole numbers over a fixed denominator, days, and one of some options.

A value that is not `defined` in a case may be anything there, within its bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from verordening.model.types import INDEFINITE, Below, Value, normalised
from verordening.records import dataclass
from verordening.symbolic.logic import NEITHER, Truth, both, chosen, either, every, opposite, same, some, sure
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.terms import Bool, Term, choice

FEW = 64
"""A number with no more values than this is split into all of them where it multiplies or divides."""


class Number(NamedTuple):
    """`term / parts`, or without end where `endless`; with `below` everything under it, itself not.

    `low` and `high` are between what `term` lies, whatever is chosen; `values` all that it can be, where these are few.
    A `day` is the ordinal of a date.
    """

    term: Term
    parts: int = 1
    defined: Bool = True
    endless: Bool = False
    below: bool = False
    low: int | None = None
    high: int | None = None
    values: frozenset[int] | None = None
    day: bool = False

    @property
    def fixed(self) -> bool:
        """Whether nothing is left to decide about the number itself."""
        return isinstance(self.term, int)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One of some options: for each whether it is this one."""

    options: Mapping[str, Bool]
    defined: Bool = True


Symbol = Truth | Number | Choice


def constant(value: Value) -> Symbol:
    """The symbol of a fixed value."""
    if isinstance(value, bool):
        return sure(value)
    if isinstance(value, str):
        return Choice({value: True})
    if value is INDEFINITE:
        return _fixed(0, 1, endless=True)
    if isinstance(value, Below):
        limit = constant(value.limit)
        assert isinstance(limit, Number)
        return _fixed(limit.term, limit.parts, below=True, day=limit.day)
    if isinstance(value, date):
        return _fixed(value.toordinal(), 1, day=True)
    if isinstance(value, int | Fraction):
        return _fixed(value.numerator, value.denominator)
    raise NotEncodableError("een vaste lijst")


def _fixed(term: int, parts: int, *, endless: bool = False, below: bool = False, day: bool = False) -> Number:
    return Number(term, parts, True, endless, below, term, term, frozenset({term}), day)


def undefined(like: Symbol) -> Symbol:
    """The same kind of value, that is not to be had."""
    if isinstance(like, Truth):
        return NEITHER
    return given_that(like, False)


NOWHERE = _fixed(0, 1)
"""A number to stand where there is none."""


def given_that(symbol: Symbol, holds: Bool) -> Symbol:
    """The same value, which there only is where this holds."""
    if isinstance(symbol, Truth):
        return Truth(both(holds, symbol.yes), both(holds, symbol.no), symbol.total and holds is True)
    if isinstance(symbol, Choice):
        return Choice(symbol.options, both(symbol.defined, holds))
    return with_(symbol, defined=both(symbol.defined, holds))


def with_(number: Number, **changes: Any) -> Number:
    """A number with other fields."""
    return number._replace(**changes)


# ------------------------------------------------ choosing


def selected(when: Bool, one: Symbol, other: Symbol) -> Symbol:
    """`one` when, else `other`."""
    if when is True:
        return one
    if when is False:
        return other
    if isinstance(one, Truth) and isinstance(other, Truth):
        total = one.total and other.total
        yes = chosen(when, one.yes, other.yes)
        return Truth(yes, opposite(yes) if total else chosen(when, one.no, other.no), total)
    if isinstance(one, Choice) and isinstance(other, Choice):
        names = dict.fromkeys((*one.options, *other.options))
        options = {
            name: chosen(when, one.options.get(name, False), other.options.get(name, False)) for name in names
        }
        return Choice(options, chosen(when, one.defined, other.defined))
    if isinstance(one, Number) and isinstance(other, Number):
        return _selected(when, one, other)
    raise NotEncodableError("een waarde die soms van een andere soort is")


def _selected(when: Bool, one: Number, other: Number) -> Number:
    if one.below != other.below:
        if one.endless is True or one.defined is False:
            one = with_(one, below=other.below)
        elif other.endless is True or other.defined is False:
            other = with_(other, below=one.below)
        else:
            raise NotEncodableError("een grens die soms wel en soms niet meetelt")
    first, second, parts = aligned(one, other)
    values = None
    if one.values is not None and other.values is not None:
        every_one = frozenset(each * (parts // one.parts) for each in one.values)
        values = every_one | frozenset(each * (parts // other.parts) for each in other.values)
    same_term = isinstance(first, int) and isinstance(second, int) and first == second
    return Number(
        first if same_term else choice(when, first, second),
        parts,
        chosen(when, one.defined, other.defined),
        chosen(when, one.endless, other.endless),
        one.below,
        _least(_scaled(one.low, parts // one.parts), _scaled(other.low, parts // other.parts)),
        _most(_scaled(one.high, parts // one.parts), _scaled(other.high, parts // other.parts)),
        values if values is not None and len(values) <= FEW else None,
        one.day or other.day,
    )


def _scaled(bound: int | None, factor: int) -> int | None:
    return None if bound is None else bound * factor


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)


def _most(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def aligned(one: Number, other: Number) -> tuple[Term, Term, int]:
    """Both terms over the same denominator."""
    parts = lcm(one.parts, other.parts)
    return times(one.term, parts // one.parts), times(other.term, parts // other.parts), parts


def times(term: Term, factor: int) -> Term:
    """A term so many times."""
    return term if factor == 1 else term * factor


# ------------------------------------------------ comparing


def equal(one: Symbol, other: Symbol) -> Bool:
    """Whether two values, both there, are the same."""
    if isinstance(one, Truth) and isinstance(other, Truth):
        return same(one.yes, other.yes)
    if isinstance(one, Choice) and isinstance(other, Choice):
        return some([both(each, other.options.get(name, False)) for name, each in one.options.items()])
    if isinstance(one, Number) and isinstance(other, Number):
        left, right, _ = aligned(one, other)
        alike = one.below == other.below and _settled(left, right, left == right)
        return either(
            both(one.endless, other.endless), both(opposite(one.endless), opposite(other.endless), alike)
        )
    return False


def before(one: Symbol, other: Symbol) -> Bool:
    """Whether the first of two numbers or days, both there, is less than the second."""
    if not isinstance(one, Number) or not isinstance(other, Number):
        raise NotEncodableError("een volgorde van waarden die geen getal of dag zijn")
    left, right, _ = aligned(one, other)
    less = left <= right if one.below and not other.below else left < right
    return both(opposite(one.endless), either(other.endless, _settled(left, right, less)))


def _settled(left: Term, right: Term, found: Any) -> Bool:
    return bool(found) if isinstance(left, int) and isinstance(right, int) else found


def at_most(one: Symbol, other: Symbol) -> Bool:
    """Whether the first is not more than the second."""
    return opposite(before(other, one))


COMPARISONS: dict[str, Callable[[Symbol, Symbol], Bool]] = {
    "=": equal,
    "!=": lambda one, other: opposite(equal(one, other)),
    "<": before,
    "<=": at_most,
    ">": lambda one, other: before(other, one),
    ">=": lambda one, other: opposite(before(one, other)),
}


def all_equal(symbols: list[Symbol]) -> Bool:
    """Whether all of these, all there, are the same as the first."""
    return every([equal(symbols[0], each) for each in symbols[1:]])


def as_value(term: int, parts: int, *, day: bool) -> Value:
    """The value of a number."""
    return date.fromordinal(term) if day else normalised(Fraction(term, parts))
