"""Een afwijking geldt nooit tegelijk met waar zij van afwijkt.

De regel wijkt af van een andere regel, maar er is geen zaak waarin beide gelden.

## Waarom dit uitmaakt

De afwijking komt nooit aan bod. Vaak staat er het verkeerde lid.

## Wat u doet

- Kijk in de bron van welk lid hier wordt afgeweken.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.possible import may_meet
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Form

CODE = "VRD807"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

MOST_TARGETS = 12
"""A clause over a whole regulation is looked at by `clausule_bereikt_niets`."""


def check(look: Look) -> Iterator[Finding]:
    """Rules that share no case with any of the rules they deviate from."""
    for rule in look.rules:
        targets = [look.corpus.rules[index] for index in rule.targets]
        binding = any(each.form in (Form.SET, Form.MAY, Form.TAILOR) for each in rule.effects)
        if not targets or len(targets) > MOST_TARGETS or not binding:
            continue
        if not any(may_meet(look, rule, each) for each in targets):
            yield Finding(
                look.span(rule.place, "in afwijking van"),
                f"`{rule.path}` geldt nooit tegelijk met waar het van afwijkt",
                help="kijk in de bron van welk lid hier wordt afgeweken",
                related=(Related(span_of(targets[0].place, targets[0].path), "hiervan wijkt het af"),),
            )
