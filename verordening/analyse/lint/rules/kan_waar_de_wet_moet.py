"""Een `kan` waar de wet `moet` zegt.

De wet geeft in dit geval één uitkomst. De regel maakt er een keuze van.

## Waarom dit uitmaakt

Inwoners hebben recht op die uitkomst. Wie alleen de verordening leest, denkt dat het college mag kiezen.

## Wat u doet

- Schrijf `dan moet`, met dezelfde uitkomst als de wet, of laat de regel weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Related, Severity
from verordening.model.expressions import alike
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD727"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Room where a higher rule with the same conditions gives one of the values as the only one."""
    for rule, effect in look.setting(Form.MAY):
        higher = next(_settling(rule, effect, look), None)
        if higher is not None:
            yield Finding(
                look.span_of(rule, effect),
                f"hier staat `kan`, en `{higher.id}` zegt in hetzelfde geval `moet`",
                help="schrijf `dan moet`, of laat over wat de wet al regelt",
                related=(Related(span_of(higher.place, higher.path), "hier staat `moet`"),),
            )


def _settling(rule: Rule, effect: Effect, look: Look) -> Iterator[Rule]:
    own = conjuncts(rule)
    for other in look.above(effect.decision, look.corpus.rank_of(rule)):
        theirs = conjuncts(other)
        if not theirs:
            continue
        sets = any(each.form is Form.SET and each.decision == effect.decision for each in other.effects)
        if sets and all(any(alike(each, one) for one in own) for each in theirs):
            yield other
