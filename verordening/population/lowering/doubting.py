"""Where a program does not say all that the interpreter knows of a decision: such rows are left to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from verordening.evaluate.outcome import Status
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Type
from verordening.population.facts import scale_of
from verordening.population.lowering.deciding import Lowered, lowered
from verordening.population.lowering.staying_open import stays_open
from verordening.population.lowering.world import ColumnWorld, doubt_of
from verordening.population.outcomes import STATUSES
from verordening.symbolic.logic import both, either, every, opposite, some
from verordening.symbolic.outcomes import single_value
from verordening.symbolic.possible import Possible, possibilities
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Number, Symbol
from verordening.symbolic.terms import Bool, floor

_OPEN = STATUSES.index(Status.OPEN)
_SETTLED = (STATUSES.index(Status.BEPAALD), STATUSES.index(Status.STRIJDIG))


RELATED = "een verband tussen leden, dat naast alle lagere regels gelegd moet worden"


class Found(NamedTuple):
    """What a decision may come to, and where something was left out in saying so.

    `doubt` is where what a case says of it was, `measured` where what the regulations around it say was.
    """

    possible: Sequence[Possible]
    rules: Standings
    doubt: Bool
    measured: Bool


def looked_for(name: str, corpus: Corpus, day: date, world: ColumnWorld) -> Found:
    """What a decision may come to on a day. Raises NotEncodableError."""
    rules = Standings(corpus, day, world)
    possible = possibilities(name, rules)
    doubtful = measured(rules)
    return Found(possible, rules, doubt_of(rules.asking), doubtful)


def left_aside(
    name: str, result: Lowered, found: Found, decided: Mapping[str, Symbol], world: ColumnWorld
) -> dict[str, Bool]:
    """Where the interpreter must do a decision, by why that is (in Dutch)."""
    may_differ = _may_differ(result, found)
    impossible, left_out = _impossible(name, found.rules, decided, world)
    beside = related(result, found)
    if beside is not False:
        beside = both(beside, opposite(stays_open(name, found.rules, decided, world)))
    type_ = found.rules.corpus.decisions[name].type
    return {
        "ondergrenzen of afstemming waarvan niet vaststaat wat zij samen doen": result.aside,
        RELATED: beside,
        "een wettelijke termijn, een lange lijst of een vergelijking die niet zeker is": both(
            either(doubt_of(found.rules.asking), left_out), may_differ
        ),
        "een begrip dat buiten zijn grenzen kan liggen": both(result.status == _OPEN, impossible),
        "een uitkomst die fijner is dan haar kolom": _between_steps(result.value, type_),
    }


def related(result: Lowered, found: Found) -> Bool:
    """Where what else a decision may come to may turn on a relation between leden, also if its value does not."""
    return both(found.measured, _may_differ(result, found))


def _may_differ(result: Lowered, found: Found) -> Bool:
    settled = some([result.status == each for each in _SETTLED])
    return either(opposite(settled), _several(found.possible))


def _between_steps(value: Symbol, type_: Type) -> Bool:
    """Where a value is finer than its column can hold."""
    if not isinstance(value, Number) or value.parts == 1:
        return False
    scaled = value.term * scale_of(type_)
    exact = floor(scaled, value.parts) * value.parts == scaled
    return both(value.defined, opposite(value.endless), opposite(exact))


def _several(found: Sequence[Possible]) -> Bool:
    """Where more than one thing is possible: then what is in doubt may also change which rule is named."""
    return some([both(each.present, opposite(each.truth.yes)) for each in found])


def measured(rules: Standings) -> Bool:
    """Where a relation between leden must be held beside all that the lower regulations give."""
    return some(
        [
            both(
                opposite(rules.applies(each.rule).no),
                opposite(rules.delegation_stands(each.delegation, each.decision).no),
            )
            for each in rules.measures
        ]
    )


def _impossible(
    name: str, rules: Standings, decided: Mapping[str, Symbol], world: ColumnWorld
) -> tuple[Bool, Bool]:
    """Where a decision may be open for a begrip outside its bounds alone: such a case contradicts the regulation.

    That is where it would not be open without those bounds, or where nothing else can be missing. And where something
    was left out in saying so.
    """
    outside = some(list(_outside(rules)))
    if outside is False:
        return False, False
    world.unbounded = True
    try:
        free = Standings(rules.corpus, rules.day, world)
        possible = possibilities(name, free)
        result = lowered(name, possible, free, {**decided, name: single_value(possible)})
    finally:
        world.unbounded = False
    open_for_it = both(outside, either(opposite(result.status == _OPEN), every(list(_known(rules)))))
    return open_for_it, doubt_of(free.asking)


def _outside(rules: Standings) -> Iterator[Bool]:
    """Of each begrip with bounds that was looked at whether it lies outside them."""
    for node in rules.expressions.met(e.Within):
        assert isinstance(node, e.Within)
        reached = rules.expressions.value(node.operand)
        yield both(reached.defined, opposite(rules.expressions.value(node).defined))


def _known(rules: Standings) -> Iterator[Bool]:
    """Of each fact that was looked at whether it is known."""
    for node in rules.expressions.met(e.Input):
        assert isinstance(node, e.Input)
        yield rules.expressions.facts.of(node.name).defined
