"""What limits leave of a range whose ends are known, in a program; as `limiting` of the interpreter says it."""

from __future__ import annotations

from typing import NamedTuple

from verordening.evaluate.speaking import by_form
from verordening.model.rules import Effect, Form, Rule
from verordening.symbolic.logic import (
    YES,
    Truth,
    all_of,
    any_of,
    both,
    either,
    every,
    negated,
    opposite,
)
from verordening.symbolic.standings import LIMITS, Standings
from verordening.symbolic.symbols import Number, Symbol, before, constant, equal, selected
from verordening.symbolic.terms import Bool

End = Symbol | None
"""An end of a range that is known; None where there is none."""


class _Limit(NamedTuple):
    """A limit: whether it applies, and where it lies."""

    effect: Effect
    applying: Truth
    bound: Symbol


class Limits:
    """The limits on a decision that bind a rule."""

    def __init__(self, decision: str, rule: Rule, rules: Standings) -> None:
        self.decision, self.rules = decision, rules
        corpus = rules.corpus
        self._limits = [
            _Limit(effect, applying, rules.bound(effect.low, decision))
            for form in LIMITS
            for limit, effect in by_form(decision, corpus).get(form, ())
            if corpus.rank_of(limit) >= corpus.rank_of(rule) and effect.low is not None
            if (applying := rules.applies(limit.index)).no is not True
        ]

    def cut(self, low: End, high: End) -> tuple[End, End]:
        """A range cut at the limits that surely apply."""
        for each in self._limits:
            low, high = _cut(low, high, each, both(each.applying.yes, each.bound.defined))
        return low, high

    def doubts(self, low: End, high: End) -> tuple[Bool, Bool]:
        """Of the ends of a range that was cut so, where a limit that is not decided may yet move them."""
        moved: dict[Form, Bool] = {Form.AT_LEAST: False, Form.AT_MOST: False}
        for each in self._limits:
            form, end = each.effect.form, high if each.effect.form is Form.AT_MOST else low
            if form not in moved or end is None:
                continue
            undecided = both(opposite(each.applying.yes), _passes(end, each))
            there = both(opposite(each.applying.no), either(opposite(each.bound.defined), undecided))
            moved[form] = either(moved[form], there)
        return moved[Form.AT_LEAST], moved[Form.AT_MOST]

    def leave_room(self, low: End, high: End) -> Truth:
        """Whether the limits leave any value of a range."""
        type_ = self.rules.corpus.decisions[self.decision].type
        low = constant(type_.low) if low is None and type_.low is not None else low
        high = constant(type_.high) if high is None and type_.high is not None else high
        if not self._limits or low is None or high is None:
            return YES
        one = equal(low, high)
        alone = all_of(
            any_of((negated(each.applying), self.rules.all_respect([low], each.effect, self.decision)))
            for each in self._limits
        )
        least: End = low
        most: End = high
        for each in self._limits:
            least, most = _cut(least, most, each, both(opposite(each.applying.no), each.bound.defined))
        certain = every([either(each.applying.no, each.bound.defined) for each in self._limits])
        empty = is_empty(*self.cut(low, high))
        wide = Truth(both(opposite(empty), certain, opposite(is_empty(least, most))), empty, False)
        return Truth(
            either(both(one, alone.yes), both(opposite(one), wide.yes)),
            either(both(one, alone.no), both(opposite(one), wide.no)),
            False,
        )


def is_empty(low: End, high: End) -> Bool:
    """Where bounds leave nothing of a range."""
    if low is None or high is None:
        return False
    return before(high, low) if isinstance(low, Number) else opposite(equal(low, high))


def _cut(low: End, high: End, limit: _Limit, when: Bool) -> tuple[End, End]:
    form, bound = limit.effect.form, limit.bound
    if form is Form.AT_MOST and high is not None:
        return low, selected(both(when, _passes(high, limit)), bound, high)
    if form is Form.AT_LEAST and low is not None:
        return selected(both(when, _passes(low, limit)), bound, low), high
    return low, high


def _passes(end: Symbol, limit: _Limit) -> Bool:
    """Where an end that is known lies beyond a limit."""
    if not isinstance(end, Number):
        return False
    beyond = before(limit.bound, end) if limit.effect.form is Form.AT_MOST else before(end, limit.bound)
    return both(end.defined, beyond)
