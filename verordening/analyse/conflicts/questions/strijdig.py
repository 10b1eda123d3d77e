"""Twee regels geven voor dezelfde zaak een andere uitkomst.

Er is een zaak waarin beide regels gelden, geen van beide voor de andere gaat, en de uitkomst niet dezelfde is.

## Waarom dit uitmaakt

Het programma kiest dan niet, en de wet ook niet. Wie voor de balie staat krijgt geen antwoord, of elke dag een ander.

## Wat u doet

- Zet bij een van beide `in afwijking van`, of sluit het geval uit met `tenzij`.
- Spreekt de bron zichzelf tegen, zet er dan `omstreden` bij: de uitkomst laat dan beide standpunten zien.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers
from verordening.analyse.conflicts.finding import Answered
from verordening.analyse.proving import claims as c
from verordening.evaluate.outcome import Status
from verordening.evaluate.standing import STANDING
from verordening.language.diagnostics import Severity
from verordening.model.expressions import alike
from verordening.model.rules import Form, Rule

CODE = "VRD601"
SEVERITY = Severity.FOUT


def ask(area: Area) -> Iterator[Answered]:
    """Pairs of rules that both stand and give one decision different values."""
    for decision in area.decisions:
        every = list(area.saying(decision, Form.SET))
        for (left, left_says), (right, right_says) in combinations(every, 2):
            if not (area.is_own(left) or area.is_own(right)):
                continue
            if alike(left_says.low, right_says.low) or _settled(left, right, decision, area):
                continue
            yield from _asked(left, right, decision, area)


def _settled(left: Rule, right: Rule, decision: str, area: Area) -> bool:
    """Whether one of them surely goes before the other wherever both apply."""
    if area.rank(left) != area.rank(right) and not (
        left.relation or right.relation or left.fills or right.fills
    ):
        return True
    return left in STANDING.defeaters(right, decision, area.corpus) or right in STANDING.defeaters(
        left, decision, area.corpus
    )


def _asked(left: Rule, right: Rule, decision: str, area: Area) -> Iterator[Answered]:
    day = area.day_of(left, right)
    if day is None:
        return
    own, other = (left, right) if area.is_own(left) else (right, left)
    intended = any(each.disputed or each.relation == "tegenwettelijk" for each in (own, other))
    yield from answers(
        Point(
            CODE,
            Severity.ADVIES if intended else SEVERITY,
            f"twee regels geven voor dezelfde zaak een andere uitkomst voor {area.label(decision)}",
            (area.giving(own, decision), area.giving(other, decision)),
            _remedy(own, other, intended=intended),
            (
                c.Stands(left.index, decision),
                c.Stands(right.index, decision),
                c.Differ(left.index, right.index, decision),
            ),
            day,
            decision,
            lambda outcome: outcome.decision(decision).status is Status.STRIJDIG,
        ),
        area,
    )


def _remedy(own: Rule, other: Rule, *, intended: bool) -> str:
    if intended:
        return "de regeling zegt zelf dat dit omstreden is: in een zaak ziet u beide standpunten"
    return f"zet `in afwijking van {other.path}` bij {own.path}, of sluit het geval uit met `tenzij`"
