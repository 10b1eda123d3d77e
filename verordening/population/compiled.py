"""The program of a caseload as an engine: columns through machine code, and what it leaves through the interpreter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final

import numpy as np

from verordening.model.corpus import Corpus
from verordening.population.by_interpreter import decided_columns
from verordening.population.engines.bits import Bits
from verordening.population.engines.choosing import compile_program, engine_for
from verordening.population.engines.kernel import room, type_of
from verordening.population.lowering.keeping import lowered
from verordening.population.lowering.program import ASIDE, aside_column
from verordening.population.outcomes import CONTRADICTED, Part, columns_of_outcomes
from verordening.population.reading.matching import Columns
from verordening.population.rows import Rows


class Compiled:
    """Gives `columns_of_outcomes`, by the engine that was named or the fastest there is.

    `facts` are those that the batches have columns for. Rows that the program leaves aside, and decisions that it
    cannot give at all, are done by the reference interpreter, so that nobody can tell from the outcomes. Without
    `threads` there are as many as there are processors.
    """

    rows_at_once: Final = 65_536

    def __init__(
        self,
        corpus: Corpus,
        day: date,
        decisions: Sequence[str],
        parts: frozenset[Part],
        facts: Collection[str],
        engine: str = "",
        threads: int | None = None,
    ) -> None:
        self.corpus, self.day, self.decisions = corpus, day, tuple(decisions)
        self.parts = parts
        self.interpreted = 0
        self._empty: dict[str, Any] = {}
        made = lowered(corpus, day, self.decisions, facts, self.parts)
        self.left_out = tuple(name for name, _ in made.left_out)
        self._program = made.program
        self._kernel = compile_program(made.program, engine_for(engine or None), threads)
        self._together = made.together
        self.outputs = columns_of_outcomes(corpus, self.decisions, day, self.parts)

    def run(self, columns: Columns, count: int) -> dict[str, Any]:
        """The outcome columns of a batch of `count` rows."""
        given = {**self._unknown(columns, count), **columns}
        found: dict[str, Any] = self._kernel.run(given, count, room(self._program, count))
        for_interpreter = self._aside(found, count)
        if for_interpreter or self.left_out:
            found = {
                name: found[name] if name in found else np.zeros(count, np.int64) for name in self.outputs
            }
        rows = Rows(self.corpus, columns)
        for row, decisions in for_interpreter.items():
            self._by_interpreter(rows, row, self._with_those_beside(decisions), found)
        self.interpreted = len(for_interpreter)
        return found

    def _aside(self, found: dict[str, Any], count: int) -> dict[int, list[str]]:
        """The rows that are left to the interpreter, each with the decisions for it; their columns are taken out."""
        every = found.pop(ASIDE)
        any_at_all = every.any()
        aside: dict[int, list[str]] = {}
        for name in self.decisions:
            if name in self.left_out:
                own = ~np.asarray(found[CONTRADICTED])
            else:
                own = found.pop(aside_column(name))
                if not any_at_all and not own.any():
                    continue
            if any_at_all:
                own = np.asarray(own) | np.asarray(every)
            for row in np.flatnonzero(own).tolist():
                aside.setdefault(row, []).append(name)
        return aside

    def _with_those_beside(self, decisions: Sequence[str]) -> Sequence[str]:
        """The same with those of which a floor is told together with these, in order."""
        wanted = {each for name in decisions for each in self._together[name]}
        return [name for name in self.decisions if name in wanted]

    def _unknown(self, columns: Columns, count: int) -> dict[str, Any]:
        """The columns of facts that the batch does not have, and that may yet follow from others (samenhang)."""
        absent = (each for each in self._program.columns if each.name not in columns)
        found = {}
        for each in absent:
            known = self._empty.get(each.name)
            if known is None or len(known) < count:
                known = self._empty[each.name] = (
                    ~Bits.all(count) if each.truth else np.full(count, each.low, type_of(each))
                )
            found[each.name] = known.part(0, count) if isinstance(known, Bits) else known[:count]
        return found

    def _by_interpreter(self, rows: Rows, row: int, decisions: Sequence[str], found: dict[str, Any]) -> None:
        decided = decided_columns(self.corpus, rows.facts(row), self.day, decisions, parts=self.parts)
        if decided[CONTRADICTED]:
            decided = dict.fromkeys(found, 0) | {CONTRADICTED: 1}
        for name, number in decided.items():
            if name in found:
                found[name] = _with(found[name], row, number)


def _with(column: Any, row: int, number: int) -> Any:
    """An outcome with another number in one row; wider where the program could not come to it."""
    if isinstance(column, Bits):
        column.put(row, truth=bool(number))
        return column
    holds = np.iinfo(column.dtype)
    if not holds.min <= number <= holds.max:
        column = column.astype(np.int64)
    column[row] = number
    return column
