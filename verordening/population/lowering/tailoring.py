"""Duties to tailor in a program: which apply to a settled outcome and what room they leave; as `tailoring` says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verordening.evaluate.rules import effect_on
from verordening.evaluate.speaking import by_form
from verordening.evaluate.standing import delegations_of
from verordening.evaluate.tailoring import general_rules
from verordening.model.dependence import conditions_of, inputs_of
from verordening.model.expressions import OrdinaryOutcome
from verordening.model.rules import Form, Rule
from verordening.population.lowering.floors import Floors
from verordening.symbolic.logic import Truth, all_of, any_of, both, either, opposite, some, sure
from verordening.symbolic.possible import Possible
from verordening.symbolic.standings import LIMITS, Standings
from verordening.symbolic.symbols import Number, Symbol, before, constant, equal, given_that, selected
from verordening.symbolic.terms import Bool


class Duty(NamedTuple):
    """A duty to tailor: whether it acts on the outcome, and whether it leaves more than the outcome itself."""

    truth: Truth
    leaves_room: Bool


class Tailoring:
    """The duties to tailor a decision. `aside` are the rows that are left to the interpreter."""

    def __init__(self, decision: str, rules: Standings, floors: Floors) -> None:
        self.decision, self.rules, self.floors = decision, rules, floors
        self.aside: Bool = False

    def duties(self, possible: Sequence[Possible], ordinary: Symbol) -> list[Duty]:
        """The duties written for this decision, and the general ones that surely apply."""
        return [
            Duty(truth, self._room(rule, ordinary))
            for rule, truth in (*self._written(possible), *self._general(possible))
            if truth.no is not True
        ]

    def _written(self, possible: Sequence[Possible]) -> Iterator[tuple[Rule, Truth]]:
        for rule, _ in by_form(self.decision, self.rules.corpus).get(Form.TAILOR, ()):
            if rule.deviates:
                stands = self.rules.stands(rule.index, self.decision)
                yield rule, all_of((stands, self.reaches(rule, possible)))

    def _general(self, possible: Sequence[Possible]) -> Iterator[tuple[Rule, Truth]]:
        """A general duty that waits for a judgement of its own is a route and nothing more."""
        inputs = self.rules.corpus.inputs
        for rule, form in general_rules(self.rules.corpus):
            if form is not Form.TAILOR:
                continue
            applying = self.rules.applies(rule.index)
            undecided = both(opposite(applying.yes), opposite(applying.no))
            waits: Bool = False
            if rule.because and inputs[rule.because].general:
                waits = opposite(self.rules.expressions.facts.of(rule.because).defined)
            names = {name for node in conditions_of(rule) for name in inputs_of(self.rules.corpus, node)}
            if any(inputs[name].general for name in names):
                self.aside = either(self.aside, both(undecided, opposite(waits)))
            speaking = opposite(both(undecided, waits))
            truth = all_of((applying, self.reaches(rule, possible)))
            yield rule, Truth(truth.yes, either(truth.no, opposite(speaking)), False)

    def reaches(self, rule: Rule, possible: Sequence[Possible]) -> Truth:
        """Whether what a rule deviates from decides the outcome, directly or by filling in a delegation."""
        reached: list[Truth] = []
        for each in possible:
            if each.rule is None:
                continue
            there = all_of((sure(each.present), each.truth))
            if each.rule in rule.targets:
                reached.append(there)
                continue
            reached += [
                all_of((there, self.rules.delegation_stands(delegation, self.decision)))
                for delegation in delegations_of(self.rules.corpus.rules[each.rule], self.decision)
                if delegation in rule.targets
            ]
        return any_of(reached)

    # -------------------------------------------- how far

    def _room(self, rule: Rule, ordinary: Symbol) -> Bool:
        """Where the range of a duty holds more than the outcome itself, or is not known."""
        low, high = self._range(rule, ordinary)
        unknown = _not_known(low, high)
        low, high = self._cut(rule, low, high)
        unsettled = some([unknown, *(opposite(end.defined) for end in (low, high) if end is not None)])
        if low is None or high is None:
            return True if low is not high else either(unsettled, True)
        wider = either(opposite(equal(low, high)), opposite(equal(low, ordinary)))
        left = opposite(before(high, low)) if isinstance(low, Number) else equal(low, high)
        return either(unsettled, both(wider, left))

    def ends(self, rule: Rule, ordinary: Symbol | None) -> tuple[Symbol | None, Symbol | None]:
        """The range of a duty, cut at limits and floors where both ends are known (without outcome: no `ordinary`)."""
        low, high = self._range(rule, ordinary)
        known = opposite(_not_known(low, high))
        least, most = self._cut(rule, low, high)
        return (
            low if low is None or least is None else selected(known, least, low),
            high if high is None or most is None else selected(known, most, high),
        )

    def _cut(
        self, rule: Rule, low: Symbol | None, high: Symbol | None
    ) -> tuple[Symbol | None, Symbol | None]:
        return self.floors.cut(self.decision, *self._within_limits(rule, low, high))

    def _range(self, rule: Rule, ordinary: Symbol | None) -> tuple[Symbol | None, Symbol | None]:
        declared = self.rules.corpus.decisions[self.decision].type
        low = None if declared.low is None else constant(declared.low)
        high = None if declared.high is None else constant(declared.high)
        effect = effect_on(rule, self.decision, Form.TAILOR)
        if effect is not None:
            if effect.low is not None:
                low = self.rules.bound(effect.low, self.decision)
            if isinstance(effect.high, OrdinaryOutcome):
                high = ordinary
            elif effect.high is not None:
                high = self.rules.bound(effect.high, self.decision)
        return low, high

    def _within_limits(
        self, rule: Rule, low: Symbol | None, high: Symbol | None
    ) -> tuple[Symbol | None, Symbol | None]:
        """A range cut at the limits that surely apply; an end that another may yet move is not known."""
        corpus, rank = self.rules.corpus, self.rules.corpus.rank_of(rule)
        doubts: dict[Form, Bool] = {Form.AT_MOST: False, Form.AT_LEAST: False}
        moving: list[tuple[Form, Truth, Symbol]] = []
        for form in LIMITS:
            for limit, effect in by_form(self.decision, corpus).get(form, ()):
                applying = self.rules.applies(limit.index)
                if form in doubts and corpus.rank_of(limit) >= rank and effect.low is not None:
                    moving.append((form, applying, self.rules.bound(effect.low, self.decision)))
        for form, applying, bound in moving:
            cuts = both(applying.yes, bound.defined)
            if form is Form.AT_MOST and isinstance(high, Number):
                high = selected(both(cuts, before(bound, high)), bound, high)
            if form is Form.AT_LEAST and isinstance(low, Number):
                low = selected(both(cuts, before(low, bound)), bound, low)
        for form, applying, bound in moving:
            end = high if form is Form.AT_MOST else low
            if not isinstance(end, Number):
                continue
            moves = before(bound, end) if form is Form.AT_MOST else before(end, bound)
            open_still = either(
                both(opposite(applying.no), opposite(bound.defined)),
                both(opposite(applying.no), opposite(applying.yes), moves),
            )
            doubts[form] = either(doubts[form], open_still)
        if low is not None:
            low = given_that(low, opposite(doubts[Form.AT_LEAST]))
        if high is not None:
            high = given_that(high, opposite(doubts[Form.AT_MOST]))
        return low, high


def _not_known(low: Symbol | None, high: Symbol | None) -> Bool:
    return some([opposite(end.defined) for end in (low, high) if end is not None])
