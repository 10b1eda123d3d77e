"""Eén onderdeel mist het `tenzij` dat de andere wel hebben.

Van een rij onderdelen met dezelfde uitkomst heeft er een geen `tenzij`, en alle andere hebben hetzelfde.

## Waarom dit uitmaakt

Zo gaat een uitzondering verloren bij het overnemen van een tekst. Het geval waarvoor zij er stond, krijgt dan de
gewone uitkomst.

## Wat u doet

- Kijk in de bron of de uitzondering ook voor dit onderdeel geldt.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model.expressions import alike
from verordening.model.likeness import likeness
from verordening.model.rules import Rule

CODE = "VRD763"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

FEWEST = 2
"""So many others must have the same exception."""


def check(look: Look) -> Iterator[Finding]:
    """Rules without the exception that all others of their lid with the same outcome have."""
    leden: dict[tuple[str, ...], list[Rule]] = {}
    for rule in look.rules:
        leden.setdefault((rule.regulation, *rule.path.split(" ")[:-2]), []).append(rule)
    groups: dict[tuple[object, ...], list[Rule]] = {}
    for lid, rules in leden.items():
        for rule in rules if len(rules) > FEWEST else ():
            groups.setdefault((*lid, likeness(rule.effects)), []).append(rule)
    for group in groups.values():
        without = [each for each in group if each.exception is None]
        others = [each for each in group if each.exception is not None]
        if len(without) != 1 or len(others) < FEWEST:
            continue
        if all(alike(each.exception, others[0].exception) for each in others):
            yield Finding(
                look.span(without[0].place, "als"),
                f"`{without[0].path}` heeft geen `tenzij`, en de andere onderdelen wel",
                help="kijk in de bron of de uitzondering ook hier geldt",
                related=(Related(look.span(others[0].place, "tenzij"), "hier staat de uitzondering"),),
            )
