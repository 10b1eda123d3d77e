"""In het bestand staat een naam van een persoon.

Achter `de heer`, `mevrouw` of een voorletter staat een naam.

## Waarom dit uitmaakt

Een regeling gaat over iedereen en noemt niemand. De inwoner van wie de naam er staat, vindt zichzelf terug.

## Wat u doet

- Schrijf `de inwoner`, of noem het nummer van de uitspraak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.lines import lines_with
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity

CODE = "VRD782"
SEVERITY = Severity.WAARSCHUWING

_NAME = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]evr\.|[Dd]e heer|[Dd]hr\.)\s+(?:(?:van|de|den|der|el|ten|ter)\s+)*[A-Z][a-zé]+"
)


def check(look: Look) -> Iterator[Finding]:
    """A form of address before a name, anywhere in a file, comments too."""
    for span in lines_with(look, _find):
        yield Finding(
            span,
            "hier staat een naam van een persoon",
            help="schrijf `de inwoner`, of noem het nummer van de uitspraak",
        )


def _find(line: str) -> tuple[int, int] | None:
    found = _NAME.search(line)
    return found.span() if found else None
