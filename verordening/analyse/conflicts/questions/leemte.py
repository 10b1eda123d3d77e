"""Waar de hogere regeling een regel vraagt, zegt niemand iets.

De hogere regeling laat iets over aan de gemeente en er is een zaak waarin geen regel van de gemeente dat invult.

## Waarom dit uitmaakt

In die zaak is er geen uitkomst: de wet zegt dat de gemeente het bepaalt en de gemeente zegt niets. Niemand kan dan
zonder meer beslissen, en wie het toch doet behandelt gelijke gevallen al gauw verschillend.

## Wat u doet

- Neem een regel op voor het geval dat ontbreekt.
- Ontbreekt hier alleen de tekst, schrijf dan in de kop `niet opgenomen artikel … "waarom"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers
from verordening.analyse.conflicts.finding import Answered
from verordening.analyse.proving import claims as c
from verordening.evaluate.outcome import Status
from verordening.evaluate.possibilities import omitted_text
from verordening.evaluate.standing import STANDING, orders
from verordening.language.diagnostics import Severity
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD607"
SEVERITY = Severity.WAARSCHUWING


def ask(area: Area) -> Iterator[Answered]:
    """Delegations of an order that no rule fills in, in some case."""
    if not area.corpus.gemeente:
        return
    for decision in area.decisions:
        for delegation, effect in area.saying(decision, Form.DELEGATE):
            yield from _asked(delegation, effect, area)


def _asked(delegation: Rule, effect: Effect, area: Area) -> Iterator[Answered]:
    decision = effect.decision
    day = area.day_of(delegation)
    if day is None or not orders(delegation, decision) or omitted_text(delegation, effect, area.corpus, day):
        return
    filling = STANDING.filling(delegation.index, decision, area.corpus)
    if not (area.is_own(delegation) or any(map(area.is_own, filling))):
        return
    yield from answers(
        Point(
            CODE,
            SEVERITY,
            f"`{delegation.id}` laat {area.label(decision)} over, en er is een zaak waarin geen regel het invult",
            (
                *(area.site(each, "deze regel geldt in die zaak niet", decision) for each in filling),
                area.site(delegation, "hier wordt het overgelaten"),
            ),
            "neem een regel op voor dit geval",
            (
                c.DelegationStands(delegation.index, decision),
                *(c.Not(c.Stands(each.index, decision)) for each in filling),
            ),
            day,
            decision,
            lambda outcome: outcome.decision(decision).status is Status.LEEMTE,
        ),
        area,
    )
