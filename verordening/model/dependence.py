"""What an expression depends on: its parts, and the gegevens and oordelen in it, through concepts too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.rules import Concept, Rule


def parts(node: e.Expression) -> list[e.Expression]:
    """The expressions directly inside another, in the order in which people read them."""
    names = _PARTS.get(type(node))
    if names is not None:
        inside: list[e.Expression | None] = [getattr(node, name) for name in names]
        return [each for each in inside if each is not None]
    if isinstance(node, _ROWS):
        return list(node.operands)
    if isinstance(node, e.Branches):
        return [*(each for value, condition in node.branches for each in (condition, value)), node.otherwise]
    return []


_ROWS = (e.And, e.Or, e.Extreme)
_PARTS: dict[type, tuple[str, ...]] = {
    e.Not: ("operand",),
    e.Compare: ("left", "right"),
    e.Arithmetic: ("left", "right"),
    e.DateDifference: ("left", "right"),
    e.OneOf: ("subject",),
    e.Share: ("percent", "whole"),
    e.NextMonth: ("day",),
    e.DateShift: ("day", "duration"),
    e.Elapsed: ("start", "end"),
    e.Term: ("duration", "day"),
    e.Rounded: ("operand",),
    e.Within: ("operand",),
    e.UpTo: ("operand",),
    **dict.fromkeys((e.CountOf, e.SomeOf), ("condition",)),
    **dict.fromkeys((e.SumOf, e.ExtremeOf), ("condition", "subject")),
    e.AllOf: ("condition", "demand"),
}
"""The fields of each kind of expression that hold one inside it, in the order in which people read them; some may be
left out."""


def walk(
    node: e.Expression | None, concepts: Mapping[str, Concept], skipped: Collection[str] = ()
) -> Iterator[e.Expression]:
    """Every expression inside another, itself first, through concepts (each once) except the skipped ones."""
    waiting = [] if node is None else [node]
    seen: set[str] = set()
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, e.ConceptValue):
            if each.name not in seen and each.name not in skipped and each.name in concepts:
                seen.add(each.name)
                waiting.append(concepts[each.name].value)
        else:
            waiting += reversed(parts(each))


def inputs_in(
    node: e.Expression | None, concepts: Mapping[str, Concept], skipped: Collection[str] = ()
) -> dict[str, None]:
    """The names of the inputs that an expression depends on, in the order in which they appear."""
    found: dict[str, None] = {}
    for each in walk(node, concepts, skipped):
        if isinstance(each, e.Input):
            found[each.name] = None
        elif isinstance(each, e.ListExpression):
            found[each.list] = None
    return found


def conditions_of(rule: Rule) -> tuple[e.Expression, ...]:
    """The conditions of a rule."""
    condition, exception = rule.condition, rule.exception
    if exception is None:
        return () if condition is None else (condition,)
    return (exception,) if condition is None else (condition, exception)


def pinning_conditions(rule: Rule) -> tuple[e.Expression, ...]:
    """The conditions of the overgangsrecht that speaks of a rule."""
    nodes = (node for each in rule.transitions for node in (each.condition, each.exception))
    return tuple(node for node in nodes if node is not None)


def settled_by(node: e.Expression) -> Iterator[str]:
    """The facts that may have one value left where a condition is true: those it is about in as many words."""
    match node:
        case e.Input():
            yield node.name
        case e.Not(operand=e.Input() as fact):
            yield fact.name
        case e.And():
            for each in node.operands:
                yield from settled_by(each)
        case e.Compare(operator="="):
            yield from (each.name for each in (node.left, node.right) if isinstance(each, e.Input))


def conditions_in(coherence: Coherence) -> tuple[e.Expression, ...]:
    """The conditions of a samenhang."""
    return tuple(each for each in (coherence.condition, coherence.demand) if each is not None)


@lru_cache(maxsize=8192)
def values_of(rule: Rule) -> tuple[e.Expression, ...]:
    """The values and bounds in the consequences of a rule."""
    return tuple(each for effect in rule.effects for each in (effect.low, effect.high) if each is not None)


# ------------------------------------------------ of one corpus: each expression is looked into once


def _inside(corpus: Corpus, node: e.Expression) -> Sequence[e.Expression]:
    """The expressions directly inside another; in a begrip that what it is worked out from."""
    if isinstance(node, e.ConceptValue):
        concept = corpus.concepts.get(node.name)
        return () if concept is None else (concept.value,)
    return parts(node)


@lru_cache(maxsize=32768)
def inputs_of(corpus: Corpus, node: e.Expression) -> tuple[str, ...]:
    """The names of the inputs that an expression of a corpus depends on, in the order in which they appear."""
    if isinstance(node, e.Input):
        return (node.name,)
    found = {node.list: None} if isinstance(node, e.ListExpression) else {}
    for each in _inside(corpus, node):
        found.update(dict.fromkeys(inputs_of(corpus, each)))
    return tuple(found)


@lru_cache(maxsize=32768)
def looks_at_day(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus looks at the peildatum."""
    return isinstance(node, e.CaseDate) or any(looks_at_day(corpus, each) for each in _inside(corpus, node))


def decisions_in(node: e.Expression, corpus: Corpus) -> frozenset[str]:
    """The decisions whose outcome an expression of a floor or guideline looks at."""
    return frozenset(each.name for each in walk(node, corpus.concepts) if isinstance(each, e.DecisionValue))


@lru_cache(maxsize=32768)
def turns_on_more(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus turns on more than inputs and the day: on what a decision comes to or another
    rule gives, or on the element of a list that is looked at from outside the expression.
    """
    return bool(_free(corpus, node)) or _looks_at_rules(corpus, node)


def varies(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus may come to something else while a case is worked out: as decisions get their
    values, or another element of a list is looked at.
    """
    return bool(_free(corpus, node))


@lru_cache(maxsize=32768)
def _free(corpus: Corpus, node: e.Expression) -> frozenset[str]:
    """The decisions in an expression, and the lists of which it sees an element without going over them itself."""
    if isinstance(node, e.DecisionValue):
        return frozenset({f"besluit {node.name}"})
    if isinstance(node, e.FieldValue):
        return frozenset({node.list})
    found = _NOTHING.union(*[_free(corpus, each) for each in _inside(corpus, node)])
    return found - {node.list} if isinstance(node, e.ListExpression) else found


_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=32768)
def _looks_at_rules(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus takes what a rule gives."""
    return isinstance(node, e.RuleValue) or any(
        _looks_at_rules(corpus, each) for each in _inside(corpus, node)
    )


@lru_cache(maxsize=32768)
def looks_into_list(corpus: Corpus, node: e.Expression) -> bool:
    """Whether an expression of a corpus depends on what is in a list."""
    return isinstance(node, e.ListExpression) or any(
        looks_into_list(corpus, each) for each in _inside(corpus, node)
    )
