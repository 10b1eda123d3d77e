"""A row of a tabel written into the text of its file. Every other character of the file stays as it is."""

from __future__ import annotations

from datetime import date

from verordening.language import syntax as s
from verordening.model.formatting import format_date
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class NewRow:
    """What is to be written: `vanaf START is AMOUNT GRADE "SOURCE"`; without a grade the last two are left out."""

    start: date
    amount: str
    grade: str
    source: str

    def text(self, column: int = 0) -> str:
        """The row as it stands in a file, with `is` at least `column` characters from its start."""
        told = f' {self.grade} "{self.source}"' if self.grade else ""
        return f"{f'vanaf {format_date(self.start)} ':<{column}}is {self.amount}{told}"


@dataclass(frozen=True, slots=True)
class Edit:
    """A text with one row changed: the line (from 1) where it now stands, and the row that it took the place of."""

    text: str
    line: int
    replaced: str


def rows_of(file: s.File, table: str) -> tuple[s.RowClause, ...]:
    """The rows of a table as written. Raises KeyError where the file has no such table."""
    for item in file.items:
        if isinstance(item.head, s.TableHead) and item.head.name.name == table:
            return tuple(each for each in item.clauses if isinstance(each, s.RowClause))
    raise KeyError(table)


def with_row(text: str, file: s.File, table: str, row: NewRow) -> Edit:
    """The text with the row in its place by date, or instead of the row of the same day. Raises KeyError.

    `text` is that of `file`, with its own line ends.
    """
    *ended, rest = text.split("\n")
    lines = [*(f"{line}\n" for line in ended), *([rest] if rest else [])]
    written = rows_of(file, table)
    same = next((each for each in written if each.start == row.start), None)
    if same is not None:
        return _replaced(lines, same, row)
    before = [each for each in written if each.start < row.start]
    beside = before[-1] if before else written[0]
    model = lines[beside.span.line - 1]
    indent = model[: len(model) - len(model.lstrip())]
    at = beside.span.end_line if before else beside.span.line - 1
    end = _line_end(lines)
    if at == len(lines) and not lines[-1].endswith("\n"):
        lines[-1] += end
    lines.insert(at, f"{indent}{row.text(_column_of_is(beside, model))}{end}")
    return Edit("".join(lines), at + 1, "")


def _column_of_is(row: s.RowClause, line: str) -> int:
    """How far `is` stands from the start of a row, so that a new one stands in line with it."""
    if row.amount.span.line != row.span.line:
        return 0
    before = line[row.span.column - 1 : row.amount.span.column - 1].rstrip()
    return len(before) - len("is")


def _replaced(lines: list[str], old: s.RowClause, row: NewRow) -> Edit:
    first, last = old.span.line - 1, old.span.end_line - 1
    head, tail = lines[first][: old.span.column - 1], lines[last][old.span.end_column - 1 :]
    before = "".join(lines[first : last + 1]).strip()
    lines[first : last + 1] = [f"{head}{row.text(_column_of_is(old, lines[first]))}{tail}"]
    return Edit("".join(lines), first + 1, before)


def _line_end(lines: list[str]) -> str:
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
