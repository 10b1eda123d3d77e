"""Een voorwaarde volgt al uit een andere.

Achter dezelfde `en` staan twee grenzen, en wie binnen de ene valt, valt altijd ook binnen de andere.

## Waarom dit uitmaakt

Een voorwaarde die niets doet, is meestal een andere dan bedoeld: `<=` waar `>=` hoort te staan, of een verkeerd getal.
De regel geldt dan voor de verkeerde mensen.

## Wat u doet

- Kijk in de bron wat er staat, en of het teken de goede kant op wijst.
- Is de voorwaarde echt dubbel, haal haar dan weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.compared import compared, excludes, follows
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language.diagnostics import Related, Severity
from verordening.language.source import Span

CODE = "VRD811"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.PROVISION


def check(look: Written) -> Iterator[Finding]:
    """Comparisons that hold wherever another behind the same `en` does; not those written the same (VRD702)."""
    told: set[Span] = set()
    for _, first, second in compared(look):
        if excludes(first, second) or first[:-1] == second[:-1]:
            continue
        for idle, other in ((second, first), (first, second)):
            if follows(idle, other) and idle.span not in told:
                told.add(idle.span)
                yield Finding(
                    idle.span,
                    "deze voorwaarde doet niets: zij volgt al uit een andere",
                    help="kijk of het teken en het getal kloppen; is het zo bedoeld, haal haar dan weg",
                    related=(Related(other.span, "hieruit volgt zij"),),
                )
                break
