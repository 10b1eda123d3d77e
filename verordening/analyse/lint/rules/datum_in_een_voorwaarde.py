"""Een datum staat in een voorwaarde.

De regel vergelijkt met een vaste dag.

## Waarom dit uitmaakt

Een vaste dag in een voorwaarde is vaak overgangsrecht of een ingangsdatum in vermomming. Het programma weet dan niet
welke tekst op welke dag gold.

## Wat u doet

- Gaat het om de dag waarop een tekst ingaat, schrijf dan `in werking vanaf`.
- Gaat het om lopende zaken, schrijf dan `overgangsrecht`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD732"
SEVERITY = Severity.ADVIES
NEEDS = Needs.PROVISION


def check(look: Written) -> Iterator[Finding]:
    """Dates in the conditions of rules, except of transitional law, which is about days."""
    for item, each in look.literals:
        if each.kind != "datum" or not isinstance(item.head, s.PlaceHead):
            continue
        keywords = {clause.keyword for clause in item.clauses}
        if "dan" in keywords and "overgangsrecht" not in keywords:
            yield Finding(
                each.span,
                "hier staat een vaste dag in een regel",
                help="schrijf `in werking vanaf` voor een nieuwe tekst, of `overgangsrecht` voor lopende zaken",
            )
