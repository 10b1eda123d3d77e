"""Een verlaging om het niet melden van inlichtingen.

De regel verlaagt de bijstand van wie iets niet meldde. Daarop staat een boete en geen verlaging.

## Waarom dit uitmaakt

De Participatiewet zondert de inlichtingenplicht uit van de verlaging (artikel 18 lid 2); daar hoort een boete bij
(artikel 18a). Met allebei wordt iemand twee keer gestraft.

## Wat u doet

- Haal de regel weg, of kijk in de bron welke plicht hier bedoeld is.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model import expressions as e
from verordening.model.dependence import walk
from verordening.model.rules import Form

CODE = "VRD725"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

DECISION = "verlaging"
DUTY = "inlichtingen"
"""How the names of gegevens and begrippen about the duty of Participatiewet artikel 17 lid 1 begin."""


def check(look: Look) -> Iterator[Finding]:
    """Municipal rules that lower the benefit and turn on the duty to inform."""
    for rule, effect in look.setting(Form.SET, Form.MAY):
        if effect.decision != DECISION or not look.is_municipal(rule):
            continue
        nodes = (each for node in (rule.condition,) for each in walk(node, look.corpus.concepts))
        if any(isinstance(each, e.Input | e.ConceptValue) and each.name.startswith(DUTY) for each in nodes):
            yield Finding(
                look.span(rule.place, "als"),
                f"`{rule.path}` verlaagt de bijstand om inlichtingen die niet zijn gegeven",
                label="hierop staat een boete (Participatiewet artikel 18a)",
                help="haal de regel weg, of kijk in de bron welke plicht hier bedoeld is",
            )
