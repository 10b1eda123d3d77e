"""Een richtlijn staat op gespannen voet met een andere richtlijn of regel.

Twee richtlijnen die samen kunnen gelden, zetten dezelfde waarden in omgekeerde volgorde; of de richtlijn noemt zelf een
bepaling die iets anders vraagt.

## Waarom dit uitmaakt

Wie afweegt, krijgt twee kanten te horen en kan zich op beide beroepen. Gelijke gevallen lopen dan uiteen.

## Wat u doet

- Zeg in een van beide voor wie zij is bedoeld, of zet erbij welke voorgaat.
- Laat wat ertegen spreekt staan als het een afweging is die per geval hoort: de uitkomst laat beide zien.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered, Finding, Site
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import NotProven
from verordening.language.diagnostics import Severity
from verordening.model.standards import Guideline
from verordening.model.validity import Force

CODE = "VRD615"
SEVERITY = Severity.ADVIES


def ask(area: Area) -> Iterator[Answered]:
    """Pairs of guidelines that order the same values opposite ways, and what a guideline says against itself."""
    every = [each for each in area.corpus.guidelines if each.validity.on(area.today) is Force.IN_FORCE]
    for left, right in combinations(every, 2):
        opposite = (left.higher, left.lower) == (right.lower, right.higher)
        if (
            opposite
            and _own(left, right, area)
            and _share_a_place(left, right)
            and _may_meet(left, right, area)
        ):
            yield Finding(
                CODE,
                SEVERITY,
                f"`{left.title}` en `{right.title}` zetten dezelfde waarden in omgekeerde volgorde",
                (_site(left, area), _site(right, area)),
                "zeg in een van beide voor wie zij is bedoeld, of welke voorgaat",
            )
    for each in every:
        against = tuple(one for one in each.against if "artikel" in one)
        if each.place.file in area.own and against:
            yield Finding(
                CODE,
                SEVERITY,
                f"`{each.title}` staat op gespannen voet met een andere bepaling",
                (_site(each, area),),
                "laat dit staan als het een afweging is die per geval hoort: de uitkomst laat beide zien",
                remarks=tuple(("daartegenover", one) for one in against),
            )


def _own(left: Guideline, right: Guideline, area: Area) -> bool:
    return left.place.file in area.own or right.place.file in area.own


def _share_a_place(left: Guideline, right: Guideline) -> bool:
    return left.everywhere or right.everywhere or bool(set(left.at) & set(right.at))


def _may_meet(left: Guideline, right: Guideline, area: Area) -> bool:
    conditions = tuple(c.Holds(each.condition) for each in (left, right) if each.condition is not None)
    found = area.case(conditions, area.today)
    return found is not None and not isinstance(found, NotProven)


def _site(each: Guideline, area: Area) -> Site:
    values = area.corpus.values
    label = f"weegt {values[each.higher].text} boven {values[each.lower].text}"
    return Site(each.id, area.span(each.place, each.title), label)
