"""How the rows of a table are written: dates, amounts and where they come from in columns below each other."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.language import syntax as s
from verordening.language.layout.document import Row
from verordening.language.layout.expressions import value_doc
from verordening.language.layout.values import amount_text, date_text, quoted


def table_rows(rows: Sequence[s.RowClause]) -> list[Row]:
    """All rows of one table; an amount shows its cents, also when there are none."""
    columns = [
        _even([f"vanaf {date_text(row.start)}" for row in rows]),
        _even([f"tot {date_text(row.end)}" if row.end is not None else "" for row in rows]),
        _even([f"is {amount}" for amount in _amounts([row.amount for row in rows])]),
        _even([row.provenance for row in rows]),
        [quoted(row.source) if row.provenance else "" for row in rows],
    ]
    lines = (" ".join(cell for cell in cells if cell) for cells in zip(*columns, strict=True))
    return [Row(row.span, line.rstrip()) for row, line in zip(rows, lines, strict=True)]


def _even(cells: list[str]) -> list[str]:
    width = max(map(len, cells), default=0)
    return [cell.ljust(width) for cell in cells]


def _amounts(values: Sequence[s.Expression]) -> list[str]:
    """Amounts with their digits below each other; other values as they are."""
    numbers = [
        amount_text(value.number, cents=True)
        if isinstance(value, s.Literal) and value.kind == "bedrag" and isinstance(value.number, int)
        else None
        for value in values
    ]
    width = max((len(number) for number in numbers if number is not None), default=0)
    return [
        _other(value) if number is None else f"€ {number.rjust(width)}{_per(value)}"
        for value, number in zip(values, numbers, strict=True)
    ]


def _per(value: s.Expression) -> str:
    return f" per {value.unit}" if isinstance(value, s.Literal) and value.unit else ""


def _other(value: s.Expression) -> str:
    text = value_doc(value)
    assert isinstance(text, str)
    return text
