"""Twee gegevens stellen dezelfde vraag.

Twee gegevens of oordelen hebben dezelfde vraag, met een verschillende naam.

## Waarom dit uitmaakt

De klantmanager krijgt de vraag twee keer, en kan er twee keer iets anders op antwoorden.

## Wat u doet

- Gebruik overal hetzelfde gegeven. Is het toch iets anders, maak dan de vraag anders.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model.resolving.checks import span_of

CODE = "VRD800"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Facts of a linted file that ask what an earlier fact asks."""
    asked: dict[str, str] = {}
    own = {each.name for each in look.inputs}
    for question, name in look.corpus.questions:
        first = asked.setdefault(" ".join(question.casefold().split()), name)
        if first != name and name in own:
            each, earlier = look.corpus.inputs[name], look.corpus.inputs[first]
            yield Finding(
                look.span(each.place, "vraag"),
                f"`{first}` stelt dezelfde vraag",
                help="gebruik overal hetzelfde gegeven, of maak deze vraag anders",
                related=(Related(span_of(earlier.place, f"gegeven {first}"), "hier staat de vraag ook"),),
            )
