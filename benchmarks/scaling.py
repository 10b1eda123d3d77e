"""`python -m benchmarks.scaling`: what a caseload costs as it grows, in cases, in rules and in workers; drawn.

Machine code (llvm) over columns in memory. By processor time, but for workers: what more of them are worth only the
clock says. The figures stand in benchmarks/README.md, with why they are not linear.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.caseload import rules
from benchmarks.caseload.facts import population, with_unknowns
from benchmarks.drawing import Series, lines_drawn
from benchmarks.ruled import FACTS, ruled
from verordening.model.loading import load_corpus, read_library
from verordening.population.engines.choosing import compile_program
from verordening.population.engines.kernel import Array, Kernel, type_of
from verordening.population.engines.threads import processors
from verordening.population.lowering.program import lower
from verordening.population.program import Program

CASES = tuple(10**power for power in range(8))
RULES = (30, 100, 300, 1_000)
WORKERS = (1, 2, 3, 4)
ROWS_FOR_RULES = 200_000
ROWS_FOR_WORKERS = 2_000_000
UNKNOWN = 0.02
DAY = date(2026, 3, 1)
_SHORTEST = 0.2
"""Seconds that are at least measured: a short run is done so often."""


def main() -> int:
    """Measure, print the tables, and draw them where `--draw` says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=CASES[-1], help="cases at most")
    parser.add_argument("--rounds", type=int, default=3, help="the median of so many counts")
    parser.add_argument("--draw", type=Path, help="a folder for the drawings")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options = parser.parse_args()
    os.environ["VERORDENING_CACHE"] = "uit"
    found = {
        "cases": by_cases(options.most, options.rounds),
        "rules": by_rules(options.rounds),
        "workers": by_workers(min(ROWS_FOR_WORKERS, options.most), options.rounds),
    }
    print(json.dumps(found, indent=2) if options.json else "\n\n".join(map(_table, found.values())))
    if options.draw:
        draw(found, options.draw)
    return 0


def by_cases(most: int, rounds: int) -> list[dict[str, Any]]:
    """The made-up rules (`caseload`) over ever more cases."""
    kernel = compile_program(rules.program(unknowns=True, all_columns=False), "llvm")
    found = []
    for rows in (each for each in CASES if each <= most):
        given = with_unknowns(population(rows), UNKNOWN)
        cpu, wall = _median(partial(kernel.run, given, rows), rounds)
        found.append(
            {"cases": rows, "cpu_us": cpu * 1e6, "wall_us": wall * 1e6, "ns_a_case": cpu / rows * 1e9}
        )
    return found


def by_rules(rounds: int) -> list[dict[str, Any]]:
    """Ever more rules, ten to a decision, all decisions asked; what it takes to make them ready, and for a case."""
    found = []
    for count in RULES:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "tabellen.vrd").write_text(ruled(count), encoding="utf-8")
            corpus = load_corpus("grootdam", library=read_library(overlay=folder))
        names = tuple(name for name in corpus.decisions if name.startswith("besluit_"))
        begun = time.process_time()
        program = lower(corpus, DAY, names, [f"getal_{number}" for number in range(FACTS)]).program
        lowered = time.process_time()
        kernel = compile_program(program, "llvm")
        compiled = time.process_time()
        cpu, _ = _median(_over(kernel, program), rounds)
        found.append(
            {
                "rules": count,
                "nodes": len(program.nodes),
                "lowering_s": lowered - begun,
                "compiling_s": compiled - lowered,
                "ns_a_case": cpu / ROWS_FOR_RULES * 1e9,
            }
        )
    return found


def by_workers(rows: int, rounds: int) -> list[dict[str, Any]]:
    """The made-up rules on ever more threads."""
    program = rules.program(unknowns=True, all_columns=False)
    given = with_unknowns(population(rows), UNKNOWN)
    found = []
    for threads in WORKERS:
        kernel = compile_program(program, "llvm", threads)
        cpu, wall = _median(partial(kernel.run, given, rows), rounds)
        found.append(
            {"workers": threads, "processors": processors(), "cpu_ms": cpu * 1e3, "wall_ms": wall * 1e3}
        )
    return found


def _over(kernel: Kernel, program: Program) -> Callable[[], Mapping[str, Array]]:
    chance = np.random.default_rng(1)
    given = {
        each.name: chance.random(ROWS_FOR_RULES) >= UNKNOWN
        if each.truth
        else chance.integers(each.low, each.high, ROWS_FOR_RULES, endpoint=True).astype(type_of(each))
        for each in program.columns
    }
    return lambda: kernel.run(given, ROWS_FOR_RULES)


def _median(run: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Seconds of processor time and by the clock for one run, the median of all rounds."""
    begun = time.perf_counter()
    run()
    often = max(1, round(_SHORTEST / max(time.perf_counter() - begun, 1e-6)))
    cpus, walls = [], []
    for _ in range(rounds):
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(often):
            run()
        walls.append((time.perf_counter() - wall) / often)
        cpus.append((time.process_time() - cpu) / often)
    return median(cpus), median(walls)


def _table(rows: list[dict[str, Any]]) -> str:
    heads = list(rows[0])
    lines = ["| " + " | ".join(each.replace("_", " ") for each in heads) + " |", "|" + " ---: |" * len(heads)]
    lines += ["| " + " | ".join(_cell(row[head]) for head in heads) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def draw(found: Mapping[str, list[dict[str, Any]]], folder: Path) -> None:
    """Three drawings: what was measured, beside what it would be if it were linear."""
    cases, by_rule, workers = found["cases"], found["rules"], found["workers"]
    last = cases[-1]
    lines_drawn(
        folder / "cases.svg",
        "All cases together, in microseconds of processor time",
        [f"{row['cases']:,}" for row in cases],
        (
            Series("measured", [row["cpu_us"] for row in cases]),
            Series(
                "linear from the last", [last["ns_a_case"] * row["cases"] / 1e3 for row in cases], dashed=True
            ),
        ),
    )
    first = by_rule[0]
    lines_drawn(
        folder / "rules.svg",
        "By number of rules: ns a case, and ms to make ready once",
        [f"{row['rules']:,}" for row in by_rule],
        (
            Series("a case, ns", [row["ns_a_case"] for row in by_rule]),
            Series(
                "a case if linear",
                [first["ns_a_case"] * row["rules"] / first["rules"] for row in by_rule],
                dashed=True,
            ),
            Series("lowering, ms", [row["lowering_s"] * 1e3 for row in by_rule]),
            Series("compiling, ms", [row["compiling_s"] * 1e3 for row in by_rule]),
        ),
    )
    alone = workers[0]["wall_ms"]
    lines_drawn(
        folder / "workers.svg",
        f"By number of workers, on {workers[0]['processors']} processors: milliseconds by the clock",
        [str(row["workers"]) for row in workers],
        (
            Series("measured", [row["wall_ms"] for row in workers]),
            Series("linear", [alone / row["workers"] for row in workers], dashed=True),
        ),
        logarithmic=False,
    )


if __name__ == "__main__":
    sys.exit(main())
