"""Which facts two delegations turn on alike, which tell them apart, and which a rule that fills one in turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.unknown import Truth
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, depends, inputs_of, values_of, walk
from verordening.model.expressions import alike
from verordening.model.rules import Rule
from verordening.remembering import lru_cache


@lru_cache(maxsize=1024)
def held(corpus: Corpus, rule: int, delegation: int, other: int) -> frozenset[str]:
    """All the facts of a case that matter to what a rule gives on the ground of one delegation beside another."""
    shared, telling = told_apart(corpus, delegation, other)
    return (shared | _turned_on(corpus, rule)) - telling


@lru_cache(maxsize=256)
def told_apart(corpus: Corpus, delegation: int, other: int) -> tuple[frozenset[str], frozenset[str]]:
    """The facts on which two delegations turn alike, and those that tell them apart."""
    own, theirs = conjuncts(corpus.rules[delegation]), conjuncts(corpus.rules[other])
    shared = [each for each in own if any(alike(each, one) for one in theirs)]
    apart = [each for each in own if each not in shared]
    apart += [each for each in theirs if not any(alike(each, one) for one in own)]
    common = frozenset(name for each in shared for name in inputs_of(corpus, each))
    return common, frozenset(name for each in apart for name in inputs_of(corpus, each)) - common


@lru_cache(maxsize=4096)
def conjuncts(rule: Rule) -> tuple[e.Expression, ...]:
    """What must all hold for a rule to apply, in order."""
    found: list[e.Expression] = []
    waiting = [rule.condition] if rule.condition is not None else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, e.And):
            waiting.extend(reversed(each.operands))
        else:
            found.append(each)
    if rule.exception is not None:
        found.append(e.Not(rule.exception))
    return tuple(found)


@lru_cache(maxsize=1024)
def _turned_on(corpus: Corpus, index: int) -> frozenset[str]:
    """The facts that a rule, and what it deviates from or takes a value from, turn on, and those in its values."""
    found: set[str] = set()
    waiting, seen = [index], set[int]()
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        rule = corpus.rules[each]
        nodes = (*conditions_of(rule), *values_of(rule))
        found.update(name for node in nodes for name in inputs_of(corpus, node))
        found.update({rule.because} - {""})
        waiting.extend(rules_named_in(corpus, nodes))
        if not rule.general:
            waiting.extend(rule.targets)
    return frozenset(found)


def rules_named_in(corpus: Corpus, nodes: Iterable[e.Expression]) -> Iterator[int]:
    """The rules whose value these expressions take: `2 keer de duur van lid 1`."""
    for node in nodes:
        if depends(corpus, node).rules:
            for each in walk(node, corpus.concepts):
                if isinstance(each, e.RuleValue):
                    yield from each.rules


def met(rule: Rule, context: Context) -> Iterator[Truth]:
    """The conditions of a rule, one by one."""
    return (truth(each, context) for each in conjuncts(rule))
