"""A population worked out with a clock on it: per phase, what was left to the interpreter, what a decision costs.

As `doorreken` does it, but one thing after the other, so that it is clear what each takes; and nothing is kept.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from time import perf_counter_ns, process_time_ns
from typing import Any, Final, NamedTuple, TypeVar

from verordening.model.corpus import Corpus
from verordening.population import compiled
from verordening.population.costs import Cost, costs_of
from verordening.population.lowering.program import LoweredProgram, lower, reason_column
from verordening.population.opening import Caseload, Wanted
from verordening.population.reading.problems import Refusal, refused
from verordening.population.rows import Rows
from verordening.population.summary import Summary, summary_of, together
from verordening.population.writing.files import whole_file
from verordening.records import dataclass

OPENING: Final = "bestand openen en kolommen herkennen"
LOWERING: Final = "regels omzetten in een programma"
COMPILING: Final = "het programma klaarmaken voor de motor"
READING: Final = "kolommen lezen"
RUNNING: Final = "de motor"
INTERPRETING: Final = "rijen nagerekend door de interpreter"
MAKING: Final = "kolommen van de uitkomst maken"
WRITING: Final = "uitkomst wegschrijven"

Found = TypeVar("Found")


class Phase(NamedTuple):
    """Nanoseconds that a phase took: of all processors together, and by the clock. `a_row`: it grows with the file."""

    name: str
    cpu: int
    clock: int
    a_row: bool


class Left(NamedTuple):
    """A decision that was left to the interpreter: in how many rows, and for what. A row may have several reasons."""

    decision: str
    rows: int
    why: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PopulationProfile:
    """What a population takes. `operations` is the length of the program, 0 where the interpreter does it all.

    `costs` has the heaviest decision first; `left` the one that was left most often.
    """

    decisions: tuple[str, ...]
    summary: Summary
    phases: tuple[Phase, ...]
    left: tuple[Left, ...]
    operations: int
    costs: tuple[Cost, ...]

    @property
    def rows_a_second(self) -> int:
        """By the clock, without what is done once for every file."""
        spent = sum(each.clock for each in self.phases if each.a_row)
        return self.summary.rows * 1_000_000_000 // max(1, spent)


class _Stopwatch:
    """The time of each phase; what is measured within a phase is none of its own."""

    def __init__(self) -> None:
        self.spent: dict[str, list[int]] = {}
        self._inner = [[0, 0]]

    def around(self, name: str, work: Callable[[], Found]) -> Found:
        self._inner.append([0, 0])
        start = process_time_ns(), perf_counter_ns()
        found = work()
        taken = process_time_ns() - start[0], perf_counter_ns() - start[1]
        inner = self._inner.pop()
        own = self.spent.setdefault(name, [0, 0])
        for at in (0, 1):
            own[at] += taken[at] - inner[at]
            self._inner[-1][at] += taken[at]
        return found


def profile_population(
    corpus: Corpus, path: str, wanted: Wanted, table: str = "", ignored: Sequence[str] = ()
) -> PopulationProfile:
    """Work a population out and say what each part of that takes. Raises InputError where the file is refused."""
    watch = _Stopwatch()
    with _measured(watch) as measured, tempfile.TemporaryDirectory() as folder:
        load = watch.around(OPENING, lambda: Caseload(corpus, path, wanted, table, ignored))
        summary = Summary()
        if load.decisions:
            summary = _worked_out(load, watch, os.path.join(folder, "uitkomst.parquet"))
    by_program = isinstance(load.engine, measured)
    phases = tuple(
        Phase(INTERPRETING if name == RUNNING and not by_program else name, cpu, clock, name in _A_ROW)
        for name, (cpu, clock) in sorted(watch.spent.items(), key=lambda each: _ORDER.index(each[0]))
    )
    program = measured.lowered.program if by_program else None
    return PopulationProfile(
        load.decisions,
        summary,
        phases,
        _left(measured.left, measured.reasons),
        len(program.nodes) if program else 0,
        costs_of(program, load.decisions) if program else (),
    )


_ORDER: Final = (OPENING, LOWERING, COMPILING, READING, RUNNING, INTERPRETING, MAKING, WRITING)
_A_ROW: Final = frozenset(_ORDER[3:])


def _worked_out(load: Caseload, watch: _Stopwatch, path: str) -> Summary:
    """What comes out, written to a file; closing that is a part of writing it."""
    summary, first = Summary(), 1
    try:
        with ExitStack() as stack:
            sink = stack.enter_context(whole_file(path, load.columns.schema))
            batches = load.population.batches(load.engine.rows_at_once, load.matching.columns)
            while (batch := watch.around(READING, lambda: next(batches, None))) is not None:
                count = batch.num_rows
                columns = watch.around(READING, lambda: load.matching.read(batch))
                numbers = watch.around(RUNNING, lambda: load.engine.run(columns, count))  # noqa: B023
                summary = together(
                    (summary, summary_of(numbers, load.decisions, first, load.engine.interpreted))
                )
                outcome = watch.around(MAKING, lambda: load.columns.batch(numbers, first))  # noqa: B023
                watch.around(WRITING, lambda: sink.write_batch(outcome))  # noqa: B023
                first += count
            watch.around(WRITING, stack.close)
    except Refusal as refusal:
        raise refused(refusal, load.population.name) from None
    return summary


def _left(rows: Mapping[str, int], reasons: Mapping[tuple[str, str], int]) -> tuple[Left, ...]:
    found = []
    for name, count in rows.items():
        why = [(said, times) for (own, said), times in reasons.items() if own == name and times]
        found.append(Left(name, count, tuple(sorted(why, key=lambda each: (-each[1], each[0])))))
    return tuple(sorted(found, key=lambda each: (-each.rows, each.decision)))


class _Measured(compiled.Compiled):
    """The engine with a clock in it, that also says why it leaves what to the interpreter."""

    watch: _Stopwatch
    lowered: LoweredProgram
    left: Counter[str]
    reasons: Counter[tuple[str, str]]

    def _aside(self, found: dict[str, Any], count: int) -> dict[int, list[str]]:
        for name, whys in self.lowered.doubts.items():
            for at, why in enumerate(whys):
                self.reasons[name, why] += int(found.pop(reason_column(name, at)).astype(bool).sum())
        aside = super()._aside(found, count)
        for decisions in aside.values():
            self.left.update(decisions)
        for name, why in self.lowered.left_out:
            self.reasons[name, why] = self.left[name]
        return aside

    def _by_interpreter(self, rows: Rows, row: int, decisions: Sequence[str], found: dict[str, Any]) -> None:
        self.watch.around(
            INTERPRETING, lambda: super(_Measured, self)._by_interpreter(rows, row, decisions, found)
        )


@contextmanager
def _measured(watch: _Stopwatch) -> Iterator[type[_Measured]]:
    """The engine that is measured in the place of the usual one, until the end of the block."""
    room: Any = compiled
    before = room.lowered, room.compile_program, room.Compiled

    class Measured(_Measured):
        """An engine of this measurement alone."""

    Measured.watch, Measured.left, Measured.reasons = watch, Counter(), Counter()

    def lowered(*args: Any) -> LoweredProgram:
        """Never from the cache: it is to be measured, and to tell why rows are left."""
        Measured.lowered = watch.around(LOWERING, lambda: lower(*args, telling=True))
        return Measured.lowered

    try:
        room.lowered = lowered
        room.compile_program = lambda *args: watch.around(COMPILING, lambda: before[1](*args))
        room.Compiled = Measured
        yield Measured
    finally:
        room.lowered, room.compile_program, room.Compiled = before
