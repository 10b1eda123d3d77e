"""Een begrip, tabel of besluit wordt nergens gebruikt.

Er is iets vastgelegd waar geen regel naar kijkt, of een besluit waar geen regel over gaat.

## Waarom dit uitmaakt

Het lijkt te gelden, en doet niets. Vaak is een regel vergeten.

## Wat u doet

- Kijk of er een regel ontbreekt, of haal het weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.mentioned import unmentioned
from verordening.language.diagnostics import Severity

CODE = "VRD805"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Declared concepts, tables and decisions that nothing in the corpus mentions."""
    for what, declared in (("begrip", look.concepts), ("tabel", look.tables), ("besluit", look.decisions)):
        article = "de" if what == "tabel" else "het"
        own = [each for each in declared if look.is_of_municipality(each.place)]
        unused = unmentioned(look, (each.name for each in own))
        for each in own:
            if each.name in unused:
                yield Finding(
                    look.span(each.place),
                    f"{article} {what} `{each.name}` wordt nergens gebruikt",
                    help="kijk of er een regel ontbreekt, of haal het weg",
                )
