"""Months, years and month ends. The expectations are read off a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.model.calendar import add_months, months_between, next_day_of_year

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 30), 1, date(2026, 2, 28)),
        (date(2026, 1, 28), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(1900, 1, 31), 1, date(1900, 2, 28)),  # 1900 was no leap year
        (date(2000, 1, 31), 1, date(2000, 2, 29)),  # 2000 was
    ],
)
def test_a_month_later(day: date, months: int, end: date) -> None:
    assert add_months(day, months) == end


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 15), date(2026, 2, 14), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 31), date(2026, 3, 30), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2008, 2, 29), date(2026, 2, 28), 215),  # 17 years: the birthday is on 1 March
        (date(2008, 2, 29), date(2026, 3, 1), 216),
        (date(2008, 2, 29), date(2028, 2, 29), 240),
        (date(2026, 5, 1), date(2026, 5, 1), 0),
        (date(2026, 3, 15), date(2026, 2, 15), -1),
        (date(2026, 3, 15), date(2026, 2, 16), 0),
    ],
)
def test_whole_months(start: date, end: date, months: int) -> None:
    assert months_between(start, end) == months


def test_an_indexation_day() -> None:
    days = ((1, 1), (7, 1))
    assert next_day_of_year(date(2026, 1, 1), days) == date(2026, 7, 1)
    assert next_day_of_year(date(2026, 6, 30), days) == date(2026, 7, 1)
    assert next_day_of_year(date(2026, 7, 1), days) == date(2027, 1, 1)
    assert next_day_of_year(date(2026, 12, 31), ((1, 1),)) == date(2027, 1, 1)


@given(DAYS, st.integers(-600, 600))
def test_shifting_lands_in_the_month_meant_on_the_same_day_or_its_last(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@given(DAYS, DAYS)
def test_the_months_between_are_those_that_were_passed(start: date, end: date) -> None:
    start, end = min(start, end), max(start, end)
    months = months_between(start, end)
    assert add_months(start, months) <= end
    assert add_months(start, months + 1) >= end
    assert months_between(end, start) == -months


@given(DAYS, st.integers(0, 600))
def test_a_month_has_passed_one_day_after_the_last_at_the_latest(day: date, months: int) -> None:
    """The same day of the month where that exists, and else the first of the next."""
    last = add_months(day, months)
    assert months_between(day, last) == months - (last.day < day.day)
    assert months_between(day, last + timedelta(days=1)) >= months


@given(DAYS, DAYS, DAYS)
def test_more_time_is_never_fewer_months(first: date, second: date, third: date) -> None:
    start, middle, end = sorted((first, second, third))
    assert months_between(start, middle) <= months_between(start, end)
