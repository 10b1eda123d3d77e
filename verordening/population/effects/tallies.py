"""Counts of what a change does to the rows of a group. Data only; cents, rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from verordening.records import dataclass, field

GAINS: Final = "vooruit"
LOSES: Final = "achteruit"
OTHER: Final = "anders"
SAME: Final = "gelijk"
UNTOLD: Final = "niet te zeggen"
WAYS: Final = (GAINS, LOSES, OTHER, SAME, UNTOLD)
"""What may become of a row: `anders` where nobody says what is better, `niet te zeggen` where either is not settled."""
SIZES: Final = (0, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000)
"""From how many cents each class of amounts goes; to where the next begins."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one group: how many rows go which way, and how many cents who gains gets more and who loses less."""

    counts: tuple[int, ...] = (0,) * len(WAYS)
    gained: int = 0
    lost: int = 0

    @property
    def rows(self) -> int:
        """How many rows there are in the group."""
        return sum(self.counts)

    def of(self, way: str) -> int:
        """How many rows go this way."""
        return self.counts[WAYS.index(way)]

    def __add__(self, other: Tally) -> Tally:
        counts = tuple(map(sum, zip(self.counts, other.counts, strict=True)))
        return Tally(counts, self.gained + other.gained, self.lost + other.lost)


@dataclass(frozen=True, slots=True)
class Loser:
    """A row that loses much: its number (from 1) and how many cents."""

    row: int
    cents: int


@dataclass(frozen=True, slots=True)
class DecisionEffect:
    """What the change does to one decision. `by` gives per fact the groups in order, each with its tally.

    `monthly` says that its amounts come every month; `in_euros` that it has amounts at all. `losers` are the rows that
    lose most, the largest first. `gained_sizes` and `lost_sizes` are how many gain and lose an amount that is not
    known, and then how many an amount in each class of `SIZES`.
    """

    name: str
    label: str
    in_euros: bool
    monthly: bool
    whole: Tally
    by: Mapping[str, tuple[tuple[str, Tally], ...]] = field(default_factory=dict)
    losers: tuple[Loser, ...] = ()
    gained_sizes: tuple[int, ...] = (0,) * (len(SIZES) + 1)
    lost_sizes: tuple[int, ...] = (0,) * (len(SIZES) + 1)

    @property
    def changes(self) -> bool:
        """Whether it comes to something else for anyone."""
        return any(self.whole.of(way) for way in (GAINS, LOSES, OTHER))


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change does to a population. `skipped` are rows that contradict themselves under either set of rules."""

    rows: int
    skipped: int
    decisions: tuple[DecisionEffect, ...]

    @property
    def changes(self) -> bool:
        """Whether anything comes to something else for anyone."""
        return any(each.changes for each in self.decisions)

    @property
    def is_told(self) -> bool:
        """Whether it could be told of every row and every decision."""
        return not self.skipped and not any(each.whole.of(UNTOLD) for each in self.decisions)
