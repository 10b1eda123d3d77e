"""Een voorwaarde ontkent twee keer.

`niet (niet …)`, of `niet` voor een vergelijking die zelf andersom kan.

## Waarom dit uitmaakt

Twee ontkenningen achter elkaar leest bijna iedereen een keer verkeerd.

## Wat u doet

- Schrijf de voorwaarde zonder `niet`: `dagen <= 30` in plaats van `niet dagen > 30`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD703"
SEVERITY = Severity.ADVIES
NEEDS = Needs.PROVISION

_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def check(look: Written) -> Iterator[Finding]:
    """`niet` before another `niet`, or before a comparison."""
    for _, each in look.operations:
        match each:
            case s.Operation(operator="not", operands=(s.Operation(operator="not"),)):
                yield Finding(each.span, "hier staat twee keer `niet`", help="haal beide weg")
            case s.Operation(operator="not", operands=(s.Operation(operator=operator),)) if (
                operator in _OPPOSITE
            ):
                yield Finding(
                    each.span,
                    f"hier leest `{_OPPOSITE[operator]}` makkelijker dan `niet … {operator} …`",
                    help=f"haal `niet` weg en schrijf `{_OPPOSITE[operator]}`",
                )
