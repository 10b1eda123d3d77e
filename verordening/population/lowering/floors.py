"""What floors make of a value and of a range, in a program; as `flooring` of the interpreter.

Where a floor may or may not be broken, and that makes a difference, the value is not settled. Where it makes none, or
others surely are, the interpreter looks at every combination: such a row is left to it (`aside`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from verordening.evaluate.guarding import floors_of, overrides
from verordening.model import expressions as e
from verordening.model.rules import Rank
from verordening.model.standards import Floor
from verordening.model.types import Kind
from verordening.model.validity import Force
from verordening.symbolic import calculating
from verordening.symbolic.logic import (
    NEITHER,
    Truth,
    all_of,
    any_of,
    both,
    either,
    negated,
    only_one,
    opposite,
    some,
    sure,
)
from verordening.symbolic.looking import Looking, typed
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Number, Symbol, before, equal, given_that, selected
from verordening.symbolic.terms import Bool


class Floored(NamedTuple):
    """What floors make of a value: where it ends, where it surely has one end, and where none keeps every floor."""

    end: Symbol
    settled: Bool
    hopeless: Bool
    broken: Bool


class _Tested(NamedTuple):
    """A floor that overrides, whether it is in play, and whether a value satisfies it."""

    floor: Floor
    active: Truth
    holds: Truth

    @property
    def broken(self) -> Bool:
        """Where it surely is broken."""
        return both(self.active.yes, self.holds.no)

    @property
    def doubtful(self) -> Bool:
        """Where it may be."""
        return both(opposite(self.broken), opposite(self.holds.yes), opposite(self.active.no))


class Bounds(NamedTuple):
    """What broken floors leave of a decision: a lower and an upper end where they have one (`has_*`)."""

    low: Symbol | None
    has_low: Bool
    high: Symbol | None
    has_high: Bool
    clash: Bool
    known: Bool


class Floors:
    """The floors on decisions. `decided` are what these come to before floors; `aside` the rows left out."""

    def __init__(self, rules: Standings, decided: Mapping[str, Symbol]) -> None:
        self.rules, self.decided = rules, decided
        self.aside: Bool = False
        self._playing: dict[int, Truth] = {}

    def playing(self, decision: str) -> list[tuple[Floor, Truth]]:
        """The floors that guard a decision and are about a case, or may be."""
        floors = floors_of(self.rules.corpus, decision, self.rules.day)
        return [(each, active) for each in floors if (active := self.in_play(each)).no is not True]

    def in_play(self, floor: Floor) -> Truth:
        """Whether a floor is about a case at all."""
        known = self._playing.get(floor.order)
        if known is None:
            parts = [self._truth(floor.condition, {})]
            if floor.exception is not None:
                parts.append(negated(self._truth(floor.exception, {})))
            if floor.validity.on(self.rules.day) is Force.UNKNOWN:
                parts.append(NEITHER)
            known = self._playing[floor.order] = all_of(parts)
        return known

    def some_play(self, decision: str) -> Bool:
        """Where some floor on a decision is about a case, or may be."""
        return some([opposite(active.no) for _, active in self.playing(decision)])

    def met(self, floor: Floor, candidates: Mapping[str, Symbol]) -> Truth:
        """Whether an outcome satisfies a floor when decisions come to these."""
        return self._truth(floor.demand, candidates)

    def floored(self, decision: str, value: Symbol, rank: Rank | None, present: Bool) -> Floored:
        """What the floors make of one value that a rule of this rank gave, where it is `present`."""
        tested = [
            _Tested(each, active, self.met(each, {decision: value}))
            for each, active in self.playing(decision)
            if overrides(each, rank)
        ]
        any_broken = some([each.broken for each in tested])
        in_doubt = some([each.doubtful for each in tested])
        unsettling = some(
            [both(each.doubtful, self._unsettles(each, tested, decision, value)) for each in tested]
        )
        several = both(in_doubt, opposite(some(only_one([each.doubtful for each in tested]))))
        unclear = both(in_doubt, either(any_broken, both(several, opposite(unsettling))))
        self.aside = either(self.aside, both(present, value.defined, unclear))
        if any_broken is False:
            return Floored(value, both(value.defined, opposite(unsettling)), False, False)
        broken = [(each.floor, each.broken) for each in tested]
        bounds = self._bounds(decision, broken)
        after = self._after(decision, value, broken, both(present, any_broken))
        fails = any_of([all_of((each.active, negated(self.met(each.floor, after)))) for each in tested])
        hopeless = both(any_broken, bounds.known, either(bounds.clash, fails.yes))
        kept = both(bounds.known, opposite(bounds.clash), fails.no)
        settled = both(value.defined, opposite(unsettling), either(opposite(any_broken), kept))
        end = selected(both(any_broken, opposite(hopeless)), after[decision], value)
        return Floored(end, settled, hopeless, any_broken)

    def _unsettles(self, one: _Tested, tested: Sequence[_Tested], decision: str, value: Symbol) -> Bool:
        """Whether a floor, if it is broken, leaves something else of a value, or surely leaves it as it is."""
        if one.doubtful is False:
            return False
        broken = [(one.floor, True)]
        bounds = self._bounds(decision, broken)
        moves = either(opposite(bounds.known), opposite(equal(_clamped(value, bounds), value)))
        after = self._after(decision, value, broken, one.doubtful)
        fails = [negated(self.met(one.floor, after))]
        fails += [
            all_of((sure(each.holds.yes), each.active, negated(self.met(each.floor, after))))
            for each in tested
        ]
        return either(moves, opposite(any_of(fails).no))

    def _after(
        self, decision: str, value: Symbol, broken: Sequence[tuple[Floor, Bool]], when: Bool
    ) -> dict[str, Symbol]:
        """What the decisions become once the floors that are broken are repaired."""
        after = {decision: _clamped(value, self._bounds(decision, broken))}
        names = {each.decision for floor, _ in broken for each in floor.repairs if each.decision != decision}
        for name in sorted(names & self.decided.keys()):
            own = self._bounds(name, broken)
            self.aside = either(self.aside, both(when, opposite(own.known)))
            after[name] = selected(own.clash, self.decided[name], _clamped(self.decided[name], own))
        return after

    def cut(
        self, decision: str, low: Symbol | None, high: Symbol | None, *, doubtful: bool = False
    ) -> tuple[Symbol | None, Symbol | None]:
        """A range as the absolute floors leave it; an end that is not settled is not known.

        With `doubtful` floors that may be in play cut too.
        """
        floors = [(each, active) for each, active in self.playing(decision) if each.absolute]
        repairs = [
            (floor, active, each)
            for floor, active in floors
            for each in floor.repairs
            if each.decision == decision
        ]
        if not repairs or (low is None and high is None):
            return low, high
        cutting: list[tuple[bool, Symbol, Bool]] = []
        unsure: list[tuple[bool, Symbol, Bool]] = []
        for floor, active, each in repairs:
            end = (high if each.at_most else low) or (low if each.at_most else high)
            assert end is not None
            holds = self.met(floor, {decision: end})
            bound = self._bound(each.bound, decision)
            idle = either(active.no, holds.yes, both(bound.defined, _within(end, bound, each.at_most)))
            settled = True if doubtful else both(active.yes, holds.no)
            sure = both(opposite(idle), settled, bound.defined)
            cutting.append((each.at_most, bound, sure))
            unsure.append((each.at_most, bound, both(opposite(idle), opposite(sure))))
        bounds = _outermost(cutting)
        new_low = None if low is None else _clamped(low, bounds)
        new_high = None if high is None else _clamped(high, bounds)
        if not doubtful:
            self.aside = either(self.aside, bounds.clash)
        for at_most, bound, when in unsure:
            end = new_high if at_most else new_low
            if end is None or when is False:
                continue
            stays = both(bound.defined, _within(end, bound, at_most))
            end = given_that(end, either(opposite(when), stays))
            new_low, new_high = (new_low, end) if at_most else (end, new_high)
        return new_low, new_high

    def _bounds(self, decision: str, broken: Iterable[tuple[Floor, Bool]]) -> Bounds:
        """What the broken floors allow at least and at most of a decision."""
        return _outermost(
            [
                (each.at_most, self._bound(each.bound, decision), when)
                for floor, when in broken
                for each in floor.repairs
                if each.decision == decision and when is not False
            ]
        )

    def _bound(self, node: e.Expression, decision: str) -> Symbol:
        declared = self.rules.corpus.decisions[decision]
        looking = Looking(decided=self.decided)
        found = typed(self.rules.expressions.value(node, looking), declared.type)
        if (
            declared.rounding is None
            or declared.type.kind is not Kind.AMOUNT
            or not isinstance(found, Number)
        ):
            return found
        return calculating.rounded(found, *declared.rounding)

    def _truth(self, node: e.Expression | None, candidates: Mapping[str, Symbol]) -> Truth:
        return self.rules.expressions.truth(node, Looking(decided={**self.decided, **candidates}))


def _outermost(bounds: list[tuple[bool, Symbol, Bool]]) -> Bounds:
    """The highest lower end and the lowest upper end of those that hold."""
    low: Symbol | None = None
    high: Symbol | None = None
    has_low: Bool = False
    has_high: Bool = False
    clash: Bool = False
    known: Bool = True
    for at_most, bound, when in bounds:
        known = both(known, either(opposite(when), bound.defined))
        if not isinstance(bound, Number):
            clash = either(
                clash, both(has_low, when, opposite(equal(bound, low)) if low is not None else False)
            )
            low = bound if low is None else selected(when, bound, low)
            has_low = either(has_low, when)
        elif at_most:
            tighter = both(
                when, either(opposite(has_high), before(bound, high) if high is not None else True)
            )
            high = bound if high is None else selected(tighter, bound, high)
            has_high = either(has_high, when)
        else:
            tighter = both(when, either(opposite(has_low), before(low, bound) if low is not None else True))
            low = bound if low is None else selected(tighter, bound, low)
            has_low = either(has_low, when)
    if isinstance(low, Number) and isinstance(high, Number):
        clash = either(clash, both(has_low, has_high, before(high, low)))
    return Bounds(low, has_low, high, has_high, clash, known)


def _clamped(value: Symbol, bounds: Bounds) -> Symbol:
    """A value within these bounds; of one that is not known nothing is."""
    if not isinstance(value, Number):
        found = value if bounds.low is None else selected(bounds.has_low, bounds.low, value)
        return given_that(found, value.defined)
    found = value
    if bounds.high is not None:
        found = selected(both(bounds.has_high, before(bounds.high, value)), bounds.high, found)
    if bounds.low is not None:
        found = selected(both(bounds.has_low, before(value, bounds.low)), bounds.low, found)
    return given_that(found, value.defined)


def _within(end: Symbol, bound: Symbol, at_most: bool) -> Bool:
    """Whether an end already respects a bound."""
    if not isinstance(end, Number):
        return equal(end, bound)
    return opposite(before(bound, end)) if at_most else opposite(before(end, bound))
