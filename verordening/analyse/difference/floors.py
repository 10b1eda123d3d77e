"""In which cases a floor that only signals is now broken, or no longer: by its own text, or by what the rules now give.

What an absolute floor does shows in the outcomes. The same search as for outcomes (`twin`), of which the question is
whether a case comes below the floor; so where rules changed too, both are worked out with their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verordening.analyse.difference.answers import Answer, Answers, Came
from verordening.analyse.difference.changing import Changes
from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.essence import both_of
from verordening.analyse.difference.found import Turn, Way
from verordening.analyse.difference.naming import fact_words
from verordening.analyse.difference.reach import reach_of
from verordening.analyse.difference.twin import Different, Twin, came
from verordening.analyse.difference.values import Values
from verordening.analyse.difference.witnessing import Witnesses
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.expressions import truth
from verordening.evaluate.guarding import floors_of, in_play
from verordening.evaluate.outcome import Status
from verordening.evaluate.unknown import NOTHING, Truth, Unknown, all_of, negated
from verordening.model.standards import Floor

WHAT = "een ondergrens"
APART = "zij kijkt naar besluiten die elk hun eigen ondergrenzen hebben"
UNKNOWN = (
    "wat een besluit wordt, is in sommige zaken niet bekend: een tekst is niet opgenomen, of iemand kiest nog"
)
TOO_MANY = "er zijn te veel gevallen om na te gaan"
Floors = tuple[Floor | None, Floor | None]


def broken_otherwise(changes: Changes, start: Both, names: Collection[str]) -> Iterator[Turn]:
    """What becomes of each floor on these decisions that changed, or that guards something of which rules did."""
    old, new = ({each.name: each for each in corpus.floors} for corpus in (changes.old, changes.new))
    changed = {each.name for pair in changes.floors for each in (pair.old, pair.new) if each is not None}
    for name in dict.fromkeys((*old, *new)):
        floors = old.get(name), new.get(name)
        guards = tuple(dict.fromkeys(g for each in floors if each is not None for g in each.guards))
        if any(each is not None and each.absolute for each in floors) or not set(guards) <= set(names):
            continue
        if name in changed or any(map(changes.of, guards)):
            yield from _turns(floors, guards, changes, start, told=name in changed)


def _turns(
    floors: Floors, guards: tuple[str, ...], changes: Changes, start: Both, *, told: bool
) -> Iterator[Turn]:
    """The ways in which it is broken otherwise; that there surely are none only if it is `told` that it changed."""
    title = next(each.title for each in reversed(floors) if each is not None)
    search = _search(floors, guards, changes, start)
    ways, why = ({}, APART) if search is None else _found(search, told=told)
    for way, facts in ways.items():
        yield Turn(start.new.day, WHAT, title, way, facts)
    if why:
        yield Turn(start.new.day, WHAT, title, None, (), why)
    elif told and not ways:
        yield Turn(start.new.day, WHAT, title, Way.ANDERS, ())


def _search(floors: Floors, guards: tuple[str, ...], changes: Changes, start: Both) -> FloorTwin | None:
    """The search by the decision that has a part in all; None where there is no such one."""
    corpora = changes.old, changes.new
    wanted = {each.name for corpus in corpora for name in guards for each in reach_of(corpus, name).floors}
    for name in guards:
        known = {each.name for corpus in corpora for each in reach_of(corpus, name).floors}
        if known == wanted:
            return FloorTwin(floors, name, changes, start)
    return None


def _found(twin: FloorTwin, *, told: bool) -> tuple[dict[Way, tuple[str, ...]], str]:
    """A case for each way in which the floor is broken otherwise, in words; and why there may be others, if so.

    Of a floor that did not change no word where a decision has no value: that is told of the decision.
    """
    ways: dict[Way, tuple[str, ...]] = {}
    seen: set[tuple[Came, Came]] = set()
    why = ""
    for outline in twin.outlines():
        if outline.settled and came(outline.answers) in seen:
            continue
        found = next(twin.cases(outline), None)
        if found is None:
            why = why or (TOO_MANY if twin.left else "")
            continue
        seen.add(came(found.answers))
        way = _way(found)
        if way is None:
            why = UNKNOWN if told else why
        elif way not in ways:
            ways[way] = twin.words(found)
        if len(ways) == 2:
            return ways, ""
    return ways, why or (TOO_MANY if twin.given_up else "")


def _way(found: Different) -> Way | None:
    """Whether the floor is broken now or was; None where one of the two is not known."""
    before, after = (each.came.value for each in found.answers)
    if before is None or after is None:
        return None
    return Way.OPEN if after else Way.DICHT


class FloorTwin(Twin):
    """The search for a case that comes below a floor in one corpus and not in the other."""

    def __init__(self, floors: Floors, decision: str, changes: Changes, start: Both) -> None:
        values = Values(decision, changes.old, changes.new, straight=False)
        super().__init__(decision, start, changes.of(decision), values)
        self.floors = floors

    def answers(self, both: Both) -> Answers:
        """Whether the case comes below the floor."""
        old, new = (_answer(floor, each) for floor, each in zip(self.floors, both, strict=True))
        return Answers(old, new)

    def words(self, found: Different) -> tuple[str, ...]:
        """The facts that it takes, such as are met."""
        facts = Witnesses(self.decision, self.start, self.answers).plain(found)
        both = both_of(facts, self.start)
        return tuple(fact_words(name, both) for name in facts)


def _answer(floor: Floor | None, context: Context) -> Answer:
    below = False if floor is None else _is_below(floor, context)
    if not isinstance(below, Unknown):
        return Answer(Came(Status.BEPAALD, below), NOTHING, ())
    waiting = frozenset(name for name in below.inputs if not context.corpus.inputs[name].general)
    return Answer(Came(Status.OPEN), waiting, ())


def _is_below(floor: Floor, context: Context) -> Truth:
    if all(floor not in floors_of(context.corpus, name, context.day) for name in floor.guards):
        return False
    decide(floor.guards, context)
    return all_of((in_play(floor, context), negated(truth(floor.demand, context))))
