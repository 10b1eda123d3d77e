"""How far a route goes beside an outcome, in a program: what delegations, limits and floors leave of its range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verordening.evaluate.rules import effect_on
from verordening.model.expressions import OrdinaryOutcome
from verordening.model.rules import Effect, Form, Rule
from verordening.population.lowering.deciding import Lowered
from verordening.population.lowering.limits import End, Limits, is_empty
from verordening.symbolic.logic import YES, Truth, both, either, opposite, sure
from verordening.symbolic.symbols import Choice, Number, Symbol, before, constant, given_that, selected, with_
from verordening.symbolic.terms import Bool


class Left(NamedTuple):
    """What is left of a range, `when` it is this: its ends as far as it has these, and whether floors leave any of it.

    `whole` is whether it has no end that is not known yet.
    """

    when: Bool
    low: End
    high: End
    floored: Truth
    whole: bool


class Reach:
    """How far the routes of a decision go."""

    def __init__(self, decision: str, result: Lowered) -> None:
        self.decision, self.result = decision, result
        self.floors, self.rules = result.floors, result.floors.rules
        self.type = self.rules.corpus.decisions[decision].type
        self._aside: Bool = False

    def of(self, rule: Rule, form: Form, limits: Limits) -> Iterator[Left]:
        """What a rule leaves to choose. An end that is not known, or an outcome that is not there, is no end."""
        effect = effect_on(rule, self.decision, form)
        ordinary = self.result.value
        for when, value in ((ordinary.defined, ordinary), (opposite(ordinary.defined), None)):
            if effect is None or not isinstance(effect.high, OrdinaryOutcome):
                when = True
            if when is not False:
                yield from (
                    self._duty(rule, when, value)
                    if form is Form.TAILOR
                    else self._power(rule, when, value, limits)
                )
            if when is True:
                return

    def set_apart(self) -> Bool:
        """The rows of the routes since the last time that only the interpreter can do."""
        found, self._aside = either(self._aside, self.floors.set_apart()), False
        return found

    def of_tolerated(self, rule: Rule, effect: Effect, limits: Limits) -> tuple[End, End]:
        """What a text ahead of its date gives; an end that is not known is none."""
        low, high = limits.cut(*self.rules.range_of(effect, self.decision))
        return self.floors.cut(self.decision, low, high)

    def _duty(self, rule: Rule, when: Bool, ordinary: Symbol | None) -> Iterator[Left]:
        for there, low, high, whole in by_presence(*self.result.tailoring.ends(rule, ordinary)):
            yield Left(both(when, there), low, high, YES, whole and ordinary is not None)

    def _power(self, rule: Rule, when: Bool, ordinary: Symbol | None, limits: Limits) -> Iterator[Left]:
        for given, *ends, whole in by_presence(*self._opened(rule, ordinary)):
            low, high = limits.cut(*ends)
            doubts = limits.doubts(low, high)
            low, high, floored = self._under_floors(low, high, both(when, given))
            kept = [
                None if end is None else given_that(end, opposite(doubt))
                for end, doubt in zip((low, high), doubts, strict=True)
            ]
            for there, least, most, all_there in by_presence(*kept):
                yield Left(both(when, given, there), least, most, floored, whole and all_there)

    def _opened(self, rule: Rule, ordinary: Symbol | None) -> tuple[End, End]:
        effect = effect_on(rule, self.decision, Form.MAY)
        if effect is not None:
            low, high = self.rules.range_of(effect, self.decision)
            return low, ordinary if isinstance(effect.high, OrdinaryOutcome) else high
        low = None if self.type.low is None else constant(self.type.low)
        high = None if self.type.high is None else constant(self.type.high)
        return self._within_delegations(rule, low, high)

    def _within_delegations(self, rule: Rule, low: End, high: End) -> tuple[End, End]:
        for index, filled in rule.fills:
            effect = effect_on(self.rules.corpus.rules[index], self.decision, Form.DELEGATE)
            if filled != self.decision or effect is None:
                continue
            standing = self.rules.delegation_stands(index, self.decision).yes
            if effect.relation is not None:
                self._aside = either(self._aside, standing)
                continue
            least, most = self.rules.range_of(effect, self.decision)
            if isinstance(low, Number) and isinstance(least, Number):
                low = selected(both(standing, least.defined, before(low, least)), least, low)
            if isinstance(high, Number) and isinstance(most, Number):
                high = selected(both(standing, most.defined, before(most, high)), most, high)
        return low, high

    def _under_floors(self, low: End, high: End, when: Bool) -> tuple[End, End, Truth]:
        """A power as far as the floors leave it, and whether that is anything."""
        if low is None or high is None:
            # A floor may yet say where it ends.
            self._aside = either(self._aside, both(when, self.floors.some_play(self.decision)))
        least, most = self.floors.cut(self.decision, low, high)
        if least is low and most is high:
            return low, high, YES
        if isinstance(low, Truth | Choice) or isinstance(high, Truth | Choice):
            self._aside = either(self._aside, both(when, self.floors.some_play(self.decision)))
            return low, high, YES
        settled, left = _left(low, high, least, most)
        surely, at_least = _left(low, high, *self.floors.cut(self.decision, low, high, doubtful=True))
        yes = either(both(settled, left), both(opposite(settled), surely, at_least))
        return (
            None if low is None else _no_lower(least, low),
            None if high is None else _no_higher(most, high),
            Truth(yes, both(settled, opposite(left)), False),
        )


def by_presence(low: End, high: End) -> Iterator[tuple[Bool, End, End, bool]]:
    """Where the ends are known, and where they are not: as known ends, or none. And whether none is left out."""
    for has_low, least in _present(low):
        for has_high, most in _present(high):
            there = both(has_low, has_high)
            if there is not False:
                yield (
                    there,
                    least,
                    most,
                    (least is None) is (low is None) and (most is None) is (high is None),
                )


def _present(end: End) -> list[tuple[Bool, End]]:
    if end is None:
        return [(True, None)]
    if isinstance(end, Truth):
        known: Symbol = sure(end.yes)
    else:
        known = Choice(end.options) if isinstance(end, Choice) else with_(end, defined=True)
    return [(end.defined, known), (opposite(end.defined), None)]


def _left(low: End, high: End, least: End, most: End) -> tuple[Bool, Bool]:
    """Whether it is known what the floors leave of a power, and whether that is anything."""
    known = both(*(end.defined for end in (least, most) if end is not None))
    least = None if low is None else _no_lower(least, low)
    most = None if high is None else _no_higher(most, high)
    return known, opposite(is_empty(least, most))


def _no_lower(end: End, low: Symbol) -> Symbol:
    """A floor gives no power to choose what the rule does not allow."""
    assert end is not None
    return given_that(selected(before(end, low), low, end), end.defined)


def _no_higher(end: End, high: Symbol) -> Symbol:
    assert end is not None
    return given_that(selected(before(high, end), high, end), end.defined)
