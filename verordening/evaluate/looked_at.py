"""What rules look at to know whether some stand: their own conditions and values, and those of the rules they deviate
from, fill in or make way for.
"""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.beside import Speaking
from verordening.evaluate.numbers import numbers_in
from verordening.evaluate.representatives import Compared, compared_in
from verordening.evaluate.told_apart import rules_named_in
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of, pinning_conditions, values_of
from verordening.model.types import Type, Value
from verordening.records import replace
from verordening.remembering import lru_cache


@lru_cache(maxsize=4096)
def looked_at(
    corpus: Corpus, rules: tuple[int, ...], decision: str, value: Value | None, against: Speaking
) -> Compared:
    """What it takes to know whether these rules stand for a decision, and how what they give compares: with each other,
    with the bounds of delegations and with `value`. Without a decision: to know whether they apply.
    """
    having_a_say = [corpus.rules[index] for index in behind(corpus, rules, decision, against)]
    conditions = [node for rule in having_a_say for node in (*conditions_of(rule), *pinning_conditions(rule))]
    values = [
        node
        for rule in having_a_say
        for effect in rule.effects
        if decision and effect.decision == decision
        for node in dict.fromkeys((effect.low, effect.high))
        if node is not None
    ]
    return looked_at_in(corpus, conditions, values, decision, value)


def looked_at_in(
    corpus: Corpus,
    conditions: Iterable[e.Expression],
    values: Iterable[e.Expression],
    decision: str,
    value: Value | None = None,
) -> Compared:
    """What these conditions look at, and how these values of a decision compare: with each other, and with `value`."""
    values = [_as_given(node, decision, corpus) for node in values if not isinstance(node, e.OrdinaryOutcome)]
    ends = values if value is None else [*values, _constant(value, corpus.decisions[decision].type)]
    beside = [
        e.Compare("<=", left, right)
        for left in values
        if numbers_in(left, corpus)
        for right in ends
        if right is not left
    ]
    found = compared_in(corpus, (*conditions, *beside, *values), ())
    taken = [corpus.rules[index] for index in rules_named_in(corpus, values)]
    flowing = frozenset(
        name for rule in taken for node in values_of(rule) for name in numbers_in(node, corpus)
    )
    reaching = frozenset(name for node in values for name in numbers_in(node, corpus))
    return replace(found, flowing=flowing, reaching=reaching)


def behind(corpus: Corpus, rules: Iterable[int], decision: str, against: Speaking) -> dict[int, None]:
    """These rules and all that have a say in whether they stand for a decision, the nearest first."""
    waiting, found = list(rules), dict[int, None]()
    for index in waiting:
        if index in found:
            continue
        found[index] = None
        rule = corpus.rules[index]
        if not rule.general:
            waiting.extend(rule.targets)
        waiting.extend(filled for filled, on in rule.fills if on == decision)
        waiting.extend(other.index for other in against(rule, decision, corpus))
        for effect in rule.effects:
            if effect.decision == decision:
                waiting.extend(effect.relation[1] if effect.relation is not None else ())
        waiting.extend(rules_named_in(corpus, values_of(rule)))
    return found


def _as_given(node: e.Expression, decision: str, corpus: Corpus) -> e.Expression:
    rounding = corpus.decisions[decision].rounding
    return node if rounding is None else e.Rounded(node, *rounding)


def _constant(value: Value, type_: Type) -> e.Constant:
    return e.Constant(value, type_.kind, type_.unit)


def merged(each: Iterable[Compared]) -> Compared:
    """What several look at."""
    found = list(each)
    names = dict.fromkeys(name for one in found for name in one.by_input)
    return Compared(
        tuple(dict.fromkeys(node for one in found for node in one.nodes)),
        {
            name: list(dict.fromkeys(node for one in found for node in one.by_input.get(name, ())))
            for name in names
        },
        frozenset().union(*(one.flowing for one in found)),
        frozenset().union(*(one.reaching for one in found)),
    )


@lru_cache(maxsize=1024)
def order_of(corpus: Corpus, compared: Compared) -> dict[str, int]:
    """The facts in the order in which a reader meets them."""
    names = dict.fromkeys(name for node in compared.nodes for name in inputs_of(corpus, node))
    return {name: at for at, name in enumerate(names)}
