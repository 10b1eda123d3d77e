"""Een regel heeft te veel voorwaarden.

Achter één `als` staan meer dan tien voorwaarden.

## Waarom dit uitmaakt

Zo'n regel kan niemand in zijn hoofd narekenen, en een fout valt niet op.

## Wat u doet

- Maak begrippen van voorwaarden die bij elkaar horen, elk met een naam die zegt wat het is.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD809"
SEVERITY = Severity.ADVIES
NEEDS = Needs.PROVISION

MOST = 10
_JOINING = ("and", "or", "not")


def check(look: Written) -> Iterator[Finding]:
    """Conditions with too many parts."""
    for item in look.items():
        for clause in item.clauses:
            if not isinstance(clause, s.ConditionClause) or clause.keyword == "eis":
                continue
            if _parts(clause.condition) > MOST:
                yield Finding(
                    clause.span,
                    f"achter dit `{clause.keyword}` staan meer dan {MOST} voorwaarden",
                    help="maak begrippen van voorwaarden die bij elkaar horen",
                )


def _parts(node: s.Expression) -> int:
    """How many conditions are joined here."""
    if isinstance(node, s.Operation) and node.operator in _JOINING:
        return sum(map(_parts, node.operands))
    return 1
