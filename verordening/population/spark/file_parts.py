"""A parquet file in parts of whole row groups: each is read, worked out and sent back by a process of its own.

A part can be done again, anywhere, and comes to the same rows: that is all that is needed where a machine falls out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from verordening.language.diagnostics import InputError, diagnostic
from verordening.population.computing import Computed
from verordening.population.reading.files import open_row_groups
from verordening.population.reading.problems import Refusal, refused
from verordening.population.spark.work import Work
from verordening.population.summary import from_plain, summary_of, together

SCHEMA: Final = "deel bigint, bezwaren string, telling string, uitkomst binary"
"""What comes back of a part: its number, and why it is refused or its counts and its outcomes as Arrow IPC."""
_FORM: Final = pa.schema(
    [("deel", pa.int64()), ("bezwaren", pa.string()), ("telling", pa.string()), ("uitkomst", pa.binary())]
)


class FilePart(NamedTuple):
    """Row groups from `first` up to `stop`; the first row has the number `row` (from 1), and there are `rows`."""

    first: int
    stop: int
    row: int
    rows: int


def parts_of(path: str, least: int) -> tuple[FilePart, ...]:
    """The file in parts of at least so many rows, but for the last."""
    with pq.ParquetFile(path) as file:
        sizes = [file.metadata.row_group(each).num_rows for each in range(file.num_row_groups)]
    found: list[FilePart] = []
    first, row, rows = 0, 1, 0
    for group, size in enumerate(sizes, 1):
        rows += size
        if rows >= least or (group == len(sizes) and rows):
            found.append(FilePart(first, group, row, rows))
            first, row, rows = group, row + rows, 0
    return tuple(found)


class PartsOfFile(NamedTuple):
    """The work on the parts of a file that every machine can read at `path`."""

    work: Work
    path: str
    parts: tuple[FilePart, ...]

    def outcomes(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """For `mapInArrow`: of batches with the numbers of parts, what comes of each as `SCHEMA` has it."""
        for batch in batches:
            for number in batch.column(0).to_pylist():
                yield pa.RecordBatch.from_pylist([{"deel": number, **self._done(number)}], _FORM)

    def _done(self, number: int) -> dict[str, Any]:
        try:
            done = self._computed(self.parts[number])
        except Refusal as refusal:
            return {"bezwaren": _said(refused(refusal, self.work.name))}
        except InputError as error:
            return {"bezwaren": _said(error)}
        return {"telling": json.dumps(done.summary.plain()), "uitkomst": _packed(done.batch)}

    def _computed(self, part: FilePart) -> Computed:
        ready, matching = self.work.ready(), self.work.matching()
        engine, columns = ready.engine, ready.columns
        population = open_row_groups(self.path, range(part.first, part.stop))
        if population.rows != part.rows:
            raise _ANOTHER_FILE
        matching.problems.rows = part.row - 1
        made: list[Computed] = []
        row = part.row
        for batch in population.batches(engine.rows_at_once):
            numbers = engine.run(matching.read(batch), batch.num_rows)
            summary = summary_of(numbers, self.work.asked.decisions, row, engine.interpreted)
            made.append(Computed(columns.batch(numbers, row), summary))
            row += batch.num_rows
        return Computed(_one(each.batch for each in made), together(each.summary for each in made))


def computed_from(back: Mapping[str, Any]) -> Computed:
    """The outcomes of a part that came back. Raises InputError where it was refused."""
    if back["bezwaren"] is not None:
        said = json.loads(back["bezwaren"])
        raise InputError(tuple(diagnostic(None, code, text, None, help=help) for code, text, help in said))
    batch = pa.ipc.open_stream(pa.py_buffer(back["uitkomst"])).read_next_batch()
    return Computed(batch, from_plain(json.loads(back["telling"])))


def _one(batches: Iterator[pa.RecordBatch]) -> pa.RecordBatch:
    return pa.Table.from_batches(batches).combine_chunks().to_batches()[0]


def _packed(batch: pa.RecordBatch) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def _said(error: InputError) -> str:
    return json.dumps([(each.code, each.message, each.help) for each in error.diagnostics])


_ANOTHER_FILE: Final = Refusal(
    "VRD461",
    "een machine van Spark vindt onder deze naam een ander bestand",
    "zet het bestand op een plek die elke machine onder dezelfde naam kan lezen",
)
