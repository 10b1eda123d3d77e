"""Machine code over the rows: by parts, on as many threads as there are processors.

What is an outcome as it is given, a constant or a column, goes round the code: of all columns of a municipality that
is nearly half.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from verordening.population.engines.bits import Bits
from verordening.population.engines.kernel import Array, Given, checked, outcomes, put, taken, type_of
from verordening.population.engines.native.compiling import code_for
from verordening.population.engines.native.copying import Addresses, Copies, addresses
from verordening.population.engines.native.module import BLOCK
from verordening.population.engines.native.strata import everywhere
from verordening.population.engines.threads import in_parts
from verordening.population.engines.widths import width_of
from verordening.population.program import Op, Program
from verordening.records import replace

PART = 1 << 17
"""Rows in a part: long enough that handing it out costs nothing, short enough that no thread waits long for another."""
COPIED = 1 << 14
"""Rows in a part where columns must first be made another width: what is made then stays in the processor's cache."""
_LINE = 64
"""Bytes: working memory begins on a multiple of it."""


class Native:
    """A program as machine code."""

    def __init__(self, program: Program, threads: int | None = None) -> None:
        self._whole = program
        self._plain = [
            (name, program.nodes[at]) for name, at in program.outputs if everywhere(program.nodes[at])
        ]
        worked_out = [(name, at) for name, at in program.outputs if not everywhere(program.nodes[at])]
        self._program = replace(program, outputs=tuple(worked_out))
        self._threads = threads
        self._types = [type_of(column) for column in program.columns]
        self._tables = [np.array(table, f"int{width_of(table)}") for table in program.tables]
        self._code = code_for(self._program)
        self._made = [type_of(program.nodes[at]) for _, at in worked_out]
        self._memory: list[Array] = []
        self._copies: dict[int, list[Copies]] = {}
        pointers = ctypes.POINTER(ctypes.c_void_p)
        prototype = ctypes.CFUNCTYPE(
            None, pointers, pointers, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64
        )
        self._function = prototype(self._code.address)

    def run(
        self, columns: Mapping[str, Given], rows: int, into: Mapping[str, Given] | None = None
    ) -> dict[str, Any]:
        """As `Kernel.run`."""
        given = checked(self._program, columns, rows)
        found = outcomes(self._whole, rows, into)
        for name, node in self._plain:
            put(
                found[name],
                0,
                rows,
                taken(columns[str(node.payload)], 0, rows) if node.op is Op.INPUT else node.low,
            )
        filled = [found[name] for name, _ in self._program.outputs]
        whole = rows - rows % BLOCK
        if all(map(_as_is, given, self._types)) and all(map(_as_is, filled, self._made)):
            from_, to = addresses([*given, *self._tables]), addresses(filled)
            in_parts(
                whole, PART, BLOCK, self._threads, lambda start, stop: self._calculate(from_, to, start, stop)
            )
        else:
            whole = 0 if rows < BLOCK else rows
            in_parts(
                whole,
                COPIED,
                0,
                self._threads,
                lambda start, stop: self._copied(given, filled, start, stop, COPIED),
            )
        if whole < rows:
            self._copied(given, filled, whole, rows, BLOCK)
        return found

    def _calculate(self, from_: Addresses, to: Addresses, start: int, stop: int) -> None:
        """Some of the rows, in working memory that no other thread has at the same time."""
        if start == stop:
            return
        try:
            memory = self._memory.pop()
        except IndexError:
            memory = np.empty(self._code.working_memory + _LINE, np.uint8)
        at = -(-memory.ctypes.data // _LINE) * _LINE
        self._function(from_, to, at, start, stop)
        self._memory.append(memory)

    def _copied(
        self, given: Sequence[Given], filled: Sequence[Given], start: int, stop: int, rows: int
    ) -> None:
        """Some of the rows by way of copies, which are kept for the next time. There is place for so many."""
        waiting = self._copies.setdefault(rows, [])
        try:
            copies = waiting.pop()
        except IndexError:
            copies = Copies(self._program, rows, self._tables)
        copies.fill(given, start, stop)
        blocks = -(-(stop - start) // BLOCK)
        self._calculate(*copies.addresses, 0, blocks * BLOCK)
        copies.give(filled, start, stop)
        waiting.append(copies)


def _as_is(array: Given, type_: np.dtype[Any]) -> bool:
    """Whether the code can read a column, or fill an outcome, where it is."""
    if isinstance(array, Bits):
        return True
    return array.dtype != np.bool_ and array.dtype == type_ and bool(array.flags.c_contiguous)
