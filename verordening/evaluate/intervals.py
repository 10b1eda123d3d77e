"""Between what an expression lies while facts are missing: bounds that no completion of the case leaves.

Sound, not sharp: a fact that stands in it twice counts as two facts, unless it has so few values that each is tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from math import prod

from verordening.evaluate.context import Context
from verordening.evaluate.ends import numbers
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.interval import (
    ANYTHING,
    Interval,
    added,
    divided,
    exactly,
    extreme,
    hull,
    multiplied,
    negated,
    overlapping,
    rounded_off,
    share,
)
from verordening.evaluate.rules import applies, effect_on
from verordening.evaluate.unknown import Truth, Unknown
from verordening.model import expressions as e
from verordening.model.rules import Form
from verordening.model.types import Below, Kind, Type, Value, normalised

MOST_TRIED = 64
"""Combinations of missing facts with few values that are worked out one by one."""
FEW_VALUES = 12


def interval_of(node: e.Expression, context: Context) -> Interval:
    """Between what a number lies, whatever the missing facts turn out to be."""
    known = value(node, context)
    if _is_number(known):
        return exactly(known)  # type: ignore[arg-type]
    names = known.inputs if isinstance(known, Unknown) else frozenset()
    return hull(Bounds(each).of(node) for each in _completions(names, context)) or ANYTHING


def _completions(names: Iterable[str], context: Context) -> Iterator[Context]:
    """The context with each combination of values of those missing facts that have few, the first declared first."""
    corpus = context.corpus
    tried: dict[str, list[Value]] = {}
    for name in sorted(names, key=lambda each: corpus.inputs[each].order):
        values = few_values(corpus.inputs[name].type)
        if values and prod(len(each) for each in tried.values()) * len(values) <= MOST_TRIED:
            tried[name] = values
    for combination in product(*tried.values()):
        given = {**context.inputs, **dict(zip(tried, combination, strict=True))}
        inner = Context(corpus, given, context.day)
        inner.decided = context.decided
        yield inner


def few_values(type_: Type) -> list[Value]:
    """All values of a type that has only a few, else nothing."""
    if type_.kind is Kind.BOOL:
        return [True, False]
    if type_.kind is Kind.ENUM:
        return list(type_.options)
    low, high, step = type_.low, type_.high, type_.step or 1
    if not isinstance(low, int | Fraction) or not isinstance(high, int | Fraction) or type_.indefinite:
        return []
    count = int(Fraction(high - low) / step) + 1
    return [normalised(Fraction(low + at * step)) for at in range(count)] if count <= FEW_VALUES else []


def bounds_of_type(type_: Type) -> Interval:
    """From the lowest to the highest value of a type."""
    low = type_.low if isinstance(type_.low, int | Fraction) else None
    high = type_.high if isinstance(type_.high, int | Fraction) and not type_.indefinite else None
    return Interval(low, high)


class Bounds:
    """Bounds in one context, without trying any fact; each begrip is worked out once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._concepts: dict[str, Interval] = {}
        self._conditions: dict[str, Truth] = {}
        self._taken: set[int] = set()

    def of(self, node: e.Expression) -> Interval:
        """The bounds of a number; no bounds for anything else."""
        known = value(node, self.context)
        if _is_number(known):
            return exactly(known)  # type: ignore[arg-type]
        corpus = self.context.corpus
        match node:
            case e.Input():
                return bounds_of_type(corpus.inputs[node.name].type)
            case e.ConceptValue():
                if node.name not in self._concepts:
                    self._concepts[node.name] = self.of(corpus.concepts[node.name].value)
                return self._concepts[node.name]
            case e.Arithmetic():
                return _arithmetic(node.operator, self.of(node.left), self.of(node.right))
            case e.Share():
                return share(self.of(node.percent), self.of(node.whole))
            case e.Extreme():
                return extreme([self.of(each) for each in node.operands], smallest=node.smallest)
            case e.Rounded():
                return rounded_off(self.of(node.operand), node.unit, node.direction)
            case e.Within():
                return overlapping(self.of(node.operand), _kept(node))
        return self._of_several(node)

    def _of_several(self, node: e.Expression) -> Interval:
        """The bounds of what has more than one place to come from: branches, rules, the elements of a list."""
        match node:
            case e.Branches():
                return hull(self._branches(node)) or ANYTHING
            case e.RuleValue():
                return hull(self._given_by_rules(node)) or ANYTHING
            case e.CountOf() | e.SumOf() | e.ExtremeOf():
                ends = numbers(node, self.context)
                return ANYTHING if ends is None else Interval(*ends)
        return ANYTHING

    def _branches(self, node: e.Branches) -> Iterator[Interval]:
        """What each branch that may hold can give, up to the first that surely holds."""
        for outcome, condition in node.branches:
            holds = self.truth(condition)
            if holds is not False:
                yield self.of(outcome)
            if holds is True:
                return
        yield self.of(node.otherwise)

    def _given_by_rules(self, node: e.RuleValue) -> Iterator[Interval]:
        for index in node.rules:
            effect = effect_on(self.context.corpus.rules[index], node.decision, Form.SET)
            if effect is None or effect.low is None or applies(index, self.context) is False:
                continue
            if index in self._taken:
                yield ANYTHING  # these rules take their values from each other
                return
            self._taken.add(index)
            within = self.of(effect.low)
            self._taken.discard(index)
            yield within

    def truth(self, condition: e.Expression) -> Truth:
        """Whether a condition holds, where bounds alone can tell too.

        An income of at most € 20.000 is not above € 30.000.
        """
        holds = truth(condition, self.context)
        if not isinstance(holds, Unknown):
            return holds
        match condition:
            case e.Not():
                inner = self.truth(condition.operand)
                return inner if isinstance(inner, Unknown) else not inner
            case e.And() | e.Or():
                settling = isinstance(condition, e.Or)
                found = [self.truth(each) for each in condition.operands]
                if any(each is settling for each in found):
                    return settling
                return holds if any(isinstance(each, Unknown) for each in found) else not settling
            case e.ConceptValue():
                if condition.name not in self._conditions:
                    concept = self.context.corpus.concepts[condition.name]
                    self._conditions[condition.name] = self.truth(concept.value)
                return self._conditions[condition.name]
            case e.Compare():
                told = _told_apart(condition.operator, self.of(condition.left), self.of(condition.right))
                return holds if told is None else told
        return holds


def _is_number(found: object) -> bool:
    return isinstance(found, int | Fraction) and not isinstance(found, bool)


def _arithmetic(operator: str, left: Interval, right: Interval) -> Interval:
    match operator:
        case "+":
            return added(left, right)
        case "-":
            return added(left, negated(right))
        case "*":
            return multiplied(left, right)
    return divided(left, right)


def _kept(node: e.Within) -> Interval:
    high = node.high.limit if isinstance(node.high, Below) else node.high
    return Interval(
        node.low if isinstance(node.low, int | Fraction) else None,
        high if isinstance(high, int | Fraction) else None,
    )


def _told_apart(operator: str, left: Interval, right: Interval) -> bool | None:
    """What a comparison of numbers comes to wherever they lie, or None."""
    match operator:
        case ">" | ">=":
            return _told_apart({">": "<", ">=": "<="}[operator], right, left)
        case "<":
            if left.high is not None and right.low is not None and left.high < right.low:
                return True
            return (
                False if left.low is not None and right.high is not None and left.low >= right.high else None
            )
        case "<=":
            if left.high is not None and right.low is not None and left.high <= right.low:
                return True
            return (
                False if left.low is not None and right.high is not None and left.low > right.high else None
            )
    below = left.high is not None and right.low is not None and left.high < right.low
    above = left.low is not None and right.high is not None and left.low > right.high
    return operator == "!=" if below or above else None
