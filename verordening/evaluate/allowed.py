"""Which values of the facts with few values a rule can hold for: what its conditions leave of each, whatever else.

With another rule that leaves none of the same values of one fact, a rule never holds in one case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Value
from verordening.remembering import lru_cache

Allowed = Mapping[str, frozenset[Value]]
"""The values left of each fact that is bound; a fact that is not named is free."""

_EVERYTHING: Allowed = {}


def together(each: Iterable[Allowed]) -> dict[str, frozenset[Value]]:
    """What is left where all of these hold."""
    found: dict[str, frozenset[Value]] = {}
    for one in each:
        for name, values in one.items():
            found[name] = found[name] & values if name in found else values
    return found


def fitting(facts: Mapping[str, Value], allowed: Allowed) -> bool:
    """Whether there may be a case of these facts in which what `allowed` stands for holds."""
    return all(values and (name not in facts or facts[name] in values) for name, values in allowed.items())


@lru_cache(maxsize=16384)
def allowed_by(corpus: Corpus, index: int) -> Allowed:
    """What a rule leaves: its conditions, the judgement behind it and the rules that it deviates from."""
    rule = corpus.rules[index]
    parts = [_left_by(rule.condition, True, corpus), _left_by(rule.exception, False, corpus)]
    if rule.because:
        parts.append({rule.because: frozenset({True})})
    if rule.deviates and not rule.general:
        parts.append(_either([allowed_by(corpus, target) for target in rule.targets]))
    return together(parts)


def left_by(condition: e.Expression | None, corpus: Corpus) -> Allowed:
    """What is left where a condition holds."""
    return _left_by(condition, True, corpus)


def _either(each: list[Allowed]) -> Allowed:
    """What is left where at least one of these holds."""
    if not each:
        return _EVERYTHING
    first, *others = each
    return {
        name: values.union(*(other[name] for other in others))
        for name, values in first.items()
        if all(name in other for other in others)
    }


def _left_by(node: e.Expression | None, outcome: bool, corpus: Corpus) -> Allowed:
    """What is left where a condition has this outcome."""
    match node:
        case e.Not():
            return _left_by(node.operand, not outcome, corpus)
        case e.And() | e.Or():
            parts = [_left_by(each, outcome, corpus) for each in node.operands]
            return together(parts) if isinstance(node, e.And) is outcome else _either(parts)
        case e.ConceptValue():
            return _left_by_concept(node.name, outcome, corpus)
        case e.Input():
            return {node.name: frozenset({outcome})}
        case e.OneOf(subject=e.Input() as fact):
            return _of_options(fact.name, node.options, outcome, corpus)
        case e.Compare(left=e.Input() as fact, right=e.Constant() as constant) if node.operator in (
            "=",
            "!=",
        ):
            return _of_options(fact.name, (constant.value,), (node.operator == "=") is outcome, corpus)
    return _EVERYTHING


@lru_cache(maxsize=4096)
def _left_by_concept(name: str, outcome: bool, corpus: Corpus) -> Allowed:
    return _left_by(corpus.concepts[name].value, outcome, corpus)


def _of_options(name: str, options: tuple[Value, ...], among: bool, corpus: Corpus) -> Allowed:
    declared = corpus.inputs[name].type
    if declared.kind is Kind.BOOL:
        every: frozenset[Value] = frozenset({True, False})
    elif declared.kind is Kind.ENUM:
        every = frozenset(declared.options)
    else:
        return _EVERYTHING
    return {name: every & frozenset(options) if among else every - frozenset(options)}
