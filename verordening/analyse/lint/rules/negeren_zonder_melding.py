"""Een genegeerde melding is er niet meer.

Bij `# negeer …` staat een code die op deze regel niets meer meldt.

## Waarom dit uitmaakt

De tekst is intussen veranderd. Blijft de opmerking staan, dan verbergt zij later een nieuwe fout.

## Wat u doet

- Haal de opmerking weg, of zet haar op de regel waar de melding nu staat.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.ignoring import Ignored
from verordening.analyse.lint.look import Look
from verordening.language.diagnostics import Severity

CODE = "VRD705"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Nothing by itself: what a comment leaves is known once every other rule has looked (`finding`)."""
    yield from ()


def finding(ignored: Ignored, code: str) -> Finding:
    """That a comment leaves a code of which nothing was found."""
    return Finding(
        ignored.span,
        f"`{code}` is hier niet gemeld",
        help="haal de opmerking weg, of zet haar bij de regel waar de melding staat",
    )
