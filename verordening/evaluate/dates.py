"""What expressions with dates come to: shifted days, differences, whole months and years, and the ends of terms."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.unknown import NOTHING, Result, Unknown, either
from verordening.model import expressions as e
from verordening.model.calendar import add_months, months_between, shifted
from verordening.model.formatting import format_date
from verordening.model.types import FAMILIES, PER_FAMILY_UNIT

_OFF_CALENDAR = Unknown(NOTHING, frozenset({"deze datum valt buiten de kalender"}))


def shift(node: e.DateShift, day: Result, duration: Result) -> Result:
    """A day plus or minus a duration."""
    if isinstance(day, Unknown) or isinstance(duration, Unknown):
        return either(day, duration)
    assert isinstance(day, date)
    if not isinstance(duration, int):
        return Unknown(NOTHING, frozenset({"een datum plus deze duur bestaat niet"}))
    try:
        return shifted(day, node.sign * duration, node.family)
    except OverflowError:
        return _OFF_CALENDAR


def next_month(day: Result) -> Result:
    """The first day of the calendar month after a day."""
    if isinstance(day, Unknown):
        return day
    assert isinstance(day, date)
    try:
        return add_months(day.replace(day=1), 1)
    except OverflowError:
        return _OFF_CALENDAR


def difference(left: Result, right: Result) -> Result:
    """The days from the second to the first."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return either(left, right)
    assert isinstance(left, date)
    assert isinstance(right, date)
    return (left - right).days


def elapsed(node: e.Elapsed, start: Result, end: Result) -> Result:
    """The whole units that have passed, in months (maand, jaar) or days (week, dag)."""
    if isinstance(start, Unknown) or isinstance(end, Unknown):
        return either(start, end)
    assert isinstance(start, date)
    assert isinstance(end, date)
    passed = months_between(start, end) if FAMILIES[node.unit] == "maand" else (end - start).days
    size = PER_FAMILY_UNIT[node.unit]
    whole = abs(passed) // size * size
    return whole if passed >= 0 else -whole


def end_of_term(node: e.Term, day: Result, length: Result) -> Result:
    """The last day of a term; unknown where a royal decree may still move it."""
    if isinstance(day, Unknown) or isinstance(length, Unknown):
        return either(day, length)
    assert isinstance(day, date)
    if not isinstance(length, int):
        return Unknown(NOTHING, frozenset({"een termijn van deze duur heeft geen laatste dag"}))
    from verordening.model.terms import statutory_end

    try:
        end = shifted(day, length, node.family)
        moved = statutory_end(day, length, node.family) if node.statutory else end
    except OverflowError:
        return _OFF_CALENDAR
    if moved is None:
        told = f"of een gelijkgestelde feestdag de termijn tot {format_date(end)} langer maakt"
        return Unknown(NOTHING, frozenset({f"{told}, is nog niet bekend"}))
    return moved
