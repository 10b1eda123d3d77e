"""Wie meer krijgt of verdient, houdt minder over.

De regeling belooft dat een bedrag niet minder wordt als een ander stijgt, en er zijn twee zaken waarin dat wel gebeurt.

## Waarom dit uitmaakt

Eén cent meer inkomen kan dan honderden euro's kosten. Wie dat eenmaal meemaakt, durft niet meer te gaan werken.

## Wat u doet

- Laat het bedrag geleidelijk aflopen in plaats van in één keer.
- Kan de gemeente er niets aan doen, omdat de wet het zo regelt, houd er dan in de zaak rekening mee.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered
from verordening.analyse.conflicts.promises import promised
from verordening.language.diagnostics import Severity
from verordening.model.guarantees import Independent, Paired
from verordening.model.types import Kind

CODE = "VRD617"
SEVERITY = Severity.WAARSCHUWING


def ask(area: Area) -> Iterator[Answered]:
    """Promises that who gets more has no less left, that are broken; with the amounts before and after."""
    return promised(
        area, CODE, SEVERITY, is_about_income, "laat het bedrag geleidelijk aflopen in plaats van in één keer"
    )


def is_about_income(made: Paired) -> bool:
    """Whether it is promised that an amount is not less in the one case than in the other."""
    return not isinstance(made, Independent) and made.subject.type.kind is Kind.AMOUNT
