"""The engine `python`: generated Python for one row after the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from verordening.population.engines.generated import calculation
from verordening.population.engines.kernel import Given, checked, outcomes, put, taken, type_of
from verordening.population.program import Program

CHUNK = 4096
"""Rows that are taken out of the columns at once."""


class RowByRow:
    """A program as a Python function."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._calculate = calculation(program)
        self._types = [type_of(program.nodes[at]) for _, at in program.outputs]

    def run(
        self, columns: Mapping[str, Given], rows: int, into: Mapping[str, Given] | None = None
    ) -> dict[str, Any]:
        """As `Kernel.run`."""
        given = checked(self._program, columns, rows)
        found = outcomes(self._program, rows, into)
        calculate = self._calculate
        for start in range(0, rows, CHUNK):
            stop = min(start + CHUNK, rows)
            chunk = [taken(array, start, stop).tolist() for array in given]
            cases = zip(*chunk, strict=True) if chunk else [()] * (stop - start)
            for type_, array, values in zip(
                self._types,
                found.values(),
                zip(*[calculate(*case) for case in cases], strict=True),
                strict=True,
            ):
                put(array, start, stop, np.array(values, type_))
        return found
