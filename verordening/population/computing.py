"""A population through an engine, batch after batch: what doorreken does between reading and writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import pyarrow as pa

from verordening.population.ahead import ahead
from verordening.population.reading.files import Population
from verordening.population.reading.matching import Columns, Matching
from verordening.population.reading.problems import Refusal, refused
from verordening.population.summary import Summary, summary_of
from verordening.population.writing.schema import OutcomeSchema


class Engine(Protocol):
    """What makes outcome columns of fact columns."""

    @property
    def outputs(self) -> Sequence[str]:
        """The columns that it gives, as `outcomes` describes them."""

    @property
    def rows_at_once(self) -> int:
        """How many rows go well in one batch."""

    @property
    def interpreted(self) -> int:
        """How many rows of the last batch the reference interpreter did in its place."""

    def run(self, columns: Columns, count: int) -> Mapping[str, Any]:
        """The outcome columns of a batch."""


class Computed(NamedTuple):
    """The outcomes of one batch, as they go into the file, with their counts."""

    batch: pa.RecordBatch
    summary: Summary


def computed(
    population: Population,
    matching: Matching,
    engine: Engine,
    schema: OutcomeSchema,
    decisions: Sequence[str],
    *,
    skip: int = 0,
) -> Iterator[Computed]:
    """The outcomes of every batch in order, after the first `skip` rows. Raises InputError where a row is refused."""
    first = 1 + skip
    try:
        for columns, count in ahead(_read(population, matching, engine.rows_at_once, skip)):
            numbers = engine.run(columns, count)
            summary = summary_of(numbers, decisions, first, engine.interpreted)
            yield Computed(schema.batch(numbers, first), summary)
            first += count
    except Refusal as refusal:
        raise refused(refusal, population.name) from None


def _read(population: Population, matching: Matching, rows: int, skip: int) -> Iterator[tuple[Columns, int]]:
    """The columns of each batch and how many rows it has; what was done before is not looked at again."""
    for batch in ahead(population.batches(rows, matching.columns)):
        if matching.problems.rows < skip:
            matching.problems.rows += batch.num_rows
        else:
            yield matching.read(batch), batch.num_rows
