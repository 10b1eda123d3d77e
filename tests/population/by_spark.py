"""Blocks of rows through Spark, as a file: every row and column as one machine makes it of the same file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tests.law.examples import corpus_of
from tests.population.blocks import Blocks
from tests.population.comparing import DAY, SEED, Compared
from verordening.population.ahead import ahead
from verordening.population.compiled import Compiled
from verordening.population.computing import computed
from verordening.population.outcomes import EVERY
from verordening.population.program import Program
from verordening.population.reading.files import open_population
from verordening.population.reading.matching import Matching
from verordening.population.spark.running import LEAST_ROWS, computed_by_spark
from verordening.population.spark.work import Asked, work_of
from verordening.population.synthetic.drawing import BLOCK
from verordening.population.writing.facts import FactSchema
from verordening.population.writing.schema import OutcomeSchema


class BesideSpark:
    """All decisions of a municipality, by machine code in the processes of Spark and by NumPy here.

    So both do for themselves the rows that the program leaves to the interpreter.
    """

    def __init__(self, gemeente: str, program: Program) -> None:
        self._gemeente, self._corpus = gemeente, corpus_of(gemeente)
        self._blocks = Blocks(self._corpus, DAY, SEED, program, as_a_file=True)
        self._facts = FactSchema(self._corpus, self._blocks.facts)
        self._decisions = tuple(self._corpus.decisions)
        self._engine = Compiled(
            self._corpus, DAY, self._decisions, EVERY, self._blocks.facts, engine="numpy", threads=1
        )

    def compared(self, numbers: Sequence[int], rows: int, folder: Path) -> Compared:
        """So many rows from the first of these blocks on, by way of a file in a folder."""
        path = folder / "zaken.parquet"
        self._write(path, numbers, rows)
        found = Compared(differing=[*self._read_otherwise(path, numbers, rows)])
        start = perf_counter()
        schema = OutcomeSchema(self._corpus, self._decisions, self._engine.outputs)
        population = open_population(str(path))
        matching = Matching(self._corpus, population.schema, str(path))
        asked = Asked(DAY, self._decisions, EVERY, matching.present, "llvm")
        work = work_of(self._corpus, asked, population.schema, path.name, ())
        alone = computed(population, matching, self._engine, schema, self._decisions)
        for own, other in zip(ahead(alone), computed_by_spark(work, str(path)), strict=True):
            found.rows["spark"] += other.summary.rows
            found.rows["spark, door de interpreter"] += other.summary.interpreted
            if own.summary != other.summary:
                found.differing.append(
                    f"{self._gemeente}: the counts of Spark differ from those of one machine"
                )
            found.differing += self._differing(own.batch, other.batch, numbers[0] * BLOCK)
        found.milliseconds["spark, op de klok"] += round(1_000 * (perf_counter() - start))
        if found.rows["spark"] != rows:
            found.differing.append(f"{self._gemeente}: Spark gives {found.rows['spark']} rows of {rows}")
        path.unlink()
        return found

    def _write(self, path: Path, numbers: Sequence[int], rows: int) -> None:
        with pq.ParquetWriter(path, self._facts.schema) as file:
            for first in range(0, len(numbers), LEAST_ROWS // BLOCK):
                own = numbers[first : first + LEAST_ROWS // BLOCK]
                batches = [self._facts.batch(self._blocks.rows(each)) for each in own]
                table = pa.Table.from_batches(batches).slice(0, rows - first * BLOCK)
                file.write_table(table, row_group_size=LEAST_ROWS)

    def _read_otherwise(self, path: Path, numbers: Sequence[int], rows: int) -> Iterator[str]:
        """Columns that are not read from the file as the engines were given them."""
        population = open_population(str(path))
        matching = Matching(self._corpus, population.schema, str(path))
        for number, batch in zip(numbers, population.batches(BLOCK), strict=True):
            read = matching.read(batch)
            for name, given in self._blocks.columns(number).items():
                if not np.array_equal(np.asarray(read[name]), given[: batch.num_rows]):
                    yield f"{self._gemeente}, {name}: block {number} is not read as it was written"

    def _differing(self, own: pa.RecordBatch, other: pa.RecordBatch, before: int) -> Iterator[str]:
        if own.schema != other.schema:
            yield f"{self._gemeente}: Spark gives other columns"
            return
        for name, one, two in zip(own.schema.names, own.columns, other.columns, strict=True):
            if not one.equals(two):
                pairs = enumerate(zip(one.to_pylist(), two.to_pylist(), strict=True))
                row = next(at for at, (here, there) in pairs if here != there)
                at = before + own["rij"][row].as_py()
                yield f"{self._gemeente}, {name}: Spark differs, first in row {at}"
