"""Facts that were drawn apart made to go together: where they contradict each other, some of them are not known."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import numpy as np

from verordening.evaluate.coherence import against, with_implied
from verordening.evaluate.context import Context
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of, walk
from verordening.model.types import Kind
from verordening.population.engines.choosing import compile_program
from verordening.population.engines.kernel import type_of
from verordening.population.facts import column_of, known_column
from verordening.population.lowering.program import ASIDE, lower
from verordening.population.outcomes import CONTRADICTED
from verordening.population.reading.matching import Columns
from verordening.population.reading.problems import Truths
from verordening.population.rows import Rows
from verordening.records import replace


class Cohering:
    """Takes away facts that cannot go together: first what would follow from others, of these the stated ones last.

    Lists stay: they are drawn with what follows from them.

    `facts` are those that are drawn, `stated` those with a distribution of their own. Each samenhang is looked at by
    itself, and then all together, for what follows from one may go against another.
    """

    def __init__(self, corpus: Corpus, day: date, facts: Collection[str], stated: Collection[str]) -> None:
        alone = (replace(corpus, coherences=(each,)) for each in corpus.coherences)
        self._parts = [_Part(each, day, facts, stated) for each in (*alone, corpus)]

    def apply(self, columns: Columns, count: int) -> None:
        """Change the columns, so that every row goes together."""
        for each in self._parts:
            each.apply(columns, count)


class _Part:
    """Some samenhang, as a corpus that has no other."""

    def __init__(self, corpus: Corpus, day: date, facts: Collection[str], stated: Collection[str]) -> None:
        self.corpus, self.day = corpus, day
        about = [
            {name for node in conditions_in(each) for name in inputs_of(corpus, node)}
            for each in corpus.coherences
        ]
        single = {each for each in facts if corpus.inputs[each].type.kind is not Kind.LIST}
        every = set[str]().union(*about) & single
        following = {name for each in corpus.coherences for name in _demanded(each.demand)} & every
        own = set(stated)
        self._steps = [sorted(each) for each in (following - own, every - own, following, every)]
        if every:
            self._program = lower(corpus, day, (), facts).program
            self._kernel = compile_program(self._program, "numpy")

    def apply(self, columns: Columns, count: int) -> None:
        """Change the columns, so that every row goes together as far as this samenhang asks."""
        if not self._steps[-1]:
            return
        wrong = self._doubtful(columns, count)
        for names in self._steps:
            if not wrong.any():
                return
            for name in names:
                known = known_column(name).name
                columns[known] = columns[known] & ~wrong
                low = column_of(name, self.corpus.inputs[name].type).low
                columns[name] = np.where(columns[known], columns[name], low)
            wrong = wrong & self._doubtful(columns, count)

    def _doubtful(self, columns: Columns, count: int) -> Truths:
        """The rows that contradict themselves. Of what the program leaves aside the interpreter says it."""
        absent = (each for each in self._program.columns if each.name not in columns)
        given = {each.name: np.full(count, each.low, type_of(each)) for each in absent}
        found = self._kernel.run({**given, **columns}, count)
        wrong: Truths = found[CONTRADICTED].astype(np.bool_)
        rows = Rows(self.corpus, columns)
        for row in np.flatnonzero(found[ASIDE] & ~wrong).tolist():
            context = with_implied(Context(self.corpus, rows.facts(row), self.day))
            wrong[row] = any(True for _ in against(context))
        return wrong


def _demanded(node: e.Expression) -> set[str]:
    """The facts that a samenhang may give a value: those that its demand is about in as many words."""
    return {each.name for each in walk(node, {}) if isinstance(each, e.Input)}
