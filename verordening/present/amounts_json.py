"""The overview of `bedragen` as JSON (`verordening/bedragen/1`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Final

from verordening.model.amounts import TableOn
from verordening.model.formatting import machine_value
from verordening.model.rules import Row

SCHEMA: Final = "verordening/bedragen/1"

Json = dict[str, object]


def render_amounts_json(tables: Sequence[TableOn], day: date, *, exit_code: int) -> str:
    """The JSON text, ending in a newline."""
    content = {
        "schema": SCHEMA,
        "peildatum": day.isoformat(),
        "tabellen": [_table(each) for each in tables],
        "afsluitcode": exit_code,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _table(each: TableOn) -> Json:
    table, type_ = each.table, each.table.type
    return {
        "naam": table.name,
        "label": table.label,
        "regeling": each.regulation.id,
        "bestand": table.place.file,
        "regel": table.place.line,
        "type": type_.kind.value,
        "eenheid": type_.unit or None,
        "geindexeerd_op": [f"{month:02}-{day:02}" for month, day in table.indexed],
        "stand": each.standing.value,
        "rij": _row(each.row, each),
        "rijen": [_row(row, each) for row in table.rows],
    }


def _row(row: Row, each: TableOn) -> Json:
    provenance = each.provenance_of(row)
    return {
        "bedrag": None if row.value is None else machine_value(row.value, each.table.type),
        "van": row.start.isoformat(),
        "tot": None if row.end is None else row.end.isoformat(),
        "herkomst": provenance.grade.name.lower(),
        "bron": provenance.note or None,
    }
