"""Een afwijking bereikt geen enkele regel.

Een regel wijkt af van een plaats waar geen regel staat. Er is daar niets om van af te wijken.

## Waarom dit uitmaakt

Een hardheidsclausule die niets bereikt, geeft op papier ruimte en in een zaak niet. De klantmanager leest haar en de
uitkomst blijft gelijk.

## Wat u doet

- Kijk of het nummer van het artikel klopt.
- Bedoelt u de hele verordening, schrijf dan `in afwijking van deze regeling`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.rules import Form

CODE = "VRD754"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_GIVES = (Form.SET, Form.MAY, Form.TAILOR, Form.DELEGATE)


def check(look: Look) -> Iterator[Finding]:
    """Rules that deviate from places without an outcome."""
    for rule in look.rules:
        if not rule.deviates or not look.is_municipal(rule):
            continue
        targets = [look.corpus.rules[index] for index in rule.targets]
        if not any(effect.form in _GIVES for target in targets for effect in target.effects):
            yield Finding(
                look.span(rule.place, "in afwijking van"),
                f"`{rule.path}` wijkt af van een plaats die geen uitkomst geeft",
                label="hier staat geen regel met een uitkomst",
                help="kijk of het nummer klopt, of schrijf `in afwijking van deze regeling`",
            )
