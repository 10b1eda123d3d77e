"""Checks on the resolved rules together: circles of deviation, rules without rank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import trail
from verordening.model.rules import Form, Place, Rank, Regulation, Rule

MOST_CIRCLES: Final = 20
"""More circles, or more rules in one, are not reported: they follow from those that are."""


def span_of(place: Place, path: str) -> Span:
    """The span of the words that open a place: `lid 2` of `artikel 6 lid 2`."""
    return Span.at(place.file, place.line, place.column, len(" ".join(path.split(" ")[-2:])))


def check_circles(rules: tuple[Rule, ...], steps: Sequence[tuple[int, ...]], problems: Problems) -> None:
    """Rules that deviate from each other in a circle or replace each other (VRD306).

    `steps` says of each rule which it deviates from or replaces by itself (`steps_of`).
    """
    for circle in _circles(steps):
        names = trail([rules[index].id for index in (*circle, circle[0])])
        first, *others = (rules[index] for index in circle[:MOST_CIRCLES])
        problems.add(
            "VRD306",
            f"deze regels {_does(rules, circle)}: {names}",
            span_of(first.place, first.path),
            help="haal een van deze stappen weg",
            related=tuple(
                Related(span_of(other.place, other.path), "hoort bij de kring") for other in others
            ),
        )


def _does(rules: tuple[Rule, ...], circle: tuple[int, ...]) -> str:
    """What the rules of a circle do to each other."""
    steps = zip(circle, (*circle[1:], circle[0]), strict=True)
    replacing = [following in rules[index].replaces for index, following in steps]
    if all(replacing):
        return "vervangen elkaar in een kring"
    also = ", of vervangen elkaar" if any(replacing) else ""
    return f"wijken in een kring van elkaar af{also}"


def _circles(following_of: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The circles of specific deviations; general duties on a class reach each other without harm."""
    state = [0] * len(following_of)
    found: list[tuple[int, ...]] = []
    for start in range(len(following_of)):
        if state[start]:
            continue
        steps = [start]
        waiting = [iter(following_of[start])]
        state[start] = 1
        while steps:
            following = next(waiting[-1], None)
            if following is None:
                state[steps.pop()] = 2
                waiting.pop()
            elif state[following] == 1:
                found.append(tuple(steps[steps.index(following) :]))
                if len(found) >= MOST_CIRCLES:
                    return found
            elif state[following] == 0:
                state[following] = 1
                steps.append(following)
                waiting.append(iter(following_of[following]))
    return found


def steps_of(rule: Rule) -> tuple[int, ...]:
    """The rules that a rule by itself deviates from or replaces."""
    return rule.replaces if rule.general else (*rule.targets, *rule.replaces)


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
