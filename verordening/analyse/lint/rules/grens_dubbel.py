"""Twee regels gelden allebei op de grens.

De ene regel gaat tot en met een waarde, de andere begint op diezelfde waarde.

## Waarom dit uitmaakt

Wie precies op de grens zit, krijgt twee uitkomsten. Dat is een botsing, en gelijke gevallen worden zo niet gelijk
behandeld.

## Wat u doet

- Maak van een van beide grenzen `<` of `>`: kijk in de bron of de grens bij de ene of bij de andere regel hoort.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.neighbours import neighbours
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity

CODE = "VRD773"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules of one article that both cover the value at which the one should take over from the other."""
    for below, above, label in neighbours(look, overlapping=True):
        yield Finding(
            above.span,
            f"precies op deze grens van {label} geldt ook `{below.rule.path}`",
            help="kies bij welke regel de grens hoort, en schrijf bij de andere `<` of `>`",
            related=(Related(below.span, "hier hoort de grens er ook bij"),),
        )
