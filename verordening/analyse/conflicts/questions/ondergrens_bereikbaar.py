"""Een regel kan onder een ondergrens komen.

Er is een zaak waarin wat de regel geeft niet aan de ondergrens voldoet.

## Waarom dit uitmaakt

Een regel van de gemeente wijkt dan voor de ondergrens: de uitkomst is een andere dan er staat. Tegen een wet kan de
ondergrens alleen waarschuwen, en dan moet iemand wegen wat er moet gebeuren.

## Wat u doet

- Bij een eigen regel: neem de ondergrens op in de regel (`ten hoogste …`), dan staat er wat er gebeurt.
- Bij een signaal: leg vast wie het weegt. De uitkomst noemt de wegen die er zijn.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers, together
from verordening.analyse.conflicts.finding import Answered, Finding, Site
from verordening.analyse.proving import claims as c
from verordening.evaluate.guarding import floors_of, overrides
from verordening.evaluate.holding import force_on
from verordening.evaluate.outcome import FloorStatus, Outcome
from verordening.language.diagnostics import Severity
from verordening.model.dependence import decisions_in
from verordening.model.rules import Effect, Form, Rule
from verordening.model.standards import Floor
from verordening.model.validity import Force

CODE = "VRD606"
SEVERITY = Severity.WAARSCHUWING


def ask(area: Area) -> Iterator[Answered]:
    """Floors that are not met where some rule stands: one finding for each floor, with all rules that come below it."""
    points = (
        _point(rule, floor, effect.decision, day, area)
        for rule, effect in area.examined(Form.SET)
        for floor, day in _floors(rule, effect, area)
    )
    yield from together((each for point in points for each in answers(point, area)), _same_floor)


def _floors(rule: Rule, effect: Effect, area: Area) -> Iterator[tuple[Floor, date]]:
    """The floors that look at what a rule gives, each with the first day on which to look at both."""
    first = area.day_of(rule)
    found: dict[int, date] = {}
    for day in (first, *area.changing.steps) if first is not None else ():
        if day == first or force_on(rule, day) is Force.IN_FORCE:
            for floor in floors_of(area.corpus, effect.decision, day):
                found.setdefault(floor.order, day)
    for order, day in found.items():
        floor = area.corpus.floors[order]
        if effect.decision in decisions_in(floor.demand, area.corpus):
            yield floor, day


def _same_floor(found: Finding) -> object:
    return found.sites[1].id, found.severity


def _kept(rule: Rule, floor: Floor, decision: str, day: date, area: Area) -> Iterator[c.Claim]:
    """That no other floor changes the outcome."""
    for other in floors_of(area.corpus, decision, day):
        if other is not floor and overrides(other, area.rank(rule)):
            kept = c.Satisfies(other.order, decision, rule.index)
            yield c.OneOf((c.Not(c.InPlay(other.order)), kept))


def _point(rule: Rule, floor: Floor, decision: str, day: date, area: Area) -> Point:
    mends = overrides(floor, area.rank(rule))

    def shows(outcome: Outcome) -> bool:
        return any(
            each.name == floor.name and each.status is FloorStatus.GESCHONDEN for each in outcome.floors
        )

    return Point(
        CODE,
        Severity.ADVIES if mends or not area.corpus.regulations[rule.regulation].gemeente else SEVERITY,
        f"`{rule.path}` kan onder deze ondergrens komen: {floor.title}",
        (
            area.giving(rule, decision),
            Site(floor.name, area.span(floor.place, floor.name), "hier staat de ondergrens"),
        ),
        "de ondergrens gaat dan voor, en de uitkomst wordt een andere dan hier staat"
        if mends
        else "de ondergrens kan hier alleen waarschuwen: leg vast wie het weegt",
        (
            c.Stands(rule.index, decision),
            c.InPlay(floor.order),
            c.Not(c.Satisfies(floor.order, decision, rule.index)),
            *_kept(rule, floor, decision, day, area),
        ),
        day,
        decision,
        shows,
    )
