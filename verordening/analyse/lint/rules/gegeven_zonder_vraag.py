"""Bij een gegeven staat geen vraag.

Een gegeven of oordeel heeft geen `vraag`.

## Waarom dit uitmaakt

De klantmanager ziet dan alleen de naam, en moet raden wat er bedoeld is.

## Wat u doet

- Zet er een vraag bij, zoals u haar in het gesprek zou stellen.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity

CODE = "VRD802"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Facts and judgements without a question."""
    for each in look.inputs:
        if not look.clauses(each.place, "vraag"):
            yield Finding(
                look.span(each.place),
                f"bij `{each.name}` staat geen vraag",
                help='zet erbij hoe u het vraagt: `vraag "Heeft de inwoner een auto?"`',
            )
