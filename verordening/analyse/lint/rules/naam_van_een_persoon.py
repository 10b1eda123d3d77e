"""In het bestand staat een naam van een persoon.

Achter `de heer`, `mevrouw` of een voorletter staat een naam.

## Waarom dit uitmaakt

Een regeling gaat over iedereen en noemt niemand. De bewoner van wie de naam er staat, vindt zichzelf terug.

## Wat u doet

- Schrijf `de bewoner`, of noem het nummer van de uitspraak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity

CODE = "VRD782"
SEVERITY = Severity.WAARSCHUWING

_NAME = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]evr\.|[Dd]e heer|[Dd]hr\.)\s+(?:(?:van|de|den|der|el|ten|ter)\s+)*[A-Z][a-zé]+"
)


def check(look: Look) -> Iterator[Finding]:
    """A form of address before a name, anywhere in a file, comments too."""
    for source in look.texts:
        for number, line in enumerate(source.text.split("\n"), 1):
            found = _NAME.search(line)
            if found is not None:
                yield Finding(
                    source.span(number, found.start() + 1, len(found[0])),
                    "hier staat een naam van een persoon",
                    help="schrijf `de bewoner`, of noem het nummer van de uitspraak",
                )
