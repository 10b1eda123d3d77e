"""Dezelfde voorwaarde staat er twee keer.

Achter `en` of `of` staat iets dat er al stond.

## Waarom dit uitmaakt

De tweede keer doet niets. Meestal was er iets anders bedoeld.

## Wat u doet

- Kijk in de bron wat er de tweede keer hoort te staan, of haal het weg.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.writing import operands_of, wording
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Related, Severity

CODE = "VRD702"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.PROVISION

_WORDS = {"and": "en", "or": "of"}


def check(look: Written) -> Iterator[Finding]:
    """Operands of one `en` or `of` that are written the same."""
    for _, each in look.operations:
        if each.operator not in _WORDS:
            continue
        alike: dict[object, list[s.Expression]] = {}
        for operand in operands_of(each):
            alike.setdefault(_glance(operand), []).append(operand)
        seen: dict[object, s.Expression] = {}
        for operand in (one for several in alike.values() if len(several) > 1 for one in several):
            first = seen.setdefault(wording(operand), operand)
            if first is not operand:
                yield Finding(
                    operand.span,
                    f"dit stond al eerder achter dezelfde `{_WORDS[each.operator]}`",
                    help="haal het weg, of kijk in de bron wat hier hoort te staan",
                    related=(Related(first.span, "hier stond het al"),),
                )


def _glance(node: s.Expression) -> object:
    """What two have alike that are written the same: most need no further look."""
    return type(node), getattr(node, "operator", ""), getattr(node, "name", "")
