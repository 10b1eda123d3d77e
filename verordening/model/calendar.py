"""Arithmetic with dates and months. A term to a day that does not exist ends on the last day of its month."""

from __future__ import annotations

from datetime import date, timedelta

_FEBRUARY = 2
_SHORT = (4, 6, 9, 11)


def days_in_month(year: int, month: int) -> int:
    """How many days the month has, in the Gregorian calendar."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in _SHORT else 31


def add_months(day: date, months: int) -> date:
    """`day` plus (or minus) whole months: 31 January plus one month is 28 or 29 February.

    Raises OverflowError outside the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{day} + {months}")
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def shifted(day: date, length: int, family: str) -> date:
    """`day` plus (or minus) a duration in months, days or working days (`family`).

    Raises OverflowError outside the calendar.
    """
    if family == "maand":
        return add_months(day, length)
    if family == "dag":
        return day + timedelta(days=length)
    from verordening.model.holidays import working_days_after

    return working_days_after(day, length)


def months_between(start: date, end: date) -> int:
    """The whole months that have passed from `start` to `end`; negative when `end` is earlier.

    A month has passed on the same day of a later month, and where that day does not exist on the first of the month
    after it: who was born on 29 February is a year older on 1 March of another year.
    """
    if end < start:
        return -months_between(end, start)
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def next_day_of_year(day: date, days: tuple[tuple[int, int], ...]) -> date:
    """The first (month, day) of `days` that falls after `day`."""
    candidates = [
        date(year, month, min(number, days_in_month(year, month)))
        for year in (day.year, day.year + 1)
        for month, number in days
    ]
    return min(candidate for candidate in candidates if candidate > day)
