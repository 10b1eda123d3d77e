"""Small groups stay hidden, also from who subtracts: a table of counts as it may be shown.

A count of one to four could point at people. Where it would follow from the total of its row or column and the other
counts there, another count is hidden too, the smallest that is left; so in each row and column none or at least two
are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

LEAST_SHOWN: Final = 5


def hidden_cells(counts: Sequence[Sequence[int]]) -> frozenset[tuple[int, int]]:
    """The cells (row, column) of a table with totals that may not be shown."""
    hidden = {
        (row, column)
        for row, cells in enumerate(counts)
        for column, count in enumerate(cells)
        if 0 < count < LEAST_SHOWN
    }
    if not hidden:
        return frozenset()
    height, width = len(counts), len(counts[0])
    lines = [[(row, column) for column in range(width)] for row in range(height)]
    lines += [[(row, column) for row in range(height)] for column in range(width)]
    changed = True
    while changed:
        changed = False
        for line in lines:
            inside = [cell for cell in line if cell in hidden]
            if not inside or (len(inside) > 1 and sum(counts[r][c] for r, c in inside) >= LEAST_SHOWN):
                continue
            left = [cell for cell in line if cell not in hidden]
            if left:
                hidden.add(
                    min(left, key=lambda cell: (counts[cell[0]][cell[1]] == 0, counts[cell[0]][cell[1]]))
                )
                changed = True
    return frozenset(hidden)
