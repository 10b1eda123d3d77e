"""The evaluation tree: every rule on a decision, what its conditions came to, and where each stands.

It is kept as it was found (`Step`); `words` turns it into text, which only a reader who asks for the tree needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import value
from verordening.evaluate.flooring import floors_on, in_play
from verordening.evaluate.outcome import TreeNode
from verordening.evaluate.rules import applies, set_value
from verordening.evaluate.standing import stands
from verordening.evaluate.trace_words import (
    expression_words,
    result_words,
    truth_words,
    where,
)
from verordening.evaluate.unknown import Result, all_of, any_of, negated
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.rules import Decision, Floor, Rule


class Step(NamedTuple):
    """One step: a decision, rule, floor or expression, the word before it, what it came to, and the steps below it.

    Of a rule `result` is whether it applies, `given` what it gives the decision and `standing` whether that stands.
    """

    subject: Decision | Rule | Floor | e.Expression
    before: str
    result: object
    below: tuple[Step, ...]
    given: Result | None = None
    standing: object = None


@dataclass(frozen=True, slots=True)
class EvaluationTree:
    """The steps of every decision asked for."""

    corpus: Corpus
    steps: tuple[Step, ...]

    def words(self) -> TreeNode:
        """The tree as text."""
        return TreeNode("uitkomst", "", "", tuple(_words(step, None, self.corpus) for step in self.steps))


def trace(found: dict[str, Decided], context: Context) -> EvaluationTree:
    """The tree of a whole case: one branch a decision, its rules below it, then its floors.

    A concept is worked out below its first mention only.
    """
    seen: set[str] = set()
    return EvaluationTree(context.corpus, tuple(_decision(each, context, seen) for each in found.values()))


def _decision(decided: Decided, context: Context, seen: set[str]) -> Step:
    name = decided.decision
    rules = context.corpus.rules
    below = [_rule(rules[index], name, context, seen) for index in context.corpus.by_decision.get(name, ())]
    below += [_floor(floor, context, seen) for floor in floors_on(name, context)]
    return Step(context.corpus.decisions[name], "", decided, tuple(below))


def _rule(rule: Rule, decision: str, context: Context, seen: set[str]) -> Step:
    applying = applies(rule.index, context)
    below = []
    if rule.condition is not None:
        below.append(_expression(rule.condition, context, seen, "als "))
    if rule.exception is not None:
        below.append(_expression(rule.exception, context, seen, "tenzij "))
    if rule.because:
        below.append(_expression(e.Input(rule.because), context, seen, "wegens "))
    if rule.deviates and not rule.general:
        targets = (context.corpus.rules[each] for each in rule.targets)
        below += [Step(each, "in afwijking van ", applies(each.index, context), ()) for each in targets]
    given = None if applying is False else set_value(rule.index, decision, context)
    standing = None if given is None else stands(rule.index, decision, context)
    return Step(rule, "", applying, tuple(below), given, standing)


def _floor(floor: Floor, context: Context, seen: set[str]) -> Step:
    nodes = (("als ", floor.condition), ("tenzij ", floor.exception), ("eis ", floor.demand))
    below = tuple(_expression(node, context, seen, word) for word, node in nodes if node is not None)
    return Step(floor, "", in_play(floor, context), below)


LEAFLIKE = (e.Compare, e.OneOf, e.Arithmetic, e.Share, e.DateShift, e.DateDifference, e.Extreme)


def _expression(node: e.Expression, context: Context, seen: set[str], before: str = "") -> Step:
    """A step with the steps below it; what these came to is not worked out a second time."""
    kind = type(node)
    if kind is e.Input or kind is e.Constant or kind is e.TableValue:
        return Step(node, before, value(node, context), ())
    if isinstance(node, e.ConceptValue):
        below: tuple[Step, ...] = ()
        if node.name not in seen:
            seen.add(node.name)
            below = (_expression(context.corpus.concepts[node.name].value, context, seen),)
        return Step(node, before, value(node, context), below)
    if kind in LEAFLIKE:
        named = _named(node)
        return Step(node, before, value(node, context), tuple([_expression(each, context, seen) for each in named]))
    below = tuple([_expression(each, context, seen) for each in parts(node)])
    result: object
    if isinstance(node, e.And):
        result = all_of([step.result for step in below])  # type: ignore[misc]
    elif isinstance(node, e.Or):
        result = any_of([step.result for step in below])  # type: ignore[misc]
    elif isinstance(node, e.Not):
        result = negated(below[0].result)  # type: ignore[arg-type]
    else:
        result = value(node, context)
    return Step(node, before, result, below)


def _named(node: e.Expression) -> list[e.Expression]:
    """The inputs, concepts and tables inside a comparison or a calculation."""
    found: list[e.Expression] = []
    waiting = list(parts(node))
    while waiting:
        each = waiting.pop(0)
        if type(each) in (e.Input, e.ConceptValue, e.TableValue):
            found.append(each)
        else:
            waiting[:0] = parts(each)
    return found


# ------------------------------------------------ words


def _words(step: Step, decision: Decision | None, corpus: Corpus) -> TreeNode:
    subject = step.subject
    if isinstance(subject, Decision):
        decision = subject
    below = tuple(_words(each, decision, corpus) for each in step.below)
    if isinstance(subject, Decision):
        assert isinstance(step.result, Decided)
        status = step.result.status.value
        if step.result.value is not None:
            status = f"{result_words(step.result.value, subject.type)}, {status}"
        return TreeNode(subject.label, status, where(subject.place), below)
    if isinstance(subject, Rule):
        applying = truth_words(step.result, "geldt", "geldt niet")
        if step.given is not None and decision is not None:
            standing = truth_words(step.standing, "beslist mee", "wijkt")
            applying = f"{applying}, geeft {result_words(step.given, decision.type)}, {standing}"
        return TreeNode(f"{step.before}{subject.id}", applying, where(subject.place), below)
    if isinstance(subject, Floor):
        active = truth_words(step.result, "speelt hier", "speelt hier niet")
        return TreeNode(f"ondergrens {subject.title}", active, where(subject.place), below)
    text, result, place = expression_words(subject, step.result, corpus)
    return TreeNode(f"{step.before}{text}", result, place, below)

