"""Days, months and years in whole numbers: exactly, in the Gregorian calendar, by divisions alone.

A year runs from March to February, so that the leap day is the last and the days before a month are a linear formula.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from verordening.model.types import PER_FAMILY_UNIT
from verordening.population.lowering.statutory import UNSAID, days_later
from verordening.population.lowering.terms import Whole, node_of, whole
from verordening.symbolic.calculating import added
from verordening.symbolic.calculating import whole as whole_number
from verordening.symbolic.logic import both, chosen, opposite
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import Number, with_
from verordening.symbolic.terms import Term, floor

EPOCH = date(1, 3, 1).toordinal() - 365
"""The first of March of the year 0."""
_YEARS_400, _YEARS_100, _YEARS_4 = 146_097, 36_524, 1_461
_MOST_DAYS = 100_000
"""Of more first days no table is made."""
_FIRST, _LAST = date.min.toordinal() + 366, date.max.toordinal() - 366


class _Parts(NamedTuple):
    """Months since March of the year 0, and the day in the month from 1."""

    month: Term
    day: Term


class ColumnCalendar:
    """Days of a program."""

    def months_later(self, day: Number, months: Number) -> Number:
        """A day so many months later; on the last day of a month that is too short."""
        parts, length = _parts_of(day), whole_number(months)
        found = _day_in(parts.month + length.term, parts.day, _reach(day, length, -1), _reach(day, length, 1))
        there = both(day.defined, length.defined, opposite(months.endless))
        return with_(found, defined=there)

    def next_month(self, day: Number) -> Number:
        """The first day of the next month."""
        parts = _parts_of(day)
        low, high = _ends(day)
        return with_(_day_in(parts.month + 1, 1, low + 1, high + 31), defined=day.defined)

    def elapsed(self, unit: str, start: Number, end: Number) -> Number:
        """The whole units that have passed; negative where the end is earlier."""
        size, there = PER_FAMILY_UNIT[unit], both(start.defined, end.defined)
        if unit in ("maand", "jaar"):
            one, other = _parts_of(start), _parts_of(end)
            passed = chosen(start.term <= end.term, _whole_months(one, other), -1 * _whole_months(other, one))
        else:
            passed = added(end, start, -1).term
        if size > 1:
            passed = chosen(passed >= 0, floor(passed, size) * size, -1 * (floor(-1 * passed, size) * size))
        (first, last), (least, most) = _ends(start), _ends(end)
        longest = max(abs(most - first), abs(least - last)) + size
        return Number(passed, 1, there, low=-longest, high=longest)

    def term_end(self, day: Number, length: int, family: str) -> Number | None:
        """The last day of a statutory term, looked up by its first; None where there are too many first days."""
        if not isinstance(day.term, Whole):
            return None
        builder, node = day.term.builder, day.term.node
        low, high = builder.range(node)
        if high - low > _MOST_DAYS:
            return None
        later = days_later(low, high, length, family)
        passed = whole(builder, builder.look_up(node_of(builder, day.term - low), later))
        there = both(day.defined, passed != UNSAID)
        return Number(day.term + passed, 1, there, low=low + UNSAID, high=high + max(later), day=True)

    def loosely_after(self, day: Number, most: int) -> Number:
        """A day of which only is known that it is not long after another: not known at all."""
        return with_(day, defined=False)


def _ends(day: Number) -> tuple[int, int]:
    if day.low is None or day.high is None:
        raise NotEncodableError("een dag zonder grenzen")
    return day.low, day.high


def _reach(day: Number, months: Number, sign: int) -> int:
    """How far a shifted day may lie: a month has 28 to 31 days."""
    end, length = (day.low, months.low) if sign < 0 else (day.high, months.high)
    if end is None or length is None:
        raise NotEncodableError("een dag zonder grenzen")
    longest = 31 if (length > 0) is (sign > 0) else 28
    return end + length * longest + sign * 3


def _parts_of(day: Number) -> _Parts:
    """The month and the day in it."""
    low, high = _ends(day)
    if low < _FIRST or high > _LAST:
        raise NotEncodableError("een dag die buiten de kalender kan vallen")
    passed = day.term - EPOCH
    era = floor(passed, _YEARS_400)
    inside = passed - era * _YEARS_400
    leaps = floor(inside, _YEARS_4 - 1) - floor(inside, _YEARS_100) + floor(inside, _YEARS_400 - 1)
    year = floor(inside - leaps, 365)
    in_year = inside - (year * 365 + floor(year, 4) - floor(year, 100))
    month = floor(in_year * 5 + 2, 153)
    return _Parts((era * 400 + year) * 12 + month, in_year - floor(month * 153 + 2, 5) + 1)


def _first_of(month: Term) -> Term:
    """The first day of a month."""
    year = floor(month, 12)
    inside = month - year * 12
    return (
        year * 365 + floor(year, 4) - floor(year, 100) + floor(year, 400) + floor(inside * 153 + 2, 5) + EPOCH
    )


def _day_in(month: Term, day: Term, low: int, high: int) -> Number:
    """The day of a month, or its last day."""
    if low < _FIRST or high > _LAST:
        raise NotEncodableError("een dag die buiten de kalender kan vallen")
    first = _first_of(month)
    if isinstance(day, int) and day == 1:
        return Number(first, low=low, high=high, day=True)
    last = _first_of(month + 1) - 1
    found = first + day - 1
    return Number(chosen(found <= last, found, last), low=low, high=high, day=True)


def _whole_months(start: _Parts, end: _Parts) -> Term:
    return end.month - start.month - chosen(end.day < start.day, 1, 0)
