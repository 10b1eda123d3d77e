"""`python -m tests.population.lowering.trialled [ROWS]`: program and interpreter side by side on the trials of the law.

The tables of trials stand at every boundary of every rule, so rows made of them reach each rule, status and floor. Each
is taken whole, and again with facts left out at random until there are so many ROWS (20,000). Says how often each
status and rule came, and every row on which the two do not agree.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from tests.law.examples import corpus_of, library
from tests.population.lowering.rows import left_aside
from verordening.evaluate.context import Context
from verordening.evaluate.scope import asked_decisions
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.trials.files import trial_paths
from verordening.model.trials.reading import read_trials
from verordening.model.types import Value
from verordening.population.by_interpreter import decided_columns
from verordening.population.facts import row_of
from verordening.population.lowering.program import PARTS, LoweredProgram, lower
from verordening.population.outcomes import CONTRADICTED, STATUSES, Part, column
from verordening.population.program import run

ROOT: Final = Path(__file__).resolve().parents[3]
ROWS: Final = 20_000
SEED: Final = 20_261_122


class Row(NamedTuple):
    """The facts of a trial, and what it is about."""

    gemeente: str
    day: date
    decisions: tuple[str, ...]
    facts: dict[str, Value]


class Told(NamedTuple):
    """What came of a row: whether the interpreter had to do it, its outcome, and in which columns the two differ."""

    aside: bool
    wanted: dict[str, int]
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


def with_gaps(rows: list[Row], count: int, random: Random) -> Iterator[Row]:
    """The rows, and again with facts left out."""
    yield from rows[:count]
    for _ in range(count - len(rows)):
        row = random.choice(rows)
        share = random.choice((0.02, 0.1, 0.3))
        yield row._replace(facts={name: each for name, each in row.facts.items() if random.random() >= share})


def told(row: Row) -> Told:
    """What program and interpreter say of a row."""
    corpus, lowered = corpus_of(row.gemeente), program_for(row.gemeente, row.day, row.decisions)
    left_out = {name for name, _ in lowered.left_out}
    asked = [name for name in row.decisions if name not in left_out]
    wanted = decided_columns(corpus, row.facts, row.day, asked, parts=frozenset(PARTS))
    given = run(lowered.program, row_of(lowered.program.columns, row.facts, corpus))
    if left_aside(given) or left_out:
        return Told(True, wanted, ())
    if wanted[CONTRADICTED] and given[CONTRADICTED]:
        return Told(False, wanted, ())
    return Told(False, wanted, tuple(name for name in given if given[name] != wanted[name]))


@lru_cache(maxsize=512)
def program_for(gemeente: str, day: date, decisions: tuple[str, ...]) -> LoweredProgram:
    """The program of a municipality and day for decisions, for whatever facts there are."""
    return lower(corpus_of(gemeente), day, decisions)


def main() -> int:
    """Print what came of all rows; 1 where the two do not agree on any."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    rows = trial_rows()
    order = sorted(
        with_gaps(rows, count, Random(SEED)), key=lambda each: (each.gemeente, each.day, each.decisions)
    )
    statuses, rules = Counter[str](), Counter[str]()
    aside = wrong = overridden = 0
    for row in order:
        found = told(row)
        aside += found.aside
        for name in row.decisions:
            if found.wanted[CONTRADICTED] or column(name, Part.STATUS) not in found.wanted:
                continue
            statuses[STATUSES[found.wanted[column(name, Part.STATUS)]]] += 1
            overridden += found.wanted[column(name, Part.OVERRIDDEN)]
            rule = found.wanted[column(name, Part.RULE)]
            if rule >= 0:
                rules[corpus_of(row.gemeente).rules[rule].id] += 1
        if found.differing:
            wrong += 1
            sys.stdout.write(f"{row} {found.differing}\n")
    said = f"{len(order)} rows from {len(rows)} trials; {aside} left to the interpreter; {wrong} differ\n"
    said += (
        f"statuses {dict(statuses)}; {overridden} overridden by a floor; {len(rules)} rules gave an outcome\n"
    )
    sys.stdout.write(said)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
