"""Where everything stands: columns, outcomes, and in working memory what one stratum leaves for another."""

from __future__ import annotations

from verordening.population.engines.native.strata import Strata
from verordening.population.engines.widths import bits_for
from verordening.population.program import Program


class Room:
    """Gives out places of whole cache lines. A place is used again when nobody needs it."""

    def __init__(self, program: Program, strata: Strata, block: int) -> None:
        self._program = program
        self._block = block
        self._strata = strata
        self._places: dict[int, int] = {}
        self._free: dict[int, list[int]] = {}
        self._leaving: dict[int, list[int]] = {}
        for number, level in strata.last.items():
            self._leaving.setdefault(level, []).append(number)
        self.columns = {column.name: place for place, column in enumerate(program.columns)}
        """Which of the columns, by name. Behind them stand the tables."""
        self.outcomes: dict[int, list[int]] = {}
        """Which of the outcomes a node is."""
        for output, (_, at) in enumerate(program.outputs):
            self.outcomes.setdefault(at, []).append(output)
        self.size = 0
        """How many bytes there are in all."""

    def table(self, number: int) -> int:
        """Where among the columns a table stands."""
        return len(self.columns) + number

    def place(self, number: int) -> int | None:
        """Where a node stands, in bytes from the start; None where no later stratum needs it."""
        if number not in self._strata.last:
            return None
        if number not in self._places:
            size = self._size(number)
            if self._free.get(size):
                self._places[number] = self._free[size].pop()
            else:
                self._places[number] = self.size
                self.size += size
        return self._places[number]

    def passed(self, stratum: int) -> None:
        """All of a stratum is done: what it was the last to need makes room."""
        for number in self._leaving.get(stratum, ()):
            if number in self._places:
                self._free.setdefault(self._size(number), []).append(self._places[number])

    def _size(self, number: int) -> int:
        node = self._program.nodes[number]
        return self._block * (1 if node.truth else bits_for(node.low, node.high)) // 8
