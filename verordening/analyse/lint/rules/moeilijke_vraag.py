"""Een tekst die iemand in een gesprek leest, is te lang.

Een vraag, of een zin die de uitkomst vertelt, heeft een zin van meer dan 25 woorden.

## Waarom dit uitmaakt

De klantmanager leest deze tekst voor met een inwoner aan tafel. Een lange zin onthoudt niemand, en dan wordt er maar
wat ingevuld.

## Wat u doet

- Maak er twee zinnen van, of laat weg wat er niet toe doet. Schrijf zoals u praat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD801"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.PROVISION

MOST_WORDS = 25
_READ_ALOUD = ("vraag", "uitkomstzin", "standaardzin", "motiveer")


def check(look: Written) -> Iterator[Finding]:
    """Questions and sentences with too many words."""
    for item in look.items():
        for clause in item.clauses:
            if clause.keyword not in _READ_ALOUD:
                continue
            texts = clause.texts if isinstance(clause, s.TextClause) else (getattr(clause, "text", ""),)
            longest = max(
                (len(each.split()) for text in texts for each in re.split(r"[.?!:;]\s", text)), default=0
            )
            if longest > MOST_WORDS:
                yield Finding(
                    clause.span,
                    f"een zin van {longest} woorden is te lang om voor te lezen",
                    help=f"maak er zinnen van ten hoogste {MOST_WORDS} woorden van",
                )
