"""The engine `python`: generated Python for one row after the other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from verordening.population.engines.generated import calculation
from verordening.population.engines.kernel import Array, checked, outcomes
from verordening.population.program import Program

CHUNK = 4096
"""Rows that are taken out of the columns at once."""


class RowByRow:
    """A program as a Python function."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._calculate = calculation(program)

    def run(
        self, columns: Mapping[str, Array], rows: int, into: Mapping[str, Array] | None = None
    ) -> dict[str, Array]:
        """As `Kernel.run`."""
        given = checked(self._program, columns, rows)
        found = outcomes(self._program, rows, into)
        calculate = self._calculate
        for start in range(0, rows, CHUNK):
            stop = min(start + CHUNK, rows)
            chunk = [array[start:stop].tolist() for array in given]
            cases = zip(*chunk, strict=True) if chunk else [()] * (stop - start)
            for array, values in zip(
                found.values(), zip(*[calculate(*case) for case in cases], strict=True), strict=True
            ):
                array[start:stop] = np.array(values, array.dtype)
        return found
