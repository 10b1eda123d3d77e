"""When what was decided runs: the first and last day, each month, and when to look again."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.month_outcomes import Calendar, Month
from verordening.evaluate.outcome import Outcome
from verordening.model.formatting import format_date
from verordening.present.basis_content import home_of
from verordening.present.citing import in_brackets, in_short
from verordening.present.document import POINT, REQUIRED, Item, Section, section
from verordening.present.dutch import sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MOST_MONTHS: Final = 12


def when(outcome: Outcome) -> tuple[Section, ...]:
    """The section on days and months; nothing while the first day is not known."""
    return section("WANNEER", "Wanneer", _items(outcome))


def _items(outcome: Outcome) -> Iterator[Item]:
    calendar = outcome.calendar
    if calendar.start is not None and calendar.end is not None:
        by = in_brackets(in_short(calendar.by, home_of(outcome.decisions))) if calendar.by is not None else ""
        days = f"van {format_date(calendar.start)} tot en met {format_date(calendar.end)}"
        yield Item(f"{days}{by}", sign=POINT)
        yield from _months(calendar)
    if calendar.review is not None:
        yield Item(f"bekijk dit uiterlijk op {format_date(calendar.review)} opnieuw", sign=POINT)
    for note in calendar.notes:
        yield Item(sentence(note), sign=POINT)


def _months(calendar: Calendar) -> Iterator[Item]:
    """What each month takes; equal months in a row are said once."""
    if len(calendar.months) == 1 and not calendar.months[0].cut:
        return
    for run in month_runs(calendar)[:_MOST_MONTHS]:
        text = f"{_named(run)}: {run[0].text} lager"
        if run[0].cut:
            yield Item(f"{text}: {run[0].cut}", sign=REQUIRED)
        else:
            yield Item(text, sign=POINT)


def cut_months(outcome: Outcome) -> Iterator[str]:
    """The months in which all acts together take more than can be taken: what that comes to, and why."""
    for run in month_runs(outcome.calendar):
        if run[0].cut:
            yield f"{_named(run)}: {run[0].text} lager: {run[0].cut}"


def month_runs(calendar: Calendar) -> list[list[Month]]:
    """The months in order, those in a row of which the same is to be said together."""
    runs: list[list[Month]] = []
    for month in calendar.months:
        before = runs[-1][-1] if runs else None
        if before is not None and (before.text, before.cut) == (month.text, month.cut):
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _named(run: list[Month]) -> str:
    first, last = month_name(run[0]), month_name(run[-1])
    return first if len(run) == 1 else f"{first} tot en met {last}, elke maand"


def month_name(month: Month) -> str:
    """`april 2026`."""
    return format_date(month.first_day).partition(" ")[2]
