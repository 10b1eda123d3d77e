"""A population as it stands somewhere: parquet, csv or a DuckDB database, read in batches of so many rows.

What is in memory at any time is a few batches; the file may be larger than that.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from verordening.language.diagnostics import shown
from verordening.population.reading.broken import NO_UTF_8, broken_csv, broken_database, broken_parquet
from verordening.population.reading.problems import Refusal
from verordening.records import dataclass

PARQUET: Final = (".parquet", ".pq")
CSV: Final = (".csv", ".txt", ".tsv")
DUCKDB: Final = (".duckdb", ".ddb", ".db")
_HEAD: Final = 1_000_000
_BLOCK: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Population:
    """An opened population. `rows` is how many there are, None where that is not known beforehand."""

    name: str
    schema: pa.Schema
    rows: int | None
    _batches: Any
    _broken: Callable[[Exception], Refusal]

    def batches(self, rows: int, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
        """Everything, in the order of the file, in batches of `rows` rows but for the last. To be called once.

        With `columns` only these need be there. Raises Refusal where the file turns out to be broken.
        """
        try:
            yield from _even(self._batches(rows, columns), rows)
        except (pa.ArrowException, OSError) as error:
            raise self._broken(error) from None


def open_population(path: str, table: str = "") -> Population:
    """The population at `path`. `table` is a table or a query of a database. Raises Refusal (VRD461, VRD001 …)."""
    ending = os.path.splitext(path)[1].casefold()
    if not os.path.exists(path):
        raise Refusal("VRD001", f"het bestand {shown(path)} bestaat niet", "kijk de naam na")
    if os.path.isdir(path):
        raise Refusal("VRD002", f"{shown(path)} is een map", "noem één bestand")
    if table and ending not in DUCKDB:
        raise Refusal("VRD461", "een tabel kiest u alleen uit een database", "laat `--tabel` weg")
    if ending in PARQUET:
        return _parquet(path)
    if ending in CSV:
        return _csv(path)
    if ending in DUCKDB:
        return _duckdb(path, table)
    raise Refusal(
        "VRD461",
        f"aan de naam {shown(path)} is niet te zien wat voor bestand het is",
        "gebruik `.parquet`, `.csv` of `.duckdb`",
    )


def open_row_groups(path: str, groups: Sequence[int]) -> Population:
    """These row groups of a parquet file. Raises Refusal (VRD461)."""
    try:
        file = _opened(path)
        rows = sum(file.metadata.row_group(each).num_rows for each in groups)
    except (pa.ArrowException, OSError, IndexError) as error:
        raise broken_parquet(error) from None
    return Population(
        path,
        file.schema_arrow,
        rows,
        lambda size, columns: file.iter_batches(size, list(groups), columns),
        broken_parquet,
    )


def _parquet(path: str) -> Population:
    try:
        file = _opened(path)
    except (pa.ArrowException, OSError) as error:
        raise broken_parquet(error) from None
    return Population(
        path,
        file.schema_arrow,
        file.metadata.num_rows,
        lambda size, columns: file.iter_batches(size, columns=columns),
        broken_parquet,
    )


def _opened(path: str) -> pq.ParquetFile:
    """Its texts come as places in a dictionary, which is how most of them stand in the file."""
    schema = pq.read_schema(path)
    return pq.ParquetFile(
        path, read_dictionary=[each.name for each in schema if pa.types.is_string(each.type)]
    )


# ------------------------------------------------ csv


def _csv(path: str) -> Population:
    try:
        names, delimiter = _header(path)
    except OSError as error:
        raise broken_csv(error, path, "") from None

    def broken(error: Exception) -> Refusal:
        return broken_csv(error, path, delimiter)

    texts = pa_csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
    )
    reading = pa_csv.ReadOptions(block_size=_BLOCK, use_threads=True)
    try:
        file = pa_csv.open_csv(
            path, reading, pa_csv.ParseOptions(delimiter=delimiter, newlines_in_values=False), texts
        )
    except (pa.ArrowException, OSError) as error:
        raise broken(error) from None
    return Population(path, file.schema, None, lambda size, columns: file, broken)


def _header(path: str) -> tuple[list[str], str]:
    """The names of the columns, and what parts them: the sign that the first line has most of."""
    with open(path, "rb") as file:
        head = file.readline(_HEAD)
    try:
        line = head.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise NO_UTF_8 from None
    if not line:
        raise Refusal("VRD461", "op de eerste regel staan geen namen van kolommen", "zet de namen op regel 1")
    delimiter = max(";,\t", key=line.count)
    names = next(csv.reader([line], delimiter=delimiter))
    twice = [each for each in names if names.count(each) > 1]
    if twice:
        raise Refusal("VRD463", f"kolom {shown(twice[0])} staat er twee keer", "haal een van beide weg")
    return names, delimiter


# ------------------------------------------------ duckdb


def _duckdb(path: str, table: str) -> Population:
    import duckdb

    try:
        database = duckdb.connect(path, read_only=True, config={"enable_external_access": "false"})
        tables = [name for (name,) in database.execute("select table_name from duckdb_tables()").fetchall()]
        query = _query(table, tables)
        (rows,) = database.execute(f"select count(*) from ({query})").fetchone() or (None,)
        schema = _reader(database, f"select * from ({query}) limit 0", 1).read_all().schema
        return Population(
            path, schema, rows, lambda size, columns: _reader(database, query, size), broken_database
        )
    except duckdb.Error as error:
        raise broken_database(error) from None


def _query(table: str, tables: list[str]) -> str:
    if not table:
        if len(tables) != 1:
            listed = ", ".join(f"`{each}`" for each in tables) or "geen"
            raise Refusal(
                "VRD461", f"welke tabel? In de database staan {listed}", "kies er een met `--tabel NAAM`"
            )
        table = tables[0]
    if table.split()[0].casefold() in ("select", "with", "from"):
        return table.rstrip().rstrip(";")
    if table not in tables:
        listed = ", ".join(f"`{each}`" for each in tables)
        raise Refusal(
            "VRD461", f"er is geen tabel {shown(table)}", f"kies uit {listed}, of geef een `select …`"
        )
    return 'select * from "{}"'.format(table.replace('"', '""'))


def _reader(database: Any, query: str, rows: int) -> pa.RecordBatchReader:
    """On a connection of its own, which has one result at a time. DuckDB renamed it in version 2."""
    found = database.cursor().sql(query)
    if hasattr(found, "to_arrow_reader"):
        return found.to_arrow_reader(rows)
    return found.fetch_arrow_reader(rows)


# ------------------------------------------------ batches of one size


def _even(batches: Any, rows: int) -> Iterator[pa.RecordBatch]:
    """The same rows in batches of one size, so that nothing depends on how a file was written."""
    held: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        if not held and batch.num_rows == rows:
            yield batch
            continue
        held.append(batch)
        count += batch.num_rows
        while count >= rows:
            whole = pa.Table.from_batches(held)
            yield _one(whole.slice(0, rows))
            held = whole.slice(rows).to_batches()
            count -= rows
    if count:
        yield _one(pa.Table.from_batches(held))


def _one(table: pa.Table) -> pa.RecordBatch:
    """One batch; texts in dictionaries of their own become one dictionary."""
    return table.unify_dictionaries().combine_chunks().to_batches()[0]
