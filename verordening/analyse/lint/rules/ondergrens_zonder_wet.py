"""Een harde ondergrens rust op niets hogers.

Een ondergrens met `werking absoluut` zet een uitkomst opzij. Daarvoor is een wet, de Grondwet of een verdrag nodig.

## Waarom dit uitmaakt

Een gemeente kan met een eigen tekst de wet niet opzij zetten. Een ondergrens die dat wel doet, geeft een uitkomst die
geen stand houdt.

## Wat u doet

- Noem achter `grondslag` het artikel van de wet, de Grondwet of het verdrag.
- Is dat er niet, maak er dan `werking weging` van: dan vraagt zij om een afweging en verandert zij niets.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.rules import Rank

CODE = "VRD762"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Absolute floors without a ground in an act or above it."""
    for floor in look.floors:
        ranks = [look.corpus.regulations[each.split(" ")[0]].rank for each in floor.grounds]
        if floor.absolute and not any(each >= Rank.WET for each in ranks):
            yield Finding(
                look.span(floor.place, "werking"),
                f"de ondergrens `{floor.name}` is absoluut, en rust niet op een wet",
                help="noem het artikel van de wet, of maak er `werking weging` van",
            )
