"""What differs between two answers on the same decisions: another outcome, room that opened, or what is now open."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verordening.evaluate.outcome import DecisionOutcome, Outcome, Route, RouteStatus, Status
from verordening.evaluate.what_if import Effect, Sort

_SETTLED = frozenset({Status.BEPAALD, Status.VOORBEHOUD})
_OPEN_WAYS = frozenset({RouteStatus.MAG, RouteStatus.MOET})


def effects(before: Outcome, after: Outcome, moving: Collection[str] = ()) -> tuple[Effect, ...]:
    """What another answer does to each decision that was not open.

    Of a decision in `moving`, whose outcome goes along with what changed, only another rule counts, or that it comes to
    nothing or no longer does.
    """
    return tuple(_effects(before, after, 0, moving)) + tuple(
        each
        for one, other in zip(before.acts, after.acts, strict=True)
        for each in _effects(one.outcome, other.outcome, one.number, moving)
    )


def answers(outcome: Outcome) -> Iterator[tuple[int, DecisionOutcome]]:
    """The outcome of each decision, with the number of the act that it is of."""
    for number, each in ((0, outcome), *((act.number, act.outcome) for act in outcome.acts)):
        yield from ((number, decision) for decision in each.decisions)


def signature(found: tuple[Effect, ...]) -> tuple[object, ...]:
    """What two changes have in common that do the same, values included."""
    return tuple(
        (each.act, each.before.name, each.sort, each.after.status, each.after.shown, each.after.range)
        + (each.after.candidates if each.sort is Sort.OPEN else ())
        + tuple(route.cited.id for route in each.opened)
        for each in found
    )


def _effects(before: Outcome, after: Outcome, act: int, moving: Collection[str]) -> Iterator[Effect]:
    afterwards = {each.name: each for each in after.decisions}
    for one in before.decisions:
        other = afterwards.get(one.name)
        if other is None or one.status is Status.OPEN:
            continue
        sort = _sort(one, other, one.name in moving)
        opened = _opened(one.name, before, after)
        if sort is not None:
            yield Effect(act, sort, one, other, opened)
        elif opened:
            yield Effect(act, Sort.ROOM, one, other, opened)


def _sort(one: DecisionOutcome, other: DecisionOutcome, moving: bool) -> Sort | None:
    if other.status is Status.OPEN:
        return Sort.OPEN
    if one.status in _SETTLED and other.status in _SETTLED:
        same = _value(one) == _value(other) or (moving and _kind(one) == _kind(other))
        return None if same else Sort.OUTCOME
    if one.status is not other.status:
        return Sort.OUTCOME
    if moving:
        return None
    return None if (_value(one), one.range) == (_value(other), other.range) else Sort.OUTCOME


def _value(each: DecisionOutcome) -> object:
    return None if each.shown is None else each.shown.value


def _kind(each: DecisionOutcome) -> tuple[str, bool]:
    """The rule behind an outcome and whether it comes to nothing."""
    return each.cited.id if each.cited is not None else "", _value(each) == 0


def _opened(decision: str, before: Outcome, after: Outcome) -> tuple[Route, ...]:
    """The routes that are open in the one answer and not in the other."""
    was = {_way(each) for each in before.routes if each.decision == decision and each.status in _OPEN_WAYS}
    found = [each for each in after.routes if each.decision == decision and each.status in _OPEN_WAYS]
    return tuple(each for each in found if _way(each) not in was)


def _way(route: Route) -> str:
    return route.cited.id
