"""Twee regels zeggen over hetzelfde geval iets anders.

Twee regels hebben dezelfde voorwaarden en een andere uitkomst, en geen van beide wijkt van de andere af.

## Waarom dit uitmaakt

In elke zaak waarin zij gelden, botsen zij. Het programma kiest dan niet, en de bewoner wacht.

## Wat u doet

- Zet bij een van beide `in afwijking van`, of zet bij een van beide wat het geval anders maakt.
- Spreekt de bron zichzelf tegen, zet er dan `omstreden` bij.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.days import last_day
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Related, Severity
from verordening.model.expressions import alike
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD775"
SEVERITY = Severity.WAARSCHUWING


def check(look: Look) -> Iterator[Finding]:
    """Pairs of rules of one rank with the same conditions and another value for the same decision."""
    for rule, effect in look.setting(Form.SET):
        for other, theirs in _earlier(rule, effect, look):
            if _same_case(rule, other) and not alike(effect.low, theirs.low):
                yield Finding(
                    look.span_of(rule, effect),
                    f"`{other.path}` zegt over hetzelfde geval iets anders",
                    help="zet bij een van beide `in afwijking van`, of wat het geval anders maakt",
                    related=(Related(span_of(other.place, other.path), "hier staat een andere uitkomst"),),
                )


def _earlier(rule: Rule, effect: Effect, look: Look) -> Iterator[tuple[Rule, Effect]]:
    rank = look.corpus.rank_of(rule)
    for index in look.corpus.by_decision.get(effect.decision, ()):
        other = look.corpus.rules[index]
        if (
            index >= rule.index
            or look.corpus.rank_of(other) is not rank
            or (rule.disputed and other.disputed)
        ):
            continue
        if (
            rule.index in other.targets
            or index in rule.targets
            or last_day(look.corpus, (rule, other)) is None
        ):
            continue
        yield from (
            (other, each)
            for each in other.effects
            if each.form is Form.SET and each.decision == effect.decision
        )


def _same_case(rule: Rule, other: Rule) -> bool:
    own, theirs = conjuncts(rule), conjuncts(other)
    if len(own) != len(theirs) or rule.because != other.because or set(rule.targets) != set(other.targets):
        return False
    return bool(own) and all(any(alike(each, one) for one in theirs) for each in own)
