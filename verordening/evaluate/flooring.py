"""Floors: tested on every value that a decision may come to, on ranges, and on a choice.

What they do follows from what broke them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context, Ends
from verordening.evaluate.guarding import in_play, met, overrides, playing
from verordening.evaluate.limiting import is_empty, narrowed
from verordening.evaluate.rules import bound_value
from verordening.evaluate.unknown import (
    MISSING,
    Result,
    Truth,
    Unknown,
    all_of,
    any_of,
    joined,
    negated,
)
from verordening.model.corpus import Corpus
from verordening.model.expressions import alike
from verordening.model.rules import Rank
from verordening.model.standards import Floor, Repair
from verordening.model.types import Value
from verordening.packed import packed_dataclass
from verordening.remembering import lru_cache


@packed_dataclass(frozen=True, slots=True)
class Floored:
    """What floors make of one value: the values it may end as, what is missing, and which floors surely broke it."""

    ends: tuple[Value, ...]
    missing: Unknown
    broken: tuple[Floor, ...]
    unknown_end: bool = False
    still_broken: bool = False


def floored(decision: str, candidate: Value, rank: Rank | None, context: Context) -> Floored:
    """What the floors make of one value that a rule of this rank gave.

    While some floors are undecided, every combination of them that may turn out to be broken is looked at; after
    the repairs all floors are tested again.
    """
    if not playing(decision, context):
        return Floored((candidate,), MISSING, ())
    sure, doubtful, others = _sorted_out(decision, candidate, rank, context)
    if not sure and not doubtful:
        return Floored((candidate,), MISSING, ())
    missing = [part for _, parts in doubtful for part in parts]
    ends: dict[Value, None] = {}
    verdicts: list[Truth] = []
    unknown_end = False
    for some in _combinations(_different([floor for floor, _ in doubtful], sure, context)):
        broken = [*sure, *some]
        if not broken:
            verdicts.append(False)
            ends[candidate] = None
            continue
        repaired = _repaired(broken, decision, candidate, context)
        if isinstance(repaired, Unknown):
            missing.append(repaired)
            unknown_end = True
            continue
        if repaired is None:
            verdicts.append(True)
            continue
        verdict = _fails([*broken, *others], broken, decision, repaired, context)
        verdicts.append(verdict)
        if isinstance(verdict, Unknown):
            missing.append(verdict)
        if verdict is not True:
            ends[repaired] = None
    hopeless = not unknown_end and all(verdict is True for verdict in verdicts)
    if hopeless:
        return Floored((candidate,), joined(missing), tuple(sure), still_broken=True)
    unsettled = unknown_end or any(verdict is not False for verdict in verdicts)
    return Floored(tuple(ends), joined(missing), tuple(sure), unsettled)


def _sorted_out(
    decision: str, candidate: Value, rank: Rank | None, context: Context
) -> tuple[list[Floor], list[tuple[Floor, list[Unknown]]], list[Floor]]:
    """The overriding floors in play: surely broken, perhaps broken (with what is missing), and the others."""
    sure: list[Floor] = []
    doubtful: list[tuple[Floor, list[Unknown]]] = []
    others: list[Floor] = []
    for floor, active in playing(decision, context):
        if not overrides(floor, rank):
            continue
        holds = met(floor, decision, candidate, context)
        if active is True and holds is False:
            sure.append(floor)
        elif holds is True:
            others.append(floor)
        else:
            doubtful.append((floor, [part for part in (active, holds) if isinstance(part, Unknown)]))
    return sure, doubtful, others


def _different(floors: list[Floor], sure: list[Floor], context: Context) -> list[Floor]:
    """Of floors that demand and repair the same, one: it makes no difference which of them is broken."""
    kinds = _kinds(context.corpus)
    seen = {kinds[floor.order] for floor in sure}
    found = []
    for floor in floors:
        if kinds[floor.order] not in seen:
            seen.add(kinds[floor.order])
            found.append(floor)
    return found


@lru_cache(maxsize=64)
def _kinds(corpus: Corpus) -> dict[int, int]:
    """For each floor the first that demands and repairs the same, both by their order."""
    return {
        floor.order: next(
            each.order
            for each in corpus.floors
            if alike((each.demand, each.repairs), (floor.demand, floor.repairs))
        )
        for floor in corpus.floors
    }


def _combinations(floors: list[Floor]) -> Iterator[tuple[Floor, ...]]:
    for size in range(len(floors) + 1):
        yield from combinations(floors, size)


def _repaired(broken: list[Floor], decision: str, candidate: Value, context: Context) -> Result | None:
    """The value that these floors together leave of a candidate; None where their bounds leave none."""
    bounds = _bounds(broken, decision, context)
    return bounds if isinstance(bounds, Unknown) else _clamped(candidate, *bounds)


def _bounds(
    broken: list[Floor], decision: str, context: Context
) -> tuple[list[Value], list[Value]] | Unknown:
    """What these floors allow at least and at most of a decision."""
    least: list[Value] = []
    most: list[Value] = []
    for floor in broken:
        for each in floor.repairs:
            if each.decision == decision:
                bound = bound_value(each.bound, decision, context)
                if isinstance(bound, Unknown):
                    return bound
                (most if each.at_most else least).append(bound)
    return least, most


def _clamped(candidate: Value, least: list[Value], most: list[Value]) -> Value | None:
    """The candidate within these bounds, whatever their order; None where they leave nothing."""
    if isinstance(candidate, bool | str):
        wanted = {*least, *most}
        return candidate if not wanted else wanted.pop() if len(wanted) == 1 else None
    low, high = _outermost(least, 1), _outermost(most, -1)
    if low is not None and high is not None and compare(low, high) > 0:
        return None
    if low is not None and compare(candidate, low) < 0:
        return low
    return high if high is not None and compare(candidate, high) > 0 else candidate


def _outermost(values: list[Value], sign: int) -> Value | None:
    best: Value | None = None
    for each in values:
        if best is None or compare(each, best) * sign > 0:
            best = each
    return best


def _fails(
    floors: list[Floor], broken: list[Floor], decision: str, repaired: Value, context: Context
) -> Truth:
    """Whether a floor fails once every decision that the broken floors bound has been repaired."""
    before = context.decided
    active = [True if floor in broken else in_play(floor, context) for floor in floors]
    context.decided = _after_repairs(broken, decision, context)
    try:
        return any_of(
            all_of((play, negated(met(floor, decision, repaired, context))))
            for floor, play in zip(floors, active, strict=True)
            if play is not False
        )
    finally:
        context.decided = before


def _after_repairs(broken: list[Floor], decision: str, context: Context) -> dict[str, Result]:
    """What the other decisions become once these floors are repaired."""
    after = dict(context.decided)
    for name in {each.decision for other in broken for each in other.repairs} - {decision}:
        known = after.get(name)
        if known is not None and not isinstance(known, Unknown):
            repaired_too = _repaired(broken, name, known, context)
            after[name] = known if repaired_too is None else repaired_too
    return after


def cut(
    decision: str, low: Value | None, high: Value | None, context: Context, *, doubtful: bool = False
) -> Ends:
    """A range as the absolute floors leave it, whatever rule it was opened by.

    An end that is not settled yet is unknown. Where the bounds leave nothing at all, low ends up above high.

    With `doubtful` floors that may be in play cut too: the range if they all turn out to be.
    """
    if not playing(decision, context):
        return low, high
    key = (decision, low, high, doubtful)
    known = context.cuts.get(key)
    if known is None or known[0] is not context.decided:
        ends = _cut(decision, low, high, context, doubtful=doubtful)
        known = context.cuts[key] = context.decided, ends
    return known[1]


def _cut(decision: str, low: Value | None, high: Value | None, context: Context, *, doubtful: bool) -> Ends:
    least: list[Value] = []
    most: list[Value] = []
    unsure: list[tuple[Repair, Result, list[Unknown]]] = []
    for floor, active in playing(decision, context):
        if not floor.absolute:
            continue
        for each in floor.repairs:
            end, other = (high, low) if each.at_most else (low, high)
            end = other if end is None else end
            if each.decision != decision or end is None:
                continue
            holds = met(floor, decision, end, context)
            bound = bound_value(each.bound, decision, context)
            if holds is True or (not isinstance(bound, Unknown) and _within(end, bound, each)):
                continue
            settled = active is True and holds is False
            if (settled or doubtful) and not isinstance(bound, Unknown):
                (most if each.at_most else least).append(bound)
            else:
                parts = [part for part in (active, holds, bound) if isinstance(part, Unknown)]
                unsure.append((each, bound, parts))
    if not (least or most or unsure):
        return low, high
    lowest = None if low is None else _clamped(low, least, most)
    highest = None if high is None else _clamped(high, least, most)
    if (low is not None and lowest is None) or (high is not None and highest is None):
        return _excluding(least, most)
    clamped = (lowest, highest)
    ends: list[Result | None] = [*clamped]
    for each, bound, parts in unsure:
        bare = clamped[each.at_most]
        if bare is not None and not isinstance(bound, Unknown) and _within(bare, bound, each):
            continue
        before = ends[each.at_most]
        ends[each.at_most] = joined([*parts, before] if isinstance(before, Unknown) else parts)
    return ends[False], ends[True]


def _excluding(least: list[Value], most: list[Value]) -> tuple[Value | None, Value | None]:
    """The ends of bounds that exclude each other, low above high."""
    wanted = sorted({*least, *most}, key=str)
    if isinstance(wanted[0], bool | str):
        return wanted[0], wanted[-1]
    return _outermost(least, 1), _outermost(most, -1)


def floors_leave_room(decision: str, low: Value | None, high: Value | None, context: Context) -> Truth:
    """Whether the absolute floors leave any value of a power."""
    ends = cut(decision, low, high, context)
    doubt = [end for end in ends if isinstance(end, Unknown)]
    if doubt:
        ends = cut(decision, low, high, context, doubtful=True)
        if any(isinstance(end, Unknown) for end in ends):
            return joined(doubt)
    least, most = ends
    assert not isinstance(least, Unknown)
    assert not isinstance(most, Unknown)
    if not is_empty(*narrowed(low, high, least, most)):
        return True
    return joined(doubt) if doubt else False


def _within(end: Value, bound: Value, each: Repair) -> bool:
    """Whether an end already respects a bound."""
    return end == _clamped(end, *(([], [bound]) if each.at_most else ([bound], [])))
