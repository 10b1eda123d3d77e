"""What a tabel gives on a day, and why it gives nothing. A row that has ended never speaks for a later day."""

from __future__ import annotations

from datetime import date

from verordening.model.formatting import format_date
from verordening.model.rules import Row, Table
from verordening.model.types import Kind, Value

_NOUNS = {Kind.AMOUNT: "het bedrag", Kind.PERCENTAGE: "het percentage"}


def row_on(table: Table, day: date) -> Row | None:
    """The row that holds on `day`, known or not; None before the first row and after the last has ended."""
    for row in table.rows:
        if row.start <= day and (row.end is None or day < row.end):
            return row
    return None


def value_on(table: Table, day: date) -> Value | None:
    """The value on `day`; None where no row gives one."""
    row = row_on(table, day)
    return None if row is None else row.value


def why_nothing(table: Table, day: date) -> str:
    """Why the table gives nothing on `day`, in Dutch: it starts later, has run out, or says that nobody knows."""
    what = f"{_NOUNS.get(table.type.kind, 'de waarde')} `{table.label}`"
    row = row_on(table, day)
    if row is not None:
        if row.end is None:
            return f"{what} is vanaf {format_date(row.start)} niet bekend"
        return f"{what} is van {format_date(row.start)} tot {format_date(row.end)} niet bekend"
    last = max((each.end for each in table.rows if each.end is not None and each.end <= day), default=None)
    if last is not None:
        return f"{what} is vanaf {format_date(last)} niet opgenomen"
    first = min((each.start for each in table.rows), default=day)
    return f"{what} is voor de dagen vóór {format_date(first)} niet opgenomen"
