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
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.writing import expressions_in
from verordening.language import syntax as s
from verordening.language.diagnostics import Related, Severity

CODE = "VRD743"
SEVERITY = Severity.ADVIES

MOST = 2
"""As often as a threshold and its other side take."""


def check(look: Look) -> Iterator[Finding]:
    """Amounts that one regulation writes more than twice in its rules, all in provisions of different articles."""
    for source in look.texts:
        found: dict[tuple[object, str], list[s.Literal]] = {}
        article = ""
        places: dict[tuple[object, str], set[str]] = {}
        for item in look.items_of(source):
            if isinstance(item.head, s.PlaceHead) and item.head.part == "artikel":
                article = item.head.number
            if not isinstance(item.head, s.PlaceHead):
                continue
            for each in expressions_in(item):
                if isinstance(each, s.Literal) and each.kind == "bedrag" and each.number:
                    found.setdefault((each.number, each.unit), []).append(each)
                    places.setdefault((each.number, each.unit), set()).add(article)
        for key, literals in found.items():
            if len(places[key]) > MOST:
                first, *others = literals
                yield Finding(
                    first.span,
                    f"dit bedrag staat in {len(places[key])} artikelen",
                    help="maak er een `tabel` van, en schrijf in de regels de naam",
                    related=tuple(Related(each.span, "en hier") for each in others[:3]),
                )
