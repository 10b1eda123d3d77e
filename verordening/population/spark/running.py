"""A file worked out by Spark, from the machine that writes the outcomes: parts out, and in again in order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from verordening.population.ahead import ahead
from verordening.population.computing import Computed
from verordening.population.reading.files import PARQUET
from verordening.population.reading.problems import Refusal, refused
from verordening.population.spark.file_parts import SCHEMA, PartsOfFile, computed_from, parts_of
from verordening.population.spark.session import failed, failures, session
from verordening.population.spark.work import Work

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LEAST_ROWS: Final = 65_536
"""In a part, where the row groups of the file allow it."""
_PARTS_A_PROCESSOR: Final = 2
"""In one wave: what is in memory here are the outcomes of two waves."""


def require_parquet(path: str) -> None:
    """Refuse a file of another form. Raises InputError (VRD461)."""
    if os.path.splitext(path)[1].casefold() not in PARQUET:
        help = "maak er parquet van, of kies een andere motor"
        raise refused(Refusal("VRD461", "met `--motor spark` moet het bestand parquet zijn", help), path)


def computed_by_spark(work: Work, path: str, skip: int = 0) -> Iterator[Computed]:
    """The outcomes of every part in order, after the first `skip` rows, which are whole parts.

    Raises InputError where a row is refused, or Spark cannot go on (VRD531).
    """
    parts = tuple(each for each in parts_of(path, LEAST_ROWS) if each.row > skip)
    todo = PartsOfFile(work, os.path.abspath(path), parts)
    try:
        with session() as spark:
            for wave in ahead(_waves(todo, spark)):
                for back in wave.sort_by("deel").to_pylist():
                    yield computed_from(back)
    except failures() as error:
        raise failed(error) from error


def _waves(todo: PartsOfFile, spark: SparkSession) -> Iterator[pa.Table]:
    """What comes back, some parts at a time: while it is written the next wave is under way."""
    wave = spark.sparkContext.defaultParallelism * _PARTS_A_PROCESSOR
    for start in range(0, len(todo.parts), wave):
        stop = min(start + wave, len(todo.parts))
        numbers = spark.range(start, stop, 1, stop - start)
        yield numbers.mapInArrow(todo.outcomes, SCHEMA).toArrow()
