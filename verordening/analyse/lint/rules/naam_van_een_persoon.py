"""In het bestand staat een naam van een persoon.

Achter `de heer`, `mevrouw` of een voorletter staat een naam, of een voornaam met een achternaam. Wie als schrijver van
een bron wordt genoemd (`bron`, `bewijs`, `bewijslast`, `spreekt tegen`, `herkomst`), mag er staan.

## Waarom dit uitmaakt

Een regeling gaat over iedereen en noemt niemand. De inwoner van wie de naam er staat, vindt zichzelf terug.

## Wat u doet

- Schrijf `de inwoner`, of noem het nummer van de uitspraak.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.lines import lines_with
from verordening.analyse.lint.naming import CAN_NAME, person_in
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language.diagnostics import Severity

CODE = "VRD782"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.TEXT


def check(look: Written) -> Iterator[Finding]:
    """Names of persons, anywhere in a file, comments too."""
    for span in lines_with(look.texts, person_in, CAN_NAME):
        yield Finding(
            span,
            "hier staat een naam van een persoon",
            help="schrijf `de inwoner`, of noem het nummer van de uitspraak",
        )
