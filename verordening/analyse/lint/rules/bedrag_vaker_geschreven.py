"""Hetzelfde bedrag staat in meer regels.

Een bedrag dat de gemeente vaststelt, staat op meer dan twee plaatsen uitgeschreven.

## Waarom dit uitmaakt

Wie het bedrag verandert, vergeet licht een plaats. Dan gelden twee bedragen, en is niet te zien welk bedoeld is.

## Wat u doet

- Maak er een `tabel` van, met de dag waarop het bedrag ingaat, en schrijf in de regels de naam.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Related, Severity

CODE = "VRD743"
SEVERITY = Severity.ADVIES
NEEDS = Needs.PROVISION

MOST = 2
"""As often as a threshold and its other side take."""


def check(look: Written) -> Iterator[Finding]:
    """Amounts that the rules of one regulation write in more than two articles."""
    found: dict[tuple[str, object, str], dict[str, s.Literal]] = {}
    for item, each in look.literals:
        if not isinstance(item.head, s.PlaceHead):
            continue
        if each.kind == "bedrag" and each.number:
            found.setdefault((each.span.file, each.number, each.unit), {}).setdefault(
                look.article_of(item), each
            )
    for literals in found.values():
        if len(literals) > MOST:
            first, *others = literals.values()
            yield Finding(
                first.span,
                f"dit bedrag staat in {len(literals)} artikelen",
                help="maak er een `tabel` van, en schrijf in de regels de naam",
                related=tuple(Related(each.span, "en hier") for each in others[:3]),
            )
