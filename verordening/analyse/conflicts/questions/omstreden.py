"""Een regel waarvan omstreden is of hij mag, kan gelden.

De regeling zegt zelf dat er twee standpunten zijn, en er is een zaak waarin de regel geldt.

## Waarom dit uitmaakt

Het programma geeft geen oordeel. Wie beslist, moet weten dat de regel bij de rechter kan sneuvelen.

## Wat u doet

- Leg de twee standpunten voor aan wie daarover gaat, voordat er iets op rust.
- Is het uitgemaakt, haal dan `omstreden` weg, of de regel.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers, together
from verordening.analyse.conflicts.finding import Answered, Finding
from verordening.analyse.proving import claims as c
from verordening.language.diagnostics import Severity
from verordening.model.rules import Rule
from verordening.records import replace

CODE = "VRD614"
SEVERITY = Severity.ADVIES


def ask(area: Area) -> Iterator[Answered]:
    """Disputed rules that apply in some case, with both views; rules with the same views together."""
    yield from together(_each(area), lambda found: found.remarks)


def _each(area: Area) -> Iterator[Answered]:
    for rule in area.rules:
        decisions = [effect.decision for effect in rule.effects if effect.decision in area.decisions]
        day = area.day_of(rule)
        if not rule.disputed or not decisions or day is None:
            continue
        views = tuple((f"standpunt {number}", view) for number, view in enumerate(rule.disputed, start=1))
        for each in _first(rule, decisions[0], day, area):
            yield replace(each, remarks=views) if isinstance(each, Finding) else each


def _first(rule: Rule, decision: str, day: date, area: Area) -> list[Answered]:
    """A case in which it decides; where there is none, one in which it applies and something else goes before it."""
    found: list[Answered] = []
    for claim in (c.Stands(rule.index, decision), c.Applies(rule.index)):
        point = Point(
            CODE,
            SEVERITY,
            "of deze regel mag, is omstreden",
            (area.giving(rule, decision),),
            "leg de standpunten voor aan wie daarover gaat; het programma geeft geen oordeel",
            (claim,),
            day,
            decision,
        )
        found = list(answers(point, area))
        if any(isinstance(each, Finding) for each in found):
            break
    return found
