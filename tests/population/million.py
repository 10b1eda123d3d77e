"""`python -m tests.population.million [GEMEENTE …]`: the engines side by side on many rows. Options: `--help`.

For each municipality of the corpus (or those named) every decision and column of a million rows (`blocks`), by machine
code, by NumPy and by generated Python, and with `--spark` by Spark: identical in every column, that of what is left to
the interpreter too. Python takes a millisecond a row, so it does one block in `--python`.

With `--spark` the rows are such as a file can have, and the interpreter does what is left to it, in Spark and here:
a third of a millisecond a row each. Memory holds a stretch of sixteen blocks. `--verslag` keeps what each stretch came
to, a line of JSON each; the next time only what is not in there is done, as long as rules, program and options are the
same. Ends with 1 where any differ.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from hashlib import blake2b
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from tests.law.examples import library
from tests.population.by_spark import BesideSpark
from tests.population.comparing import Asked, Compared, compared_block, every_decision, from_plain
from verordening.caching import stamps_of
from verordening.population.engines.choosing import ENGINES
from verordening.population.lowering.program import LoweredProgram
from verordening.population.outcomes import CONTRADICTED, STATUSES, Part
from verordening.population.spark.session import require_spark, session
from verordening.population.synthetic.drawing import BLOCK

ROWS: Final = 1_000_000
STRETCH: Final = 16
"""Blocks that are done and kept at once: four parts of Spark."""


class Kept:
    """What was compared before, in a file with a line for each stretch; without a file nothing is."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        text = path.read_text("utf-8") if path is not None and path.exists() else ""
        lines = [json.loads(each) for each in text.splitlines(keepends=True) if each.endswith("\n")]
        self._known = {each["van"]: from_plain(each["gevonden"]) for each in lines}

    def of(self, name: str) -> Compared | None:
        """What came of a stretch, if it was done."""
        return self._known.get(name)

    def add(self, name: str, found: Compared) -> None:
        """Keep what came of a stretch."""
        if self._path is not None:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(
                    json.dumps(
                        {"van": name, "gevonden": found.plain()},
                    )
                    + "\n"
                )


class Run(NamedTuple):
    """How to compare the rows of a municipality, and with what."""

    asked: Asked
    rows: int
    kept: Kept
    processes: Executor
    folder: Path

    def compared(self, lowered: LoweredProgram) -> Compared:
        """All rows, of which those that were kept are not done again."""
        found, spark = Compared(), None
        resting_on = _resting_on(lowered)
        for first in range(0, self.rows, STRETCH * BLOCK):
            rows = min(STRETCH * BLOCK, self.rows - first)
            name = " ".join(map(str, (*self.asked, first, rows, resting_on)))
            known = self.kept.of(name)
            if known is None:
                numbers = range(first // BLOCK, -(-(first + rows) // BLOCK))
                known = self._by_engines(numbers, rows)
                if self.asked.as_a_file:
                    spark = spark or BesideSpark(self.asked.gemeente, lowered.program)
                    known.add(spark.compared(numbers, rows, self.folder))
                self.kept.add(name, known)
                sys.stderr.write(f"{self.asked.gemeente}: {first + rows:,} of {self.rows:,} rows\n")
            found.add(known)
        return found

    def _by_engines(self, numbers: Sequence[int], rows: int) -> Compared:
        found = Compared()
        sizes = [min(BLOCK, rows - at * BLOCK) for at in range(len(numbers))]
        for each in self.processes.map(compared_block, repeat(self.asked), numbers, sizes):
            found.add(each)
        return found


def _resting_on(lowered: LoweredProgram) -> str:
    """What stands for the rules and for this program: where either changes, all is compared anew."""
    parts = (lowered.program, lowered.left_out, stamps_of("evaluate", "symbolic", "population"))
    return blake2b(repr(parts).encode(), digest_size=10).hexdigest()


def report(gemeente: str, lowered: LoweredProgram, found: Compared) -> Iterator[str]:
    """What came of a municipality, line by line."""
    program, took = lowered.program, found.milliseconds
    outcomes = [name for name, _ in program.outputs]
    decisions = sum(name.endswith(f".{Part.STATUS}") for name in outcomes)
    yield (
        f"{gemeente}: {decisions} decisions, {len(outcomes)} columns, {len(program.nodes):,} operations; "
        f"{len(found.differing)} columns of blocks differ"
    )
    yield ", ".join(
        f"{each} {found.rows[each]:,} rows in {took[each] / 1000:.0f} s CPU "
        f"(+ {took[f'{each} klaarmaken'] / 1000:.1f})"
        for each in ENGINES
    )
    if found.rows["spark"]:
        yield (
            f"spark {found.rows['spark']:,} rows, {found.rows['spark, door de interpreter']:,} of them by the "
            f"interpreter, beside one machine in {took['spark, op de klok'] / 1000:.0f} s by the clock"
        )
    yield (
        f"{found.statuses[CONTRADICTED]:,} rows contradict themselves; {len(found.rules)} rules gave an outcome; "
        + ", ".join(f"{each} {found.statuses[each]:,}" for each in STATUSES)
    )
    aside = ", ".join(f"{name} {count:,}" for name, count in found.aside.most_common(8))
    yield f"left to the interpreter: {aside or 'nothing'}"
    yield from (f"the program cannot give {name}: {why}" for name, why in lowered.left_out)
    yield from found.differing[:20]


def main() -> int:
    """Print what came of each municipality; 1 where engines differ."""
    asked = argparse.ArgumentParser(prog="python -m tests.population.million")
    asked.add_argument("gemeenten", nargs="*", default=sorted(library().gemeenten))
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument(
        "--python", type=int, default=8, metavar="K", help="one block in K by generated Python"
    )
    asked.add_argument(
        "--spark", action="store_true", help="by Spark too; `make spark` installs what it needs"
    )
    asked.add_argument("--processes", type=int, default=1, help="processors to use")
    asked.add_argument("--verslag", type=Path, help="keep each stretch here, and go on from what it has")
    given = asked.parse_args()
    kept, differing = Kept(given.verslag), 0
    with ExitStack() as ending:
        if given.spark:
            require_spark()
            os.environ.setdefault("PYSPARK_SUBMIT_ARGS", f"--master local[{given.processes}] pyspark-shell")
            ending.enter_context(session())
        folder = Path(ending.enter_context(TemporaryDirectory()))
        for gemeente in given.gemeenten:
            asking = Asked(gemeente, given.python, given.spark)
            with ProcessPoolExecutor(given.processes, get_context("spawn")) as processes:
                found = Run(asking, given.rows, kept, processes, folder).compared(every_decision(gemeente))
            differing += len(found.differing)
            sys.stdout.write("\n    ".join(report(gemeente, every_decision(gemeente), found)) + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(given.gemeenten)} municipalities, {differing} differences\n")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
