"""In het bestand staat een burgerservicenummer.

Negen cijfers die een burgerservicenummer kunnen zijn (zij voldoen aan de elfproef).

## Waarom dit uitmaakt

Een regeling gaat over iedereen en noemt niemand. Zo'n nummer hoort niet in een bestand dat op internet komt.

## Wat u doet

- Haal het nummer weg, ook uit de geschiedenis van het bestand.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.lines import lines_with
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language.bsn import contains_bsn
from verordening.language.diagnostics import Severity
from verordening.patterns import pattern

CODE = "VRD781"
SEVERITY = Severity.FOUT
NEEDS = Needs.TEXT

GLANCE: Final = pattern(r"\d(?:[^\n\da-zA-Z]{0,40}\d){8}")
"""Nine digits without a letter between them."""


def check(look: Written) -> Iterator[Finding]:
    """Numbers that pass the elfproef, anywhere in a file, comments too."""
    for span in lines_with(look.texts, contains_bsn, GLANCE):
        yield Finding(
            span,
            "hier staan negen cijfers die een burgerservicenummer kunnen zijn",
            help="haal het nummer weg; een regeling noemt geen personen",
        )
