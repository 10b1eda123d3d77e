"""Which floors guard a decision, which of them are about this case, and whether an outcome satisfies them."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.context import Context, known_of
from verordening.evaluate.expressions import truth
from verordening.evaluate.speaking import act_alone, kind_of_act
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, both, negated
from verordening.model.corpus import Corpus
from verordening.model.dependence import looks_at_decisions
from verordening.model.rules import Rank
from verordening.model.standards import Floor
from verordening.model.validity import Force
from verordening.remembering import lru_cache


def floors_on(decision: str, context: Context) -> tuple[Floor, ...]:
    """The floors in force that guard a decision."""
    return floors_of(context.corpus, decision, context.day)


@lru_cache(maxsize=1024)
def floors_of(corpus: Corpus, decision: str, day: date) -> tuple[Floor, ...]:
    """The floors of a corpus in force on a day that guard a decision."""
    return tuple(
        floor
        for floor in corpus.floors
        if decision in floor.guards and floor.validity.on(day) is not Force.NOT_IN_FORCE
    )


def in_play(floor: Floor, context: Context) -> Truth:
    """Whether a floor is about this case at all."""
    found: Truth | None = context.floors.get(floor.order)
    if found is None:
        found = _in_play(floor, context)
        if not _turns_on_decisions(floor, context.corpus):
            context.floors[floor.order] = found
    return found


def playing(decision: str, context: Context) -> tuple[tuple[Floor, Truth], ...]:
    """The floors that guard a decision and are about this case, or may be."""
    known = context.playing.get(decision)
    if known is None or (known[0] is not None and known[0] is not context.decided):
        found = []
        for floor in guards_of(decision, context):
            active = context.floors.get(floor.order)
            if active is None:
                active = in_play(floor, context)
            if active is not False:
                found.append((floor, active))
        moving = _some_turns_on_decisions(decision, context.corpus, context.day)
        known = context.playing[decision] = context.decided if moving else None, tuple(found)
    return known[1]


def guards_of(decision: str, context: Context) -> tuple[Floor, ...]:
    """The floors on a decision that may be about this case, as far as its kind of act tells."""
    guards = context.guards.get(decision)
    if guards is None:
        kind = kind_of_act(decision, context)
        guards, settled = _guards(decision, kind, context.corpus, context.day)
        context.floors.update(settled)
    return guards


@lru_cache(maxsize=4096)
def _guards(
    decision: str, kind: str, corpus: Corpus, day: date
) -> tuple[tuple[Floor, ...], dict[int, Truth]]:
    """The floors on a decision that may be about an act of some kind, and of which it is settled whether they are."""
    alone = act_alone(decision, kind, corpus, day)
    guards = tuple(
        floor
        for floor in floors_of(corpus, decision, day)
        if _turns_on_decisions(floor, corpus) or in_play(floor, alone) is not False
    )
    return guards, known_of(alone.floors)


def still_guarding(context: Context) -> dict[str, tuple[Floor, ...]]:
    """Per decision looked at so far the floors that are in play, or may yet come to be once more is known."""
    return {
        decision: tuple(
            [floor for floor in guards_of(decision, context) if context.floors.get(floor.order) is not False]
        )
        for decision in context.playing
    }


@lru_cache(maxsize=1024)
def _turns_on_decisions(floor: Floor, corpus: Corpus) -> bool:
    """Whether a floor is in play by what another decision comes to; floors before it may change that."""
    return any(
        looks_at_decisions(corpus, node) for node in (floor.condition, floor.exception) if node is not None
    )


@lru_cache(maxsize=1024)
def _some_turns_on_decisions(decision: str, corpus: Corpus, day: date) -> bool:
    return any(_turns_on_decisions(floor, corpus) for floor in floors_of(corpus, decision, day))


def _in_play(floor: Floor, context: Context) -> Truth:
    found = truth(floor.condition, context)
    if floor.exception is not None and found is not False:
        found = both(found, negated(truth(floor.exception, context)))
    return found if found is False else both(found, _holds_on(floor, context.day))


@lru_cache(maxsize=1024)
def _holds_on(floor: Floor, day: date) -> Truth:
    """Whether the text of a floor that is not out of force holds on a day."""
    if floor.validity.on(day) is not Force.UNKNOWN:
        return True
    return Unknown(NOTHING, frozenset({f"de ondergrens {floor.title} op deze dag is niet bekend"}))


def met(floor: Floor, decision: str, candidate: Result, context: Context) -> Truth:
    """Whether the outcome satisfies a floor when the decision comes to `candidate`."""
    before = context.decided
    context.decided = {**before, decision: candidate}
    try:
        return truth(floor.demand, context)
    finally:
        context.decided = before


def overrides(floor: Floor, rank: Rank | None) -> bool:
    """Whether a broken floor overrides what a rule of this rank gave (None: standaard or a choice).

    An absolute floor overrides any rule below an act, and an act where the floor is a condition of an act
    itself. Against an act a floor that rests on Grondwet or treaty alone only signals (Gw 120), unless a
    court has set that rule aside.
    """
    if not floor.absolute:
        return False
    return rank is None or rank < Rank.WET or not floor.constitutional or bool(floor.disapplied)
