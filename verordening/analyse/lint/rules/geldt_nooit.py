"""Een regel geldt nooit.

De voorwaarden sluiten elkaar uit: er is geen zaak waarin zij samen waar zijn.

## Waarom dit uitmaakt

De raad denkt iets geregeld te hebben, en het geldt voor niemand.

## Wat u doet

- Kijk in de bron of er `of` hoort te staan in plaats van `en`, of een andere waarde.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.days import last_day
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.possible import case_of
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Severity
from verordening.model.dependence import conditions_of, inputs_of, looks_at_day
from verordening.model.rules import Rule

CODE = "VRD806"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Rules whose conditions surely never hold together."""
    for rule in look.rules:
        # A condition on the peildatum: then one day says nothing of all days.
        if any(looks_at_day(look.corpus, each) for each in conditions_of(rule)):
            continue
        if not _may_contradict_itself(rule, look):
            continue
        day = last_day(look.corpus, (rule,))
        if day is not None and case_of(look, (rule,), day) is False:
            yield Finding(
                look.span(rule.place, "als"),
                f"`{rule.path}` geldt nooit: de voorwaarden sluiten elkaar uit",
                help="kijk of er `of` hoort te staan in plaats van `en`, of een andere waarde",
            )


def _may_contradict_itself(rule: Rule, look: Look) -> bool:
    """Whether two of its conditions are about one fact: else nothing can make them exclude each other."""
    seen: set[str] = set()
    for each in conjuncts(rule):
        names = set(inputs_of(look.corpus, each))
        if not seen.isdisjoint(names):
            return True
        seen |= names
    return False
