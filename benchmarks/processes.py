"""Runs commands as processes of their own and measures what each took.

The measuring process must stay small: on Linux a child is charged with the memory of the process that started it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

_ACCEPTED = (0, 1, 4)
"""Answered; findings; a decision that is not settled. Anything else is not the work that was to be measured."""


@dataclass(frozen=True)
class Job:
    """A command to measure. `environment` is added to that of the run; `prepare` is called before each."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    prepare: Callable[[], None] | None = None


@dataclass(frozen=True)
class Run:
    """What one run of a job took: CPU and wall time in milliseconds, memory in megabytes."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Measured:
    """All runs of a job, or why there are none."""

    job: Job
    runs: tuple[Run, ...]
    failure: str = ""


def measure(jobs: Iterable[Job], rounds: int, environment: Mapping[str, str]) -> list[Measured]:
    """Every job once a round, so that what slows the machine down slows them all; each runs once before, to warm up."""
    runs: dict[str, list[Run]] = {}
    failures: dict[str, str] = {}
    jobs = list(jobs)
    for job in jobs:
        failures[job.name] = _failure(job, {**environment, **job.environment})
    for _ in range(rounds):
        for job in jobs:
            if not failures[job.name]:
                if job.prepare is not None:
                    job.prepare()
                runs.setdefault(job.name, []).append(_run(job, {**environment, **job.environment}))
    return [Measured(job, tuple(runs.get(job.name, ())), failures[job.name]) for job in jobs]


def median(numbers: Iterable[float]) -> float:
    """The middle one (`statistics` would cost this process 4 MB)."""
    return percentile(numbers, 50)


def percentile(numbers: Iterable[float], share: int) -> float:
    """The number that `share` percent do not exceed."""
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def _failure(job: Job, environment: Mapping[str, str]) -> str:
    done = subprocess.run(job.command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode in _ACCEPTED:
        return ""
    said = (done.stderr or done.stdout).strip().splitlines()
    return f"exit code {done.returncode}: {said[-1] if said else 'nothing said'}"


def _run(job: Job, environment: Mapping[str, str]) -> Run:
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(job.command[0], job.command, environment, file_actions=nowhere)
    _, _, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Run((used.ru_utime + used.ru_stime) * 1_000, wall * 1_000, used.ru_maxrss / unit)
