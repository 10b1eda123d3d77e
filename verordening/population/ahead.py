"""The next thing made in a thread while the last one is used."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Thing = TypeVar("Thing")


def ahead(things: Iterator[Thing]) -> Iterator[Thing]:
    """The same things in order, one more made than is asked. What making one raises, is raised in its turn."""
    with ThreadPoolExecutor(1) as thread:
        coming: Future[Thing | None] = thread.submit(next, things, None)
        while (found := coming.result()) is not None:
            coming = thread.submit(next, things, None)
            yield found
