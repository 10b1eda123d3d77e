"""Van een eigen lezing staat er niet waarom.

Bij `herkomst reconstructie` of `parafrase` hoort een zin: wat niet bekend is, en waar de lezing op rust.

## Waarom dit uitmaakt

Een uitkomst kan op deze tekst rusten. De klantmanager moet dan kunnen zien wat zeker is en wat een aanname is.

## Wat u doet

- Zet achter de herkomst tussen aanhalingstekens wat de bron zegt en wat u zelf koos.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity

CODE = "VRD792"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.PROVISION

_EXPLAINED = ("parafrase", "reconstructie")


def check(look: Written) -> Iterator[Finding]:
    """Grades below officieel without a word about why."""
    for item in look.items():
        for clause in item.clauses:
            match clause:
                case s.OriginClause(grade=word, text="") if word.name in _EXPLAINED:
                    yield Finding(
                        clause.span,
                        f"bij `herkomst {word.name}` staat niet waarom",
                        help=f'zet erachter wat er niet bekend is: `herkomst {word.name} "niet nagelezen"`',
                    )
