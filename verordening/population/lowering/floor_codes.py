"""What each floor says of a row in a program: held, broken and with what effect; as `floor_outcomes` says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from verordening.evaluate.guarding import floors_of
from verordening.evaluate.outcome import FloorEffect, FloorStatus, Status
from verordening.evaluate.possibilities import Origin
from verordening.model.rules import Rank
from verordening.model.standards import Floor
from verordening.population.lowering.deciding import Lowered, agreeing_with, before_floors
from verordening.population.lowering.ranges import span
from verordening.population.outcomes import FLOORS
from verordening.symbolic.logic import both, chosen, either, every, only_one, opposite, some
from verordening.symbolic.looking import UNTYPED
from verordening.symbolic.symbols import Symbol, given_that, selected
from verordening.symbolic.terms import Bool, Term

Tested = Sequence[tuple[Bool, Symbol]]
"""The values that a floor is tested on, each with where."""


class FloorCode(NamedTuple):
    """What a floor says of one decision, or of a row. Nowhere more than one of these; where none it is not known.

    `aside` is where the program cannot say it.
    """

    idle: Bool
    held: Bool
    overridden: Bool
    signals: Bool
    aside: Bool

    @property
    def number(self) -> Term:
        """The place in `FLOORS`."""
        found: Term = FLOORS.index(FloorStatus.ONBEKEND)
        for when, word in (
            (self.idle, FloorStatus.NIET_VAN_TOEPASSING),
            (self.held, FloorStatus.GEHOUDEN),
            (self.overridden, FloorEffect.OVERSTEMD),
            (self.signals, FloorEffect.SIGNAAL),
        ):
            found = chosen(when, FLOORS.index(word), found)
        return found


class FloorCodes:
    """What floors say of one decision. `after` is what decisions come to after the floors that override.

    `related` is where what else it may come to turns on something that the program does not look into.
    """

    def __init__(
        self, decision: str, result: Lowered, after: Mapping[str, Symbol], related: Bool = False
    ) -> None:
        self.decision, self.result, self.after = decision, result, after
        self.rules, self.floors = result.floors.rules, result.floors
        self._is_by_rule, self._is_below_act = self._giver()
        self._unclear = either(related, self._several_choices())
        self._ranged, self._high = self._range()

    def every(self) -> dict[str, FloorCode]:
        """What each floor on the decision says of it."""
        floors = floors_of(self.rules.corpus, self.decision, self.rules.day)
        return {each.name: self._code(each) for each in floors}

    def _code(self, floor: Floor) -> FloorCode:
        hard = self._overrides(floor)
        one, other = self._told(floor, hard=True), self._told(floor, hard=False)
        if hard is True:
            return one
        if hard is False:
            return other
        return FloorCode(*[chosen(hard, each, instead) for each, instead in zip(one, other, strict=True)])

    def _told(self, floor: Floor, *, hard: bool) -> FloorCode:
        after = {} if hard else self.after
        self.floors.set_apart()
        active = self.floors.in_play_after(floor, after)
        may_be_idle = self.floors.set_apart()
        if active.no is True:
            return FloorCode(True, False, False, False, may_be_idle)
        tested, unclear = self._before() if hard else self._after()
        holds = [
            (when, self.floors.met(floor, {**after, self.decision: value}))
            for when, value in tested
            if when is not False
        ]
        unsure = self.floors.set_apart()
        keeps = every([either(opposite(when), each.yes) for when, each in holds])
        breaks = every([either(opposite(when), each.no) for when, each in holds])
        broken = both(active.yes, breaks, opposite(keeps))
        may_keep = opposite(either(keeps, some([both(when, each.no) for when, each in holds])))
        may_break = both(
            active.yes, opposite(either(breaks, some([both(when, each.yes) for when, each in holds])))
        )
        may_differ = both(unsure, either(may_keep, may_break))
        return FloorCode(
            active.no,
            both(opposite(active.no), keeps),
            both(broken, hard),
            both(broken, not hard),
            both(opposite(active.no), either(self._unclear, unclear, may_be_idle, may_differ)),
        )

    def _overrides(self, floor: Floor) -> Bool:
        """Where a floor overrides the rule that gave the value; as `overrides` of the interpreter."""
        if not floor.absolute or not floor.constitutional or floor.disapplied:
            return floor.absolute
        return either(opposite(self._is_by_rule), self._is_below_act)

    def _giver(self) -> tuple[Bool, Bool]:
        """Where a rule gave the value before the floors, and where the lowest of these stands below an act."""
        result, corpus = self.result, self.rules.corpus
        wanted = before_floors(result.value, result.before)
        agreeing = agreeing_with(wanted, result.value, result.ways)
        giving = [
            (when, corpus.rank_of(corpus.rules[way.each.rule]))
            for when, way in zip(agreeing, result.ways, strict=True)
            if way.each.rule is not None
        ]
        return some([when for when, _ in giving]), some([when for when, rank in giving if rank < Rank.WET])

    # -------------------------------------------- what a floor is tested on

    def _before(self) -> tuple[Tested, Bool]:
        """The values before floors."""
        result = self.result
        found = [
            (both(each.present, each.value.defined), each.value)
            for each in result.possible
            if each.value is not None
        ]
        none = opposite(some([when for when, _ in found]))
        found.append((both(none, result.value.defined), result.value))
        return self._with_range(found, both(none, opposite(result.value.defined))), False

    def _after(self) -> tuple[Tested, Bool]:
        """The values after the floors that override; where these are not settled there are more than are told here."""
        result = self.result
        waiting = opposite(result.value.defined)
        found = [(result.value.defined, result.value)]
        unclear: list[Bool] = []
        for way in result.ways:
            if way.floored is None:
                continue
            present = both(waiting, way.each.present)
            told = either(way.floored.settled, way.floored.hopeless, way.floored.told)
            found.append((both(present, told), way.floored.end))
            found += [(both(present, when), end) for when, end in way.floored.others]
            if way.each.value is not None:
                unclear.append(both(present, way.each.value.defined, opposite(told)))
        none = both(waiting, opposite(some([when for when, _ in found])))
        return self._with_range(found, none), some(unclear)

    def _with_range(self, found: Sequence[tuple[Bool, Symbol]], none: Bool) -> Tested:
        """The same with the upper end of a range where there is no value, and with a value that is not known yet."""
        result = self.result
        others = some([each.present for each in result.possible if each.value is None])
        may_be_other = both(result.comes_to(Status.OPEN, Status.LEEMTE), others)
        nothing = both(none, opposite(self._ranged), opposite(result.comes_to(Status.BEPAALD)))
        missing = either(may_be_other, nothing)
        ranged = [] if self._high is None else [(both(none, self._ranged), self._high)]
        return [*found, *ranged, (missing, UNTYPED)]

    def _range(self) -> tuple[Bool, Symbol | None]:
        """Where the decision is one range, and its upper end as the floors leave it."""
        result = self.result
        when: Bool = False
        found: Symbol | None = None
        type_ = self.rules.corpus.decisions[self.decision].type
        waiting = both(opposite(result.value.defined), opposite(result.comes_to(Status.STRIJDIG)))
        alone = only_one([each.present for each in result.possible])
        for only, each in zip(alone, result.possible, strict=True):
            if each.origin not in (Origin.GAP, Origin.CHOICE):
                continue
            low, high = span(each, type_)
            if high is None:
                continue
            self.floors.set_apart()
            _, most = self.floors.cut(self.decision, low, high)
            assert most is not None
            clash = self.floors.set_apart()
            known = both(high.defined, True if low is None else low.defined)
            end = selected(known, most, high)
            there = both(waiting, only, each.truth.yes, end.defined)
            self._unclear = either(self._unclear, both(there, clash))
            found = end if found is None else selected(there, end, found)
            when = either(when, there)
        return when, None if found is None else given_that(found, when)

    def _several_choices(self) -> Bool:
        """Where there are several choices and nothing else: the range around them is left to the interpreter."""
        choices = [each.present for each in self.result.possible if each.origin is Origin.CHOICE]
        if len(choices) < 2:
            return False
        others = some([each.present for each in self.result.possible if each.origin is not Origin.CHOICE])
        several = both(some(choices), opposite(some(only_one(choices))))
        return both(several, opposite(others), opposite(self.result.value.defined))


def in_turn(codes: Sequence[FloorCode]) -> FloorCode:
    """What a floor says of a row: of the first decision that it changes, else of the first that it guards."""
    found = codes[0]
    for each in codes[1:]:
        free = opposite(either(found.overridden, found.signals))
        overridden, signals = both(free, each.overridden), both(free, each.signals)
        stays = opposite(either(overridden, signals))
        found = FloorCode(
            both(stays, found.idle),
            both(stays, found.held),
            either(found.overridden, overridden),
            either(found.signals, signals),
            either(found.aside, each.aside),
        )
    return found
