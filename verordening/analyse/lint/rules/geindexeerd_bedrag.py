"""Een bedrag dat elk jaar verandert, staat in een regel.

Het bedrag is gelijk aan een rij van een tabel die wordt geïndexeerd.

## Waarom dit uitmaakt

Op de volgende dag van indexering verandert de tabel, en dit bedrag niet. Inwoners krijgen dan te veel of te weinig,
zonder dat iemand iets deed.

## Wat u doet

- Schrijf de naam van de tabel in plaats van het bedrag.
- Is het toeval, zet dan in een opmerking waarom: `# negeer VRD741: …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model.rules import Table

CODE = "VRD741"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_ROUND = 500
"""Cents."""


def check(look: Look) -> Iterator[Finding]:
    """Amounts outside a table that equal an amount of a table with days of indexation."""
    amounts = [
        each
        for item, each in look.literals
        if each.kind == "bedrag" and _is_exact(each.number)
        if not isinstance(item.head, s.TableHead)
    ]
    indexed = _indexed(look) if amounts else {}
    for each in amounts:
        table = indexed.get(each.number)
        if table is not None:
            yield Finding(
                each.span,
                f"dit bedrag staat ook in de tabel `{table.name}`, die wordt geïndexeerd",
                help=f"schrijf `{table.name}`",
            )


def _indexed(look: Look) -> dict[object, Table]:
    """By amount the last table with days of indexation that has it."""
    return {
        row.value: table
        for table in look.corpus.tables.values()
        if table.indexed
        for row in table.rows
        if row.value is not None
    }


def _is_exact(number: object) -> bool:
    """Whether an amount is too exact to be the same by chance: no multiple of five euros."""
    return isinstance(number, int | Fraction) and number % _ROUND != 0
