"""Ranges in a program: gaps, missing texts and powers under the floors; as `usable` and `deciding` say it."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.evaluate.guarding import floors_of
from verordening.evaluate.possibilities import Origin
from verordening.model.types import Type
from verordening.population.lowering.floors import Floored, Floors
from verordening.records import replace
from verordening.symbolic.logic import (
    YES,
    Truth,
    all_of,
    any_of,
    both,
    either,
    negated,
    opposite,
    some,
    sure,
)
from verordening.symbolic.possible import Possible
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Number, Symbol, before, constant, equal, selected
from verordening.symbolic.terms import Bool

RANGED = (Origin.GAP, Origin.CHOICE, Origin.MISSING_TEXT)
"""What a decision may come to that has a range."""


def span(each: Possible, type_: Type) -> tuple[Symbol | None, Symbol | None]:
    """The ends of a range, those of the type where it names none."""
    return (
        each.low if each.low is not None or type_.low is None else constant(type_.low),
        each.high if each.high is not None or type_.high is None else constant(type_.high),
    )


def floored_range(decision: str, each: Possible, rules: Standings, floors: Floors) -> Floored | None:
    """A range that floors cut to one value is that value; of floors that exclude each other nothing is left."""
    low, high = span(each, rules.corpus.decisions[decision].type)
    if low is None or high is None or not floors.playing(decision):
        return None
    least, most = (floors.floored(decision, end, None, each.present) for end in (low, high))
    known = both(low.defined, high.defined)
    one = both(equal(least.end, most.end), opposite(equal(low, high)))
    collapsed = both(known, least.settled, most.settled, one)
    return Floored(most.end, collapsed, both(known, least.hopeless, most.hopeless), most.broken, most.by)


def usable(
    decision: str, possible: Sequence[Possible], rules: Standings, floors: Floors
) -> Sequence[Possible]:
    """The possibilities without the powers of which the floors leave nothing, and with what fills their silence."""
    if not floors_of(rules.corpus, decision, rules.day):
        return possible
    if not any(each.origin is Origin.CHOICE for each in possible):
        return possible
    found = []
    for each in possible:
        if each.origin is Origin.CHOICE:
            truth = all_of((each.truth, _room(decision, each, rules, floors)))
            found.append(replace(each, truth=truth, present=both(each.present, opposite(truth.no))))
        elif each.origin is not Origin.SILENCE:
            found.append(each)
    nothing = negated(any_of([all_of((sure(each.present), each.truth)) for each in found]))
    return [*found, Possible(Origin.SILENCE, opposite(some([each.surely for each in found])), nothing)]


def _room(decision: str, each: Possible, rules: Standings, floors: Floors) -> Truth:
    """Whether the floors leave any value of a power; one stays where floors exclude each other: that is a conflict."""
    low, high = span(each, rules.corpus.decisions[decision].type)
    if low is None or high is None or not floors.playing(decision):
        return YES
    if not isinstance(low, Number) or not isinstance(high, Number):
        floors.aside = either(floors.aside, both(each.present, floors.some_play(decision)))
        return YES
    known = both(low.defined, high.defined)
    hopeless = [floors.floored(decision, end, None, each.present).hopeless for end in (low, high)]
    settled, left = _left(low, high, *floors.cut(decision, low, high))
    surely, left_at_least = _left(low, high, *floors.cut(decision, low, high, doubtful=True))
    stays = either(opposite(known), both(*hopeless))
    yes = either(stays, both(settled, left), both(opposite(settled), surely, left_at_least))
    return Truth(yes, both(opposite(stays), settled, opposite(left)), False)


def _left(low: Number, high: Number, least: Symbol | None, most: Symbol | None) -> tuple[Bool, Bool]:
    """Whether it is known what the floors leave of a range, and whether that is anything."""
    assert least is not None
    assert most is not None
    known = both(least.defined, most.defined)
    least = selected(before(least, low), low, least)
    most = selected(before(high, most), high, most)
    return known, opposite(before(most, least))
