"""Een gemeentelijke regeling noemt geen grondslag.

Een verordening, nadere regel of beleidsregel rust op een hogere regeling. Welke, staat er niet.

## Waarom dit uitmaakt

Zonder grondslag is er geen bevoegdheid: het programma past de regels dan niet toe waar de wet iets aan de gemeente
overlaat, en een rechter kan dat ook.

## Wat u doet

- Zet in de kop `grondslag`, met het artikel dat de gemeente opdraagt of toestaat dit te regelen.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.rules import Rank

CODE = "VRD711"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_RANKS = (Rank.BELEIDSREGEL, Rank.NADERE_REGEL, Rank.VERORDENING)


def check(look: Look) -> Iterator[Finding]:
    """Municipal regulations that rest on nothing."""
    for each in look.regulations:
        if each.gemeente and each.rank in _RANKS and not each.grounds:
            yield Finding(
                look.span(each.place),
                f"de regeling `{each.id}` noemt geen grondslag",
                help="zet erbij waarop zij rust: `grondslag pw artikel 8 lid 1 onderdeel a`",
            )
