"""Een lange verlaging zonder nieuwe beoordeling.

De verlaging duurt langer dan drie maanden, en er staat niet dat het college haar opnieuw bekijkt.

## Waarom dit uitmaakt

Het college bekijkt een verlaging opnieuw binnen drie maanden (Participatiewet artikel 18 lid 3). Wie intussen meewerkt,
hoort daar wat van te merken.

## Wat u doet

- Zet bij het besluit `heroverwegen voor`, met de uiterste dag.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Related, Severity
from verordening.model import expressions as e
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Form, Rule
from verordening.model.types import INDEFINITE

CODE = "VRD726"
SEVERITY = Severity.WAARSCHUWING

MOST_MONTHS = 3


def check(look: Look) -> Iterator[Finding]:
    """Municipal rules that set a duration over three months for a decision that nobody looks at again."""
    for rule, effect in look.setting(Form.SET):
        if not (look.is_municipal(rule) and _is_long(effect.low) and _lowers(rule, effect.decision, look)):
            continue
        if not _is_reviewed(effect.decision, look):
            declared = look.corpus.decisions[effect.decision]
            yield Finding(
                look.span_of(rule, effect),
                "deze verlaging duurt langer dan drie maanden zonder nieuwe beoordeling",
                help="zet bij het besluit dat verlaagt `heroverwegen voor`, met de uiterste dag",
                related=(Related(span_of(declared.place, f"besluit {declared.name}"), "dit besluit"),),
            )


def _is_reviewed(duration: str, look: Look) -> bool:
    """Whether a decision of which this is the duration is looked at again."""
    courses = (each.course for each in look.corpus.decisions.values())
    return any(each.review for each in courses if each is not None and each.duration == duration)


def _is_long(node: e.Expression | None) -> bool:
    match node:
        case e.Constant(value=value):
            months = isinstance(value, int | Fraction) and not isinstance(value, bool) and value > MOST_MONTHS
            return months or value is INDEFINITE
    return False


def _lowers(rule: Rule, duration: str, look: Look) -> bool:
    """Whether the duration is that of a percentage less that the same rule sets."""
    if look.corpus.decisions[duration].type.family != "maand":
        return False
    others = [each.decision for each in rule.effects if each.form is Form.SET and each.decision != duration]
    return any(
        look.corpus.decisions[each].type.kind.value == "percentage"
        and look.corpus.decisions[each].favourable == "lager"
        for each in others
    )
