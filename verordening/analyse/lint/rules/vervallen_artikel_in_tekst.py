"""Een tekst noemt een artikel van de Participatiewet dat vervallen is.

In een zin van de regeling staat een artikel dat nu niet meer geldt.

## Waarom dit uitmaakt

Wie de verwijzing volgt, vindt niets, of een oude tekst die niet meer geldt.

## Wat u doet

- Noem het artikel dat nu geldt.
- Zegt de bron dit zo, zet er dan `dode verwijzing` bij, met wat ermee is.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model.rules import Provision
from verordening.patterns import pattern

CODE = "VRD712"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_CITED = pattern(r"Participatiewet artikel (\d+[a-z]*)|artikel (\d+[a-z]*) van de Participatiewet")


def check(look: Look) -> Iterator[Finding]:
    """Texts of municipal provisions that cite an article of the act of which every text has ended."""
    for provision in look.provisions:
        if not look.corpus.regulations[provision.regulation].gemeente or provision.dead:
            continue
        for clause in look.clauses(provision.place, "inhoud"):
            for text in clause.texts if isinstance(clause, s.TextClause) else ():
                for number in (one or other for one, other in _CITED.findall(text)):
                    versions = _versions(f"pw artikel {number}", look)
                    if versions and all(each.validity.end is not None for each in versions):
                        yield Finding(
                            clause.span,
                            f"Participatiewet artikel {number} is vervallen",
                            help="noem het artikel dat nu geldt, of zet er `dode verwijzing` bij",
                        )


def _versions(place: str, look: Look) -> list[Provision]:
    """Every text at a place and inside it."""
    return [
        each
        for name, versions in look.corpus.provisions.items()
        if name == place or name.startswith(f"{place} ")
        for each in versions
    ]
