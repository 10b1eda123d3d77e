"""Holidays of the Algemene termijnenwet (Atw), and working days. How a term uses them is decided in `terms`."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import Final

from verordening.remembering import lru_cache

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_TUESDAY, _THURSDAY = 1, 3
_MOST_WORKING_DAYS: Final = 50_000

_EQUATED: Final = frozenset(
    date.fromisoformat(each)
    for each in (
        # Royal decree of 31 October 2016 (Stcrt. 2016, 58653)
        *("2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31", "2019-12-27"),
        # Besluit gelijkstelling van 28 april 2023 … met een algemeen erkende feestdag
        *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
        # Besluit gelijkstelling van 2 januari 2026 … met een algemeen erkende feestdag
        *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
    )
)
_DECREED: Final = frozenset((*range(2017, 2020), *range(2023, 2029)))
"""The years of which the days that a royal decree equates with a holiday are known (Atw 3 lid 3)."""


def is_holiday(day: date) -> bool:
    """Whether `day` is an algemeen erkende feestdag (Atw 3 lid 1)."""
    return day in _holidays(day.year)


def is_weekend(day: date) -> bool:
    """Whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def is_working_day(day: date) -> bool:
    """Whether `day` is a `werkdag`: no Saturday, Sunday or algemeen erkende feestdag.

    Good Friday and what a decree equates are holidays for the Atw alone (lid 2 and 3), and so working days here.
    """
    return not is_weekend(day) and not is_holiday(day)


def extends_term(day: date) -> bool | None:
    """Whether a statutory term cannot end on `day` (Atw 1 with 3); None where a decree may still equate it."""
    if is_weekend(day) or day in _extending(day.year):
        return True
    return None if day in _equatable(day.year) else False


def extending_terms(first: date, last: date) -> list[bool | None]:
    """`extends_term` of every day from `first` to `last`."""
    start = first.toordinal()
    weekends = [(first + each * _DAY).weekday() >= _SATURDAY for each in range(7)]
    found: list[bool | None] = [weekends[each % 7] for each in range(last.toordinal() - start + 1)]
    for year in range(first.year, last.year + 1):
        for days, extends in ((_equatable(year), None), (_extending(year), True)):
            for day in days:
                if first <= day <= last and not is_weekend(day):
                    found[day.toordinal() - start] = extends
    return found


def working_days_after(day: date, number: int) -> date:
    """The day that is `number` working days after `day`, or before it where that is negative.

    Raises OverflowError outside the calendar, and for more than a person lives to see.
    """
    if abs(number) > _MOST_WORKING_DAYS:
        raise OverflowError(f"{number} working days")
    step = _DAY if number > 0 else -_DAY
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day):
            day += step
    return day


@lru_cache(maxsize=512)
def _holidays(year: int) -> frozenset[date]:
    """New Year, Easter Monday, Ascension, Whit Monday, Christmas, the king's day and 5 May."""
    easter = _easter(year)
    moving = (easter + timedelta(days=each) for each in (1, 39, 50))
    fixed = (date(year, *each) for each in ((1, 1), (5, 5), (12, 25), (12, 26)))
    return frozenset((*moving, *fixed, _birthday(year)))


@lru_cache(maxsize=512)
def _extending(year: int) -> frozenset[date]:
    """The days beside weekends on which no statutory term ends: holidays, Good Friday and what a decree equates."""
    decreed = (day for day in _EQUATED if day.year == year)
    return _holidays(year).union((_easter(year) - 2 * _DAY,), decreed)


@lru_cache(maxsize=512)
def _equatable(year: int) -> frozenset[date]:
    """The Fridays after a holiday and the Mondays before one, which a decree may still equate with a holiday."""
    if year in _DECREED:
        return frozenset()
    around = [*_holidays(year), *([] if year == MAXYEAR else _holidays(year + 1))]
    found = {day + _DAY for day in around if day.weekday() == _THURSDAY}
    found |= {day - _DAY for day in around if day.weekday() == _TUESDAY}
    return frozenset(day for day in found if day.year == year) - _extending(year)


def _birthday(year: int) -> date:
    """The day on which the king's birthday is celebrated: the day before where it falls on a Sunday."""
    day = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return day - _DAY if day.weekday() == _SATURDAY + 1 else day


@lru_cache(maxsize=512)
def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
