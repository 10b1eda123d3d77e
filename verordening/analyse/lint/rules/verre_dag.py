"""Een dag ligt wel erg ver weg.

Een regeling of artikel gaat in, of een bedrag geldt, op een dag ver na alles wat hier bekend is.

## Waarom dit uitmaakt

Meestal is het een tikfout in het jaar: 2109 in plaats van 2019. De regel geldt dan in geen enkele zaak, en niemand
krijgt een melding.

## Wat u doet

- Kijk in de bron welk jaar er staat.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model.formatting import format_date

CODE = "VRD733"
SEVERITY = Severity.WAARSCHUWING

YEARS = 20
"""So long after the last day on which anything else begins to hold, nothing has been decided yet."""


def check(look: Look) -> Iterator[Finding]:
    """First days of texts and amounts. What else there is says what is far: no clock is looked at."""
    starts = [
        (clause.span, clause.start)
        for item in look.items()
        for clause in item.clauses
        if isinstance(clause, s.PeriodClause | s.RowClause) and clause.start is not None
    ]
    own = {start for _, start in starts}
    others = next((each for each in reversed(look.corpus.starts) if each not in own), None)
    for span, start in starts:
        if others is not None and start.year > others.year + YEARS:
            yield Finding(
                span,
                f"{format_date(start)} is wel erg ver weg",
                help="kijk in de bron welk jaar er staat",
            )
