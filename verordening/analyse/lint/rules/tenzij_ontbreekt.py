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
from verordening.language.diagnostics import Related, Severity
from verordening.model.expressions import alike
from verordening.model.rules import Rule

CODE = "VRD763"
SEVERITY = Severity.WAARSCHUWING

FEWEST = 2
"""So many others must have the same exception."""


def check(look: Look) -> Iterator[Finding]:
    """Rules without the exception that all others of their lid with the same outcome have."""
    lids: dict[tuple[str, ...], list[Rule]] = {}
    for rule in look.rules:
        lids.setdefault(_lid(rule), []).append(rule)
    for rule in look.rules:
        if rule.exception is not None:
            continue
        siblings = [each for each in lids[_lid(rule)] if each is not rule and _does_the_same(rule, each)]
        first = next((each.exception for each in siblings if each.exception is not None), None)
        if len(siblings) < FEWEST or first is None:
            continue
        if all(each.exception is not None and alike(each.exception, first) for each in siblings):
            yield Finding(
                look.span(rule.place, "als"),
                f"`{rule.path}` heeft geen `tenzij`, en de andere onderdelen wel",
                help="kijk in de bron of de uitzondering ook hier geldt",
                related=(Related(look.span(siblings[0].place, "tenzij"), "hier staat de uitzondering"),),
            )


def _lid(rule: Rule) -> tuple[str, ...]:
    return (rule.regulation, *rule.path.split(" ")[:-2])


def _does_the_same(rule: Rule, other: Rule) -> bool:
    return len(rule.effects) == len(other.effects) and all(map(alike, rule.effects, other.effects))
