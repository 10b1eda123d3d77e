"""Een plicht en een verbod komen elkaar tegen.

De ene regel zegt wat er moet, de andere dat dat niet mag (of ten hoogste of ten minste iets anders), in dezelfde zaak
en met dezelfde rang. Gaan de twee over verschillende besluiten, dan zegt een `waarborg` wat niet samengaat:
`eis a gaat niet samen met b`.

## Waarom dit uitmaakt

Wie de ene regel volgt, breekt de andere. Binnen één besluit wordt de plicht dan opzij gezet, en er blijft geen uitkomst
over. Bij twee besluiten krijgt de inwoner beide, en kan hij niet aan allebei voldoen.

## Wat u doet

- Zet bij de plicht `tenzij` met het geval van het verbod, of maak een van beide een afwijking van de andere.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers
from verordening.analyse.conflicts.excluding import excluded
from verordening.analyse.conflicts.finding import Answered
from verordening.analyse.proving import claims as c
from verordening.language.diagnostics import Severity
from verordening.model.rules import Form

CODE = "VRD605"
SEVERITY = Severity.FOUT

_LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)


def ask(area: Area) -> Iterator[Answered]:
    """Rules that must give what another of the same rank forbids; rules on two decisions that do not go together."""
    yield from _within(area)
    for point in excluded(area, CODE, SEVERITY):
        yield from answers(point, area)


def _within(area: Area) -> Iterator[Answered]:
    for decision in area.decisions:
        limits = list(area.saying(decision, *_LIMITS))
        for duty, _ in area.saying(decision, Form.SET) if limits else ():
            for limit, effect in limits:
                if duty.index == limit.index or area.rank(duty) != area.rank(limit):
                    continue
                day = area.day_of(duty, limit)
                if day is None or not (area.is_own(duty) or area.is_own(limit)):
                    continue
                yield from answers(
                    Point(
                        CODE,
                        SEVERITY,
                        f"een plicht en een verbod over {area.label(decision)} komen elkaar tegen",
                        (
                            area.giving(duty, decision),
                            area.site(limit, f"`{limit.path}` zegt: {area.limits(effect)}"),
                        ),
                        f"sluit bij {duty.path} het geval uit met `tenzij`, of laat een van beide afwijken",
                        (
                            c.Applies(duty.index),
                            c.Applies(limit.index),
                            c.Not(c.Respects(duty.index, decision, limit.index)),
                            *(
                                c.DelegationStands(index, decision)
                                for index, filled in duty.fills[:1]
                                if filled == decision
                            ),
                        ),
                        day,
                        decision,
                    ),
                    area,
                )
