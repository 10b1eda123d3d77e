"""Een artikel heet niet opgenomen, en staat er toch.

In de kop staat `niet opgenomen` met een artikel of lid dat in dit bestand wel staat.

## Waarom dit uitmaakt

Waar iets niet is opgenomen, zegt het programma dat de uitkomst nog open is. Staat het er toch, dan weet niemand wat
klopt. Meestal is een ander nummer bedoeld, en dan ontbreekt een tekst zonder dat iemand het ziet.

## Wat u doet

- Kijk welk nummer in de bron ontbreekt, en noem dat.
- Staat een deel van het artikel hier wel, noem dan alleen het lid of onderdeel dat ontbreekt.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language import syntax as s
from verordening.language.diagnostics import Related, Severity

CODE = "VRD794"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_DEEPER = ("lid", "onderdeel", "zin")


def check(look: Look) -> Iterator[Finding]:
    """Places behind `niet opgenomen` of a header that stand in the same file; of a range only the places themselves."""
    for regulation in look.regulations:
        articles: dict[str, s.Item] = {}
        for item in look.items_of(look.sources[regulation.place.file]):
            if isinstance(item.head, s.PlaceHead) and item.head.part in ("artikel", "richtlijn"):
                articles.setdefault(f"{item.head.part} {item.head.number}", item)
        for clause in look.clauses(regulation.place, "niet opgenomen"):
            for each in clause.references if isinstance(clause, s.ReferenceClause) else ():
                part = "richtlijn" if each.richtlijn else "artikel"
                found = articles.get(f"{part} {each.richtlijn or each.artikel}")
                if found is None or each.regeling or any(getattr(each, one) for one in _DEEPER):
                    continue
                yield Finding(
                    each.span,
                    f"`{part} {each.richtlijn or each.artikel}` heet niet opgenomen, en staat in dit bestand",
                    help="noem het nummer dat ontbreekt, of alleen het deel dat hier niet staat",
                    related=(Related(found.head.span, "hier staat het"),),
                )
