"""Which inputs can bear on a decision: those in its rules, in what these deviate from or fill in, and in its floors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.properties.values import of_floor, of_rule
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_in, walk


def relevant_expressions(corpus: Corpus, asked: Iterable[str]) -> Iterator[e.Expression]:
    """Every expression that can bear on these decisions."""
    decisions, rules = set(asked), set[int]()
    waiting: list[int] = []
    for floor in corpus.floors:
        if decisions & set(floor.guards):
            decisions |= set(floor.guards)
            yield from of_floor(floor)
    for decision in decisions:
        waiting += corpus.by_decision.get(decision, ())
    waiting += corpus.general
    while waiting:
        index = waiting.pop()
        if index in rules:
            continue
        rules.add(index)
        rule = corpus.rules[index]
        for node in of_rule(rule):
            yield node
            for inner in walk(node, corpus.concepts):
                if isinstance(inner, e.RuleValue):
                    waiting += inner.rules
        if not rule.general:
            waiting += rule.targets
        waiting += (filled for filled, _ in rule.fills)


def relevant_inputs(corpus: Corpus, asked: Iterable[str]) -> tuple[str, ...]:
    """Their names, in order of declaration."""
    found = {
        name for node in relevant_expressions(corpus, asked) for name in inputs_in(node, corpus.concepts)
    }
    return tuple(name for name in corpus.inputs if name in found)
