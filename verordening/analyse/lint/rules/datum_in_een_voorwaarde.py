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
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.writing import expressions_in
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD732"
SEVERITY = Severity.ADVIES


def check(look: Look) -> Iterator[Finding]:
    """Dates in the conditions of rules, except of transitional law, which is about days."""
    for item in look.items():
        keywords = {each.keyword for each in item.clauses}
        if not isinstance(item.head, s.PlaceHead) or "overgangsrecht" in keywords or "dan" not in keywords:
            continue
        for each in expressions_in(item):
            if isinstance(each, s.Literal) and each.kind == "datum":
                yield Finding(
                    each.span,
                    "hier staat een vaste dag in een regel",
                    help="schrijf `in werking vanaf` voor een nieuwe tekst, of `overgangsrecht` voor lopende zaken",
                )
