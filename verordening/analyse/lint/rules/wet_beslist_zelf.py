"""De wet beslist zelf al, en anders dan deze regel.

In elke zaak waarin deze regel geldt, geeft de wet zelf een andere uitkomst en laat zij niets over.

## Waarom dit uitmaakt

De regel geldt nooit. Wie de verordening leest, verwacht een andere uitkomst dan de inwoner krijgt.

## Wat u doet

- Laat de uitkomst weg die de wet al geeft, of maak haar gelijk aan die van de wet.
- Zegt de bron dit echt, zet er dan `omstreden` bij.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.days import last_day
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.possible import case_of, delegations_of, may_meet
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model import expressions as e
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD724"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules that never meet a delegation, and meet a higher rule with another value."""
    for rule, effect in look.setting(Form.SET):
        if rule.disputed or not look.is_municipal(rule) or not isinstance(effect.low, e.Constant):
            continue
        if not rule.fills:
            continue
        contrary = list(_contrary(rule, effect, look))
        delegations = delegations_of(look.corpus, rule, effect.decision)
        if not contrary or any(may_meet(look, rule, each) for each in delegations):
            continue
        higher = next((each for each in contrary if _share_case(rule, each, look)), None)
        if higher is not None:
            yield Finding(
                look.span_of(rule, effect),
                f"waar `{rule.path}` geldt, beslist `{higher.id}` zelf, met een andere uitkomst",
                label="dit geldt dus nooit",
                help="laat deze uitkomst weg; zegt de bron dit echt, zet er dan `omstreden` bij",
                related=(Related(span_of(higher.place, higher.path), "hier staat wat de wet bepaalt"),),
            )


def _contrary(rule: Rule, effect: Effect, look: Look) -> Iterator[Rule]:
    """The higher rules that give another value."""
    for other in look.above(effect.decision, look.corpus.rank_of(rule)):
        if other.targets:
            continue
        for each in other.effects:
            if each.form is not Form.SET or each.decision != effect.decision:
                continue
            match each.low, effect.low:
                case e.Constant(value=left), e.Constant(value=right) if left != right:
                    yield other


def _share_case(rule: Rule, other: Rule, look: Look) -> bool:
    day = last_day(look.corpus, (rule, other))
    return day is not None and isinstance(case_of(look, (rule, other), day), dict)
