"""Those that lose most as cases: the facts of a row that its outcome rests on. Only of households that do not exist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from verordening.model.types import Value
from verordening.population.by_interpreter import decided_columns
from verordening.population.effects.measuring import PARTS
from verordening.population.effects.tallies import DecisionEffect, Effects
from verordening.population.facts import from_number
from verordening.population.opening import Caseload
from verordening.population.outcomes import Part, column
from verordening.population.synthetic.marking import is_made_up


class LosingCase(NamedTuple):
    """A row (from 1) that loses so many cents, from one value to another.

    `facts` are enough for both outcomes: without any one of them one of the two would be another, or not settled.
    """

    row: int
    cents: int
    before: Value
    after: Value
    facts: Mapping[str, Value]


def losing_cases(old: Caseload, new: Caseload, effects: Effects) -> dict[str, tuple[LosingCase, ...]] | None:
    """Per decision those that lose most, the largest first; None where the file is not known to be made up."""
    if not is_made_up(new.population.schema):
        return None
    rows = {each.row for decision in effects.decisions for each in decision.losers}
    given = {row: (_facts(old, row), _facts(new, row)) for row in sorted(rows)}
    return {
        each.name: tuple(
            _case(each, loser.row, loser.cents, (old, new), given[loser.row]) for loser in each.losers
        )
        for each in effects.decisions
        if each.losers
    }


def _facts(load: Caseload, row: int) -> dict[str, Value]:
    found = load.facts_of(row)
    assert found is not None  # the row was counted just now
    return found


def _case(
    effect: DecisionEffect,
    row: int,
    cents: int,
    loads: tuple[Caseload, Caseload],
    given: tuple[dict[str, Value], dict[str, Value]],
) -> LosingCase:
    outcomes = [_outcome(load, facts, effect.name) for load, facts in zip(loads, given, strict=True)]
    left = given
    for name in reversed([*dict.fromkeys([*given[0], *given[1]])]):
        fewer = tuple({each: value for each, value in facts.items() if each != name} for facts in left)
        if [_outcome(load, facts, effect.name) for load, facts in zip(loads, fewer, strict=True)] == outcomes:
            left = fewer[0], fewer[1]
    before, after = (
        from_number(found[column(effect.name, Part.VALUE)], load.corpus.decisions[effect.name].type)
        for load, found in zip(loads, outcomes, strict=True)
    )
    return LosingCase(row, cents, before, after, {**left[0], **left[1]})


def _outcome(load: Caseload, facts: Mapping[str, Value], name: str) -> dict[str, int]:
    """What comes out, but for its status: what is missing may leave a doubt that does not matter here."""
    found = decided_columns(load.corpus, facts, load.day, (name,), parts=PARTS)
    found.pop(column(name, Part.STATUS), None)
    return found
