"""`python -m tests.population.lowering.trialled [ROWS]`: program and interpreter side by side on the trials of the law.

The tables of trials stand at every boundary of every rule, so rows made of them reach each rule, status and floor. Each
is taken whole, and again with facts left out at random until there are so many ROWS (20,000). Says how often each
status, rule, route, floor and grade of text came, what was left to the interpreter and why, and every row on which
the two do not agree.
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
from verordening.model.rules import Grade
from verordening.model.trials.files import trial_paths
from verordening.model.trials.reading import read_trials
from verordening.model.types import Value
from verordening.population.by_interpreter import decided_columns
from verordening.population.facts import row_of
from verordening.population.lowering.program import LoweredProgram, lower, reason_column
from verordening.population.outcomes import (
    CONTRADICTED,
    FLOORS,
    NO_RULE,
    STATUSES,
    Part,
    column,
    floor_column,
)
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
    """What came of a row: why the interpreter had to do it, its outcome, and in which columns the two differ."""

    aside: frozenset[str]
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
    wanted = decided_columns(corpus, row.facts, row.day, asked)
    given = run(lowered.program, row_of(lowered.program.columns, row.facts, corpus))
    reasons = frozenset(
        why
        for name, whys in lowered.doubts.items()
        for at, why in enumerate(whys)
        if given.pop(reason_column(name, at))
    ) | {why for _, why in lowered.left_out}
    if left_aside(given) or left_out:
        return Told(reasons, wanted, ())
    if wanted[CONTRADICTED] and given[CONTRADICTED]:
        return Told(frozenset(), wanted, ())
    return Told(frozenset(), wanted, tuple(name for name in given if given[name] != wanted[name]))


@lru_cache(maxsize=512)
def program_for(gemeente: str, day: date, decisions: tuple[str, ...]) -> LoweredProgram:
    """The program of a municipality and day for decisions, for whatever facts there are."""
    return lower(corpus_of(gemeente), day, decisions, telling=True)


def main() -> int:
    """Print what came of all rows; 1 where the two do not agree on any."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    rows = trial_rows()
    order = sorted(
        with_gaps(rows, count, Random(SEED)), key=lambda each: (each.gemeente, each.day, each.decisions)
    )
    came, rules, reasons = Counter[str](), Counter[str](), Counter[str]()
    aside = wrong = 0
    for row in order:
        found = told(row)
        aside += bool(found.aside)
        reasons.update(found.aside)
        if not found.wanted[CONTRADICTED]:
            came.update(_came(row, found.wanted))
            rules.update(_rules(row, found.wanted))
        if found.differing:
            wrong += 1
            sys.stdout.write(f"{row} {found.differing}\n")
    said = f"{len(order)} rows from {len(rows)} trials; {aside} left to the interpreter; {wrong} differ\n"
    said += f"{len(rules)} rules gave an outcome\n"
    for every in (came, reasons):
        said += "".join(f"{count:7} {each}\n" for each, count in sorted(every.items()))
    sys.stdout.write(said)
    return int(wrong > 0)


def _came(row: Row, wanted: dict[str, int]) -> Iterator[str]:
    """What the columns other than the rule say, in words; herkomst only of a value."""
    for name in row.decisions:
        if column(name, Part.STATUS) in wanted:
            yield f"status {STATUSES[wanted[column(name, Part.STATUS)]]}"
            if wanted[column(name, Part.KNOWN)]:
                yield f"herkomst {Grade(wanted[column(name, Part.PROVENANCE)]).name.lower()}"
            parts = (Part.MAY, Part.MUST, Part.HINGES, Part.OVERRIDDEN)
            yield from (str(part) for part in parts if wanted[column(name, part)])
    for each, code in wanted.items():
        if each.startswith(floor_column("")):
            yield f"{each} {FLOORS[code]}"


def _rules(row: Row, wanted: dict[str, int]) -> Iterator[str]:
    indices = (wanted.get(column(name, Part.RULE), NO_RULE) for name in row.decisions)
    return (corpus_of(row.gemeente).rules[each].id for each in indices if each != NO_RULE)


if __name__ == "__main__":
    sys.exit(main())
