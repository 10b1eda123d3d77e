"""Truths of many rows as Arrow keeps them: a bit a row, the first row the lowest bit of the first byte."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Bits:
    """The truths of so many rows in `packed`, bytes that follow each other. What stands behind the last row is nothing.

    Made an array (`np.asarray`) it holds a bool a row.
    """

    __slots__ = ("packed", "rows")

    def __init__(self, packed: NDArray[np.uint8], rows: int) -> None:
        self.packed = packed
        self.rows = rows

    @classmethod
    def of(cls, truths: NDArray[Any]) -> Bits:
        """The same truths, of an array of bools."""
        return cls(np.packbits(truths, bitorder="little"), len(truths))

    @classmethod
    def all(cls, rows: int) -> Bits:
        """Everywhere yes."""
        return cls(np.full((rows + 7) // 8, 255, np.uint8), rows)

    @classmethod
    def room(cls, rows: int) -> Bits:
        """Place for so many rows, with nothing in it yet."""
        return cls(np.empty((rows + 7) // 8, np.uint8), rows)

    @property
    def shape(self) -> tuple[int]:
        """As an array has it."""
        return (self.rows,)

    def part(self, start: int, stop: int) -> Bits:
        """The rows from `start`, a multiple of eight, up to `stop`. It shares its memory."""
        assert start % 8 == 0
        return Bits(self.packed[start // 8 : (stop + 7) // 8], stop - start)

    def put(self, row: int, *, truth: bool) -> None:
        """Change one row."""
        bit = 1 << row % 8
        self.packed[row // 8] = self.packed[row // 8] & (255 - bit) | (bit if truth else 0)

    def any(self) -> bool:
        """Whether there is a row with yes."""
        whole, left = divmod(self.rows, 8)
        return bool(self.packed[:whole].any() or (left and self.packed[whole] & ((1 << left) - 1)))

    def every(self) -> bool:
        """Whether there is no row with no."""
        whole, left = divmod(self.rows, 8)
        last = (1 << left) - 1
        return bool((self.packed[:whole] == 255).all() and (not left or self.packed[whole] & last == last))

    def __and__(self, other: Bits) -> Bits:
        length = (self.rows + 7) // 8
        return Bits(self.packed[:length] & other.packed[:length], self.rows)

    def __eq__(self, other: object) -> bool:
        """Refused: it is asked of every row, and one answer for all would be believed. Make it an array first."""
        raise TypeError("truths of many rows are compared as arrays")

    __hash__ = None  # type: ignore[assignment]

    def __bool__(self) -> bool:
        """Refused, as of an array."""
        raise TypeError("truths of many rows are not one truth")

    def __invert__(self) -> Bits:
        return Bits(~self.packed, self.rows)

    def astype(self, dtype: Any) -> NDArray[Any]:
        """As an array has it."""
        return self.__array__(dtype)

    def tolist(self) -> list[bool]:
        """As an array has it."""
        found: list[bool] = self.__array__().tolist()
        return found

    def __len__(self) -> int:
        return self.rows

    def __getitem__(self, row: int) -> bool:
        return bool(self.packed[row // 8] >> (row % 8) & 1)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        found = np.unpackbits(self.packed, count=self.rows, bitorder="little").view(np.bool_)
        return found if dtype is None else found.astype(dtype, copy=False)
