"""Een oordeel zegt niet wat meeweegt.

Een open norm vraagt een oordeel van een mens. Er staat niet bij wat daarbij meeweegt.

## Waarom dit uitmaakt

Zonder punten om te wegen weegt iedereen iets anders, en krijgen gelijke gevallen een andere uitkomst. Of niemand durft
de ruimte te gebruiken.

## Wat u doet

- Zet `weeg` bij het oordeel, met de punten uit de tekst of de toelichting.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity

CODE = "VRD752"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Judgements of a municipality without anything to weigh; what an act leaves out is not for its author to add."""
    for each in look.inputs:
        if each.judgement and not each.weigh and look.is_of_municipality(each.place):
            yield Finding(
                look.span(each.place),
                f"het oordeel `{each.name}` zegt niet wat meeweegt",
                help="zet erbij wat meeweegt: `weeg gezondheid, gezin, schulden`",
            )
