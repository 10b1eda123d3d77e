"""Een afwijking geeft dezelfde uitkomst.

De regel wijkt af van een andere regel, en geeft voor alles waar zij over gaat dezelfde waarde.

## Waarom dit uitmaakt

De regel doet niets. Vaak is bij het overnemen een waarde vergeten te veranderen.

## Wat u doet

- Kijk in de bron welke waarde hier hoort te staan, of laat de regel weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model import expressions as e
from verordening.model.expressions import alike
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Form, Rule

CODE = "VRD808"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules that give their only target's values anew."""
    for rule in look.rules:
        targets = [look.corpus.rules[index] for index in rule.targets]
        if len(targets) == 1 and rule.effects and all(_repeats(each, targets[0]) for each in rule.effects):
            yield Finding(
                look.span(rule.place, "dan"),
                f"`{rule.path}` wijkt af, maar geeft dezelfde uitkomst",
                help="kijk in de bron welke uitkomst hier hoort te staan",
                related=(Related(span_of(targets[0].place, targets[0].path), "hiervan wijkt het af"),),
            )


def _repeats(effect: object, target: Rule) -> bool:
    return any(
        each.form is Form.SET and isinstance(each.low, e.Constant) and alike(effect, each)
        for each in target.effects
    )
