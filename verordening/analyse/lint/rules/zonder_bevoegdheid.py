"""Een gemeentelijke regel beslist iets dat de wet zelf regelt.

De wet regelt dit besluit, en laat het in dit geval niet aan de gemeente over. De regel wordt in elke zaak opzij gezet.

## Waarom dit uitmaakt

De raad stelt iets vast dat niet kan gelden. Wie het artikel leest, denkt dat het geldt.

## Wat u doet

- Kijk welk artikel van de wet dit aan de gemeente overlaat, en zet dat achter `grondslag` in de kop.
- Laat de wet het niet over, haal de regel dan weg, of maak er `inhoud` van als de bron het zo zegt.
- Zegt de bron dit echt, zet er dan `omstreden` bij.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rank, Rule

CODE = "VRD721"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules of an ordinance on a decision that national rules delegate, none of which they can fill in."""
    known: dict[str, list[Rule]] = {}
    for rule, effect in look.setting(Form.SET):
        if rule.disputed or look.corpus.rank_of(rule) not in (Rank.NADERE_REGEL, Rank.VERORDENING):
            continue
        if any(decision == effect.decision for _, decision in rule.fills):
            continue
        if effect.decision not in known:
            known[effect.decision] = _delegations(effect, look)
        delegations = known[effect.decision]
        if delegations:
            yield Finding(
                look.span_of(rule, effect),
                f"`{rule.path}` bepaalt iets waarvoor de grondslag geen bevoegdheid geeft",
                label="de hogere regeling laat dit hier niet over",
                help="kijk achter `grondslag` in de kop of het goede artikel daar staat",
                related=tuple(
                    Related(span_of(each.place, each.path), "hier laat de wet iets over")
                    for each in delegations[:2]
                ),
            )


def _delegations(effect: Effect, look: Look) -> list[Rule]:
    rules = [look.corpus.rules[index] for index in look.corpus.by_decision.get(effect.decision, ())]
    return [
        rule
        for rule in rules
        if any(each.form is Form.DELEGATE and each.decision == effect.decision for each in rule.effects)
    ]
