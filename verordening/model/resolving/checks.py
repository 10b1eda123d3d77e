"""Checks on the resolved rules together: deviation upward, circles of deviation, double places, protected grounds."""

from __future__ import annotations

from datetime import date

from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Force, Form, Place, Provision, Rank, Regulation, Rule, Validity


def span_of(place: Place, length: int = 1) -> Span:
    """The span of a place in a file."""
    return Span.at(place.file, place.line, place.column, length)


def check_deviations(rules: tuple[Rule, ...], regulations: dict[str, Regulation], problems: Problems) -> None:
    """Deviating from a higher regulation (VRD305) and circles of deviations (VRD306)."""
    for rule in rules:
        rank = regulations[rule.regulation].rank
        delegating = {index for index, _ in rule.fills}
        for target in rule.targets:
            other = rules[target]
            if regulations[other.regulation].rank > rank and target not in delegating:
                problems.add(
                    "VRD305",
                    f"`{rule.path}` kan niet afwijken van {other.id}: dat is een hogere regeling",
                    span_of(rule.place),
                    help="een lagere regeling wijkt alleen af binnen een delegatie; wijk af van de eigen regel, "
                    "of laat de afwijking weg",
                    related=(Related(span_of(other.place), "de hogere regel"),),
                )
    for circle in _circles(rules):
        names = " → ".join(rules[index].id for index in (*circle, circle[0]))
        problems.add(
            "VRD306",
            f"deze regels wijken in een kring van elkaar af: {names}",
            span_of(rules[circle[0]].place),
            help="haal een van deze afwijkingen weg",
            related=tuple(Related(span_of(rules[index].place), "wijkt ook af") for index in circle[1:]),
        )


def _circles(rules: tuple[Rule, ...]) -> list[tuple[int, ...]]:
    """The circles of specific deviations; general duties on a class reach each other without harm."""
    state = [0] * len(rules)
    found: list[tuple[int, ...]] = []
    for start in range(len(rules)):
        if state[start]:
            continue
        trail = [start]
        waiting = [iter(_specific(rules, start))]
        state[start] = 1
        while trail:
            following = next(waiting[-1], None)
            if following is None:
                state[trail.pop()] = 2
                waiting.pop()
            elif state[following] == 1:
                found.append(tuple(trail[trail.index(following) :]))
            elif state[following] == 0:
                state[following] = 1
                trail.append(following)
                waiting.append(iter(_specific(rules, following)))
    return found


def _specific(rules: tuple[Rule, ...], index: int) -> tuple[int, ...]:
    return () if rules[index].general else rules[index].targets


def check_places(provisions: list[Provision], problems: Problems) -> None:
    """The same place twice on the same day (VRD307)."""
    by_id: dict[str, list[Provision]] = {}
    for provision in provisions:
        by_id.setdefault(provision.id, []).append(provision)
    for versions in by_id.values():
        ordered = sorted(versions, key=lambda each: each.validity.start or date.min)
        for earlier, later in zip(ordered, ordered[1:], strict=False):
            if _overlap(earlier.validity, later.validity):
                problems.add(
                    "VRD307",
                    f"`{later.path}` staat er twee keer voor dezelfde dag",
                    span_of(later.place),
                    help="geef elke versie een eigen periode met `in werking vanaf … tot …`, "
                    "of zet de tweede regel in een eigen onderdeel of zin",
                    related=(Related(span_of(earlier.place), "de eerste"),),
                )


def _overlap(earlier: Validity, later: Validity) -> bool:
    return earlier.end is None or (later.start or date.min) < earlier.end


def later_versions(provisions: list[Provision]) -> set[int]:
    """The positions of versions that follow another version of the same place: before their start they did not hold.

    Without this the days of an earlier version would be *unknown* for the later one instead of simply not its own.
    """
    starts: dict[str, list[tuple[date, int]]] = {}
    for position, provision in enumerate(provisions):
        starts.setdefault(provision.id, []).append((provision.validity.start or date.min, position))
    found: set[int] = set()
    for versions in starts.values():
        found.update(position for _, position in sorted(versions)[1:])
    return found


def as_later_version(validity: Validity) -> Validity:
    """The same period for a version that follows an earlier one."""
    return Validity(validity.start, validity.end, Force.NOT_IN_FORCE, validity.tolerated)


def check_rank_of_rules(
    rules: tuple[Rule, ...], regulations: dict[str, Regulation], problems: Problems
) -> None:
    """A rule in a file without rank (begrippen, opgave) would have no place among the others (VRD322)."""
    for rule in rules:
        if regulations[rule.regulation].rank is Rank.BEGRIPPEN and any(
            effect.form is not Form.REASONS for effect in rule.effects
        ):
            problems.add(
                "VRD322",
                "een bestand met alleen begrippen of een opgave kan geen regels bevatten",
                span_of(rule.place),
                help="zet de regel in de regeling waar zij in staat",
            )
