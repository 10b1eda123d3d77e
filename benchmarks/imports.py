"""What importing costs in one run of a command, by room of the program and by library."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping

from benchmarks.processes import Job

SLOW = ("dataclasses", "inspect", "lark", "pathlib", "pydantic", "pygls", "rich", "typing", "z3")
"""Modules that a hot command does without, or would be quicker without."""

_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \| +(\S+)")
_OURS = ("verordening", "yaml", "lark", "rich")
_ROOM = re.compile(r"verordening\.\w+|\w+")


def imports_of(job: Job, environment: Mapping[str, str]) -> list[tuple[str, float]]:
    """Each module with the milliseconds it took by itself, the slowest first. Measuring makes all of them slower."""
    command = (job.command[0], "-X", "importtime", *job.command[1:])
    done = subprocess.run(
        command, env={**environment, **job.environment}, capture_output=True, text=True, check=False
    )
    found = [(match[2], int(match[1]) / 1_000) for match in _LINE.finditer(done.stderr)]
    return sorted(found, key=lambda each: -each[1])


def render(modules: list[tuple[str, float]], most: int = 25) -> str:
    """A table by room and library, the slowest modules, and which slow ones were loaded."""
    rooms: dict[str, float] = {}
    for name, took in modules:
        room = _room(name)
        rooms[room] = rooms.get(room, 0.0) + took
    lines = [f"{took:8.1f} ms  {room}" for room, took in sorted(rooms.items(), key=lambda each: -each[1])]
    lines += ["", *(f"{took:8.1f} ms  {name}" for name, took in modules[:most])]
    loaded = sorted({name.partition(".")[0] for name, _ in modules} & set(SLOW))
    return "\n".join([*lines, "", f"loaded though slow: {', '.join(loaded) or 'none'}"])


def _room(name: str) -> str:
    match = _ROOM.match(name) if name.startswith(_OURS) else None
    return match[0] if match else "standard library"
