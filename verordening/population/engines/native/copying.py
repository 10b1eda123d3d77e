"""Rows in a place of their own: where columns have another form than the code reads, or fewer rows than it takes."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import pyarrow as pa

from verordening.population.engines.bits import Bits
from verordening.population.engines.kernel import Array, Given, put, taken, type_of
from verordening.population.program import Column, Program

Addresses: TypeAlias = "ctypes.Array[ctypes.c_void_p]"


class Copies:
    """Columns and outcomes of so many rows (a number of blocks), in the form of the code."""

    def __init__(self, program: Program, rows: int, tables: Sequence[Array]) -> None:
        self.rows = rows
        self.columns = [_column(each, rows) for each in program.columns]
        self.outcomes: list[Given] = [
            Bits.room(rows) if program.nodes[at].truth else np.empty(rows, type_of(program.nodes[at]))
            for _, at in program.outputs
        ]
        self.addresses = addresses([*self.columns, *tables]), addresses(self.outcomes)

    def fill(self, given: Sequence[Given], start: int, stop: int) -> None:
        """Copy some rows of all columns, from a multiple of eight. Behind them stands what any row may hold."""
        length = stop - start
        for array, own in zip(given, self.columns, strict=True):
            if isinstance(own, Bits):
                part = array.part(start, stop) if isinstance(array, Bits) else Bits.of(array[start:stop] != 0)
                own.packed[: len(part.packed)] = part.packed
            else:
                own[:length] = taken(array, start, stop)

    def give(self, filled: Sequence[Given], start: int, stop: int) -> None:
        """Put the outcomes of these rows where they belong."""
        length = stop - start
        for array, own in zip(filled, self.outcomes, strict=True):
            if isinstance(own, Bits) and isinstance(array, Bits):
                part = array.part(start, stop)
                part.packed[:] = own.packed[: len(part.packed)]
            else:
                put(array, start, stop, taken(own, 0, length))


def _column(column: Column, rows: int) -> Given:
    if column.truth:
        return Bits(np.zeros(rows // 8, np.uint8), rows)
    return np.full(rows, column.low, type_of(column))


def addresses(arrays: Sequence[Given]) -> Addresses:
    """Where the rows of each begin. (NumPy says the same, and takes as long as three hundred rows.)"""
    memory = (array.packed if isinstance(array, Bits) else array for array in arrays)
    return (ctypes.c_void_p * len(arrays))(*[pa.py_buffer(each).address for each in memory])
