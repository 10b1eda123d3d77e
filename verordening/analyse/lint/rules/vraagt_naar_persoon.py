"""Een gegeven vraagt wie iemand is.

Een gegeven vraagt naar een naam, adres, geboortedatum of burgerservicenummer.

## Waarom dit uitmaakt

Een zaak noemt geen personen: het programma heeft alleen nodig wat de uitkomst bepaalt.

## Wat u doet

- Vraag naar wat ertoe doet: de leeftijd in plaats van de geboortedatum, de woonsituatie in plaats van het adres.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.patterns import pattern

CODE = "VRD784"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_WHO = pattern(
    r"(?:^|_)(?:bsn|burgerservicenummer|naam|voornaam|achternaam|adres|geboortedatum|telefoonnummer|rekeningnummer)$"
)


def check(look: Look) -> Iterator[Finding]:
    """Facts whose name asks who somebody is."""
    for each in look.inputs:
        if _WHO.search(each.name):
            yield Finding(
                look.span(each.place),
                f"het gegeven `{each.name}` vraagt wie iemand is",
                help="vraag naar wat ertoe doet, zoals de leeftijd in plaats van de geboortedatum",
            )
