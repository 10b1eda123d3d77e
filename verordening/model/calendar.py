"""Arithmetic with dates and months. One stated rule: a day that does not exist becomes the last day of that month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """`day` plus (or minus) whole months: 31 January plus one month is 28 or 29 February.

    Raises OverflowError outside the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"{day} + {months}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """The whole months that have passed from `start` to `end` (negative when `end` is earlier)."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if months >= 0 and add_months(start, months) > end:
        months -= 1
    if months < 0 and add_months(start, months) < end:
        months += 1
    return months


def next_day_of_year(day: date, days: tuple[tuple[int, int], ...]) -> date:
    """The first (month, day) of `days` that falls after `day`."""
    candidates = [
        date(year, month, min(number, monthrange(year, month)[1]))
        for year in (day.year, day.year + 1)
        for month, number in days
    ]
    return min(candidate for candidate in candidates if candidate > day)
