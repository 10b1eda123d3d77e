"""Een oordeel zegt niet bij welke bepaling het hoort.

Een oordeel hoort bij één bepaling: dringende redenen in het ene artikel zijn niet die in het andere.

## Waarom dit uitmaakt

Zonder bepaling is niet te zien waarover een klantmanager oordeelt, en waarop het besluit rust.

## Wat u doet

- Zet `grondslag` bij het oordeel, met het artikel waarin de open norm staat.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity

CODE = "VRD756"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Judgements that name no provision."""
    for each in look.inputs:
        if each.judgement and not each.grounds:
            yield Finding(
                look.span(each.place),
                f"het oordeel `{each.name}` zegt niet bij welke bepaling het hoort",
                help="zet erbij waar de open norm staat: `grondslag artikel 3 lid 2`",
            )
