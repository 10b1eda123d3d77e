"""The reference interpreter as an engine: row after row, slow and certain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from verordening.model.corpus import Corpus
from verordening.population.by_interpreter import decided_columns
from verordening.population.outcomes import Part, columns_of_outcomes
from verordening.population.reading.matching import Columns
from verordening.population.reading.problems import Numbers
from verordening.population.rows import Rows


class Interpreter:
    """Gives `columns_of_outcomes` for batches. With `sharp` what is open is tried on completions, as `toets` does."""

    interpreted = 0
    """Nothing is done in the place of another engine."""
    rows_at_once = 500
    """A batch that is done within a second or so, so that progress shows."""

    def __init__(
        self, corpus: Corpus, day: date, decisions: Sequence[str], parts: frozenset[Part], *, sharp: bool
    ) -> None:
        self.corpus, self.day, self.decisions, self.parts, self.sharp = corpus, day, decisions, parts, sharp
        self.outputs = columns_of_outcomes(corpus, decisions, day, parts)

    def run(self, columns: Columns, count: int) -> dict[str, Numbers]:
        """The outcome columns of a batch of `count` rows."""
        rows = Rows(self.corpus, columns)
        found = {name: np.zeros(count, np.int64) for name in self.outputs}
        for row in range(count):
            decided = decided_columns(
                self.corpus, rows.facts(row), self.day, self.decisions, parts=self.parts, sharp=self.sharp
            )
            for name in self.outputs:
                found[name][row] = decided[name]
        return found
