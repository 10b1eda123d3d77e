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

_DAY_FIRST = pattern(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})\Z")
_WORDS = pattern(r"([0-9]{1,2}) ([^\W\d]+) ([0-9]{4})\Z")
_ISO_LIKE = pattern(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?![0-9])")
_DAY_FIRST_LIKE = pattern(r"([0-9]{1,2})[/. ]([0-9]{1,2})[/. ]([0-9]{4})\Z")
_REMEDY = "schrijf een datum zoals `2026-03-01` of `1 maart 2026`"


def read_date(text: str) -> date:
    """The date that `text` names; a date that does not exist is refused. Raises ScalarError."""
    word = clean(text)
    parts = word.split("-")
    if [len(part) for part in parts] == [4, 2, 2] and word.isascii() and "".join(parts).isdigit():
        return _existing(int(parts[0]), int(parts[1]), int(parts[2]), text)
    day_first = _DAY_FIRST.match(word)
    if day_first is not None:
        return _existing(int(day_first[3]), int(day_first[2]), int(day_first[1]), text)
    words = _WORDS.match(word)
    if words is not None:
        return _existing(int(words[3]), _month(words[2], text), int(words[1]), text)
    raise ScalarError(f"{shown_scalar(text)} is geen datum", _remedy(word))


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
