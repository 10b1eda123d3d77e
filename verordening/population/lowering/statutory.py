"""The ends of statutory terms as tables: for each first day how many days later the last one is (Atw)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from verordening.model.calendar import shifted
from verordening.model.holidays import extending_terms
from verordening.model.terms import statutory_end

UNSAID: Final = -1
"""In a table: a decree may still move that end."""
_BESIDE: Final = 400
"""Days after the last end that are looked at: more than any term that the Atw moves is long."""
_ENOUGH: Final = 2
"""A term with so many days that are no weekend or holiday is long enough (Atw 2)."""


class _Days(NamedTuple):
    """Of every day from a first: the day on which a term that would end on it does, or `UNSAID`; and how many days on
    which a term may end have passed.
    """

    landing: list[int]
    working: list[int]


@lru_cache(maxsize=16)
def days_later(first: int, last: int, length: int, family: str) -> tuple[int, ...]:
    """For every first day from `first` to `last` how many days later a term ends, or `UNSAID`: as `statutory_end`."""
    landing, working = _days(first, last + _BESIDE)
    found = []
    for day, end in zip(range(first, last + 1), _ends(first, last, length, family), strict=True):
        moved = landing[end - first]
        if moved == UNSAID:
            found.append(UNSAID)
        elif working[moved - first] - working[day - first] >= _ENOUGH:
            found.append(moved - day)
        else:
            longer = statutory_end(date.fromordinal(day), length, family)
            found.append(UNSAID if longer is None else longer.toordinal() - day)
    return tuple(found)


def _ends(first: int, last: int, length: int, family: str) -> Iterable[int]:
    """Where terms would end if the Atw did not move them."""
    if family == "dag":
        return range(first + length, last + length + 1)
    days = map(date.fromordinal, range(first, last + 1))
    return (shifted(day, length, family).toordinal() for day in days)


@lru_cache(maxsize=4)
def _days(first: int, last: int) -> _Days:
    extending = extending_terms(date.fromordinal(first), date.fromordinal(last))
    landing: list[int] = []
    moved = UNSAID
    for day, extends in zip(range(last, first - 1, -1), reversed(extending), strict=True):
        if not extends:
            moved = UNSAID if extends is None else day
        landing.append(moved)
    landing.reverse()
    return _Days(landing, list(accumulate([each is False for each in extending])))
