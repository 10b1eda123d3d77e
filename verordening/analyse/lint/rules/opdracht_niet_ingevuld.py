"""De wet draagt iets op, en deze regeling vult het niet in.

De regeling rust op een artikel dat meer opdraagt dan zij regelt.

## Waarom dit uitmaakt

In een zaak blijft dan een leemte: de wet zegt dat de gemeente het bepaalt, en de gemeente zegt niets. Niemand kan dan
een besluit nemen.

## Wat u doet

- Zet er een regel bij die het invult.
- Ontbreekt de tekst, schrijf dan in de kop `niet opgenomen artikel … "waarom"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Related, Severity
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Form, Regulation, Rule

CODE = "VRD729"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Delegations on the ground of a regulation, beside what the act settles itself, that no rule here fills in."""
    for regulation in look.regulations:
        if not regulation.gemeente or regulation.omitted or not _says_rules(regulation, look):
            continue
        told: set[str] = set()
        delegating = {one for each in regulation.grounds for one in look.corpus.delegating.get(each, ())}
        for rule in (look.corpus.rules[each] for each in sorted(delegating)):
            for effect in rule.effects:
                if effect.form is not Form.DELEGATE or effect.krachtens not in regulation.grounds:
                    continue
                if not any(each.form is Form.SET for each in rule.effects):
                    continue
                if effect.decision not in told and not _is_filled(rule, effect.decision, look):
                    told.add(effect.decision)
                    label = look.corpus.decisions[effect.decision].label
                    yield Finding(
                        look.span(regulation.place, "grondslag"),
                        f"`{rule.id}` laat {label} aan deze regeling over, en geen regel vult dat in",
                        help="zet er een regel bij, of schrijf in de kop welk artikel niet is opgenomen",
                        related=(Related(span_of(rule.place, rule.path), "hier wordt het overgelaten"),),
                    )


def _says_rules(regulation: Regulation, look: Look) -> bool:
    return any(each.regulation == regulation.id for each in look.rules)


def _is_filled(rule: Rule, decision: str, look: Look) -> bool:
    filling = (
        look.corpus.rules[other] for delegation, other in look.corpus.filling if delegation == rule.index
    )
    return any((rule.index, decision) in each.fills for each in filling)
