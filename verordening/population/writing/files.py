"""Record batches to a file, parquet or csv, under another name until it is whole: no half file is left behind."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from verordening.population.writing.behind import Behind
from verordening.population.writing.schema import ROW

PARQUET: Final = (".parquet", ".pq")
CSV: Final = (".csv",)
ROWS_IN_A_GROUP: Final = 65_536
"""The rows of a row group, whatever the batches: the same outcomes give the same bytes."""
_RIGHTS: Final = 0o644


@contextmanager
def whole_file(path: str, schema: pa.Schema) -> Iterator[Behind]:
    """A file to write batches to, which gets its name when all went well. Raises OSError, FileExistsError."""
    folder = os.path.dirname(os.path.abspath(path))
    descriptor, temporary = tempfile.mkstemp(prefix=".verordening-", dir=folder)
    os.close(descriptor)
    try:
        whole = _csv(temporary, schema) if path.casefold().endswith(CSV) else _parquet(temporary, schema)
        sink = Behind(_Grouped(whole))
        try:
            yield sink
        finally:
            sink.close()
        os.chmod(temporary, _RIGHTS)
        # A link fails where the name is taken meanwhile; a rename would write over it.
        os.link(temporary, path)
    finally:
        with suppress(OSError):
            os.remove(temporary)


class _Grouped:
    """Collects batches to groups of one size."""

    def __init__(self, sink: Any) -> None:
        self._sink = sink
        self._held: list[pa.RecordBatch] = []
        self._count = 0

    def write_batch(self, batch: pa.RecordBatch) -> None:
        self._held.append(batch)
        self._count += batch.num_rows
        while self._count >= ROWS_IN_A_GROUP:
            whole = pa.Table.from_batches(self._held)
            self._sink.write_table(whole.slice(0, ROWS_IN_A_GROUP).combine_chunks())
            self._held = whole.slice(ROWS_IN_A_GROUP).to_batches()
            self._count -= ROWS_IN_A_GROUP

    def close(self) -> None:
        if self._count:
            self._sink.write_table(pa.Table.from_batches(self._held).combine_chunks())
            self._count = 0
        self._sink.close()


def _parquet(path: str, schema: pa.Schema) -> Any:
    """What comes back often is written once per group, the number of a row as its distance from the one before.

    Decimals are written as whole numbers, as Spark does: FixedLenByteArray takes four times as long to read. A least
    and a most of every group helps who looks for some rows; of other columns than that number they say nothing.
    """
    often = [each.name for each in schema if each.name != ROW and not pa.types.is_boolean(each.type)]
    rising = [ROW] if ROW in schema.names else []
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        use_dictionary=often or False,
        column_encoding=dict.fromkeys(rising, "DELTA_BINARY_PACKED") or None,
        write_statistics=rising or False,
        store_decimal_as_integer=True,
    )


# ------------------------------------------------ csv


class _CsvSink:
    """As a Dutch spreadsheet opens it: parted by `;`, a comma before decimals, ja and nee."""

    def __init__(self, path: str, schema: pa.Schema) -> None:
        self._schema = pa.schema([(each.name, _csv_form(each.type)) for each in schema])
        options = pa_csv.WriteOptions(delimiter=";", quoting_style="needed")
        self._writer = pa_csv.CSVWriter(path, self._schema, write_options=options)

    def write_table(self, table: pa.Table) -> None:
        columns = [_csv_column(each) for each in table.columns]
        self._writer.write_table(pa.table(columns, schema=self._schema))

    def close(self) -> None:
        self._writer.close()


def _csv(path: str, schema: pa.Schema) -> _CsvSink:
    return _CsvSink(path, schema)


def _csv_form(form: pa.DataType) -> pa.DataType:
    plain = pa.types.is_integer(form) or pa.types.is_date(form)
    return form if plain else pa.string()


def _csv_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    form = column.type
    if pa.types.is_boolean(form):
        words = pa.array(["nee", "ja"])
        return words.take(pc.cast(column.combine_chunks(), pa.int8()))
    if pa.types.is_dictionary(form):
        return column.cast(pa.string())
    if pa.types.is_decimal(form):
        return pc.replace_substring(column.cast(pa.string()), ".", ",")
    return column
