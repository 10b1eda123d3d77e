"""`lint` of large regulations: seen before, new beside a known law, and with nothing known; and of ten of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.large_regulation import large_regulation
from benchmarks.processes import Job

MOST_WARM = 6
MOST_COLD = 25
"""Times `python -c pass`."""
MOST_OF_TEN_WARM = 500
MOST_OF_TEN_COLD = 3_000
"""Milliseconds for ten regulations."""
NAME = "lint 1,000 lines"
TEN = "lint 10 × 1,000 lines"
_AGAIN = "again"
_NEW = "new beside a known law"
_NOTHING = "nothing known"


def lint_jobs(command: tuple[str, ...], scratch: Path, environment: Mapping[str, str]) -> Iterator[Job]:
    """The jobs; `command` is `lint`, and each job has a cache of its own below `scratch`."""
    path = scratch / "groot.vrd"
    path.write_text(large_regulation(), encoding="utf-8")
    folder = scratch / "tien"
    folder.mkdir()
    for letter in "abcdefghij":
        (folder / f"{letter}.vrd").write_text(_renamed(letter), encoding="utf-8")
    law = scratch / "law"
    subprocess.run(
        command, env={**environment, "VERORDENING_CACHE": str(law)}, capture_output=True, check=True
    )

    def job(name: str, state: str, path: Path) -> Job:
        cache = scratch / f"{path.name}-{state}".replace(" ", "-")

        def prepare() -> None:
            shutil.rmtree(cache, ignore_errors=True)
            if state == _NEW:
                shutil.copytree(law, cache)

        return Job(
            f"{name}, {state}",
            (*command, str(path)),
            {"VERORDENING_CACHE": str(cache)},
            None if state == _AGAIN else prepare,
        )

    for state in (_AGAIN, _NEW, _NOTHING):
        yield job(NAME, state, path)
    for state in (_AGAIN, _NEW, _NOTHING):
        yield job(TEN, state, folder)


def is_over_budget(name: str, ratio: float, milliseconds: float) -> bool:
    """Whether one of these jobs took more than it may: times `python -c pass`, or milliseconds."""
    if name.startswith(TEN):
        return milliseconds > (MOST_OF_TEN_WARM if name.endswith(_AGAIN) else MOST_OF_TEN_COLD)
    return ratio > (MOST_WARM if name.endswith(_AGAIN) else MOST_COLD)


def _renamed(letter: str) -> str:
    """The regulation with names of its own, to stand beside the others in one municipality."""
    text = large_regulation().replace("regeling maatregelen ", f"regeling maatregelen_{letter} ")
    return re.sub(r"\b(uren|veel_uren|deel)_(?=\d)", rf"\1_{letter}_", text)
