"""What a decision comes to in a program: value, status and the rule behind it; as `deciding` of the interpreter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from verordening.evaluate.outcome import Status
from verordening.evaluate.possibilities import MEASURES, Origin
from verordening.evaluate.speaking import by_form
from verordening.population.lowering.floors import NOTHING_MISSING, Floored, Floors
from verordening.population.lowering.ranges import RANGED, floored_range, span, usable
from verordening.population.lowering.tailoring import Tailoring
from verordening.population.outcomes import NO_RULE, STATUSES
from verordening.symbolic.calculations import shared
from verordening.symbolic.logic import both, chosen, either, only_one, opposite, some
from verordening.symbolic.looking import UNTYPED
from verordening.symbolic.possible import Possible
from verordening.symbolic.standings import LIMITS, Standings
from verordening.symbolic.symbols import Symbol, equal, given_that, selected
from verordening.symbolic.terms import Bool, Term


class Way(NamedTuple):
    """A possibility with what floors make of it."""

    each: Possible
    floored: Floored | None


class Lowered(NamedTuple):
    """What a decision comes to. `aside` are the rows that only the interpreter can do.

    `ways` is all that it may come to, and `given` where each of them is the one that gave the outcome, by a rule.
    `before` is the value that floors replaced, where `overridden`.
    """

    value: Symbol
    status: Term
    overridden: Bool
    aside: Bool
    ways: Sequence[Way]
    given: Sequence[Bool]
    before: Symbol
    floors: Floors
    tailoring: Tailoring

    def comes_to(self, *statuses: Status) -> Bool:
        """Where the status is one of these."""
        return some([self.status == STATUSES.index(each) for each in statuses])

    @property
    def possible(self) -> list[Possible]:
        """All that the decision may come to."""
        return [way.each for way in self.ways]

    @property
    def rule(self) -> Term:
        """The rule that gave the outcome."""
        found: Term = NO_RULE
        for way, when in zip(self.ways, self.given, strict=True):
            if way.each.rule is not None:
                found = chosen(when, way.each.rule, found)
        return found


def lowered(
    decision: str,
    possible: Sequence[Possible],
    rules: Standings,
    decided: Mapping[str, Symbol],
    missing: Mapping[str, Bool] = NOTHING_MISSING,
) -> Lowered:
    """What a decision comes to. `missing` is where what each comes to was left out. Raises NotEncodableError."""
    floors = Floors(rules, decided, {name: each for name, each in missing.items() if name != decision})
    left_aside = _left_aside(decision, possible, rules)
    possible = usable(decision, possible, rules, floors)
    ways = [
        Way(each, _floored(decision, each, rules, floors)) for each in possible if each.present is not False
    ]
    settled = _settled(ways)
    conflict = both(opposite(settled.defined), _conflict(ways, rules))
    tailoring = Tailoring(decision, rules, floors)
    duties = tailoring.duties(possible, settled)
    tailored = some([both(each.truth.yes, each.leaves_room) for each in duties])
    reserved = some(
        [both(opposite(each.truth.yes), opposite(each.truth.no), each.leaves_room) for each in duties]
    )
    silent, gap, choosing = _without_value(decision, ways, floors)
    status = _first(
        [
            (both(settled.defined, tailored), Status.AFSTEMMEN),
            (both(settled.defined, reserved), Status.VOORBEHOUD),
            (settled.defined, Status.BEPAALD),
            (conflict, Status.STRIJDIG),
            (silent, Status.BEPAALD),
            (gap, Status.LEEMTE),
            (choosing, Status.AFSTEMMEN),
        ]
    )
    without = both(opposite(settled.defined), either(silent, gap, choosing))
    before = _before(ways, settled)
    may_differ = opposite(status == STATUSES.index(Status.BEPAALD))
    aside = either(floors.aside, both(floors.unsure, may_differ), tailoring.aside, left_aside)
    floors.set_apart()
    told = both(opposite(conflict), either(settled.defined, without))
    given = [both(told, each) for each in _giving(ways, settled, before)]
    overridden = both(settled.defined, before.defined)
    return Lowered(settled, status, overridden, aside, ways, given, before, floors, tailoring)


def _first(statuses: Sequence[tuple[Bool, Status]]) -> Term:
    found: Term = STATUSES.index(Status.OPEN)
    for when, status in reversed(statuses):
        found = chosen(when, STATUSES.index(status), found)
    return found


def _floored(decision: str, each: Possible, rules: Standings, floors: Floors) -> Floored | None:
    if each.value is None:
        return floored_range(decision, each, rules, floors) if each.origin in RANGED else None
    rank = None if each.rule is None else rules.corpus.rank_of(rules.corpus.rules[each.rule])
    return floors.floored(decision, each.value, rank, each.present)


def _settled(ways: Sequence[Way]) -> Symbol:
    """The one value that all possibilities end as."""
    valued = [
        (way.each.present, given_that(way.floored.end, way.floored.settled))
        for way in ways
        if way.floored is not None
    ]
    if not valued:
        return UNTYPED
    found = shared([present for present, _ in valued], [end for _, end in valued], True)
    return given_that(found, opposite(some([way.each.present for way in ways if way.floored is None])))


def _conflict(ways: Sequence[Way], rules: Standings) -> Bool:
    """Where the decision is strijdig, if it has not one value."""
    alone = only_one([way.each.present for way in ways])
    hopeless = [
        both(way.each.surely, way.floored.hopeless)
        for way in ways
        if way.floored is not None and way.each.origin is not Origin.MISSING_TEXT
    ]
    free = some(
        [
            both(only, opposite(way.floored.hopeless) if way.floored is not None else True)
            for only, way in zip(alone, ways, strict=True)
        ]
    )
    measure = some(
        [
            both(way.each.present, opposite(way.each.truth.yes))
            for way in ways
            if way.each.rule is not None and rules.corpus.rules[way.each.rule].relation in MEASURES
        ]
    )
    return both(opposite(free), opposite(measure), either(some(hopeless), _differ(ways)))


def _differ(ways: Sequence[Way]) -> Bool:
    """Where two rules (or the standaard) that surely hold end as different values."""
    sure = [
        (both(way.each.surely, way.floored.settled), way.floored.end)
        for way in ways
        if way.floored is not None and way.each.origin not in RANGED
    ]
    if not sure:
        return False
    first = sure[-1][1]
    for when, end in reversed(sure[:-1]):
        first = selected(when, end, first)
    return some([both(when, opposite(equal(end, first))) for when, end in sure])


def _without_value(decision: str, ways: Sequence[Way], floors: Floors) -> tuple[Bool, Bool, Bool]:
    """Where there is surely nothing, surely a gap, or surely a choice, each with known ends."""
    alone = only_one([way.each.present for way in ways])
    silent = some([both(only, way.each.truth.yes) for only, way in _of(Origin.SILENCE, alone, ways)])
    gap = some(
        [
            both(only, way.each.truth.yes, _ends_known(decision, way.each, floors))
            for only, way in _of(Origin.GAP, alone, ways)
        ]
    )
    choices = [way.each for way in ways if way.each.origin is Origin.CHOICE]
    others = some([way.each.present for way in ways if way.each.origin is not Origin.CHOICE])
    known = [either(opposite(each.surely), _ends_known(decision, each, floors)) for each in choices]
    return silent, gap, both(opposite(others), some([each.surely for each in choices]), *known)


def _of(origin: Origin, alone: Sequence[Bool], ways: Sequence[Way]) -> list[tuple[Bool, Way]]:
    return [(only, way) for only, way in zip(alone, ways, strict=True) if way.each.origin is origin]


def _ends_known(decision: str, each: Possible, floors: Floors) -> Bool:
    low, high = span(each, floors.rules.corpus.decisions[decision].type)
    known = opposite(some([opposite(end.defined) for end in (low, high) if end is not None]))
    cut = floors.cut(decision, low, high)
    return both(known, opposite(some([opposite(end.defined) for end in cut if end is not None])))


def _before(ways: Sequence[Way], settled: Symbol) -> Symbol:
    """The value that floors replaced; not known where they replaced none."""
    found = given_that(settled, False)
    for way in ways:
        value = way.each.value
        if value is None or way.floored is None or way.floored.broken is False:
            continue
        replaced = both(way.each.present, way.floored.broken, value.defined, opposite(equal(value, settled)))
        found = selected(replaced, value, found)
    return found


def agreeing_with(wanted: Symbol, settled: Symbol, ways: Sequence[Way]) -> list[Bool]:
    """Of each possibility where it is there and gives this value; where nothing is settled, where it is there."""
    found = []
    for way in ways:
        value = way.each.value
        agrees: Bool = opposite(settled.defined)
        if value is not None and settled is not UNTYPED:
            agrees = either(agrees, both(value.defined, equal(value, wanted)))
        found.append(both(way.each.present, agrees))
    return found


def before_floors(settled: Symbol, before: Symbol) -> Symbol:
    """The value that the rules gave, which floors may have replaced."""
    return selected(before.defined, before, settled) if settled is not UNTYPED else UNTYPED


def _giving(ways: Sequence[Way], settled: Symbol, before: Symbol) -> list[Bool]:
    """Where each is the first that surely gave the outcome by a rule, of those that agree with it if there are any."""
    agreeing = agreeing_with(before_floors(settled, before), settled, ways)
    some_agree = some(agreeing)
    found: list[Bool] = []
    earlier: Bool = False
    for way, agrees in zip(ways, agreeing, strict=True):
        counts: Bool = False
        if way.each.rule is not None:
            counts = both(way.each.surely, either(agrees, opposite(some_agree)))
        found.append(both(counts, opposite(earlier)))
        earlier = either(earlier, counts)
    return found


def _left_aside(decision: str, possible: Sequence[Possible], rules: Standings) -> Bool:
    """Rows of which the rest is for the interpreter: what limits leave of a gap or a choice, and doubtful texts."""
    forms = by_form(decision, rules.corpus)
    limits = some(
        [opposite(rules.applies(limit.index).no) for form in LIMITS for limit, _ in forms.get(form, ())]
    )
    ranged = some([each.present for each in possible if each.origin in (Origin.GAP, Origin.CHOICE)])
    pinned = [
        opposite(rules.pins(each).defined)
        for index in rules.corpus.by_decision.get(decision, ())
        for each in rules.corpus.rules[index].transitions
    ]
    return either(both(ranged, limits), *pinned)
