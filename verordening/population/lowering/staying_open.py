"""Where a decision is open whatever the relations between leden come to that a program does not look into.

Such a relation is carried along twice: as a truth that is not known, and as one that may be either (`EITHER`). The
first gives what surely is and the second what may be. Where nothing may surely hold, and of the rules that surely may
one ends as something that is not settled or two as different values, no relation tells what the decision comes to.

That is of its value, status and rule alone: what else is possible may still turn on a relation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from verordening.evaluate.guarding import floors_of
from verordening.evaluate.possibilities import Origin
from verordening.evaluate.speaking import by_form
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import walk
from verordening.model.rules import Form
from verordening.model.standards import Floor
from verordening.population.lowering.floors import Floors
from verordening.population.lowering.world import ColumnWorld
from verordening.symbolic.logic import both, opposite, some
from verordening.symbolic.outcomes import single_value
from verordening.symbolic.possible import Possible, possibilities
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Symbol, equal, selected
from verordening.symbolic.terms import Bool

_FILLING: Final = (Origin.DEFAULT, Origin.SILENCE)
"""What surely is there only where no rule may speak."""


def stays_open(decision: str, rules: Standings, decided: Mapping[str, Symbol], world: ColumnWorld) -> Bool:
    """Where a decision is surely open, also without the bounds of any begrip. Raises NotEncodableError."""
    world.unbounded = True
    try:
        free = Standings(rules.corpus, rules.day, world)
        possible = possibilities(decision, free)
        world.relations_may = True
        at_most = possibilities(decision, Standings(rules.corpus, rules.day, world))
        world.relations_may = False
        floors = Floors(free, {**decided, decision: single_value(possible)})
        speaking = {each.rule: each.present for each in at_most if each.origin is Origin.RULE}
        undecided = _undecided(decision, possible, speaking, floors)
    finally:
        world.unbounded = world.relations_may = False
    may_hold = some([each.truth.yes for each in at_most if each.origin not in _FILLING])
    return both(undecided, opposite(may_hold), opposite(floors.aside))


def _undecided(
    decision: str, possible: Sequence[Possible], speaking: Mapping[int | None, Bool], floors: Floors
) -> Bool:
    """Where of the rules that surely may speak one has no settled end, or two end as different values."""
    corpus = floors.rules.corpus
    ends = []
    for each in possible:
        if each.origin is Origin.RULE and each.value is not None and each.rule is not None:
            rank = corpus.rank_of(corpus.rules[each.rule])
            floored = floors.floored(decision, each.value, rank, each.present)
            ends.append((speaking.get(each.rule, False), floored.settled, floored.end))
    if not ends:
        return False
    *others, (_, _, first) = ends
    for speaks, settled, end in reversed(others):
        first = selected(both(speaks, settled), end, first)
    differ = [both(speaks, settled, opposite(equal(end, first))) for speaks, settled, end in ends]
    guarding = floors_of(corpus, decision, floors.rules.day)
    if any(_is_related(each, corpus) for floor in guarding for each in _others(floor, decision, corpus)):
        return some(differ)
    return some([*differ, *(both(speaks, opposite(settled)) for speaks, settled, _ in ends)])


def _others(floor: Floor, decision: str, corpus: Corpus) -> Iterator[str]:
    """The decisions that a floor looks at beside what this one would come to."""
    nodes = [floor.condition, floor.exception, *(each.bound for each in floor.repairs)]
    for node in nodes:
        yield from _decisions_in(node, corpus)
    yield from (each for each in _decisions_in(floor.demand, corpus) if each != decision)
    yield from (each.decision for each in floor.repairs if each.decision != decision)


def _decisions_in(node: e.Expression | None, corpus: Corpus) -> Iterator[str]:
    inside = walk(node, corpus.concepts) if node is not None else ()
    return (each.name for each in inside if isinstance(each, e.DecisionValue))


def _is_related(decision: str, corpus: Corpus) -> bool:
    """Whether what a decision comes to may turn on a relation between leden."""
    delegating = by_form(decision, corpus).get(Form.DELEGATE, ())
    return any(effect.relation is not None for _, effect in delegating)
