"""Een regeling noemt geen bron.

Er staat niet waar de echte tekst te vinden is.

## Waarom dit uitmaakt

Wie twijfelt aan een uitkomst, moet de tekst kunnen openen. Zonder bron kan niemand nagaan of de regels kloppen.

## Wat u doet

- Zet in de kop `bron` met het CVDR- of BWB-nummer, of met een omschrijving van het stuk.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.rules import Rank

CODE = "VRD793"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Regulations with rank that name no source."""
    for each in look.regulations:
        if each.rank > Rank.BEGRIPPEN and not each.source:
            yield Finding(
                look.span(each.place),
                f"de regeling `{each.id}` noemt geen bron",
                help='zet erbij waar de tekst staat: `bron "CVDR358905/1"`',
            )
