"""A clock on work inside work: what each thing takes itself, and with all that it asks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from time import process_time_ns
from typing import Final, TypeVar

from verordening.records import dataclass

Found = TypeVar("Found")
Clock = Callable[[], int]
_TRIED: Final = 2_000


@dataclass(slots=True)
class Spent:
    """Nanoseconds of one thing: `own` without and `total` with what it asked; `count` times it was worked out."""

    count: int = 0
    own: int = 0
    total: int = 0


class Meter:
    """Adds up what marked work takes.

    Looking at the clock takes time too: `inside` nanoseconds of that fall within the work that is marked, and `whole`
    in all. Both are taken off, so that what asks much does not seem slow for being measured much.
    """

    def __init__(self, clock: Clock = process_time_ns, *, inside: int = 0, whole: int = 0) -> None:
        self.spent: dict[Hashable, Spent] = {}
        self._clock, self._inside, self._whole = clock, inside, whole
        self._taken_off = 0
        self._asked = [0]
        self._busy: set[Hashable] = set()

    def around(self, mark: Hashable, work: Callable[[], Found], *, counted: bool = True) -> Found:
        """What `work` gives; its time is booked under `mark`, and as one time worked out where that is `counted`."""
        outermost = mark not in self._busy
        self._busy.add(mark)
        self._asked.append(0)
        start = self._clock() - self._taken_off
        try:
            return work()
        finally:
            taken = self._clock() - self._taken_off - start - self._inside
            self._taken_off += self._whole
            asked = self._asked.pop()
            self._asked[-1] += taken
            spent = self.spent.setdefault(mark, Spent())
            spent.count += counted
            spent.own += taken - asked
            if outermost:
                spent.total += taken
                self._busy.discard(mark)


def own_cost(clock: Clock = process_time_ns) -> tuple[int, int]:
    """What it takes to measure something once, in nanoseconds: within the work that is measured, and in all."""
    meter = Meter(clock)

    def often() -> None:
        for _ in range(_TRIED):
            meter.around("inside", _nothing)

    meter.around("whole", often)
    inside, whole = meter.spent["inside"].total, meter.spent["whole"].total
    return inside // _TRIED, whole // _TRIED


def _nothing() -> None:
    """Work that takes no time."""
