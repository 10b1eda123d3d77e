"""`python -m tests.population.lowering.trialled [ROWS]`: generated Python beside the interpreter on trials of the law.

The tables of trials stand at every boundary of every rule, so rows made of them reach each rule, status and floor. Each
is taken whole and with facts left out; then again with one fact otherwise, until each rule, status and state of a floor
that it reached has come 50 times. At least some ROWS (20,000). One program at a time is in memory. Says how often each
status came, which rules and floors came less than 50 times and why, and every row on which the two do not agree.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from tests.law.examples import corpus_of, library
from tests.population.lowering.rows import left_aside
from verordening.evaluate.context import Context
from verordening.evaluate.guarding import floors_of
from verordening.evaluate.rules import effect_on
from verordening.evaluate.scope import asked_decisions
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.corpus import Corpus
from verordening.model.rules import Form, Grade
from verordening.model.trials.files import trial_paths
from verordening.model.trials.reading import read_trials
from verordening.model.types import Value
from verordening.population.by_interpreter import decided_columns
from verordening.population.engines.generated import for_one_case
from verordening.population.facts import bounds_of, row_of
from verordening.population.lowering.program import LoweredProgram, lower, reason_column
from verordening.population.outcomes import CONTRADICTED, FLOORS, STATUSES, Part, column, floor_column

ROOT: Final = Path(__file__).resolve().parents[3]
ROWS: Final = 20_000
SEED: Final = 20_261_122
OFTEN: Final = 50
TRIES: Final = 4
"""So many rows are tried for each that is wanted."""


class Row(NamedTuple):
    """The facts of a trial, and what it is about."""

    gemeente: str
    day: date
    decisions: tuple[str, ...]
    facts: dict[str, Value]


class Told(NamedTuple):
    """What came of a row: why the interpreter must do it, what it reached, and in which columns the two differ."""

    aside: frozenset[str]
    reached: frozenset[str]
    differing: tuple[str, ...]


def trial_rows() -> list[Row]:
    """Every trial that is one case with at most one act, in order."""
    found = []
    for folder in ("examples", "tests/law/proeven"):
        for each in trial_paths([str(ROOT / folder)]):
            source = read_text(each.path, limit=CASE_LIMIT)
            for trial in read_trials(source, corpus_of, fictional=lambda: library().fictional).trials:
                case = trial.case
                if case is None or case.acts:
                    continue
                context = Context(corpus_of(case.gemeente), case.inputs(), case.peildatum)
                decisions = asked_decisions(case.asked, context)
                found.append(Row(case.gemeente, case.peildatum, decisions, dict(case.inputs())))
    return found


class Ready(NamedTuple):
    """A program with its generated Python."""

    lowered: LoweredProgram
    run: Callable[[Mapping[str, int]], dict[str, int]]


def ready(gemeente: str, day: date, decisions: tuple[str, ...]) -> Ready:
    """The program for a municipality, a day and decisions, for whatever facts there are."""
    lowered = lower(corpus_of(gemeente), day, decisions, telling=True)
    return Ready(lowered, for_one_case(lowered.program))


def told(row: Row, made: Ready) -> Told:
    """What the generated Python and the interpreter say of a row."""
    corpus, program = corpus_of(row.gemeente), made.lowered.program
    left_out = {name for name, _ in made.lowered.left_out}
    asked = [name for name in row.decisions if name not in left_out]
    wanted = decided_columns(corpus, row.facts, row.day, asked)
    given = made.run(row_of(program.columns, row.facts, corpus))
    reached = frozenset() if wanted[CONTRADICTED] else frozenset(_reached(wanted, asked, corpus))
    reasons = frozenset(
        why
        for name, whys in made.lowered.doubts.items()
        for at, why in enumerate(whys)
        if given.pop(reason_column(name, at))
    ) | {why for _, why in made.lowered.left_out}
    if left_aside(given) or left_out:
        return Told(reasons, reached, ())
    if wanted[CONTRADICTED] and given[CONTRADICTED]:
        return Told(frozenset(), reached, ())
    return Told(frozenset(), reached, tuple(name for name in given if given[name] != wanted[name]))


def _reached(wanted: Mapping[str, int], asked: list[str], corpus: Corpus) -> Iterator[str]:
    """The rules that gave an outcome, the statuses, grades of text and routes, and what floors said."""
    for name in asked:
        yield f"status {STATUSES[wanted[column(name, Part.STATUS)]]}"
        if wanted[column(name, Part.KNOWN)]:
            yield f"herkomst {Grade(wanted[column(name, Part.PROVENANCE)]).name.lower()}"
        routes = (Part.MAY, Part.MUST, Part.HINGES, Part.OVERRIDDEN)
        yield from (f"route {part}" for part in routes if wanted[column(name, part)])
        rule = wanted[column(name, Part.RULE)]
        if rule >= 0:
            yield f"rule {corpus.rules[rule].id}"
    for floor in corpus.floors:
        said = wanted.get(floor_column(floor.name))
        if said is not None:
            yield f"floor {floor.name} {FLOORS[said]}"


def with_gaps(rows: list[Row], count: int, random: Random) -> Iterator[Row]:
    """The rows, and again with facts left out, so many in all."""
    yield from rows[:count]
    for _ in range(count - len(rows)):
        yield with_gap(random.choice(rows), random)


def with_gap(row: Row, random: Random) -> Row:
    """The row with facts left out."""
    share = random.choice((0.02, 0.1, 0.3))
    return row._replace(facts={name: each for name, each in row.facts.items() if random.random() >= share})


def varied(row: Row, random: Random) -> Row:
    """The row with one fact left out, or a step further."""
    if not row.facts:
        return row
    name = random.choice(sorted(row.facts))
    type_ = corpus_of(row.gemeente).inputs[name].type
    value, step = row.facts[name], random.choice((-1, 1))
    low, high = bounds_of(type_) if type_.is_numeric or isinstance(value, date) else (0, 0)
    moved: Value | None = None
    if isinstance(value, date):
        moved = value + timedelta(days=step)
        moved = moved if low <= moved <= high else None  # type: ignore[operator]  # bounds of a day are days
    elif type_.is_numeric and isinstance(value, int) and random.random() < 0.7:
        moved = value + step * int(type_.step or 1)
        moved = moved if low <= moved <= high else None  # type: ignore[operator]
    kept = {each: known for each, known in row.facts.items() if each != name}
    return row._replace(facts=kept if moved is None else {**kept, name: moved})


class Tally:
    """What came of all rows so far."""

    def __init__(self) -> None:
        self.reached, self.reasons = Counter[str](), Counter[str]()
        self.rows = self.aside = self.wrong = 0

    def take(self, row: Row, made: Ready) -> Told:
        """Hold program and interpreter beside each other, and say so where they differ."""
        found = told(row, made)
        self.rows += 1
        self.aside += bool(found.aside)
        self.reasons.update(found.aside)
        self.reached.update(found.reached)
        if found.differing:
            self.wrong += 1
            sys.stdout.write(f"{row} {found.differing}\n")
        return found


def all_rows(rows: list[Row], count: int, random: Random, tally: Tally, often: int = OFTEN) -> None:
    """Take the trials, group after group, each program once; and all that a group reached so often."""
    gaps = max(1, -(-count // len(rows)) - 1)
    order = sorted(rows, key=lambda each: each[:3])
    for key, group in groupby(order, key=lambda each: each[:3]):
        gemeente, day, decisions = key
        made = ready(gemeente, day, decisions)
        reaching: dict[str, list[Row]] = {}
        for row in group:
            for each in (row, *(with_gap(row, random) for _ in range(gaps))):
                for name in sorted(tally.take(each, made).reached):
                    reaching.setdefault(name, []).append(each)
        for name, examples in reaching.items():
            for _ in range(TRIES * often):
                if tally.reached[name] >= often:
                    break
                tally.take(varied(random.choice(examples), random), made)


def short_of(rows: list[Row], tally: Tally) -> Iterator[str]:
    """The rules and floors on the decisions of the trials that came less often, each with why."""
    seen: set[str] = set()
    for gemeente, day, decisions in sorted({each[:3] for each in rows}):
        corpus = corpus_of(gemeente)
        for name in decisions:
            giving = (corpus.rules[index] for index in corpus.by_decision.get(name, ()))
            seen.update(f"rule {each.id}" for each in giving if effect_on(each, name, Form.SET) is not None)
            seen.update(
                f"floor {floor.name} {each}" for floor in floors_of(corpus, name, day) for each in FLOORS
            )
    for name in sorted({*seen, *(f"status {each}" for each in STATUSES)}):
        times = tally.reached[name]
        if times < OFTEN:
            why = f"in {TRIES * OFTEN} variations of its trials" if times else "no trial reaches it"
            yield f"{name}: {times} ({why})"


_SHOWN: Final = ("status", "herkomst", "route")


def main() -> int:
    """Print what came of all rows; 1 where the two do not agree on any."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    rows, tally = trial_rows(), Tally()
    all_rows(rows, count, Random(SEED), tally)
    short = list(short_of(rows, tally))
    kinds = Counter(name.partition(" ")[0] for name in tally.reached)
    others = {name: times for name, times in sorted(tally.reached.items()) if name.split()[0] in _SHOWN}
    sys.stdout.write(
        f"{tally.rows} rows from {len(rows)} trials; {tally.aside} left to the interpreter; {tally.wrong} differ\n"
        f"{kinds['rule']} rules gave an outcome; {kinds['floor']} states of floors; {others}\n"
        f"left to the interpreter for {dict(tally.reasons)}\n"
        f"less than {OFTEN} times: {len(short)}\n"
    )
    sys.stdout.writelines(f"  {each}\n" for each in short)
    return int(tally.wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
