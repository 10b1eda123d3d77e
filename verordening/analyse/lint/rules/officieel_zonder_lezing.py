"""Een tekst heet officieel, en niemand las haar na.

Bij `herkomst officieel` staat niet op welke dag de tekst naast de bron is gelegd, en ook niet welke tekst dat was.

## Waarom dit uitmaakt

Een klantmanager vertrouwt op wat officieel heet. Is niet te zien dat iemand het nalas, dan is het vertrouwen nergens op
gebaseerd.

## Wat u doet

- Leg de tekst naast de bron en schrijf de dag op: `nagelezen op 1 maart 2026`.
- Deed niemand dat, schrijf dan `herkomst parafrase "niet nagelezen"`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.language.source import Span
from verordening.model.rules import Grade, Provision, Regulation

CODE = "VRD791"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Regulations and places that claim to be official while nobody read them beside their source."""
    for regulation in look.regulations:
        if _unread(regulation):
            yield _finding(look.span(regulation.place, "herkomst"), regulation.id)
    for each in look.provisions:
        own = look.clauses(each.place, "herkomst")
        if own and _unread(each):
            yield _finding(own[0].span, each.path)


def _unread(each: Regulation | Provision) -> bool:
    """Whether neither a day nor a word says who read which text."""
    return each.provenance.grade is Grade.OFFICIEEL and each.checked is None and not each.provenance.note


def _finding(span: Span, name: str) -> Finding:
    return Finding(
        span,
        f"`{name}` heet officieel, maar wanneer de tekst is nagelezen, staat er niet",
        help="schrijf erbij wanneer iemand haar naast de bron legde: `nagelezen op 1 maart 2026`",
    )
