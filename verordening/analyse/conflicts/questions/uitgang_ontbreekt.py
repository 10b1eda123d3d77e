"""De uitgang die de wet verplicht stelt, is niet te bereiken.

De wet neemt een uitkomst terug in een bepaald geval (zonder verwijt geen maatregel, Participatiewet artikel 18 lid 9),
en er is een zaak waarin dat geval er is en de regel van de gemeente toch blijft gelden.

## Waarom dit uitmaakt

Iemand wordt dan gestraft voor iets waar hij niets aan kon doen.

## Wat u doet

- Laat de regel rusten op het artikel van de wet dat verlaagt, zodat de uitgang hem bereikt.
- Of neem de uitgang zelf op: `in afwijking van … als verwijtbaarheid = geen dan moet …`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.asking import Point, answers, together
from verordening.analyse.conflicts.finding import Answered
from verordening.analyse.proving import claims as c
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.rules import Effect, Form, Rank, Rule

CODE = "VRD610"
SEVERITY = Severity.FOUT


def ask(area: Area) -> Iterator[Answered]:
    """Lower rules that stand where an act takes the outcome back in all cases of a kind."""
    for decision in area.decisions:
        exits = [rule for rule, effect in area.saying(decision, Form.SET) if _is_exit(rule, effect, area)]
        for way_out in exits:
            points = (
                each
                for rule, _ in area.saying(decision, Form.SET)
                if (area.is_own(rule) or area.is_own(way_out))
                and area.rank(rule) < Rank.WET
                and not rule.relation
                for each in _asked(rule, way_out, decision, area)
            )
            yield from together(points, lambda found: found.severity)


def _is_exit(rule: Rule, effect: Effect, area: Area) -> bool:
    """Whether an act takes back an outcome: it deviates, and gives what holds where no rule speaks."""
    default = area.corpus.decisions[effect.decision].default
    return (
        area.rank(rule) >= Rank.WET
        and rule.deviates
        and default is not None
        and isinstance(effect.low, e.Constant)
        and effect.low.value == default
    )


def _asked(rule: Rule, way_out: Rule, decision: str, area: Area) -> Iterator[Answered]:
    day = area.day_of(rule, way_out)
    if day is None:
        return
    judged = (c.Holds(e.Input(way_out.because)),) if way_out.because else ()
    yield from answers(
        Point(
            CODE,
            Severity.ADVIES if rule.disputed else SEVERITY,
            f"de uitgang van `{way_out.id}` is niet te bereiken",
            (
                area.giving(rule, decision),
                area.site(way_out, f"deze uitgang geeft {area.value(way_out.effects[0])}"),
            ),
            "laat de regel rusten op het artikel dat de uitkomst geeft, of neem de uitgang zelf op",
            (
                *(c.Holds(each) for each in conjuncts(way_out)),
                *judged,
                c.Stands(rule.index, decision),
                c.Differ(rule.index, way_out.index, decision),
            ),
            day,
            decision,
        ),
        area,
    )
