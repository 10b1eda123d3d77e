"""Columns given by hand, read as those of a file are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pyarrow as pa
import pytest

from tests.law.examples import corpus_of
from verordening.language.diagnostics import InputError
from verordening.population.reading.matching import Matching

GEMEENTE = "amsterdam"


def table_of(columns: dict[str, Any], units: dict[str, str] | None = None) -> pa.Table:
    """A table, with the unit of a column in its metadata."""
    arrays = [
        each if isinstance(each, pa.Array | pa.ChunkedArray) else pa.array(each) for each in columns.values()
    ]
    fields = [
        pa.field(name, array.type, metadata={"eenheid": units[name]} if units and name in units else None)
        for name, array in zip(columns, arrays, strict=True)
    ]
    return pa.table(arrays, schema=pa.schema(fields))


def read(
    columns: dict[str, Any], units: dict[str, str] | None = None, ignored: Collection[str] = ()
) -> dict[str, list[int]]:
    """The columns of whole numbers."""
    table = table_of(columns, units)
    matching = Matching(corpus_of(GEMEENTE), table.schema, "zaken.parquet", ignored)
    (batch,) = table.combine_chunks().to_batches()
    return {name: array.tolist() for name, array in matching.read(batch).items()}


def refusals(columns: dict[str, Any], units: dict[str, str] | None = None) -> list[tuple[str, str, str]]:
    """The messages: code, message, help."""
    with pytest.raises(InputError) as found:
        read(columns, units)
    return [(each.code, each.message, each.help) for each in found.value.diagnostics]
