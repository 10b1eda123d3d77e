"""Small groups stay hidden, also from who subtracts: which counts of some tables may not be shown.

A count of one to four could point at people. Where it would follow from totals and from what else is shown, in one
table or in several together, other counts are hidden too, the smallest first, until nothing hidden follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

LEAST_SHOWN: Final = 5


class Line(NamedTuple):
    """Counts (by their place) that together are another count, or a number that everybody may know."""

    parts: tuple[int, ...]
    whole: int | None = None

    @property
    def cells(self) -> tuple[int, ...]:
        """All counts that the line is about."""
        return self.parts if self.whole is None else (*self.parts, self.whole)


def is_small(count: int) -> bool:
    """Whether a count could point at people."""
    return 0 < count < LEAST_SHOWN


def hidden_cells(counts: Sequence[int], lines: Sequence[Line]) -> frozenset[int]:
    """The places of the counts that may not be shown.

    Of those hidden in a line of which the sum is known there are at least two, and together they are not few. Where
    all of a line is hidden that cannot be had.
    """
    hidden = {cell for cell, count in enumerate(counts) if is_small(count)}
    more = bool(hidden)
    while more:
        more = False
        for line in lines:
            if _gives_away(line, hidden, counts):
                more |= _hide_one(line.cells, hidden, counts)
        if not more:
            told = following(hidden, lines)
            beside = [cell for line in lines if told.intersection(line.cells) for cell in line.cells]
            more = bool(told) and _hide_one(beside, hidden, counts)
    return frozenset(hidden)


def following(hidden: set[int] | frozenset[int], lines: Sequence[Line]) -> frozenset[int]:
    """Which of the hidden counts follow from those that are shown: the lines are solved as equations."""
    solved: dict[int, dict[int, Fraction]] = {}
    for line in lines:
        row = dict(_terms(line, hidden))
        for pivot in [cell for cell in row if cell in solved]:
            _subtract(row, solved[pivot], row[pivot])
        if not row:
            continue
        pivot, factor = next(iter(row.items()))
        row = {cell: each / factor for cell, each in row.items()}
        for other in solved.values():
            if pivot in other:
                _subtract(other, row, other[pivot])
        solved[pivot] = row
    return frozenset(pivot for pivot, row in solved.items() if len(row) == 1)


def _terms(line: Line, hidden: set[int] | frozenset[int]) -> Iterator[tuple[int, Fraction]]:
    for cell in line.parts:
        if cell in hidden:
            yield cell, Fraction(1)
    if line.whole is not None and line.whole in hidden:
        yield line.whole, Fraction(-1)


def _subtract(row: dict[int, Fraction], other: dict[int, Fraction], times: Fraction) -> None:
    for cell, each in other.items():
        left = row.get(cell, Fraction(0)) - times * each
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)


def _gives_away(line: Line, hidden: set[int], counts: Sequence[int]) -> bool:
    inside = hidden.intersection(line.cells)
    if not inside or line.whole in inside:
        return len(inside) == 1
    return len(inside) == 1 or sum(counts[cell] for cell in inside) < LEAST_SHOWN


def _hide_one(cells: Sequence[int], hidden: set[int], counts: Sequence[int]) -> bool:
    """Hide the smallest that is left, a zero last; false where all are hidden."""
    left = [cell for cell in cells if cell not in hidden]
    if left:
        hidden.add(min(left, key=lambda cell: (counts[cell] == 0, counts[cell])))
    return bool(left)
