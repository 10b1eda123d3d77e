"""Een `kan` geeft alle ruimte die er is, in elke zaak.

Een regel zonder voorwaarde laat elke waarde toe die het besluit kan hebben.

## Waarom dit uitmaakt

Zulke ruimte zegt niets: de inwoner weet niet waar hij aan toe is, en de rechter ziet geen regel.

## Wat u doet

- Zeg in welke gevallen het kan (`als …`), of tussen welke grenzen (`van … tot en met …`).
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.rules import Effect, Form

CODE = "VRD755"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Room without a condition over the whole range of a decision."""
    for rule, effect in look.setting(Form.MAY):
        bound = rule.condition or rule.exception or rule.because or rule.deviates
        if effect.decision and not bound and look.is_municipal(rule) and _is_everything(effect, look):
            yield Finding(
                look.span_of(rule, effect),
                f"`{rule.path}` laat in elke zaak elke uitkomst toe",
                help="zeg in welke gevallen het kan (`als …`), of tussen welke grenzen",
            )


def _is_everything(effect: Effect, look: Look) -> bool:
    declared = look.corpus.decisions[effect.decision].type
    match effect.low, effect.high:
        case e.Constant(value=low), e.Constant(value=high):
            return declared.low is not None and low == declared.low and high == declared.high
    return False
