"""Text to a calendar date: `2026-03-01`, `1 maart 2026` or `1-3-2026`. No arithmetic with dates."""

from __future__ import annotations

from datetime import date

from verordening.language.measures import MONTHS
from verordening.language.suggestions import bedoelt_u
from verordening.model.calendar import days_in_month
from verordening.model.scalar_errors import ScalarError, clean, shown_scalar
from verordening.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

MONTHS_IN_YEAR: Final = 12

_ISO_LIKE = pattern(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?![0-9])")
_DAY_FIRST_LIKE = pattern(r"([0-9]{1,2})[/. ]([0-9]{1,2})[/. ]([0-9]{4})\Z")
_REMEDY = "schrijf een datum zoals `2026-03-01` of `1 maart 2026`"


def read_date(text: str) -> date:
    """The date that `text` names; a date that does not exist is refused. Raises ScalarError."""
    word = clean(text)
    match word.split("-"):
        case [year, month, day] if (
            _are_digits(year, 4, 4) and _are_digits(month, 2, 2) and _are_digits(day, 2, 2)
        ):
            return _existing(int(year), int(month), int(day), text)
        case [day, month, year] if (
            _are_digits(year, 4, 4) and _are_digits(month, 1, 2) and _are_digits(day, 1, 2)
        ):
            return _existing(int(year), int(month), int(day), text)
    match word.split(" "):
        case [day, month, year] if _are_digits(year, 4, 4) and month.isalpha() and _are_digits(day, 1, 2):
            return _existing(int(year), _month(month, text), int(day), text)
    raise ScalarError(f"{shown_scalar(text)} is geen datum", _remedy(word))


def _are_digits(text: str, fewest: int, most: int) -> bool:
    return fewest <= len(text) <= most and text.isascii() and text.isdigit()


def write_date(day: date) -> str:
    """The date in words: `1 maart 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _month(word: str, text: str) -> int:
    name = word.casefold()
    if name in MONTHS:
        return MONTHS.index(name) + 1
    raise ScalarError(f"{shown_scalar(text)} heeft geen bestaande maand", bedoelt_u(name, MONTHS) or _REMEDY)


def _existing(year: int, month: int, day: int, text: str) -> date:
    if year < 1:
        raise ScalarError(f"{shown_scalar(text)} is geen datum: het jaar 0 bestaat niet", _REMEDY)
    if not 1 <= month <= MONTHS_IN_YEAR:
        reason = f"maand {month} bestaat niet; een jaar heeft 12 maanden"
        raise ScalarError(reason, _swapped(year, month, day))
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        name = f"{MONTHS[month - 1]} {year}"
        raise ScalarError(f"{day} {name} bestaat niet; {name} heeft {last} dagen", "kijk de dag na")
    return date(year, month, day)


def _swapped(year: int, month: int, day: int) -> str:
    """Day and month may have changed places."""
    if 1 <= day <= MONTHS_IN_YEAR and 1 <= month <= days_in_month(year, day):
        return f"bedoelt u `{date(year, day, month).isoformat()}`?"
    return _REMEDY


def _remedy(word: str) -> str:
    like = _ISO_LIKE.match(word)
    parts = (like[1], like[2], like[3]) if like is not None else None
    if parts is None:
        other = _DAY_FIRST_LIKE.match(word)
        parts = (other[3], other[2], other[1]) if other is not None else None
    if parts is None:
        return _REMEDY
    try:
        return f"schrijf `{date(*map(int, parts)).isoformat()}`"
    except ValueError:
        return _REMEDY
