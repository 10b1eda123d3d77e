"""How far a long run is: a bar with the rate and the time left, and only where somebody looks on."""

from __future__ import annotations

import sys
from typing import Any


class Progress:
    """A bar on a terminal; elsewhere nothing. `total` is None where it is not known how much there is."""

    def __init__(self, what: str, total: int | None) -> None:
        self._bar: Any = None
        self._task: Any = None
        if sys.stderr.isatty():
            self._start(what, total)

    def at(self, done: int, *, fresh: bool = False) -> None:
        """So much is done; `fresh`: an earlier run did it, which says nothing of the rate."""
        if self._bar is not None:
            if fresh:
                self._bar.reset(self._task, completed=done)
            else:
                self._bar.update(self._task, completed=done)

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _start(self, what: str, total: int | None) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
        from rich.text import Text

        class Rate(ProgressColumn):
            def render(self, task: Task) -> Text:
                rate = task.finished_speed or task.speed or 0
                return Text(f"{_number(int(rate))} rijen per seconde")

        class Count(ProgressColumn):
            def render(self, task: Task) -> Text:
                of = f" van {_number(int(task.total))}" if task.total else ""
                return Text(f"{_number(int(task.completed))}{of} rijen")

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            Count(),
            Rate(),
            TextColumn("nog"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(what, total=total)
        self._bar.start()


def _number(number: int) -> str:
    return f"{number:,}".replace(",", ".")
