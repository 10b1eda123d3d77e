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
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.writing import expressions_in
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD809"
SEVERITY = Severity.ADVIES

MOST = 10
_JOINING = ("and", "or", "not")


def check(look: Look) -> Iterator[Finding]:
    """Conditions with too many parts."""
    for item in look.items():
        for clause in item.clauses:
            if not isinstance(clause, s.ConditionClause) or clause.keyword == "eis":
                continue
            parts = [
                each
                for each in expressions_in(s.Item(item.head, (clause,)))
                if isinstance(each, s.Operation) and each.operator not in (*_JOINING, "+", "-", "*", "/")
            ]
            names = sum(
                isinstance(each, s.Operation) and each.operator in _JOINING[:2]
                for each in expressions_in(s.Item(item.head, (clause,)))
            )
            if max(len(parts), names) > MOST:
                yield Finding(
                    clause.span,
                    f"achter dit `{clause.keyword}` staan meer dan {MOST} voorwaarden",
                    help="maak begrippen van voorwaarden die bij elkaar horen",
                )
