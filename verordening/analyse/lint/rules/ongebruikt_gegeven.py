"""Een gegeven of oordeel wordt nergens gebruikt.

Geen regel, begrip, richtlijn of ondergrens kijkt ernaar.

## Waarom dit uitmaakt

Wat niemand gebruikt, wordt ook nooit gevraagd. Vaak is bij het overnemen van de tekst een voorwaarde vergeten.

## Wat u doet

- Kijk of er ergens een voorwaarde ontbreekt, of haal het gegeven weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.mentioned import unmentioned
from verordening.language.diagnostics import Severity

CODE = "VRD804"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Declared facts that nothing in the corpus mentions."""
    own = [each for each in look.inputs if look.is_of_municipality(each.place)]
    unused = unmentioned(look, (each.name for each in own))
    for each in own:
        if each.name in unused:
            what = "oordeel" if each.judgement else "gegeven"
            yield Finding(
                look.span(each.place),
                f"het {what} `{each.name}` wordt nergens gebruikt",
                help="kijk of er een voorwaarde ontbreekt, of haal het weg",
            )
