"""On what it now turns whether rules and floors apply: the parts of conditions that are not settled yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.guarding import in_play
from verordening.evaluate.holding import force_on
from verordening.evaluate.rules import applies
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.dependence import (
    conditions_of,
    looks_at_decisions,
    parts,
    pinning_conditions,
    values_of,
)
from verordening.model.rules import Rule
from verordening.model.standards import Floor
from verordening.model.validity import Force

Atom = e.Input | e.Compare | e.OneOf | e.ConceptValue | e.ListExpression
"""What a condition is made of, and what can be split on."""


def pending(rules: Iterable[int], floors: Iterable[Floor], context: Context) -> Iterator[Atom]:
    """What is not settled in the conditions of rules that may apply; then of floors; then in what these rules give."""
    giving: list[int] = []
    for index in rules:
        rule = context.corpus.rules[index]
        if force_on(rule, context.day) is Force.NOT_IN_FORCE and not rule.transitions:
            continue
        applying = applies(index, context)
        if applying is not False:
            giving.append(index)
        if isinstance(applying, Unknown):
            yield from _inside_rule(rule, context)
    for floor in floors:
        if in_play(floor, context) is not False:
            for part in (floor.condition, floor.exception, floor.demand):
                yield from _inside(part, context)
    for index in giving:
        for node in values_of(context.corpus.rules[index]):
            yield from _inside(node, context)


def _inside_rule(rule: Rule, context: Context) -> Iterator[Atom]:
    for node in (*conditions_of(rule), *pinning_conditions(rule)):
        yield from _inside(node, context)
    if rule.because and rule.because not in context.inputs:
        yield e.Input(rule.because)


def _inside(node: e.Expression | None, context: Context) -> Iterator[Atom]:
    if node is None or isinstance(node, e.OrdinaryOutcome | e.DecisionValue | e.RuleValue | e.FieldValue):
        return
    if not isinstance(value(node, context), Unknown):
        return
    if isinstance(node, Atom) and not looks_at_decisions(context.corpus, node):
        yield node
        return
    # What a decision comes to is no fact of the case: a comparison with it may be otherwise in the other corpus.
    inside = (context.corpus.concepts[node.name].value,) if isinstance(node, e.ConceptValue) else parts(node)
    for part in inside:
        yield from _inside(part, context)


def inside_of(atom: Atom, context: Context) -> Iterator[Atom]:
    """What is not settled inside one of these."""
    if isinstance(atom, e.ConceptValue):
        yield from _inside(context.corpus.concepts[atom.name].value, context)
    elif isinstance(atom, e.Compare | e.OneOf):
        for part in parts(atom):
            yield from _inside(part, context)
