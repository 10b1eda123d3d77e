"""The steps of a program over all rows, chunk after chunk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from verordening.population.engines.chunked.planning import planned
from verordening.population.engines.kernel import Array, Given, checked, outcomes, put, taken, type_of
from verordening.population.engines.threads import in_parts
from verordening.population.program import Program

CHUNK = 1 << 14
"""Rows in a chunk: what is made of it stays in the processor's cache, and a call costs little beside the work."""


class Chunked:
    """A program as calls of NumPy."""

    def __init__(self, program: Program, threads: int | None = None) -> None:
        self._program = program
        self._threads = threads
        self._types = [type_of(column) for column in program.columns]
        self._plan = planned(program)

    def run(
        self, columns: Mapping[str, Given], rows: int, into: Mapping[str, Given] | None = None
    ) -> dict[str, Any]:
        """As `Kernel.run`."""
        given = checked(self._program, columns, rows)
        found = outcomes(self._program, rows, into)
        plan, filled = self._plan, list(found.values())
        waiting: list[list[Array]] = []

        def work(start: int, stop: int) -> None:
            length = stop - start
            buffers = waiting.pop() if waiting else [np.empty(CHUNK, type_) for type_ in plan.buffers]
            places = [
                *(
                    taken(array, start, stop).astype(type_, copy=False)
                    for array, type_ in zip(given, self._types, strict=True)
                ),
                *plan.constants,
                *(buffer[:length] for buffer in buffers),
            ]
            for function, args, out in plan.steps:
                function(*[places[each] for each in args], out=places[out])
            for array, place in zip(filled, plan.outputs, strict=True):
                put(array, start, stop, places[place])
            waiting.append(buffers)

        in_parts(rows, CHUNK, 0, self._threads, work)
        return found
