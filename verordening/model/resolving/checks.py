"""Checks on the resolved rules together: circles of deviation and of values, rules without rank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.model.dependence import walk
from verordening.model.expressions import RuleValue
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


def check_given(rules: Sequence[Rule], problems: Problems) -> None:
    """Rules that take a value from each other in a circle (VRD337).

    Only rules that may hold on one day: a later text may take from what an earlier one gave to it.
    """
    at = {rule.index: number for number, rule in enumerate(rules)}
    following = [
        tuple(
            dict.fromkeys(at[each] for each in _given_by(rule) if each in at and _meet(rule, rules[at[each]]))
        )
        for rule in rules
    ]
    for circle in _circles(following):
        names = trail([rules[number].id for number in (*circle, circle[0])])
        first, *others = (rules[number] for number in circle[:MOST_CIRCLES])
        problems.add(
            "VRD337",
            f"deze regels nemen hun waarde in een kring van elkaar: {names}",
            span_of(first.place, first.path),
            help="schrijf bij een van deze regels de waarde zelf",
            related=tuple(Related(span_of(each.place, each.path), "hoort bij de kring") for each in others),
        )


def _given_by(rule: Rule) -> Iterator[int]:
    """The rules that this one takes a value from: what these set is what it sets."""
    for effect in rule.effects:
        if effect.form is Form.SET and effect.low is not None:
            for node in walk(effect.low, {}):
                if isinstance(node, RuleValue):
                    yield from node.rules


def _meet(rule: Rule, other: Rule) -> bool:
    """Whether both may hold on one day; by overgangsrecht a text may hold on any."""
    if rule.transitions or other.transitions:
        return True
    texts = [each for one in (rule, other) for each in (one.validity, one.in_regulation)]
    start = max((each.start for each in texts if each.start is not None), default=date.min)
    return all(each.end is None or each.end > start for each in texts)


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
