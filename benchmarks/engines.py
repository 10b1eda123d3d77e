"""`python -m benchmarks.engines`: cases a second of each engine, beside OpenFisca and a C kernel, in one run.

The rules are those of `benchmarks.caseload`. All get the same cases and come to the same, or nothing is printed.
In each round every one has its turn, and the best of all rounds counts, so what else the machine does weighs little:
compare the ratios, not the rates.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.caseload import in_c, rules
from benchmarks.caseload.facts import as_arrow, population, with_unknowns
from verordening.population.engines.choosing import compile_program
from verordening.population.engines.kernel import room
from verordening.population.engines.threads import processors

if TYPE_CHECKING:
    from verordening.population.engines.kernel import Array

SHARE = 0.02
"""Of each fact, the share that is unknown."""
OPENFISCA, C = "OpenFisca", "C, no unknowns"
GOAL = "llvm, values and statuses"
PYTHON_ROWS = 20_000
"""The engine `python` is not given more: it takes as long for each."""

Run = Callable[[], "dict[str, Array]"]
Ready = Callable[[], Run]
"""Makes a run ready, which is not timed: an OpenFisca simulation is good for one."""


def main() -> int:
    """Measure every size, and print a table or JSON."""
    options = _options()
    if options.memory:
        print(_memory_of(options.memory, options.rows[0]))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        found = [_measured(rows, options.rounds, Path(scratch)) for rows in options.rows]
    if options.json:
        print(json.dumps(found, indent=2))
    else:
        print("\n\n".join(_table(each) for each in found))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines", description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=12, help="turns of each (default: 12)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--memory", choices=[OPENFISCA, *_PROGRAMS], help=argparse.SUPPRESS)
    return parser.parse_args()


_PROGRAMS: dict[str, tuple[str, bool, bool]] = {
    "llvm, no unknowns": ("llvm", False, False),
    GOAL: ("llvm", True, False),
    "llvm, all columns": ("llvm", True, True),
    "numpy, values and statuses": ("numpy", True, False),
    "python, values and statuses": ("python", True, False),
}
"""Engine, with unknowns, all columns."""


def _ready(name: str, facts: dict[str, Array], rows: int) -> Ready:
    if name == OPENFISCA:
        from benchmarks.caseload import in_openfisca

        return lambda: in_openfisca.simulation(facts, rows)
    engine, unknowns, all_columns = _PROGRAMS[name]
    given = with_unknowns(facts, SHARE) if unknowns else facts
    if engine == "python":
        rows = min(rows, PYTHON_ROWS)
        given = {each: array[:rows] for each, array in given.items()}
    program = rules.program(unknowns=unknowns, all_columns=all_columns)
    kernel = compile_program(program, engine)
    if engine == "llvm":
        packed = as_arrow(given)
        return lambda: lambda: kernel.run(packed, rows, room(program, rows))
    return lambda: lambda: kernel.run(given, rows)


def _measured(rows: int, rounds: int, scratch: Path) -> dict[str, Any]:
    facts = population(rows)
    by_hand = in_c.kernel(scratch, processors())
    ready: dict[str, Ready] = {C: lambda: lambda: by_hand(facts, rows)}
    missing = []
    for name in (OPENFISCA, *_PROGRAMS):
        try:
            ready[name] = _ready(name, facts, rows)
        except ImportError as error:
            missing.append(f"{name}: {error}")
    _check(facts, rows, ready)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ready}
    bandwidth = []
    for _ in range(rounds):
        bandwidth.append(_bandwidth(scratch))
        for name, each in ready.items():
            run = each()
            cpu, wall = time.process_time(), time.perf_counter()
            run()
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            count = min(rows, PYTHON_ROWS) if name.startswith("python") else rows
            times[name].append((count / wall, count / cpu))
    return {
        "rows": rows,
        "threads": processors(),
        "bandwidth_gb_s": round(max(bandwidth), 1),
        "engines": [_numbers(name, times, rows) for name in times],
        "missing": missing,
    }


def _numbers(name: str, times: dict[str, list[tuple[float, float]]], rows: int) -> dict[str, Any]:
    """The best of all rounds, by the clock and by processor time."""

    def best(who: str, at: int) -> float:
        return max(each[at] for each in times[who])

    def ratio(other: str, at: int) -> float | None:
        return round(best(name, at) / best(other, at), 3) if other in times else None

    return {
        "name": name,
        "rate": round(best(name, 0)),
        "rate_cpu": round(best(name, 1)),
        "x_openfisca": ratio(OPENFISCA, 0),
        "x_openfisca_cpu": ratio(OPENFISCA, 1),
        "x_c": ratio(C, 0),
        "x_c_cpu": ratio(C, 1),
        "memory_mb": _memory_elsewhere(name, rows),
    }


def _check(facts: dict[str, Array], rows: int, ready: dict[str, Ready]) -> None:
    """All come to the same where all is known; our engines also where it is not. Raises RuntimeError."""
    wanted = _checksum(ready[C]()())
    known = with_unknowns(facts, 0)
    found = {name: each()() for name, each in ready.items() if name in (OPENFISCA, "llvm, no unknowns")}
    for engine in ("llvm", "numpy"):
        kernel = compile_program(rules.program(unknowns=True, all_columns=False), engine)
        found[f"{engine}, all known"] = kernel.run(known, rows)
    for name, outcomes in found.items():
        if _checksum(outcomes) != wanted:
            raise RuntimeError(f"{name} comes to something else")
    first, second = ready[GOAL]()(), ready["numpy, values and statuses"]()()
    slow = ready["python, values and statuses"]()()
    for name, array in first.items():
        if not np.array_equal(array, second[name]) or not np.array_equal(
            np.asarray(array)[: len(slow[name])], slow[name]
        ):
            raise RuntimeError(f"the engines differ in {name}")


def _checksum(outcomes: dict[str, Array]) -> int:
    """Of the four decisions, with regard to the order of the cases."""
    places = np.arange(1, len(outcomes["norm"]) + 1, dtype=np.uint64)
    return sum(
        int((outcomes[name].astype(np.uint64) * places).sum()) << at for at, name in enumerate(rules.SHORT)
    )


def _bandwidth(scratch: Path) -> float:
    """GB a second that all threads together read: 400 MB, more than most caches hold."""
    library = in_c.compiled("stream", scratch, processors())
    numbers = np.ones(50_000_000, np.int64)
    start = time.perf_counter()
    library.total(ctypes.c_void_p(numbers.ctypes.data), ctypes.c_int64(len(numbers)))
    return numbers.nbytes / (time.perf_counter() - start) / 1e9


def _memory_elsewhere(name: str, rows: int) -> float | None:
    """What a run takes beside the cases, in MB, in a process of its own."""
    if name == C:
        return None
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "benchmarks.engines",
        "--memory",
        name,
        "--rows",
        str(rows),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _memory_of(name: str, rows: int) -> float:
    facts = population(rows)
    ready = _ready(name, facts, rows)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the peak of making the cases
    before = _held("VmRSS")
    ready()()
    return round(_held("VmHWM") - before, 1)


def _held(what: str) -> float:
    """MB that are held now (VmRSS), or were at most (VmHWM). Linux only."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split(f"{what}:")[1].split()[0]) / 1024


def _table(found: dict[str, Any]) -> str:
    lines = [
        f"{found['rows']:,} cases, {found['threads']} threads, memory is read at {found['bandwidth_gb_s']} GB/s",
        f"{'':32}{'cases/s':>12}{'× OpenFisca':>13}{'(CPU)':>8}{'× C':>8}{'(CPU)':>8}{'memory':>10}",
    ]
    for row in found["engines"]:
        ratios = [
            f"{row[key]:{width}.2f}" if row[key] is not None else f"{'-':>{width}}"
            for key, width in (("x_openfisca", 13), ("x_openfisca_cpu", 8), ("x_c", 8), ("x_c_cpu", 8))
        ]
        memory = f"{row['memory_mb']:7.0f} MB" if row["memory_mb"] is not None else f"{'-':>10}"
        lines.append(f"{row['name']:32}{row['rate']:12,}{''.join(ratios)}{memory}")
    return "\n".join([*lines, *(f"not measured: {each}" for each in found["missing"])])


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(main())
