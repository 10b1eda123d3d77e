"""On what of all that a program leaves out something may turn: an expression, or whether a rule may speak."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from verordening.evaluate.standing import STANDING
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, pinning_conditions, values_of, walk
from verordening.population.lowering.world import ColumnWorld
from verordening.symbolic.logic import both, either, opposite, some
from verordening.symbolic.standings import Standings
from verordening.symbolic.terms import Bool
from verordening.symbolic.world import World


def doubt_in(node: e.Expression, corpus: Corpus, world: World) -> Bool:
    """Where something in an expression was left out that the interpreter would know."""
    if not isinstance(world, ColumnWorld) or not world.doubted:
        return False
    places = _doubtful(corpus, node)
    if places.keys().isdisjoint(world.doubted):
        return False
    return some([world.doubted[each] for each in places if each in world.doubted])


def doubt_on(index: int, decision: str, rules: Standings) -> Bool:
    """Where something was left out on which may turn whether a rule applies and may speak, or what it gives."""
    involved = _involved(rules.corpus, index, decision)
    nodes = dict.fromkeys(node for each in sorted(involved) for node in _nodes(rules.corpus, each))
    measured = (each for each in rules.measures if each.rule in involved)
    return either(
        *(doubt_in(node, rules.corpus, rules.expressions.world) for node in nodes),
        *(
            both(
                opposite(rules.applies(each.rule).no),
                opposite(rules.delegation_stands(each.delegation, each.decision).no),
            )
            for each in measured
        ),
    )


@lru_cache(maxsize=8192)
def _involved(corpus: Corpus, index: int, decision: str) -> frozenset[int]:
    """A rule with all those on which it may turn whether it applies and may speak of a decision."""
    found: set[int] = set()
    waiting = [index]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += _beside(corpus, at, decision)
    return frozenset(found)


def _beside(corpus: Corpus, index: int, decision: str) -> Iterator[int]:
    rule = corpus.rules[index]
    yield from rule.targets if not rule.general else ()
    yield from (delegation for delegation, filled in rule.fills if filled == decision)
    yield from (each.index for each in STANDING.against(rule, decision, corpus))
    for node in _nodes(corpus, index):
        for each in _inside(corpus, node):
            if isinstance(each, e.RuleValue):
                yield from each.rules


def _nodes(corpus: Corpus, index: int) -> tuple[e.Expression, ...]:
    rule = corpus.rules[index]
    return (*conditions_of(rule), *values_of(rule), *pinning_conditions(rule))


@lru_cache(maxsize=32768)
def _doubtful(corpus: Corpus, node: e.Expression) -> dict[e.Expression | str, None]:
    """Of what the world may have left something out that is inside an expression: expressions, and lists by name."""
    inside = _inside(corpus, node)
    lists = [each.list for each in inside if isinstance(each, e.ListExpression)]
    return dict.fromkeys((*inside, *lists))


@lru_cache(maxsize=32768)
def _inside(corpus: Corpus, node: e.Expression) -> tuple[e.Expression, ...]:
    return tuple(walk(node, corpus.concepts))
