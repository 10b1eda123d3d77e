"""What floors make of a value and of a range, in a program; as `flooring` of the interpreter.

Where a floor may or may not be broken, and that makes a difference, the value is not settled. Where it makes none, or
others surely are, the interpreter looks at every combination: such a row is left to it (`aside`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from verordening.evaluate.guarding import floors_of, overrides
from verordening.model import expressions as e
from verordening.model.dependence import decisions_in
from verordening.model.rules import Rank
from verordening.model.standards import Floor
from verordening.model.types import Kind
from verordening.model.validity import Force
from verordening.population.lowering.bounds import Bounds, clamped, outermost, within
from verordening.population.lowering.doubts import doubt_in
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
from verordening.symbolic.symbols import Number, Symbol, equal, given_that, selected
from verordening.symbolic.terms import Bool

NOTHING_MISSING: Mapping[str, Bool] = {}
Made = TypeVar("Made")


class Floored(NamedTuple):
    """What floors make of a value: where it ends, where it surely has one end, and where none keeps every floor.

    `by` are the floors that may break it, each with where it surely does. `others` are where else it may end, where
    that is not settled and all ends are told (`told`).
    """

    end: Symbol
    settled: Bool
    hopeless: Bool
    broken: Bool
    by: Sequence[tuple[Floor, Bool]] = ()
    told: Bool = False
    others: Sequence[tuple[Bool, Symbol]] = ()


class _Tested(NamedTuple):
    """A floor that overrides, whether it is in play, and where a value surely breaks it, or may.

    `kept` is whether it is in play and the value surely satisfies it.
    """

    floor: Floor
    active: Truth
    broken: Bool
    doubtful: Bool
    kept: Truth


def _tested(floor: Floor, active: Truth, holds: Truth) -> _Tested:
    broken = both(active.yes, holds.no)
    doubtful = both(opposite(broken), opposite(holds.yes), opposite(active.no))
    return _Tested(floor, active, broken, doubtful, all_of((sure(holds.yes), active)))


class Floors:
    """The floors on decisions. `decided` are what these come to before floors, and `missing` where the program left out
    what another comes to. `aside` are the rows left out, `unsure` those that may turn on what is missing.
    """

    def __init__(
        self, rules: Standings, decided: Mapping[str, Symbol], missing: Mapping[str, Bool] = NOTHING_MISSING
    ) -> None:
        self.rules, self.decided, self.missing = rules, decided, missing
        self.aside: Bool = False
        self.unsure: Bool = False
        self._known: dict[tuple[object, ...], tuple[Any, Bool]] = {}

    def set_apart(self) -> Bool:
        """The rows that were left out since the last time, or may turn on what is missing; these then count no more."""
        found = either(self.aside, self.unsure)
        self.aside = self.unsure = False
        return found

    def playing(self, decision: str) -> list[tuple[Floor, Truth]]:
        """The floors that guard a decision and are about a case, or may be."""
        floors = floors_of(self.rules.corpus, decision, self.rules.day)
        return [(each, active) for each in floors if (active := self.in_play(each)).no is not True]

    def in_play(self, floor: Floor) -> Truth:
        """Whether a floor is about a case at all."""
        return self._once(("in play", floor.order), self.in_play_after, floor, {})

    def in_play_after(self, floor: Floor, after: Mapping[str, Symbol]) -> Truth:
        """Whether a floor is about a case when decisions come to these."""
        parts = [self._truth(floor.condition, after)]
        if floor.exception is not None:
            parts.append(negated(self._truth(floor.exception, after)))
        if floor.validity.on(self.rules.day) is Force.UNKNOWN:
            parts.append(NEITHER)
        return all_of(parts)

    def some_play(self, decision: str) -> Bool:
        """Where some floor on a decision is about a case, or may be."""
        return some([opposite(active.no) for _, active in self.playing(decision)])

    def met(self, floor: Floor, candidates: Mapping[str, Symbol]) -> Truth:
        """Whether an outcome satisfies a floor when decisions come to these."""
        looked_at = decisions_in(floor.demand, self.rules.corpus)
        values = [candidates.get(name) for name in looked_at]
        return self._once(("met", floor.order, *values), self._truth, floor.demand, candidates)

    def _once(self, key: tuple[object, ...], make: Callable[..., Made], *given: Any) -> Made:
        """What `make` gives, worked out once for a key; what it may turn on that is missing counts each time."""
        known = self._known.get(key)
        if known is None:
            before, self.unsure = self.unsure, False
            known = self._known[key] = make(*given), self.unsure
            self.unsure = before
        found: Made
        found, unsure = known
        if unsure is not False:
            self.unsure = either(self.unsure, unsure)
        return found

    def floored(self, decision: str, value: Symbol, rank: Rank | None, present: Bool) -> Floored:
        """What the floors make of one value that a rule of this rank gave, where it is `present`."""
        playing = [(each, active) for each, active in self.playing(decision) if overrides(each, rank)]
        key = ("floored", decision, value, *(each.order for each, _ in playing))
        found, if_present, apart = self._once(key, self._weighed, playing, decision, value)
        self.aside = either(self.aside, both(present, if_present), apart)
        return found

    def _weighed(
        self, playing: Sequence[tuple[Floor, Truth]], decision: str, value: Symbol
    ) -> tuple[Floored, Bool, Bool]:
        """What these floors make of a value, and the rows that are left out: where it is there, and anyhow."""
        before, self.aside = self.aside, False
        tested = [_tested(each, active, self.met(each, {decision: value})) for each, active in playing]
        any_broken = some([each.broken for each in tested])
        in_doubt = some([each.doubtful for each in tested])
        repaired = [self._repaired(each, tested, decision, value) for each in tested]
        unsettling = some(
            [both(each.doubtful, moves) for each, (moves, _, _) in zip(tested, repaired, strict=True)]
        )
        alone = only_one([each.doubtful for each in tested])
        several = both(in_doubt, opposite(some(alone)))
        unclear = both(in_doubt, either(any_broken, both(several, opposite(unsettling))))
        if_present, apart, self.aside = both(value.defined, unclear), self.aside, False
        free = both(value.defined, opposite(any_broken))
        others = [(both(free, only, ends), end) for only, (_, ends, end) in zip(alone, repaired, strict=True)]
        told = both(free, some(alone))
        if any_broken is False:
            self.aside = before
            found = Floored(value, both(value.defined, opposite(unsettling)), False, False, (), told, others)
            return found, if_present, apart
        broken = [(each.floor, each.broken) for each in tested]
        bounds = self._bounds(decision, broken)
        after = self._after(decision, value, broken, any_broken)
        fails = any_of([all_of((each.active, negated(self.met(each.floor, after)))) for each in tested])
        hopeless = both(any_broken, bounds.known, either(bounds.clash, fails.yes))
        kept = both(bounds.known, opposite(bounds.clash), fails.no)
        settled = both(value.defined, opposite(unsettling), either(opposite(any_broken), kept))
        end = selected(both(any_broken, opposite(hopeless)), after[decision], value)
        by = [each for each in broken if each[1] is not False]
        if_present, self.aside = either(if_present, self.aside), before
        found = Floored(end, settled, hopeless, any_broken, by, told, others)
        return found, if_present, apart

    def _repaired(
        self, one: _Tested, tested: Sequence[_Tested], decision: str, value: Symbol
    ) -> tuple[Bool, Bool, Symbol]:
        """What becomes of a value if a floor that may break it does: where that is something else, or surely nothing
        that keeps every floor; where it may be an end, and which.
        """
        if one.doubtful is False:
            return False, False, value
        broken = [(one.floor, True)]
        bounds = self._bounds(decision, broken)
        moves = either(opposite(bounds.known), opposite(equal(clamped(value, bounds), value)))
        after = self._after(decision, value, broken, one.doubtful)
        fails = [negated(self.met(one.floor, after))]
        fails += [all_of((each.kept, negated(self.met(each.floor, after)))) for each in tested]
        failing = any_of(fails)
        may_end = both(bounds.known, opposite(bounds.clash), opposite(failing.yes))
        return either(moves, opposite(failing.no)), may_end, after[decision]

    def _after(
        self, decision: str, value: Symbol, broken: Sequence[tuple[Floor, Bool]], when: Bool
    ) -> dict[str, Symbol]:
        """What the decisions become once the floors that are broken are repaired."""
        after = {decision: clamped(value, self._bounds(decision, broken))}
        names = {each.decision for floor, _ in broken for each in floor.repairs if each.decision != decision}
        for name in sorted(names & self.decided.keys()):
            own = self._bounds(name, broken)
            self.aside = either(self.aside, both(when, opposite(own.known)))
            after[name] = selected(own.clash, self.decided[name], clamped(self.decided[name], own))
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
            idle = either(active.no, holds.yes, both(bound.defined, within(end, bound, each.at_most)))
            settled = True if doubtful else both(active.yes, holds.no)
            sure = both(opposite(idle), settled, bound.defined)
            cutting.append((each.at_most, bound, sure))
            unsure.append((each.at_most, bound, both(opposite(idle), opposite(sure))))
        bounds = outermost(cutting)
        new_low = None if low is None else clamped(low, bounds)
        new_high = None if high is None else clamped(high, bounds)
        if not doubtful:
            self.aside = either(self.aside, bounds.clash)
        for at_most, bound, when in unsure:
            end = new_high if at_most else new_low
            if end is None or when is False:
                continue
            stays = both(bound.defined, within(end, bound, at_most))
            end = given_that(end, either(opposite(when), stays))
            new_low, new_high = (new_low, end) if at_most else (end, new_high)
        return new_low, new_high

    def _bounds(self, decision: str, broken: Sequence[tuple[Floor, Bool]]) -> Bounds:
        """What the broken floors allow at least and at most of a decision."""
        of_each = [part for floor, when in broken for part in (floor.order, when)]
        return self._once(("bounds", decision, *of_each), self._outermost, decision, broken)

    def _outermost(self, decision: str, broken: Sequence[tuple[Floor, Bool]]) -> Bounds:
        return outermost(
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
        self._notice(node, found.defined)
        if (
            declared.rounding is None
            or declared.type.kind is not Kind.AMOUNT
            or not isinstance(found, Number)
        ):
            return found
        return calculating.rounded(found, *declared.rounding)

    def _truth(self, node: e.Expression | None, candidates: Mapping[str, Symbol]) -> Truth:
        found = self.rules.expressions.truth(node, Looking(decided={**self.decided, **candidates}))
        self._notice(node, found.defined)
        return found

    def _notice(self, node: e.Expression | None, known: Bool) -> None:
        """Where an expression is not known, for want of something that was left out."""
        if node is None or known is True:
            return
        corpus, world = self.rules.corpus, self.rules.expressions.world
        others = (self.missing.get(each, False) for each in decisions_in(node, corpus))
        wanting = either(doubt_in(node, corpus, world), *others)
        self.unsure = either(self.unsure, both(wanting, opposite(known)))
