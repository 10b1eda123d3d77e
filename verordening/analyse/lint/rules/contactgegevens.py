"""In het bestand staat een telefoonnummer of e-mailadres.

## Waarom dit uitmaakt

Een nummer of adres van een persoon hoort niet in een regeling, en dat van een afdeling is na een jaar anders.

## Wat u doet

- Haal het weg, of verwijs naar de website van de gemeente.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.lines import lines_with
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity

CODE = "VRD783"
SEVERITY = Severity.WAARSCHUWING

_CONTACT = re.compile(
    r"\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b|\b0[1-9]\d?[- ]?\d{7,8}\b|\b06[- ]?\d{8}\b|\+31 ?\d{9}\b"
)


def check(look: Look) -> Iterator[Finding]:
    """Telephone numbers and e-mail addresses, anywhere in a file, comments too."""
    for span in lines_with(look, _find):
        yield Finding(
            span,
            "hier staat een telefoonnummer of e-mailadres",
            help="haal het weg, of verwijs naar de website van de gemeente",
        )


def _find(line: str) -> tuple[int, int] | None:
    found = _CONTACT.search(line)
    return found.span() if found else None
