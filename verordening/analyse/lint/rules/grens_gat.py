"""Tussen twee grenzen geldt geen van beide regels.

De ene regel houdt op bij een waarde, en de andere begint pas verder.

## Waarom dit uitmaakt

Wie ertussen zit, krijgt van geen van beide regels een uitkomst. Dat is zelden de bedoeling.

## Wat u doet

- Laat de grenzen op elkaar aansluiten: `<= 30` en `> 30`, of `< 30` en `>= 30`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.neighbours import neighbours
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity

CODE = "VRD774"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules of one article between whose thresholds a value lies that neither covers."""
    for below, above, label in neighbours(look, overlapping=False):
        yield Finding(
            above.span,
            f"tussen deze grens van {label} en die van `{below.rule.path}` ligt een waarde zonder regel",
            help="laat de grenzen op elkaar aansluiten: `<= 30` en `> 30`",
            related=(Related(below.span, "hier houdt de andere regel op"),),
        )
