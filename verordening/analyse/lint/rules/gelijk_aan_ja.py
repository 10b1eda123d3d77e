"""Een voorwaarde zegt `= ja` of `= nee`.

Een gegeven dat ja of nee is, is zelf al een voorwaarde.

## Waarom dit uitmaakt

`als herhaald` leest sneller dan `als herhaald = ja`, en `niet herhaald` sneller dan `herhaald = nee`.

## Wat u doet

- Laat `= ja` weg, en maak van `= nee` een `niet` ervoor. `verordening lint --herstel` doet dit voor u.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Edit, Severity

CODE = "VRD701"
SEVERITY = Severity.ADVIES
NEEDS = Needs.PROVISION


def check(look: Written) -> Iterator[Finding]:
    """Comparisons of a name with ja or nee."""
    for _, each in look.operations:
        match each:
            case s.Operation(
                operator="=" | "!=", operands=(s.Name() as name, s.Literal(kind="ja/nee") as word)
            ):
                positive = (each.operator == "=") is bool(word.number)
                better = name.name if positive else f"niet {name.name}"
                yield Finding(
                    each.span,
                    f"hier is `{better}` genoeg",
                    help=f"schrijf `{better}`",
                    edits=(Edit(each.span, better),),
                    safe=True,
                )
