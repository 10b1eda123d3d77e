"""What a promise looks at: the comparisons in which its outcome may turn, and the facts behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from verordening.analyse.guarantees.outcomes import decisions_in
from verordening.evaluate.looked_at import merged
from verordening.evaluate.numbers import numbers_in
from verordening.evaluate.representatives import (
    Compared,
    compared_in,
    relevant,
    relevant_outcomes,
    relevant_rules,
)
from verordening.evaluate.told_apart import rules_named_in
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import (
    conditions_in,
    conditions_of,
    inputs_of,
    pinning_conditions,
    values_of,
    walk,
)
from verordening.model.guarantees import Compared as Conditions
from verordening.model.guarantees import Guarantee, Subject


def compared_by(
    corpus: Corpus, guarantee: Guarantee, subject: Subject, ties: Iterable[Coherence] = ()
) -> Compared:
    """The comparisons in which the subject may turn, also where the largest of some amounts becomes another.

    With those in the samenhang by which facts follow from the one that differs.
    """
    decisions = decisions_in(subject)
    values = (subject.value, *relevant_outcomes(corpus, decisions))
    bends = [
        e.Compare("<=", left, right)
        for node in values
        for each in walk(node, corpus.concepts)
        if isinstance(each, e.Extreme)
        for left, right in combinations(each.operands, 2)
    ]
    tied = [node for each in ties for node in conditions_in(each)]
    own = compared_in(corpus, (*_conditions_of(guarantee), *bends, *tied), (subject.value,))
    return merged((relevant(corpus, decisions), own))


def facts_behind(corpus: Corpus, subject: Subject) -> frozenset[str]:
    """Every fact that has any part in what a subject comes to; one that is not among them makes no difference to it."""
    decisions = set(decisions_in(subject))
    floors = [floor for floor in corpus.floors if decisions.intersection(floor.guards)]
    decisions.update(guard for floor in floors for guard in floor.guards)
    nodes: list[e.Expression] = [subject.value]
    for floor in floors:
        nodes += [each for each in (floor.condition, floor.exception, floor.demand) if each is not None]
        nodes += [each.bound for each in floor.repairs]
    names: set[str] = set()
    waiting, seen = list(relevant_rules(corpus, tuple(sorted(decisions)))), set[int]()
    while waiting:
        index = waiting.pop()
        if index in seen:
            continue
        seen.add(index)
        rule = corpus.rules[index]
        nodes += [*conditions_of(rule), *pinning_conditions(rule), *values_of(rule)]
        names |= {rule.because} if rule.because else set()
        waiting += [*rule.targets, *(filled for filled, _ in rule.fills)]
        waiting += rules_named_in(corpus, values_of(rule))
        waiting += [
            each for effect in rule.effects if effect.relation is not None for each in effect.relation[1]
        ]
    return frozenset(names).union(*(inputs_of(corpus, node) for node in nodes))


def numbers_reaching(corpus: Corpus, subject: Subject) -> Iterator[e.Expression]:
    """The values that make up a subject: its own sum, and those that rules and floors give to its decisions."""
    yield subject.value
    yield from relevant_outcomes(corpus, decisions_in(subject))


def flows(corpus: Corpus, subject: Subject, name: str) -> bool:
    """Whether the number of a fact itself, not just how it compares, reaches a subject."""
    return any(numbers_in(node, corpus)[name] for node in numbers_reaching(corpus, subject))


def _conditions_of(guarantee: Guarantee) -> Iterable[e.Expression]:
    if guarantee.condition is not None:
        yield guarantee.condition
    if isinstance(guarantee.property, Conditions):
        yield guarantee.property.first
        yield guarantee.property.second
