"""The ends of statutory terms as tables: for each first day how many days later the last one is (Atw)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from verordening.model.holidays import extends_term
from verordening.model.terms import statutory_end

UNSAID: Final = -1
"""In a table: a decree may still move that end."""

_extending = lru_cache(maxsize=2**17)(extends_term)


@lru_cache(maxsize=16)
def days_later(first: int, last: int, length: int, family: str) -> tuple[int, ...]:
    """For every first day from `first` to `last` how many days later a term ends, or `UNSAID`."""
    found = []
    for day in map(date.fromordinal, range(first, last + 1)):
        end = statutory_end(day, length, family, _extending)
        found.append(UNSAID if end is None else (end - day).days)
    return tuple(found)
