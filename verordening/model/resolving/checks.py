"""Checks on the resolved rules together: circles of deviation, places that stand twice, rules without rank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Force, Form, Place, Provision, Rank, Regulation, Rule, Validity


def span_of(place: Place, path: str) -> Span:
    """The span of the words that open a place: `lid 2` of `artikel 6 lid 2`."""
    return Span.at(place.file, place.line, place.column, len(" ".join(path.split(" ")[-2:])))


def check_circles(rules: tuple[Rule, ...], problems: Problems) -> None:
    """Rules that deviate from each other in a circle (VRD306)."""
    for circle in _circles(rules):
        names = " → ".join(f"`{rules[index].id}`" for index in (*circle, circle[0]))
        first, *others = (rules[index] for index in circle)
        problems.add(
            "VRD306",
            f"deze regels wijken in een kring van elkaar af: {names}",
            span_of(first.place, first.path),
            help="haal een van deze afwijkingen weg",
            related=tuple(Related(span_of(other.place, other.path), "wijkt ook af") for other in others),
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
        for earlier, later in pairwise(ordered):
            if _overlap(earlier.validity, later.validity) and not problems.is_damaged(later.place.file):
                problems.add(
                    "VRD307",
                    f"`{later.path}` staat er twee keer voor dezelfde dag",
                    span_of(later.place, later.path),
                    help="geef elke versie een eigen periode met `in werking vanaf … tot …`, "
                    "of zet de tweede regel in een eigen onderdeel of zin",
                    related=(Related(span_of(earlier.place, earlier.path), "de eerste"),),
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
    rules: tuple[Rule, ...], regulations: Mapping[str, Regulation], problems: Problems
) -> None:
    """A rule in a file without rank (begrippen, opgave) would have no place among the others (VRD322).

    `regulations` are those of which the soort is known.
    """
    for rule in rules:
        if rule.regulation not in regulations or regulations[rule.regulation].rank is not Rank.BEGRIPPEN:
            continue
        if any(effect.form is not Form.REASONS for effect in rule.effects):
            problems.add(
                "VRD322",
                f"in een bestand van de soort `{regulations[rule.regulation].kind}` staan geen regels",
                span_of(rule.place, rule.path),
                help="zet deze regel in het bestand van de regeling waar hij bij hoort",
            )
