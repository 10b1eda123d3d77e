"""What each decision comes to: possibilities, then floors, then tailoring, then one of the six statuses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.bounds import known
from verordening.evaluate.context import Context
from verordening.evaluate.flooring import Floored, cut, floored
from verordening.evaluate.guarding import floors_of
from verordening.evaluate.limiting import within_limits
from verordening.evaluate.outcome import Status
from verordening.evaluate.possibilities import (
    Origin,
    Possibility,
    is_measure,
    possibilities,
    unknown_parts,
)
from verordening.evaluate.speaking import rank_of
from verordening.evaluate.tailoring import Tailoring, tailorings
from verordening.evaluate.unknown import MISSING, Result, Unknown, joined
from verordening.evaluate.usable import span, usable
from verordening.model.corpus import Corpus
from verordening.model.standards import Floor
from verordening.model.types import Value
from verordening.packed import packed_dataclass
from verordening.records import replace
from verordening.remembering import lru_cache

FAVOURABLE = "begunstigend beleid"
"""The reason of a conflict between the law and policy that goes against it."""


@packed_dataclass(frozen=True, slots=True)
class Decided:
    """What one decision comes to, with all that the outcome needs to explain it.

    `value` is the settled value (under afstemmen the ordinary outcome); `low`/`high` what may be chosen
    (afstemmen) or what the law leaves (leemte); `candidates` the values still possible; `before` the value
    that floors overrode. `complete`: trying every completion gave the candidates, so it comes to nothing else.
    """

    decision: str
    status: Status
    possible: tuple[Possibility, ...]
    value: Value | None = None
    low: Value | None = None
    high: Value | None = None
    candidates: tuple[Value, ...] = ()
    missing: Unknown = MISSING
    tailored: tuple[Tailoring, ...] = ()
    reserved: tuple[Tailoring, ...] = ()
    before: Value | None = None
    broken: tuple[Floor, ...] = ()
    reason: str = ""
    sharpened: bool = False
    idle: tuple[str, ...] = ()
    complete: bool = False

    @property
    def is_told(self) -> bool:
        """Whether the candidates say all that it may come to: nothing in it is still to be worked out."""
        return self.status is not Status.OPEN or all(known(each.value) is not None for each in self.possible)

    def signature(self) -> tuple[object, ...]:
        """What makes two answers the same: status, value and range, and of an open one all that it may come to."""
        ways: tuple[object, ...] = ()
        if self.status is Status.OPEN:
            ways = tuple((each.origin, each.rule) for each in self.possible if each.value is None)
        return (self.status, self.value, self.low, self.high, self.candidates, ways, self.missing.texts)


def decide(asked: Iterable[str], context: Context) -> dict[str, Decided]:
    """Every decision asked for."""
    names = list(dict.fromkeys(asked))
    possible = {name: possibilities(name, context) for name in names}
    for name in _guarded_along(context.corpus, tuple(names), context.day):
        if name not in possible:
            possible[name] = possibilities(name, context)
    context.decided = {name: single_value(each) for name, each in possible.items()}
    return {name: _decide(name, possible[name], context) for name in names}


@lru_cache(maxsize=1024)
def _guarded_along(corpus: Corpus, names: tuple[str, ...], day: date) -> tuple[str, ...]:
    """The decisions that the floors on these guard, in order of name."""
    floors = (floor for name in names for floor in floors_of(corpus, name, day))
    return tuple(sorted({guard for floor in floors for guard in floor.guards}))


def single_value(possible: list[Possibility]) -> Result:
    """The one value of a decision before floors, or what is missing to know it."""
    value = known(possible[0].value)
    for each in possible[1:]:
        if known(each.value) != value:
            value = None
    return joined(unknown_parts(possible)) if value is None else value


def _decide(name: str, possible: list[Possibility], context: Context) -> Decided:
    possible = usable(name, possible, context)
    after: list[Floored | None] = []
    ends: dict[Value, None] = {}
    valued = True
    for each in possible:
        left = _after_floors(name, each, context)
        after.append(left)
        if left is None:
            valued = False
            continue
        ends.update(dict.fromkeys(left.ends))
        if left.unknown_end or left.still_broken:
            valued = False
    distinct = tuple(ends)
    conflict = _conflict(possible, after, context)
    if valued and len(distinct) == 1 and not conflict:
        return _tailored(name, _settled(name, possible, after, distinct[0]), context)
    missing = joined([*unknown_parts(possible), *[each.missing for each in after if each is not None]])
    base = Decided(name, Status.OPEN, tuple(possible), None, None, None, (), missing)
    if conflict:
        return replace(base, status=Status.STRIJDIG, candidates=distinct, reason=conflict)
    if len(possible) == 1 and possible[0].truth is True:
        only = possible[0]
        if only.origin is Origin.SILENCE:
            return replace(base, status=Status.BEPAALD, missing=MISSING)
        if only.origin in (Origin.GAP, Origin.CHOICE) and only.unsure is None:
            return _ranged(name, base, only, context)
    if _all_choices(possible):
        ranged = _ranged(name, base, _hull(possible), context)
        wider = [each.truth for each in possible if isinstance(each.truth, Unknown)]
        return replace(ranged, missing=joined((ranged.missing, *wider)))
    return replace(base, candidates=distinct)


def _all_choices(possible: list[Possibility]) -> bool:
    return all(each.origin is Origin.CHOICE and each.unsure is None for each in possible) and any(
        each.truth is True for each in possible
    )


def _hull(possible: list[Possibility]) -> Possibility:
    """The widest range of the powers that surely apply."""
    sure = [each for each in possible if each.truth is True]
    first = sure[0]
    low, high = first.low, first.high
    for each in sure[1:]:
        low = _outer(low, each.low, -1)
        high = _outer(high, each.high, 1)
    return Possibility(first.origin, True, None, first.rule, low, high)


def _outer(left: Result | None, right: Result | None, sign: int) -> Result | None:
    if left is None or right is None:
        return None
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return joined(each for each in (left, right) if isinstance(each, Unknown))
    if isinstance(left, bool | str):
        return left if left == right else None
    return right if compare(right, left) * sign > 0 else left


def _after_floors(name: str, each: Possibility, context: Context) -> Floored | None:
    """The ends of a possibility after the floors; None where it has no value of its own."""
    value = known(each.value)
    if value is not None:
        rank = None if each.rule is None else rank_of(context.corpus.rules[each.rule], context)
        return floored(name, value, rank, context)
    if each.origin in (Origin.GAP, Origin.CHOICE, Origin.MISSING_TEXT):
        return _collapsed(name, each, context)
    return None


def _collapsed(name: str, each: Possibility, context: Context) -> Floored | None:
    """A range that floors cut to one value is that value; a power over one value stays a choice to use it or not.

    Of floors that exclude each other every end stays broken.
    """
    low, high = span(name, each, context)
    if low is None or high is None:
        return None
    ends = [floored(name, end, None, context) for end in (low, high)]
    if all(end.still_broken for end in ends):
        return ends[1]
    if any(len(end.ends) != 1 or end.unknown_end for end in ends):
        return None
    return ends[1] if low != high and ends[0].ends == ends[1].ends else None


def _conflict(possible: list[Possibility], after: list[Floored | None], context: Context) -> str:
    """Why the decision is strijdig, or nothing."""
    if len(possible) == 1 and (after[0] is None or not after[0].still_broken):
        return ""
    if any(each.truth is not True and is_measure(each, context) for each in possible):
        return ""
    sure = [
        (each, floor)
        for each, floor in zip(possible, after, strict=True)
        if each.origin is not Origin.MISSING_TEXT
        and each.truth is True
        and floor is not None
        and len(floor.ends) == 1
    ]
    if any(floor.still_broken for _, floor in sure):
        return "de ondergrenzen laten samen geen uitkomst over"
    sure = [each for each in sure if each[0].origin in (Origin.RULE, Origin.DEFAULT)]
    if len({floor.ends[0] for _, floor in sure if not floor.unknown_end}) < 2:
        return ""
    rules = context.corpus.rules
    if any(rules[each.rule].relation == "tegenwettelijk" for each, _ in sure if each.rule is not None):
        return FAVOURABLE
    return "regels die beide gelden, geven een andere uitkomst"


def _settled(name: str, possible: list[Possibility], after: list[Floored | None], value: Value) -> Decided:
    before = None
    broken: dict[str, Floor] = {}
    for each, floor in zip(possible, after, strict=True):
        if floor is not None and floor.broken:
            broken.update({one.name: one for one in floor.broken})
            if known(each.value) is not None and known(each.value) != value:
                before = known(each.value)
    floors = tuple(broken.values())
    return Decided(
        name, Status.BEPAALD, tuple(possible), value, None, None, (value,), MISSING, (), (), before, floors
    )


def _ranged(name: str, base: Decided, each: Possibility, context: Context) -> Decided:
    """A range: what the law leaves (leemte) or what a person must choose from (afstemmen), cut at limits and floors."""
    declared = context.corpus.decisions[name].type
    ends = [
        each.low if each.low is not None else declared.low,
        each.high if each.high is not None else declared.high,
    ]
    if any(isinstance(end, Unknown) for end in ends):
        missing = joined(end for end in ends if isinstance(end, Unknown))
        return replace(base, low=known(ends[0]), high=known(ends[1]), missing=missing)
    low, high = known(ends[0]), known(ends[1])
    if each.rule is not None:
        rank = rank_of(context.corpus.rules[each.rule], context)
        low, high = within_limits(low, high, name, rank, context)
    cut_low, cut_high = cut(name, low, high, context)
    low, high = known(cut_low), known(cut_high)
    if isinstance(cut_low, Unknown) or isinstance(cut_high, Unknown):
        missing = joined(end for end in (cut_low, cut_high) if isinstance(end, Unknown))
        return replace(base, low=low, high=high, missing=missing)
    status = Status.LEEMTE if each.origin is Origin.GAP else Status.AFSTEMMEN
    return replace(base, status=status, low=low, high=high, missing=MISSING)


def _tailored(name: str, settled: Decided, context: Context) -> Decided:
    """The settled outcome with the tailoring duties that apply to it, or may."""
    acting = tailorings(name, settled.possible, settled.value, context)
    if not acting:
        return settled
    sure = [each for each in acting if each.truth is True and each.leaves_room]
    unsure = [each for each in acting if each.truth is not True and each.leaves_room]
    if sure:
        if any(isinstance(end, Unknown) for each in sure for end in (each.low, each.high)):
            missing = joined(
                end for each in sure for end in (each.low, each.high) if isinstance(end, Unknown)
            )
            return replace(settled, status=Status.AFSTEMMEN, tailored=tuple(sure), missing=missing)
        low = _extreme([known(each.low) for each in sure], -1)
        high = _extreme([known(each.high) for each in sure], 1)
        return replace(settled, status=Status.AFSTEMMEN, low=low, high=high, tailored=tuple(sure))
    if unsure:
        return replace(settled, status=Status.VOORBEHOUD, reserved=tuple(unsure))
    return settled


def _extreme(values: list[Value | None], sign: int) -> Value | None:
    best = values[0]
    for each in values[1:]:
        if best is None or each is None:
            return None
        if not isinstance(best, bool | str) and compare(each, best) * sign > 0:
            best = each
    return best
