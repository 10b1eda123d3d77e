"""Chance that depends on the seed, the fact and the row alone: not on the other facts, nor on how rows are taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from hashlib import blake2b
from typing import Final

import numpy as np

from verordening.model.types import Kind, Type
from verordening.population.facts import column_of, scale_of
from verordening.population.reading.problems import Numbers, Truths
from verordening.population.reading.scalars import Numbered

BLOCK: Final = 16_384
"""Rows are drawn in blocks of this many, counted from the first row of the file."""

RARE: Final = 0.03
"""How often a fact of which no distribution is stated is something else than usual. An assumption (0.01 to 0.05)."""
_DAYS_BACK: Final = 730


class Draws:
    """The draws of one block."""

    def __init__(self, seed: int, block: int) -> None:
        self._seed, self._block = seed, block

    def share(self, what: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """For each row a number from 0 up to 1, of its own for everything that is drawn."""
        key = np.frombuffer(blake2b(f"{self._seed} {what}".encode(), digest_size=16).digest(), np.uint64)
        generator = np.random.Generator(np.random.Philox(key=key, counter=[0, 0, 0, self._block]))
        return generator.random(BLOCK)

    def chance(self, what: str, share: float | np.ndarray[tuple[int], np.dtype[np.float64]]) -> Truths:
        """In which rows it is so, with this chance."""
        return self.share(what) < share

    def one_of(self, what: str, shares: Sequence[float]) -> Numbers:
        """For each row the place of one of several, with these shares of the whole."""
        ends = np.cumsum(np.asarray(shares) / sum(shares))
        return np.minimum(np.searchsorted(ends, self.share(what), "right"), len(shares) - 1).astype(np.int64)

    def between(self, what: str, low: int | Numbers, high: int | Numbers) -> Numbers:
        """For each row a whole number from `low` to `high`, both included, each as likely."""
        return (low + np.floor(self.share(what) * (np.asarray(high) - low + 1))).astype(np.int64)


def known(values: Numbers | Truths) -> Numbered:
    """A fact that is known in every row."""
    return Numbered(values.astype(np.int64), np.ones(BLOCK, np.bool_))


def usual(name: str, type_: Type, day: date, draws: Draws) -> Numbered:
    """A fact of which no distribution is stated: nearly always nee, the first choice or the lowest number.

    What is rare is any value: of numbers small ones more than large ones, of days one in the two years before `day`. A
    day of something that mostly did not happen is mostly not known.
    """
    column = column_of(name, type_)
    rare = draws.chance(f"{name} zeldzaam", RARE)
    match type_.kind:
        case Kind.BOOL:
            return known(rare)
        case Kind.ENUM:
            other = draws.between(name, min(1, column.high), column.high)
            return known(np.where(rare, other, 0))
        case Kind.DATE:
            last = min(max(day.toordinal(), column.low), column.high)
            days = draws.between(name, max(last - _DAYS_BACK, column.low), last)
            return Numbered(np.where(rare, days, column.low), rare)
    step = int(Fraction(type_.step or 1) * scale_of(type_))
    most = (column.high - (1 if type_.indefinite else 0) - column.low) // step
    small = np.floor(np.exp(draws.share(name) * np.log(most + 1))).astype(np.int64)
    lowest = column.low if column.low >= 0 else -(column.low // -step) * step if column.low % step else 0
    first = (max(lowest, column.low) - column.low) // step
    places = np.where(rare, np.minimum(first + small, most), first)
    return known(column.low + places * step)
