"""`lint` of a large regulation: of one seen before, of one that is new beside a known law, and with nothing known."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.large_regulation import large_regulation
from benchmarks.processes import Job

MOST_WARM = 6
MOST_COLD = 25
"""Times `python -c pass`."""
NAME = "lint 1,000 lines"


def lint_jobs(command: tuple[str, ...], scratch: Path, environment: Mapping[str, str]) -> Iterator[Job]:
    """The jobs; `command` is `lint`, and each job has a cache of its own below `scratch`."""
    path = scratch / "groot.vrd"
    path.write_text(large_regulation(), encoding="utf-8")
    law = scratch / "law"
    subprocess.run(
        command, env={**environment, "VERORDENING_CACHE": str(law)}, capture_output=True, check=True
    )

    def job(name: str, kept: Path | None) -> Job:
        cache = scratch / name.replace(" ", "-")

        def prepare() -> None:
            shutil.rmtree(cache, ignore_errors=True)
            if kept is not None:
                shutil.copytree(kept, cache)

        warm = name.endswith("again")
        return Job(name, (*command, str(path)), {"VERORDENING_CACHE": str(cache)}, None if warm else prepare)

    yield job(f"{NAME}, again", None)
    yield job(f"{NAME}, new beside a known law", law)
    yield job(f"{NAME}, nothing known", None)
