"""The last day of a term of an act, as the Algemene termijnenwet (Atw) moves it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from verordening.model.calendar import shifted
from verordening.model.holidays import extends_term

_DAY: Final = timedelta(days=1)
_MOST_DAYS: Final = 90
_MOST_MONTHS: Final = 3
_SHORT: Final = 3
_LEAST_WORKING_DAYS: Final = 2


Extending = Callable[[date], bool | None]
"""Whether a statutory term cannot end on a day; None where a decree may still say so."""


def statutory_end(day: date, length: int, family: str, extending: Extending = extends_term) -> date | None:
    """The end of a term that an act or amvb sets; None where a decree may still move it. Raises OverflowError.

    It does not end on a Saturday, Sunday or holiday (Atw 1 lid 1), and one of three days or more holds two other days
    (Atw 2). Not so for more than 90 days, 12 weeks or 3 months (Atw 4), or counted back (Atw 1 lid 2).
    """
    end = shifted(day, length, family)
    if length <= 0 or is_exempt(length, family):
        return end
    last = _not_extending(end, extending)
    if last is None or (end - day).days < _SHORT:
        return last
    working, doubtful, inside = 0, False, day
    while inside < last and working < _LEAST_WORKING_DAYS:
        inside += _DAY
        extends = extending(inside)
        working += extends is False
        doubtful |= extends is None
    if working < _LEAST_WORKING_DAYS and doubtful:
        return None
    while last is not None and working < _LEAST_WORKING_DAYS:
        last = _not_extending(last + _DAY, extending)
        working += 1
    return last


def _not_extending(day: date, extending: Extending) -> date | None:
    """The first day from `day` on which a term can end; None where a decree may still equate a day on the way."""
    while True:
        extends = extending(day)
        if not extends:
            return None if extends is None else day
        day += _DAY


def is_exempt(length: int, family: str) -> bool:
    """Whether the Atw leaves a term of this length alone (Atw 4 onder a)."""
    return length > _MOST_MONTHS if family == "maand" else length > _MOST_DAYS
