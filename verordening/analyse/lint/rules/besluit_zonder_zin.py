"""Bij een besluit staat niet hoe de uitkomst klinkt.

Een besluit heeft geen `uitkomstzin`.

## Waarom dit uitmaakt

De klantmanager leest dan een naam met een getal erachter, en de inwoner ook.

## Wat u doet

- Zet er een zin bij met `{uitkomst}` erin.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity

CODE = "VRD803"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Decisions without a sentence for their outcome."""
    for each in look.decisions:
        if not each.sentence:
            yield Finding(
                look.span(each.place),
                f"bij het besluit `{each.name}` staat niet hoe de uitkomst klinkt",
                help='zet erbij: `uitkomstzin "De premie is {uitkomst}"`',
            )
