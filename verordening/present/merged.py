"""Routes and floors that say the same of several decisions, put together so that each is said once."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.favouring import is_best
from verordening.evaluate.outcome import (
    DecisionOutcome,
    FloorOutcome,
    Outcome,
    Range,
    Route,
    RouteStatus,
)
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

CLAIMED_ELSEWHERE: Final = frozenset({"tegenwettelijk", "hoger recht"})
"""Kinds of room on which nobody may tell a caseworker that she may: someone else decides."""


class MergedRoute(NamedTuple):
    """One route with its range per decision that it reaches; `route` carries what is the same for all of them."""

    route: Route
    ranges: tuple[tuple[str, Range], ...]
    decisions: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]

    @property
    def tailors(self) -> bool:
        """Whether this is a duty to tailor rather than a power."""
        return self.route.kind.startswith("plicht") or self.route.status is RouteStatus.MOET

    @property
    def for_others(self) -> bool:
        """Whether someone other than the caseworker decides on it."""
        return self.route.kind.replace("_", " ") in CLAIMED_ELSEWHERE


class MergedFloor(NamedTuple):
    """One floor with what it says of each decision."""

    floor: FloorOutcome
    per_decision: tuple[FloorOutcome, ...]


def merge_routes(routes: Iterable[Route]) -> tuple[MergedRoute, ...]:
    """Routes in their order, one per rule and status."""
    groups: dict[tuple[str, RouteStatus, tuple[str, ...]], list[Route]] = {}
    for each in routes:
        hinges = each.hinges if each.status is RouteStatus.HANGT_AF_VAN else ()
        groups.setdefault((each.cited.id, each.status, hinges), []).append(each)
    return tuple(
        MergedRoute(
            group[0],
            tuple((each.decision, each.range) for each in group if each.range is not None),
            tuple(dict.fromkeys(each.decision for each in group)),
            tuple((each.decision, each.reason) for each in group if each.reason),
        )
        for group in groups.values()
    )


def merge_floors(floors: Iterable[FloorOutcome]) -> tuple[MergedFloor, ...]:
    """Floors in their order, one per name, status and effect."""
    groups: dict[tuple[str, str, str], list[FloorOutcome]] = {}
    for each in floors:
        groups.setdefault((each.name, each.status, each.effect), []).append(each)
    return tuple(MergedFloor(group[0], tuple(group)) for group in groups.values())


def by_room(outcome: Outcome) -> list[list[DecisionOutcome]]:
    """Decisions about which one question "may I deviate?" can be asked: those that the same routes reach, and
    without routes those of which the same is to be said.
    """
    groups: dict[object, list[DecisionOutcome]] = {}
    for each in outcome.decisions:
        reached = frozenset(route.cited.id for route in outcome.routes if route.decision == each.name)
        groups.setdefault(reached or _without_room(each), []).append(each)
    return list(groups.values())


def _without_room(each: DecisionOutcome) -> object:
    if each.shown is None:
        return each.status
    if is_best(each):
        return "best"
    return each.cited.kind if each.cited is not None else each.reason
