"""Een verlaging zonder uitweg voor wie er niets aan kan doen.

De regel maakt de uitkomst slechter voor de inwoner, en geen enkele regel neemt dat terug als elk verwijt ontbreekt.

## Waarom dit uitmaakt

Zonder verwijt geen maatregel (Participatiewet artikel 18 lid 9). Kan die regel hier niet komen, dan wordt iemand
gestraft voor iets waar hij niets aan kon doen.

## Wat u doet

- Laat de regel rusten op het artikel van de wet dat verlaagt, zodat artikel 18 lid 9 haar bereikt.
- Of neem zelf een regel op: `in afwijking van … als verwijtbaarheid = geen dan moet …`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD761"
SEVERITY = Severity.WAARSCHUWING

DECISION = "verlaging"


def check(look: Look) -> Iterator[Finding]:
    """Rules that lower the benefit and that no rule which gives the standaard can reach."""
    for rule, effect in look.setting(Form.SET):
        if effect.decision != DECISION or not look.is_municipal(rule) or rule.disputed:
            continue
        standard = look.corpus.decisions[DECISION].default
        match effect.low:
            case e.Constant(value=value) if value != standard:
                reached = {rule.index, *(index for index, filled in rule.fills if filled == DECISION)}
                reaching = {one for each in reached for one in look.corpus.deviating.get(each, ())}
                if not any(_takes_back(look.corpus.rules[each], standard) for each in sorted(reaching)):
                    yield Finding(
                        look.span_of(rule, effect),
                        f"geen regel neemt de verlaging van `{rule.path}` terug als elk verwijt ontbreekt",
                        help="laat de regel rusten op het artikel dat verlaagt, of zet er zelf een uitweg bij",
                    )


def _takes_back(rule: Rule, standard: object) -> bool:
    return any(_gives(each, standard) for each in rule.effects)


def _gives(effect: Effect, standard: object) -> bool:
    match effect.low:
        case e.Constant(value=value):
            return effect.form is Form.SET and effect.decision == DECISION and value == standard
    return False
