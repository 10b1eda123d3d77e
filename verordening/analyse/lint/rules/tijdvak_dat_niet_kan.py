"""Twee grenzen sluiten elkaar uit.

Achter dezelfde `en` staan twee grenzen waar niets tussen ligt: op of na een dag, en een jaar ervoor.

## Waarom dit uitmaakt

Het begrip is dan nooit waar, en elke regel die ermee werkt geldt nooit. In een zaak ziet niemand dat: er gebeurt
alleen niets.

## Wat u doet

- Kijk of een plus een min werd, of het teken de verkeerde kant op wijst.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.compared import compared, excludes
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Related, Severity
from verordening.language.source import Span

CODE = "VRD812"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.PROVISION

_ONE_THING = 1


def check(look: Written) -> Iterator[Finding]:
    """Comparisons behind one `en` that never hold together; of one fact in a rule VRD806 tells it."""
    told: set[Span] = set()
    for item, first, second in compared(look):
        told_elsewhere = isinstance(item.head, s.PlaceHead) and len(first.what) == _ONE_THING
        if second.span not in told and not told_elsewhere and excludes(first, second):
            told.add(second.span)
            yield Finding(
                second.span,
                "dit kan niet samen met een andere grens achter dezelfde `en`",
                help="kijk of een plus een min werd, of een teken de verkeerde kant op wijst",
                related=(Related(first.span, "hier staat de andere grens"),),
            )
