"""Machine code over the rows: by parts, on as many threads as there are processors."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np

from verordening.population.engines.kernel import Array, checked, outcomes, type_of
from verordening.population.engines.native.compiling import code_for
from verordening.population.engines.native.module import BLOCK
from verordening.population.engines.threads import in_parts
from verordening.population.program import Program

PART = 1 << 17
"""Rows in a part: long enough that handing it out costs nothing, short enough that no thread waits long for another."""
CONVERTED = 1 << 14
"""Rows in a part where columns must first be made another width: what is made then stays in the processor's cache."""
_LINE = 64
"""Bytes: working memory begins on a multiple of it."""
_Addresses: TypeAlias = "ctypes.Array[ctypes.c_void_p]"


class Native:
    """A program as machine code."""

    def __init__(self, program: Program, threads: int | None = None) -> None:
        self._program = program
        self._threads = threads
        self._types = [type_of(column) for column in program.columns]
        self._code = code_for(program)
        self._memory: list[Array] = []
        pointers = ctypes.POINTER(ctypes.c_void_p)
        prototype = ctypes.CFUNCTYPE(
            None, pointers, pointers, ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64
        )
        self._function = prototype(self._code.address)

    def run(
        self, columns: Mapping[str, Array], rows: int, into: Mapping[str, Array] | None = None
    ) -> dict[str, Array]:
        """As `Kernel.run`."""
        given = checked(self._program, columns, rows)
        found = outcomes(self._program, rows, into)
        filled = list(found.values())
        if rows < BLOCK:
            self._few(given, filled, rows)
        elif all(
            array.dtype == type_ and array.flags.c_contiguous
            for array, type_ in zip(given, self._types, strict=True)
        ):
            from_, to = _addresses(given), _addresses(filled)
            in_parts(
                rows, PART, BLOCK, self._threads, lambda start, stop: self._calculate(from_, to, start, stop)
            )
        else:
            to = _addresses(filled)
            in_parts(
                rows,
                CONVERTED,
                BLOCK,
                self._threads,
                lambda start, stop: self._converted(given, filled, start, stop),
            )
        return found

    def _calculate(self, from_: _Addresses, to: _Addresses, start: int, stop: int) -> None:
        """Some of the rows, in working memory that no other thread has at the same time."""
        try:
            memory = self._memory.pop()
        except IndexError:
            memory = np.empty(self._code.working_memory + _LINE, np.uint8)
        at = -(-memory.ctypes.data // _LINE) * _LINE
        self._function(from_, to, at, start, stop)
        self._memory.append(memory)

    def _converted(self, given: Sequence[Array], filled: Sequence[Array], start: int, stop: int) -> None:
        """A part of the rows, of columns of other widths than the code reads."""
        parts = [
            np.ascontiguousarray(array[start:stop], type_)
            for array, type_ in zip(given, self._types, strict=True)
        ]
        outcomes = [array[start:stop] for array in filled]
        self._calculate(_addresses(parts), _addresses(outcomes), 0, stop - start)

    def _few(self, given: Sequence[Array], filled: Sequence[Array], rows: int) -> None:
        """Fewer rows than the code takes at once: the first one again behind the last."""
        if not rows:
            return
        again = np.arange(BLOCK) * (np.arange(BLOCK) < rows)
        parts = [array[again].astype(type_) for array, type_ in zip(given, self._types, strict=True)]
        outcomes = [np.empty(BLOCK, array.dtype) for array in filled]
        self._calculate(_addresses(parts), _addresses(outcomes), 0, BLOCK)
        for array, outcome in zip(filled, outcomes, strict=True):
            array[:] = outcome[:rows]


def _addresses(arrays: Sequence[Array]) -> _Addresses:
    return (ctypes.c_void_p * len(arrays))(*[array.ctypes.data for array in arrays])
