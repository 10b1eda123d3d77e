"""Rules in symbols: which apply, what they give and where it lies; as `rules` and `holding` of the interpreter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from verordening.evaluate.holding import force_on
from verordening.evaluate.rules import effect_on
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.rules import Effect, Form, Transition
from verordening.model.types import Kind
from verordening.model.validity import Force
from verordening.symbolic import calculating
from verordening.symbolic.calculations import shared
from verordening.symbolic.expressions import Expressions
from verordening.symbolic.logic import (
    NEITHER,
    NO,
    YES,
    Truth,
    all_of,
    any_of,
    both,
    either,
    every,
    negated,
    opposite,
    partial,
    some,
)
from verordening.symbolic.looking import UNTYPED, typed
from verordening.symbolic.remembering import Asking
from verordening.symbolic.symbols import Number, Symbol, at_most, equal, given_that
from verordening.symbolic.terms import Bool
from verordening.symbolic.world import World

Made = TypeVar("Made", bound=Callable[..., Any])


def once(make: Made) -> Made:
    """The same, worked out once for the same question. Raises NotEncodableError where it turns on itself."""
    name = make.__name__

    @wraps(make)
    def kept(self: Rules, *asked: Any) -> Any:
        return self.asking.ask((name, *asked), make, self, *asked)

    return kept  # type: ignore[return-value]  # takes and gives the same


class Rules:
    """The rules of a corpus on a day."""

    def __init__(self, corpus: Corpus, day: date, world: World) -> None:
        self.corpus, self.day = corpus, day
        self.asking = Asking(world.memory)
        self.expressions = Expressions(corpus, day, world, self.given_by, self.asking)

    # -------------------------------------------- applying

    @once
    def applies(self, index: int) -> Truth:
        """Whether a rule applies: in force, its condition met, its judgement yes, what it deviates from applying."""
        holding = self.in_force(index)
        return NO if holding is NO else all_of((holding, self.would_apply(index)))

    @once
    def would_apply(self, index: int) -> Truth:
        """Whether a rule would apply if its text held."""
        rule = self.corpus.rules[index]
        parts: list[Truth] = []
        if rule.condition is not None:
            parts.append(self.expressions.truth(rule.condition))
        if rule.exception is not None:
            parts.append(negated(self.expressions.truth(rule.exception)))
        if rule.because:
            judged = self.expressions.facts.of(rule.because)
            assert isinstance(judged, Truth)
            parts.append(judged)
        if rule.deviates and not rule.general:
            parts.append(any_of([self.applies(target) for target in rule.targets]))
        return all_of(parts)

    @once
    def in_force(self, index: int) -> Truth:
        """Whether the text of a rule holds: that of the day, or by overgangsrecht that of an earlier one."""
        rule = self.corpus.rules[index]
        now = force_on(rule, self.day)
        pinned = [(self.pins(each), force_on(rule, each.day)) for each in rule.transitions]
        ruled: Bool = some([truth.yes for truth, _ in pinned])
        forces = [(opposite(ruled), now), *((opposite(truth.no), force) for truth, force in pinned)]
        if all(force is now for _, force in forces):
            return {Force.IN_FORCE: YES, Force.NOT_IN_FORCE: NO}.get(now, NEITHER)
        holds, fails = (
            every([either(opposite(possible), force is wanted) for possible, force in forces])
            for wanted in (Force.IN_FORCE, Force.NOT_IN_FORCE)
        )
        return Truth(holds, fails, False)

    @once
    def pins(self, transition: Transition) -> Truth:
        """Whether overgangsrecht holds a case to an earlier text."""
        forces = (transition.in_regulation.on(self.day), transition.validity.on(self.day))
        if Force.NOT_IN_FORCE in forces:
            return NO
        parts = [self.expressions.truth(transition.condition)]
        if transition.exception is not None:
            parts.append(negated(self.expressions.truth(transition.exception)))
        if Force.UNKNOWN in forces:
            parts.append(NEITHER)
        return all_of(parts)

    # -------------------------------------------- giving

    @once
    def set_value(self, index: int, decision: str) -> Symbol | None:
        """The value that a `moet` of a rule gives to a decision; None where it gives none."""
        effect = effect_on(self.corpus.rules[index], decision, Form.SET)
        return None if effect is None or effect.low is None else self.bound(effect.low, decision)

    def bound(self, node: e.Expression, decision: str) -> Symbol:
        """An expression as a value of a decision, rounded where the decision says so."""
        declared = self.corpus.decisions[decision]
        found = typed(self.expressions.value(node), declared.type)
        if (
            declared.rounding is None
            or declared.type.kind is not Kind.AMOUNT
            or not isinstance(found, Number)
        ):
            return found
        return calculating.rounded(found, *declared.rounding)

    def range_of(self, effect: Effect, decision: str) -> tuple[Symbol | None, Symbol | None]:
        """The ends of a range; None where it has none of its own."""
        low = None if effect.low is None else self.bound(effect.low, decision)
        if effect.high is None or isinstance(effect.high, e.OrdinaryOutcome):
            return low, None
        return low, low if effect.high is effect.low else self.bound(effect.high, decision)

    @once
    def ends_of(self, index: int, decision: str) -> list[Symbol]:
        """The values at which what a rule says of a decision must be tested."""
        ends: list[Symbol] = []
        for effect in self.corpus.rules[index].effects:
            if effect.decision != decision:
                continue
            if effect.form is Form.SET:
                given = self.set_value(index, decision)
                ends += [] if given is None else [given]
            elif effect.form in (Form.MAY, Form.TAILOR):
                ends += [end for end in self.range_of(effect, decision) if end is not None]
        return ends

    def given_by(self, node: e.RuleValue) -> Symbol:
        """What the rule that applies of those at a place gives to a decision."""
        values: list[Symbol] = []
        applying: list[Truth] = []
        for index in node.rules:
            holds = self.applies(index)
            # Of an earlier version that no longer holds the value may turn on this very one.
            given = None if holds is NO else self.set_value(index, node.decision)
            if given is not None:
                values.append(given)
                applying.append(holds)
        if not values:
            return UNTYPED
        possible = [opposite(each.no) for each in applying]
        found = shared(possible, values, True)
        return given_that(found, some([each.yes for each in applying]))


# ------------------------------------------------ where values lie


def lies_within(end: Symbol, low: Symbol | None, high: Symbol | None) -> Truth:
    """Whether a value lies in a range, both ends included; None is no end."""
    return all_of(
        [*([] if low is None else [_ordered(low, end)]), *([] if high is None else [_ordered(end, high)])]
        if low is not None or high is not None
        else [partial(True, end.defined)]
    )


def _ordered(left: Symbol, right: Symbol) -> Truth:
    there = both(left.defined, right.defined)
    if isinstance(left, Number) and isinstance(right, Number):
        return partial(at_most(left, right), there)
    return partial(equal(left, right), there)


def differs(end: Symbol, other: Symbol) -> Truth:
    """Whether a value is another."""
    return partial(opposite(equal(end, other)), both(end.defined, other.defined))
