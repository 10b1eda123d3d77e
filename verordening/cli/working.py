"""The same work on many things, over several processes where that pays. Answers come in the order of the things."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

_MOST_PROCESSES: Final = 16
_PAYS_FROM: Final = 4
"""With fewer things starting a process costs more than it saves."""

_work: Callable[[int], object] = lambda _: None  # noqa: E731 - replaced before processes start, which inherit it


def each_of(
    things: Sequence[Thing],
    work: Callable[[Thing], Answer],
    *,
    until: float | None = None,
) -> Iterator[Answer]:
    """`work` of each thing; stops early at the time `until` (of `time.monotonic`).

    Processes are forked, so that what is loaded is there; an answer must be small and plain.
    """
    processes = min(_MOST_PROCESSES, _available(), len(things) // _PAYS_FROM)
    if processes < 2 or not hasattr(os, "fork"):
        for thing in things:
            if until is not None and time.monotonic() >= until:
                return
            yield work(thing)
        return
    yield from _forked(things, work, processes, until)


def _available() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _forked(
    things: Sequence[Thing],
    work: Callable[[Thing], Answer],
    processes: int,
    until: float | None,
) -> Iterator[Answer]:
    import multiprocessing

    global _work
    _work = lambda at: work(things[at])  # noqa: E731 - a closure that forked processes inherit
    gc.freeze()
    with multiprocessing.get_context("fork").Pool(processes, gc.enable) as pool:
        answers = pool.imap(_at, range(len(things)))
        for _ in things:
            left = None if until is None else max(0.0, until - time.monotonic())
            try:
                answer: Answer = answers.next(left)  # type: ignore[assignment]
            except multiprocessing.TimeoutError:
                return
            yield answer


def _at(number: int) -> object:
    return _work(number)
