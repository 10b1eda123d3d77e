"""`python -m benchmarks`: measures, and prints a table or JSON."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import Any

from benchmarks import imports
from benchmarks.growth import growth
from benchmarks.linting import NAME, TEN, is_over_budget, lint_jobs
from benchmarks.processes import Job, Measured, measure, median

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("te-laat-geregistreerd", "opleiding-klein-contract", "garage-huizen", "verrekening", "taaleis")
MOST_CPU = 150
MOST_MEMORY = 60
MOST_EVALUATION = 1_000
MOST_REPARSING = 10_000
MOST_OF = {"evaluate": MOST_EVALUATION, "one rule": MOST_REPARSING}
"""What a warm `toets` may take: milliseconds of CPU, megabytes, microseconds to evaluate; a changed rule to be read."""


def main() -> int:
    """Measure what there is; what is not there yet is said, and is no failure."""
    options = _options()
    cases = [ROOT / "examples" / f"{name}.yaml" for name in EXAMPLES] if not options.case else options.case
    missing = [case for case in cases if not case.is_file()]
    cases = [case for case in cases if case.is_file()]
    with tempfile.TemporaryDirectory() as scratch:
        environment = environment_in(Path(scratch))
        jobs = list(_jobs(cases))
        if options.imports:
            wanted = next((job for job in jobs if "toets" in job.command), jobs[0])
            measure([wanted], 0, environment)
            print(imports.render(imports.imports_of(wanted, environment)))
            return 0
        measured = measure(jobs, options.rounds, environment)
        large = measure(
            [jobs[0], *lint_jobs(command_for("lint"), Path(scratch), environment)],
            max(3, options.rounds // 2),
            environment,
        )
        cold = measure(_cold_jobs(cases[:1]), max(3, options.rounds // 5), environment)
        evaluated = {case.stem: _evaluated(case, environment) for case in cases}
        examples = sorted((ROOT / "examples").glob("*.yaml")) if not options.case else cases
        every = _timed_elsewhere(environment, "benchmarks.evaluating", *map(str, examples), "")
        grown = growth(cases[0], command_for("toets"), Path(scratch), environment, options.rounds)
    result: dict[str, Any] = {
        "processes": [
            *(_numbers(each, measured[0]) for each in (*measured, *cold)),
            *(_numbers(each, large[0]) for each in large[1:]),
        ],
        "reparsing": _timed_elsewhere(environment, "benchmarks.reparsing"),
        "evaluation": evaluated,
        "every example": every,
        "growth": grown,
        "missing": [str(case) for case in missing],
    }
    print(json.dumps(result, indent=2) if options.json else _table(result))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Speed, as ratios within one run."
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--imports", action="store_true", help="print what importing costs in one warm run instead"
    )
    parser.add_argument("--rounds", type=int, default=15, help="runs of each command (default: 15)")
    parser.add_argument(
        "--case", type=Path, action="append", help="measure this case instead of the examples"
    )
    return parser.parse_args()


def environment_in(scratch: Path) -> dict[str, str]:
    """As on a user's machine: compiled modules are kept, and the cache is warm after one run; both out of the way."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {
        **environment,
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        "VERORDENING_CACHE": str(scratch / "cache"),
    }


def _jobs(cases: list[Path]) -> Iterator[Job]:
    yield Job("python -c pass", (sys.executable, "-c", "pass"), {})
    for command in ("toets", "afwijken"):
        for case in cases:
            yield Job(f"{command} {case.stem}", command_for(command, str(case)), {})
    yield Job("lint", command_for("lint"), {})


def _cold_jobs(cases: list[Path]) -> Iterator[Job]:
    off = {"VERORDENING_CACHE": "uit"}
    for case in cases:
        yield Job(f"toets {case.stem}, no cache", command_for("toets", str(case)), off)
    yield Job("lint, no cache", command_for("lint"), off)


def command_for(*words: str) -> tuple[str, ...]:
    """What the installed `verordening` does."""
    script = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"][
        "verordening"
    ]
    module, _, function = script.partition(":")
    return (
        sys.executable,
        "-c",
        f"import sys; from {module} import {function}; sys.exit({function}())",
        *words,
    )


def _evaluated(case: Path, environment: dict[str, str]) -> dict[str, object]:
    return _timed_elsewhere(environment, "benchmarks.evaluating", str(case))


def _timed_elsewhere(environment: dict[str, str], module: str, *words: str) -> dict[str, object]:
    """What a module measures in a process of its own, or what it misses."""
    command = (sys.executable, "-m", module, *words)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"missing": done.stderr.strip().splitlines()[-1]}
    found: dict[str, object] = json.loads(done.stdout)
    return found


def _numbers(measured: Measured, base: Measured) -> dict[str, object]:
    if measured.failure:
        return {"name": measured.job.name, "failure": measured.failure}
    ratios = [run.cpu / other.cpu for run, other in zip(measured.runs, base.runs, strict=False)]
    return {
        "name": measured.job.name,
        "cpu_ms": round(median(run.cpu for run in measured.runs), 1),
        "ratio": round(median(ratios), 2),
        "wall_ms": round(median(run.wall for run in measured.runs), 1),
        "memory_mb": round(max(run.memory for run in measured.runs), 1),
    }


def _table(result: dict[str, Any]) -> str:
    lines = [f"{'':44}{'CPU':>9}{'× pass':>9}{'wall':>9}{'memory':>10}"]
    for row in result["processes"]:
        if "failure" in row:
            lines.append(f"{row['name']:44} not measured: {row['failure']}")
            continue
        if row["name"].startswith((NAME, TEN)):
            lines.append(_row(row, over=is_over_budget(row["name"], row["ratio"], row["cpu_ms"])))
            continue
        warm = row["name"].startswith(("toets", "afwijken", "lint")) and not row["name"].endswith("no cache")
        over = warm and (row["cpu_ms"] > MOST_CPU or row["memory_mb"] > MOST_MEMORY)
        lines.append(_row(row, over=over))
    steps_of = {**result["evaluation"], "a regulation of 1,000 lines read again": result["reparsing"]}
    for name, steps in steps_of.items():
        lines += ["", f"{name}, in one process"]
        for step, took in steps.items():
            if step == "missing":
                lines.append(f"  not measured: {took}")
                continue
            most = next((most for begins, most in MOST_OF.items() if step.startswith(begins)), inf)
            over = took["p50"] > most
            lines.append(
                f"  {step:30} median {took['p50']:8.0f} µs   99% {took['p99']:8.0f} µs{'  over budget' if over else ''}"
            )
    lines += ["", "evaluate with its tree", *_every(result["every example"])]
    lines += ["", "unrelated rules beside the law"]
    lines += [
        f"  {row['unrelated rules']:5} {row['cpu_ms']:6.0f} ms {row['ratio']:6.1f} × pass, "
        f"evaluate {row['evaluation_us']:6.0f} µs"
        for row in result["growth"]
    ]
    lines += [f"not there yet: {name}" for name in result["missing"]]
    return "\n".join(lines)


def _every(examples: dict[str, Any]) -> list[str]:
    if "missing" in examples:
        return [f"  not measured: {examples['missing']}"]
    ordered = sorted(examples.items(), key=lambda each: -each[1]["p50"])
    return [
        f"  {Path(path).stem:52} median {took['p50']:7.0f} µs   best {took['best']:7.0f} µs {took['loops']:6.1f} loops"
        f"{'  over budget' if took['p50'] > MOST_EVALUATION else ''}"
        for path, took in ordered
    ]


def _row(row: dict[str, Any], *, over: bool) -> str:
    return (
        f"{row['name']:44}{row['cpu_ms']:6.0f} ms{row['ratio']:9.1f}{row['wall_ms']:6.0f} ms"
        f"{row['memory_mb']:7.0f} MB{'  over budget' if over else ''}"
    )


if __name__ == "__main__":
    sys.exit(main())
