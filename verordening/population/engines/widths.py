"""How many bits a number takes. Knows no library, so that it can be asked without the extra."""

from __future__ import annotations

from collections.abc import Sequence

WIDTHS = (8, 16, 32, 64)


def bits_for(low: int, high: int) -> int:
    """The narrowest of 8, 16, 32 and 64 bits, with a sign, that holds all numbers from low to high."""
    for bits in WIDTHS:
        if -(1 << bits - 1) <= low and high < 1 << bits - 1:
            return bits
    raise OverflowError(f"{low}..{high}")


def width_of(table: Sequence[int]) -> int:
    """How many bits each row of a table takes in memory: 32, or 64 where one does not go into these."""
    return max(bits_for(min(table), max(table)), 32)
