"""`python -m benchmarks.doorreken`: rows a second from parquet to parquet, and where the time of `doorreken` goes.

A made-up population of Amsterdam of which 2% is unknown, and for each decision its outcome and status. *End to end*
is what the command does between opening the file and the last byte of the other; the stages are timed one after the
other, each by processor time, so their sum is what a machine does and not how long somebody waits.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus
from verordening.population.asked import needed
from verordening.population.opening import SHORT, Caseload, Wanted
from verordening.population.summary import summary_of
from verordening.population.synthetic.making import EVERYWHERE, Recipe, SyntheticPopulation, scalars
from verordening.population.writing.files import whole_file

DAY = date(2026, 3, 1)
UNKNOWN = 0.02
DECISIONS = ("verlaging", "algemene_bijstand", "inhouding")
"""Main decisions that the engines do alone: no row is left to the interpreter."""
LEFT_OVER = "duur_verlaging"
"""The decision of which some rows in a hundred are for the interpreter."""


def main() -> int:
    """Measure both, and print a table or JSON."""
    options = _options()
    corpus = load_corpus("amsterdam")
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for decisions, rows in (
            (DECISIONS, options.rows),
            ((*DECISIONS, LEFT_OVER), min(options.rows, options.left_over)),
        ):
            path = _population(corpus, decisions, rows, Path(scratch))
            found.append(_measured(corpus, path, decisions, options))
    print(json.dumps(found, indent=2) if options.json else "\n\n".join(_table(each) for each in found))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.doorreken", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument(
        "--left-over", type=int, default=20_000, help="rows where some are for the interpreter"
    )
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--motor", default="llvm", choices=["llvm", "numpy"])
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    return parser.parse_args()


def _population(corpus: Corpus, decisions: tuple[str, ...], rows: int, scratch: Path) -> Path:
    wanted = set(needed(corpus, decisions))
    facts = tuple(name for name in scalars(corpus) if name in wanted)
    made = SyntheticPopulation(corpus, Recipe(1, DAY, facts, {EVERYWHERE: UNKNOWN}))
    path = scratch / f"{len(decisions)}.parquet"
    with whole_file(str(path), made.schema) as sink:
        for batch in made.batches(rows):
            sink.write_batch(batch)
    return path


def _measured(
    corpus: Corpus, path: Path, decisions: tuple[str, ...], options: argparse.Namespace
) -> dict[str, Any]:
    begun = time.process_time()
    wanted = Wanted(DAY, decisions, SHORT, options.motor)
    Caseload(corpus, str(path), wanted)
    opening = time.process_time() - begun
    whole, stages = [], []
    for _ in range(options.rounds):
        whole.append(_end_to_end(Caseload(corpus, str(path), wanted), path))
        stages.append(_in_stages(Caseload(corpus, str(path), wanted), path))
    rows, interpreted = whole[0][2:]
    return {
        "decisions": list(decisions),
        "motor": options.motor,
        "rows": rows,
        "interpreted": interpreted,
        "opening_s": round(opening, 2),
        "rate": round(rows / min(each[0] for each in whole)),
        "rate_cpu": round(rows / min(each[1] for each in whole)),
        "stages_ns_a_row": {
            name: round(min(each[name] for each in stages) / rows * 1e9) for name in stages[0]
        },
    }


def _end_to_end(load: Caseload, path: Path) -> tuple[float, float, int, int]:
    output = path.with_suffix(".uit.parquet")
    rows = interpreted = 0
    wall, cpu = time.perf_counter(), time.process_time()
    with whole_file(str(output), load.columns.schema) as sink:
        for each in load.computed():
            sink.write_batch(each.batch)
            rows += each.summary.rows
            interpreted += each.summary.interpreted
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    output.unlink()
    return wall, cpu, rows, interpreted


def _in_stages(load: Caseload, path: Path) -> dict[str, float]:
    taken = dict.fromkeys(("file", "columns", "engine", "counts", "outcomes", "writing"), 0.0)

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        begun = time.process_time()
        yield
        taken[stage] += time.process_time() - begun

    output, first = path.with_suffix(".uit.parquet"), 1
    batches = load.population.batches(load.engine.rows_at_once, load.matching.columns)
    with whole_file(str(output), load.columns.schema) as sink:
        while True:
            with timed("file"):
                batch = next(batches, None)
            if batch is None:
                break
            with timed("columns"):
                columns = load.matching.read(batch)
            with timed("engine"):
                numbers = load.engine.run(columns, batch.num_rows)
            with timed("counts"):
                summary_of(numbers, load.decisions, first, load.engine.interpreted)
            with timed("outcomes"):
                outcomes = load.columns.batch(numbers, first)
            with timed("writing"):
                sink.write_batch(outcomes)
                sink.wait()
            first += batch.num_rows
    output.unlink()
    return taken


def _table(found: dict[str, Any]) -> str:
    lines = [
        f"{', '.join(found['decisions'])}: {found['rows']:,} rows by {found['motor']}, "
        f"{found['interpreted']:,} of them by the interpreter; opening takes {found['opening_s']:.2f} s",
        f"  end to end   {found['rate']:12,} rows/s, {found['rate_cpu']:,} by processor time",
    ]
    lines += [f"  {name:12} {each:12,} ns a row" for name, each in found["stages_ns_a_row"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
