"""Een `kan` zegt niet wie beslist.

Een regel geeft ruimte, en er staat niet bij wie mag kiezen.

## Waarom dit uitmaakt

Een klantmanager met een inwoner aan tafel moet weten of hij zelf mag beslissen, of dat een ander dat doet. Staat het er
niet, dan gebruikt niemand de ruimte.

## Wat u doet

- Zet `mandaat` bij de regel of bij het artikel: `mandaat college`, of de functie die het besluit mag nemen.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.rules import Form

CODE = "VRD753"
SEVERITY = Severity.ADVIES
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Municipal rules that give room to nobody in particular."""
    for rule in look.rules:
        rooms = [each for each in rule.effects if each.form in (Form.MAY, Form.TAILOR)]
        if rooms and not rule.mandate and look.is_municipal(rule):
            yield Finding(
                look.span_of(rule, rooms[0]),
                f"`{rule.path}` geeft ruimte, maar zegt niet wie beslist",
                help="zet erbij wie beslist: `mandaat college`",
            )
