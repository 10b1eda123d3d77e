"""Een tabel houdt op.

De laatste rij van een tabel heeft een einde, en er staat niet wat daarna geldt.

## Waarom dit uitmaakt

Na die dag is het bedrag onbekend, en blijft elke zaak die het nodig heeft open staan.

## Wat u doet

- Zet er de volgende rij bij, of `vanaf … is onbekend` als het bedrag nog niet bekend is.
  `verordening bedragen` helpt daarbij.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model.formatting import format_date

CODE = "VRD742"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Tables whose last row was given an end by its author."""
    for table in look.tables:
        rows = [each for each in look.clauses(table.place) if isinstance(each, s.RowClause)]
        if rows and rows[-1].end is not None:
            yield Finding(
                rows[-1].span,
                f"de tabel `{table.name}` houdt op {format_date(rows[-1].end)} op",
                label="wat geldt daarna?",
                help="zet er de volgende rij bij, of `vanaf … is onbekend`",
            )
