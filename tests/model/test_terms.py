"""Holidays, working days and the Algemene termijnenwet (Atw), against literal dates and the library `holidays`."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.model.calendar import shifted
from verordening.model.holidays import extends_term, is_holiday, is_working_day, working_days_after
from verordening.model.terms import statutory_end

DECREED = st.dates(date(2023, 1, 1), date(2028, 9, 1))
"""Days of which it is known which others a decree equates with a holiday, also three months on."""


@pytest.mark.parametrize("year", range(1990, 2101))
def test_the_holidays_are_those_of_the_library_and_5_may(year: int) -> None:
    """The library has Sundays (no matter here) and Good Friday (Atw 3 lid 2) and leaves out most fifths of May."""
    known = holidays.country_holidays("NL", years=year)
    easter = next(day for day, name in known.items() if name in ("Easter Sunday", "Eerste Paasdag"))
    good_friday = easter - timedelta(days=2)
    expected = {day for day in known if day != good_friday and day.weekday() < 6}
    days = (date(year, 1, 1) + timedelta(days=each) for each in range(366))
    found = {day for day in days if day.year == year and is_holiday(day) and day.weekday() < 6}
    assert found - {date(year, 5, 5)} == expected - {date(year, 5, 5)}
    assert is_holiday(date(year, 5, 5))
    assert extends_term(good_friday) is True
    assert not is_holiday(good_friday)


@pytest.mark.parametrize(
    ("day", "extends"),
    [
        (date(2026, 4, 3), True),  # Good Friday
        (date(2026, 4, 6), True),  # Easter Monday
        (date(2026, 4, 27), True),  # king's day
        (date(2025, 4, 26), True),  # king's day, for 27 April is a Sunday
        (date(2025, 4, 28), False),
        (date(2026, 5, 5), True),  # every year, not only in a lustrum
        (date(2026, 5, 14), True),  # Ascension
        (date(2026, 5, 15), True),  # equated by decree
        (date(2026, 1, 2), True),  # equated by decree
        (date(2026, 5, 4), False),  # between a Sunday and a holiday, and not equated
        (date(2026, 5, 16), True),  # Saturday
        (date(2026, 5, 18), False),
        (date(2030, 5, 31), None),  # Friday after Ascension, of a year without a decree yet
        (date(2030, 5, 29), False),  # nobody equates a Wednesday before a Thursday
    ],
)
def test_days_on_which_a_statutory_term_cannot_end(day: date, extends: bool | None) -> None:
    assert extends_term(day) is extends


@pytest.mark.parametrize(
    ("day", "length", "family", "end"),
    [
        (date(2026, 3, 24), 42, "dag", date(2026, 5, 6)),  # six weeks to 5 May
        (date(2026, 3, 20), 56, "dag", date(2026, 5, 18)),  # eight weeks to the equated 15 May, a Friday
        (date(2026, 3, 19), 56, "dag", date(2026, 5, 18)),  # to Ascension Day, then the bridge and a weekend
        (date(2026, 3, 2), 42, "dag", date(2026, 4, 13)),  # an ordinary Monday
        (date(2026, 2, 6), 1, "maand", date(2026, 3, 6)),
        (date(2026, 1, 31), 1, "maand", date(2026, 3, 2)),  # to 28 February, a Saturday
        (date(2026, 10, 1), 12 * 7, "dag", date(2026, 12, 24)),
        (date(2026, 10, 2), 12 * 7, "dag", date(2026, 12, 28)),  # to Christmas, then a weekend
        (date(2026, 9, 26), 3, "maand", date(2026, 12, 28)),
        (date(2026, 9, 26), 91, "dag", date(2026, 12, 26)),  # more than 90 days: Atw 4
        (date(2026, 8, 26), 4, "maand", date(2026, 12, 26)),  # more than three months: Atw 4
        (date(2025, 12, 27), 12, "maand", date(2026, 12, 27)),  # a year: Atw 4
        (
            date(2026, 12, 24),
            3,
            "dag",
            date(2026, 12, 29),
        ),  # Christmas and a weekend: Atw 2 wants the 28th and 29th
        (date(2026, 12, 23), 3, "dag", date(2026, 12, 28)),  # the 24th and the 28th are two
        (
            date(2026, 4, 1),
            3,
            "dag",
            date(2026, 4, 7),
        ),  # Thursday 2 April, then Easter: the second day is the 7th
        (date(2026, 6, 1), 2, "dag", date(2026, 6, 3)),  # too short for Atw 2
        (date(2026, 6, 10), -4, "dag", date(2026, 6, 6)),  # counted back, to a Saturday: Atw 1 lid 2
    ],
)
def test_the_end_of_a_statutory_term(day: date, length: int, family: str, end: date) -> None:
    assert statutory_end(day, length, family) == end


def test_a_term_that_a_decree_may_still_move_has_no_known_end() -> None:
    assert (
        statutory_end(date(2030, 5, 10), 21, "dag") is None
    )  # to Friday 31 May 2030, the day after Ascension


@pytest.mark.parametrize(
    ("day", "number", "end"),
    [
        (date(2026, 5, 1), 1, date(2026, 5, 4)),  # Friday, then Monday
        (date(2026, 5, 4), 1, date(2026, 5, 6)),  # 5 May lies between
        (date(2026, 4, 2), 1, date(2026, 4, 3)),  # Good Friday is a werkdag outside the Atw
        (date(2026, 4, 3), 1, date(2026, 4, 7)),
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # and so is an equated day
        (date(2026, 5, 9), 5, date(2026, 5, 18)),  # from a Saturday, over Ascension
        (date(2026, 5, 6), -1, date(2026, 5, 4)),
        (date(2026, 5, 9), 0, date(2026, 5, 9)),
    ],
)
def test_working_days(day: date, number: int, end: date) -> None:
    assert working_days_after(day, number) == end


def test_working_days_without_end_are_refused_at_once() -> None:
    with pytest.raises(OverflowError):
        working_days_after(date(2026, 1, 1), 999_999_999_999_999)


@given(DECREED, st.integers(1, 90))
def test_a_statutory_term_ends_on_a_day_that_counts_and_no_earlier_than_written(
    day: date, length: int
) -> None:
    end = statutory_end(day, length, "dag")
    assert end is not None
    assert extends_term(end) is False
    assert end >= shifted(day, length, "dag")
    if length >= 3:
        inside = [day + timedelta(days=each) for each in range(1, (end - day).days + 1)]
        assert sum(extends_term(each) is False for each in inside) >= 2


@given(DECREED, DECREED, st.integers(1, 90))
def test_who_starts_later_never_ends_earlier(first: date, second: date, length: int) -> None:
    early, late = (statutory_end(each, length, "dag") for each in sorted((first, second)))
    assert early is not None
    assert late is not None
    assert early <= late


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 260))
def test_between_two_working_days_lie_as_many_as_were_counted(day: date, number: int) -> None:
    end = working_days_after(day, number)
    days = [day + timedelta(days=each) for each in range(1, (end - day).days + 1)]
    assert sum(is_working_day(each) for each in days) == number
    assert is_working_day(end)
