"""Een `kan` vraagt geen redenen.

Een regel geeft ruimte om af te wijken of te kiezen, en vraagt niet om op te schrijven waarom.

## Waarom dit uitmaakt

Ruimte zonder redenen is willekeur: niemand kan later zien waarom de ene inwoner het wel kreeg en de andere niet. Een
besluit moet bovendien rusten op redenen die erin staan (Algemene wet bestuursrecht artikel 3:46 en 3:47).

## Wat u doet

- Zet er `motiveer` bij, met de vraag die de klantmanager moet beantwoorden.
- Staat die vraag er niet in de bron, schrijf dan in een opmerking dat zij van u is.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.rules import Form, Rank

CODE = "VRD751"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Municipal rules that give room and demand no reasons."""
    for rule in look.rules:
        rooms = [each for each in rule.effects if each.form in (Form.MAY, Form.TAILOR)]
        asked = rule.motivate or any(each.form is Form.REASONS for each in rule.effects)
        if rooms and not asked and look.is_municipal(rule) and look.corpus.rank_of(rule) > Rank.BEGRIPPEN:
            yield Finding(
                look.span_of(rule, rooms[0]),
                f"`{rule.path}` geeft ruimte, maar vraagt geen redenen",
                label="waarom kiest iemand hiervoor?",
                help='zet erbij wat er opgeschreven moet worden: `motiveer waarom_hier "Waarom past dit hier?"`',
            )
