"""The rows of a batch in parts, taken by as many threads as there are processors."""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import count
from threading import Thread


def in_parts(
    rows: int, part: int, least: int, threads: int | None, work: Callable[[int, int], object]
) -> None:
    """Call `work` with the first row and the one after the last of each part.

    A part has `part` rows, the last one up to as many more as `least` asks for. Whoever is ready takes the next, so it
    does not matter that one processor is busier than another. What one of them raises is raised here.
    """
    starts = list(range(0, max(rows - least, 0) + 1, part))
    stops = [*starts[1:], rows]
    next_part = count()
    raised: list[BaseException] = []

    def take() -> None:
        try:
            while not raised and (number := next(next_part)) < len(starts):
                work(starts[number], stops[number])
        except BaseException as error:  # noqa: BLE001 - raised again below, in the thread that asked
            raised.append(error)

    helpers = [Thread(target=take) for _ in range(min(threads or processors(), len(starts)) - 1)]
    for helper in helpers:
        helper.start()
    take()
    for helper in helpers:
        helper.join()
    if raised:
        raise raised[0]


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
