"""How far a long run is: a bar with the rate and the time left, and only where somebody looks on."""

from __future__ import annotations

import sys
import time
from typing import Final

_WIDTH: Final = 10
"""Of the bar itself, so that all of it fits a line of 80 columns up to ten million rows."""
_PAUSE: Final = 0.2
"""Seconds between two drawings."""
_CLEAR: Final = "\r\x1b[2K"


class Progress:
    """A bar on a terminal; elsewhere nothing. `total` is None where it is not known how much there is."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._shown = sys.stderr.isatty()
        self._started = self._drawn = time.monotonic()
        self._before = 0

    def at(self, done: int, *, fresh: bool = False) -> None:
        """So much is done; `fresh`: an earlier run did it, which says nothing of the rate."""
        now = time.monotonic()
        if fresh:
            self._before, self._started = done, now
        elif self._shown and now - self._drawn >= _PAUSE:
            self._drawn = now
            sys.stderr.write(_CLEAR + line(done, self._total, (done - self._before) / (now - self._started)))
            sys.stderr.flush()

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            self._shown = False


def line(done: int, total: int | None, rate: float) -> str:
    """`███······· 400.000 van 1.200.000 rijen, 52.000 per seconde, nog 0:15`."""
    parts = [f"{_number(done)} van {_number(total)} rijen" if total else f"{_number(done)} rijen"]
    if rate:
        parts.append(f"{_number(rate)} per seconde")
        if total:
            minutes, seconds = divmod(int((total - done) / rate), 60)
            parts.append(f"nog {minutes}:{seconds:02}")
    filled = _WIDTH * done // total if total else 0
    bar = f"{'█' * filled}{'·' * (_WIDTH - filled)} " if total else ""
    return bar + ", ".join(parts)


def _number(number: float) -> str:
    return f"{int(number):,}".replace(",", ".")
