"""Which ways trials go at each spot, counted only where it mattered.

A rule that was looked at is not covered: it applies where the outcome names it (it decides, confirms, lost or is a
route), and a condition inside it counts where the rest leaves the answer to it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from verordening.analyse.coverage.spots import (
    ABOVE,
    APPLIES,
    APPLIES_NOT,
    BELOW,
    FALSE,
    NONE_OF,
    ON,
    TRUE,
    UNKNOWN,
    Spot,
    Spots,
)
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.evaluate.arithmetic import compare
from verordening.evaluate.coherence import implied
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.holding import in_force
from verordening.evaluate.outcome import Outcome
from verordening.evaluate.rules import applies
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.rules import Rule
from verordening.model.standards import Floor
from verordening.model.trials.trial import Trial

Mark = tuple[Spot, str]
"""A spot and a way that a trial went there."""


def marks_of(trial: Trial, corpus: Corpus, spots: Spots) -> frozenset[Mark]:
    """Where a trial goes, and which way; nothing for one that does not come to what it says."""
    tried = run_trial(trial, lambda _: corpus)
    if tried.verdict is not Verdict.GOED or tried.outcome is None or trial.case is None:
        return frozenset()
    found: set[Mark] = set()
    expected = _expected(trial, tried.outcome)
    outcomes = [(trial.case, tried.outcome)]
    if trial.case.acts:
        outcomes += [
            (trial.case.with_act(act, kind), each.outcome)
            for act, each in zip(trial.case.acts, tried.outcome.acts, strict=False)
            for kind in act.kinds or ("",)
        ]
    for case, outcome in outcomes:
        facts = implied(corpus, case.inputs(), case.peildatum)
        marker = _Marker(spots, Context(corpus, facts.inputs, case.peildatum), found)
        marker.context.decided = _decided(outcome)
        marker.mark_all(expected, _named(outcome), outcome)
    return frozenset(found)


def _expected(trial: Trial, outcome: Outcome) -> frozenset[str]:
    """The decisions of which the trial says something."""
    names: set[str] = set()
    for each in trial.expectations:
        path = each.path[2:] if each.path[0] == "gedragingen" else each.path
        if path[:1] == ("besluiten",) and len(path) > 1:
            names.add(path[1])
        elif path[:1] == ("ruimte",):
            names.update(path[1:2] or outcome.asked)
    return frozenset(names)


def _named(outcome: Outcome) -> frozenset[str]:
    """The rules that the outcome names: decisive, confirming, beaten, under it, or a route."""
    found: set[str] = {route.cited.id for route in outcome.routes}
    for each in outcome.decisions:
        cited = (each.cited, each.under, *each.confirmed_by, *each.reservations)
        found |= {one.id for one in cited if one is not None}
        found |= {remark.cited.id for remark in each.defeated}
        found |= {one.cited.id for one in each.candidates if one.cited is not None}
    return frozenset(found)


def _decided(outcome: Outcome) -> dict[str, Any]:
    shown = {each.name: each.before_floors or each.shown for each in outcome.decisions}
    return {name: each.value for name, each in shown.items() if each is not None}


class _Marker:
    """Walks what one case looked at, and notes which way it went."""

    def __init__(self, spots: Spots, context: Context, found: set[Mark]) -> None:
        self.spots, self.context, self.found = spots, context, found
        self._walked: set[str] = set()

    def mark_all(self, expected: frozenset[str], named: frozenset[str], outcome: Outcome) -> None:
        """Everything on the decisions that are expected, and the floors that spoke."""
        corpus = self.context.corpus
        indices = {index for name in expected for index in corpus.by_decision.get(name, ())}
        for rule in corpus.rules:
            if rule.index in indices or (rule.id in named and rule.index in corpus.general):
                self._rule(rule, rule.id in named)
        told = {each.name: each.status.value for each in outcome.floors}
        for floor in corpus.floors:
            if floor.name in told:
                self._floor(floor, told[floor.name].replace("_", " "))

    def _rule(self, rule: Rule, is_named: bool) -> None:
        spot = self.spots.of_rule[rule.index]
        if in_force(rule, self.context) is not True:
            return
        applying = applies(rule.index, self.context)
        if applying is True and not is_named:
            return
        way = APPLIES if applying is True else APPLIES_NOT if applying is False else UNKNOWN
        self.found.add((spot, way))
        if rule.deviates and not rule.general and not self._reaches_a_target(rule):
            return
        if rule.because and self.context.inputs.get(rule.because) is not True:
            return
        if rule.condition is not None and (rule.exception is None or self._is(rule.exception, False)):
            self._condition(rule.condition)
        if rule.exception is not None and (rule.condition is None or self._is(rule.condition, True)):
            self._condition(rule.exception)
        for effect in rule.effects if applying is True else ():
            self._values(each for each in (effect.low, effect.high) if each is not None)

    def _reaches_a_target(self, rule: Rule) -> bool:
        return any(applies(target, self.context) is True for target in rule.targets)

    def _floor(self, floor: Floor, status: str) -> None:
        self.found.add((self.spots.of_floor[floor.name], status))
        if floor.condition is not None and (floor.exception is None or self._is(floor.exception, False)):
            self._condition(floor.condition)
        if floor.exception is not None and (floor.condition is None or self._is(floor.condition, True)):
            self._condition(floor.exception)
        if status in ("gehouden", "geschonden"):
            self._condition(floor.demand)

    def _is(self, node: e.Expression, wanted: bool) -> bool:
        return truth(node, self.context) is wanted

    # -------------------------------------------- conditions

    def _condition(self, node: e.Expression) -> None:
        """A condition on which the answer turns."""
        if isinstance(node, e.And | e.Or):
            settling = isinstance(node, e.Or)
            truths = [truth(each, self.context) for each in node.operands]
            for at, each in enumerate(node.operands):
                if all(
                    other is not settling and not isinstance(other, Unknown) for other in _but(truths, at)
                ):
                    self._condition(each)
            return
        if isinstance(node, e.Not):
            self._condition(node.operand)
            return
        spot = self.spots.of_node.get(node)
        way = self._way(node) if spot is not None else ""
        if spot is not None and way in self.spots.ways[spot]:
            self.found.add((spot, way))
        if isinstance(node, e.ConceptValue):
            self._concept(node.name)
        elif not isinstance(node, e.ListExpression):
            self._values(parts(node))

    def _way(self, node: e.Expression) -> str:
        if isinstance(node, e.OneOf):
            chosen = value(node.subject, self.context)
            return "" if isinstance(chosen, Unknown) else str(chosen) if chosen in node.options else NONE_OF
        if isinstance(node, e.Compare) and node.operator not in ("=", "!="):
            left, right = value(node.left, self.context), value(node.right, self.context)
            if isinstance(left, Unknown) or isinstance(right, Unknown):
                return ""
            order = compare(left, right)
            return BELOW if order < 0 else ABOVE if order > 0 else ON
        holds = truth(node, self.context)
        return "" if isinstance(holds, Unknown) else TRUE if holds else FALSE

    # -------------------------------------------- values

    def _values(self, nodes: Iterable[e.Expression]) -> None:
        """Values that the answer rests on: of branches those up to the one that holds."""
        for node in nodes:
            if isinstance(node, e.Branches):
                for outcome, condition in node.branches:
                    self._condition(condition)
                    if truth(condition, self.context) is not False:
                        self._values([outcome])
                        break
                else:
                    self._values([node.otherwise])
            elif isinstance(node, e.ConceptValue):
                self._concept(node.name)
            elif isinstance(node, e.And | e.Or | e.Not | e.Compare | e.OneOf):
                self._condition(node)
            elif not isinstance(node, e.ListExpression):
                self._values(parts(node))

    def _concept(self, name: str) -> None:
        if name in self._walked:
            return
        self._walked.add(name)
        concept = self.context.corpus.concepts[name].value
        if isinstance(concept, e.And | e.Or | e.Not | e.Compare | e.OneOf | e.Input | e.SomeOf | e.AllOf):
            self._condition(concept)
        else:
            self._values([concept])


def _but(truths: list[Any], at: int) -> Iterator[Any]:
    return (each for number, each in enumerate(truths) if number != at)
