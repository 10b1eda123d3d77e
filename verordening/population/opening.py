"""A caseload ready to be worked out: the file, its columns, the engine and the columns to come. For the doors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.population.asked import needed, touched
from verordening.population.computing import Computed, Engine, computed
from verordening.population.interpreting import Interpreter
from verordening.population.outcomes import EVERY, ROUTES, Part
from verordening.population.reading.files import Population, open_population
from verordening.population.reading.matching import Matching
from verordening.population.reading.problems import Refusal, refused
from verordening.population.rows import Rows
from verordening.population.writing.schema import OutcomeSchema

SHORT: Final = frozenset({Part.VALUE, Part.KNOWN, Part.STATUS})
"""What is written of each decision where somebody wants no more than the outcome."""
KINDS: Final[Mapping[str, frozenset[Part]]] = {
    "bedrag": frozenset({Part.AMOUNT, Part.AMOUNT_KNOWN}),
    "regel": frozenset({Part.RULE}),
    "herkomst": frozenset({Part.PROVENANCE}),
    "ruimte": ROUTES,
    "ondergrenzen": frozenset({Part.OVERRIDDEN}),
}
"""What else may be asked of each decision, as people name it."""

INTERPRETER: Final = "interpreter"
"""The engine that every other is held beside: it does one row after the other."""
SPARK: Final = "spark"
"""The fastest engine there is, in the processes of Spark, on as many machines as that has."""


class Wanted(NamedTuple):
    """What to work out. `decisions` is empty where the columns tell; `parts` are what to say of each decision.

    `engine` is empty for the fastest there is; with `sharp` only the interpreter will do.
    """

    day: date
    decisions: tuple[str, ...] = ()
    parts: frozenset[Part] = EVERY
    engine: str = ""
    sharp: bool = False


class Caseload:
    """A population with the rules that hold for it. Raises InputError where the file or a column is refused."""

    def __init__(
        self, corpus: Corpus, path: str, wanted: Wanted, table: str = "", ignored: Sequence[str] = ()
    ) -> None:
        self.corpus, self.path, self.day = corpus, path, wanted.day
        self._wanted, self._ignored = wanted, tuple(ignored)
        try:
            self.population: Population = open_population(path, table)
        except Refusal as refusal:
            raise refused(refusal, os.path.basename(path)) from None
        self.matching = Matching(corpus, self.population.schema, path, ignored)
        self.decisions = wanted.decisions or touched(corpus, self.matching.present)
        self.missing = tuple(each for each in needed(corpus, self.decisions) if each in self.matching.missing)
        self.engine: Engine = _engine(self, wanted)
        self.columns = OutcomeSchema(corpus, self.decisions, self.engine.outputs)

    def computed(self, skip: int = 0) -> Iterator[Computed]:
        """The outcomes in order, after so many rows. To be called once. Raises InputError where a row is refused."""
        if self._wanted.engine == SPARK:
            return self._by_spark(skip)
        return computed(self.population, self.matching, self.engine, self.columns, self.decisions, skip=skip)

    def _by_spark(self, skip: int) -> Iterator[Computed]:
        from verordening.population.spark.running import computed_by_spark
        from verordening.population.spark.work import Asked, work_of

        wanted, engine = self._wanted, "" if _worth_compiling(self) else "numpy"
        asked = Asked(self.day, self.decisions, wanted.parts, self.matching.present, engine, wanted.sharp)
        work = work_of(self.corpus, asked, self.population.schema, self.population.name, self._ignored)
        return computed_by_spark(work, self.path, skip)

    def facts_of(self, row: int) -> dict[str, Value] | None:
        """What is known of one row (from 1); None where there is no such row. To be called once. Raises InputError."""
        before = 0
        try:
            for batch in self.population.batches(_ROWS_AT_ONCE):
                if row <= before + batch.num_rows:
                    self.matching.problems.rows = row - 1
                    columns = self.matching.read(batch.slice(row - 1 - before, 1))
                    return Rows(self.corpus, columns).facts(0)
                before += batch.num_rows
        except Refusal as refusal:
            raise refused(refusal, self.path) from None
        return None


_ROWS_AT_ONCE: Final = 10_000


def _engine(load: Caseload, wanted: Wanted) -> Engine:
    if wanted.sharp or wanted.engine == INTERPRETER:
        return Interpreter(load.corpus, wanted.day, load.decisions, wanted.parts, sharp=wanted.sharp)
    from verordening.population.compiled import Compiled

    # Spark's own processes compile what they run; here it is only asked which columns come.
    asked = "numpy" if wanted.engine == SPARK else wanted.engine
    engine = asked or ("" if _worth_compiling(load) else "numpy")
    return Compiled(load.corpus, wanted.day, load.decisions, wanted.parts, load.matching.present, engine)


def _worth_compiling(load: Caseload) -> bool:
    rows = load.population.rows
    about = os.path.getsize(load.path) // _BYTES_A_ROW if rows is None else rows
    return about >= _WORTH_COMPILING


_BYTES_A_ROW: Final = 100
"""Of a csv file, to tell about how many rows it has."""
_WORTH_COMPILING: Final = 300_000
"""With fewer rows making machine code takes longer than it saves."""
