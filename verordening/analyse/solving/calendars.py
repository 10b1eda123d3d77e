"""Days, months and years for the solver: exactly, in the Gregorian calendar.

A day that is not fixed is tied to three whole numbers: the year from March to February, the month in it (March is 0)
and the day of the month. The leap day is then the last day of a year, and the days before a month are a linear formula.
"""

from __future__ import annotations

from datetime import date

import z3

from verordening.model.types import PER_FAMILY_UNIT
from verordening.records import dataclass
from verordening.symbolic.calculating import added, whole
from verordening.symbolic.logic import both, opposite
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import Number, with_
from verordening.symbolic.terms import Bool, Term

_MARCH = 2
"""Months from January to March."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_EPOCH = date(1, 3, 1).toordinal() - (365 + 0)


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """Months since March of the year 0, and the day in the month."""

    month: Term
    day: Term


class Calendar:
    """The days met so far, each with its parts. `ties` are the constraints that hold of these whatever is asked."""

    def __init__(self) -> None:
        self.ties: list[z3.BoolRef] = []
        self._parts: dict[int, tuple[_Parts, Term]] = {}
        self._met = 0

    # -------------------------------------------- what expressions ask

    def months_later(self, day: Number, months: Number) -> Number:
        """A day so many months later; on the last day of a month that is too short."""
        parts, number = self._parts_of(day), whole(months)
        low = _shifted_end(day.low, number.low, -1)
        high = _shifted_end(day.high, number.high, 1)
        month = parts.month + number.term
        found = self._day_in(month, parts.day, low, high)
        return with_(
            found,
            defined=both(day.defined, number.defined, _not_endless(months)),
        )

    def next_month(self, day: Number) -> Number:
        """The first day of the next month."""
        parts = self._parts_of(day)
        low = None if day.low is None else day.low + 1
        high = None if day.high is None else day.high + 31
        return with_(self._day_in(parts.month + 1, 1, low, high), defined=day.defined)

    def elapsed(self, unit: str, start: Number, end: Number) -> Number:
        """The whole units that have passed; negative where the end is earlier."""
        size = PER_FAMILY_UNIT[unit]
        if unit in ("maand", "jaar"):
            one, other = self._parts_of(start), self._parts_of(end)
            forward = _whole_months(one, other)
            backward = _whole_months(other, one)
            passed: Term = selected_number(start.term <= end.term, forward, -1 * backward)
            between = _between(start, end)
            low, high = (None, None) if between is None else (between[0] // 28 - 1, between[1] // 28 + 1)
        else:
            difference = added(end, start, -1)
            passed, low, high = difference.term, difference.low, difference.high
        term = passed
        if size > 1:
            up, down = _floor(passed, size) * size, -1 * _floor(-1 * passed, size) * size
            term = selected_number(passed >= 0, up, down)
            low, high = (
                None if low is None else low - size,
                None if high is None else high + size,
            )
        return Number(term, 1, both(start.defined, end.defined), low=low, high=high)

    def term_end(self, day: Number, length: int, family: str) -> Number | None:
        """That is not said here."""
        return None

    def loosely_after(self, day: Number, most: int) -> Number:
        """A day that is at most so many days after another: nothing else is said of it."""
        self._met += 1
        term = z3.Int(f"dag~{self._met}")
        self.ties.append(z3.And(term >= day.term, term <= day.term + most))
        high = None if day.high is None else day.high + most
        there = z3.Bool(f"dag~{self._met}~bekend")
        return Number(term, 1, both(day.defined, there), low=day.low, high=high, day=True)

    # -------------------------------------------- parts

    def _parts_of(self, day: Number) -> _Parts:
        if isinstance(day.term, int):
            return _fixed_parts(date.fromordinal(day.term))
        known = self._parts.get(day.term.get_id())
        if known is not None:
            return known[0]
        if day.low is None or day.high is None or day.low < _FIRST + 366 or day.high > _LAST - 366:
            raise NotEncodableError("een dag die buiten de kalender kan vallen")
        self._met += 1
        month, number = z3.Int(f"maand~{self._met}"), z3.Int(f"dag~{self._met}")
        lowest = _fixed_parts(date.fromordinal(day.low)).month
        highest = _fixed_parts(date.fromordinal(day.high)).month
        first, length = self._month(month)
        self.ties += [month >= lowest, month <= highest, number >= 1, number <= length]
        self.ties.append(day.term == first + number - 1)
        found = _Parts(month, number)
        self._parts[day.term.get_id()] = found, day.term
        return found

    def _day_in(self, month: Term, day: Term, low: int | None, high: int | None) -> Number:
        """The day of a month, or its last day."""
        if low is None or high is None or low < _FIRST + 366 or high > _LAST - 366:
            raise NotEncodableError("een dag die buiten de kalender kan vallen")
        if isinstance(month, int) and isinstance(day, int):
            first, length = _fixed_month(month)
            return Number(first + min(day, length) - 1, low=low, high=high, day=True)
        first, length = self._month(month)
        number = day
        if not (isinstance(day, int) and day <= 28):
            number = selected_number(day <= length, day, length)
        self._met += 1
        term = z3.Int(f"datum~{self._met}")
        self.ties.append(term == first + number - 1)
        self._parts[term.get_id()] = _Parts(month, number), term
        return Number(term, low=low, high=high, day=True)

    def _month(self, month: Term) -> tuple[Term, Term]:
        """The first day of a month and how many days it has."""
        if isinstance(month, int):
            return _fixed_month(month)
        self._met += 1
        year, inside = z3.Int(f"jaar~{self._met}"), z3.Int(f"maand_van~{self._met}")
        self.ties += [month == 12 * year + inside, inside >= 0, inside <= 11]
        before = (153 * inside + 2) / 5
        first = _EPOCH + 365 * year + year / 4 - year / 100 + year / 400 + before
        following = year + 1
        leap = z3.Or(z3.And(following % 4 == 0, following % 100 != 0), following % 400 == 0)
        short = z3.Or([inside == each for each in (1, 3, 6, 8)])
        length = z3.If(inside == 11, z3.If(leap, 29, 28), z3.If(short, 30, 31))
        return first, length


def _not_endless(number: Number) -> Bool:
    return opposite(number.endless)


def _fixed_parts(day: date) -> _Parts:
    return _Parts(day.year * 12 + day.month - 1 - _MARCH, day.day)


def _fixed_month(month: int) -> tuple[int, int]:
    index = month + _MARCH
    first = date(index // 12, index % 12 + 1, 1)
    following = date((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return first.toordinal(), (following - first).days


def _whole_months(start: _Parts, end: _Parts) -> Term:
    months, late = end.month - start.month, end.day < start.day
    return months - int(late) if isinstance(late, bool) else months - z3.If(late, 1, 0)


def _between(start: Number, end: Number) -> tuple[int, int] | None:
    if start.low is None or start.high is None or end.low is None or end.high is None:
        return None
    return end.low - start.high, end.high - start.low


def _shifted_end(end: int | None, months: int | None, sign: int) -> int | None:
    """Between which days a shifted one lies: a month has 28 to 31 days."""
    if end is None or months is None:
        return None
    longest = 31 if (months > 0) is (sign > 0) else 28
    return end + months * longest + sign * 3


def _floor(term: Term, by: int) -> Term:
    return term // by if isinstance(term, int) else term / by


def selected_number(when: object, one: Term, other: Term) -> Term:
    """One of two whole numbers."""
    if isinstance(when, bool):
        return one if when else other
    return z3.If(when, one, other)
