"""One row by the reference interpreter: the meaning that every engine must give, and what does the rows they leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from verordening.evaluate.coherence import against, with_implied
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.decision_outcomes import amount_of, deciding
from verordening.evaluate.floor_outcomes import floor_outcomes
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.outcome import FloorEffect, FloorOutcome, RouteStatus
from verordening.evaluate.provenances import provenances
from verordening.evaluate.remarks import kept_away
from verordening.evaluate.routes import ways
from verordening.evaluate.single import sharpen
from verordening.evaluate.tolerated import tolerated_ways
from verordening.model.corpus import Corpus
from verordening.model.rules import Grade
from verordening.model.types import Value
from verordening.population.facts import to_number
from verordening.population.outcomes import (
    CONTRADICTED,
    EVERY,
    FLOORS,
    NO_RULE,
    ROUTES,
    STATUSES,
    Part,
    column,
    columns_of_outcomes,
    floor_column,
)

_ROUTES = {Part.MAY: RouteStatus.MAG, Part.MUST: RouteStatus.MOET, Part.HINGES: RouteStatus.HANGT_AF_VAN}


def decided_columns(
    corpus: Corpus,
    facts: Mapping[str, Value],
    day: date,
    decisions: Sequence[str],
    *,
    parts: frozenset[Part] = EVERY,
    sharp: bool = False,
) -> dict[str, int]:
    """What the columns of `outcomes` hold for one row; a part that is not asked for is left out.

    `facts` are the gegevens and oordelen that are known. What is open stays so, as strong Kleene logic leaves it; with
    `sharp` it is tried on completions, as `toets` does. Raises ValueError for a value that no column can hold exactly.
    """
    names = columns_of_outcomes(corpus, decisions, day, parts)
    context = with_implied(Context(corpus, facts, day))
    if any(True for _ in against(context)):
        return dict.fromkeys(names, 0) | {CONTRADICTED: 1}
    found = decide(decisions, context)
    before_floors = context.decided
    if sharp:
        sharpen(found, context)
        context.decided = before_floors
    if out_of_bounds(found, context):
        return dict.fromkeys(names, 0) | {CONTRADICTED: 1}
    columns = {CONTRADICTED: 0}
    for each in found.values():
        for part, number in _of_decision(each, parts, context).items():
            columns[column(each.decision, part)] = number
    if Part.OVERRIDDEN in parts:
        for floor in floor_outcomes(found, context):
            columns[floor_column(floor.name)] = FLOORS.index(_of_floor(floor))
    return columns


def _of_decision(decided: Decided, parts: frozenset[Part], context: Context) -> dict[Part, int]:
    type_ = context.corpus.decisions[decided.decision].type
    way = deciding(decided)
    rule = NO_RULE if way is None or way.rule is None else way.rule
    found = {
        Part.VALUE: 0 if decided.value is None else to_number(decided.value, type_),
        Part.KNOWN: int(decided.value is not None),
        Part.STATUS: STATUSES.index(decided.status),
        Part.RULE: rule,
        Part.OVERRIDDEN: int(decided.before is not None),
    }
    if Part.AMOUNT in parts:
        amount = amount_of(context.corpus.decisions[decided.decision], decided.value, context)
        found[Part.AMOUNT] = 0 if amount is None else amount.cents
        found[Part.AMOUNT_KNOWN] = int(amount is not None)
    if Part.PROVENANCE in parts:
        found[Part.PROVENANCE] = 0 if decided.value is None else _weakest(decided, rule, context)
    if ROUTES & parts:
        routes = [*ways(decided, "", context), *tolerated_ways(decided, context)]
        statuses = {each.route.status for each in routes}
        found.update({part: int(status in statuses) for part, status in _ROUTES.items()})
    return {part: found[part] for part in Part if part in parts}


def _weakest(decided: Decided, rule: int, context: Context) -> int:
    """The grade of the weakest text that the outcome rests on."""
    giving = None if rule == NO_RULE else context.corpus.rules[rule]
    grades = provenances(giving, decided, kept_away(decided, context), context)
    return min([each.grade for each in grades], default=Grade.OFFICIEEL)


def _of_floor(floor: FloorOutcome) -> str:
    return floor.status if floor.effect is FloorEffect.GEEN else floor.effect
