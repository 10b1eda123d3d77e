"""Twee regels zeggen over hetzelfde geval iets anders.

Twee regels hebben dezelfde voorwaarden en een andere uitkomst, en geen van beide wijkt van de andere af.

## Waarom dit uitmaakt

In elke zaak waarin zij gelden, botsen zij. Het programma kiest dan niet, en de inwoner wacht.

## Wat u doet

- Zet bij een van beide `in afwijking van`, of zet bij een van beide wat het geval anders maakt.
- Spreekt de bron zichzelf tegen, zet er dan `omstreden` bij.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from verordening.analyse.days import last_day
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.evaluate.told_apart import conjuncts
from verordening.language.diagnostics import Related, Severity
from verordening.model.likeness import likeness
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rule

CODE = "VRD775"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

MOST_OTHERS = 20
"""With so many rules each is held beside, until it clashes with one."""


def check(look: Look) -> Iterator[Finding]:
    """Rules with the same conditions as an earlier one of their rank, and another value for the same decision."""
    own = {each.index for each in look.rules}
    told: dict[tuple[object, ...], dict[object, list[Rule]]] = {}
    cases: dict[int, tuple[object, ...]] = {}
    for rule, effect in _setting(look):
        if rule.index not in cases:
            cases[rule.index] = _case(rule)
        by_value = told.setdefault((effect.decision, look.corpus.rank_of(rule), *cases[rule.index]), {})
        value = likeness(effect.low)
        others: Iterable[Rule] = (each for low, ones in by_value.items() if low != value for each in ones)
        others = islice(others, MOST_OTHERS) if rule.index in own else ()
        clashing = next((each for each in others if _clash(rule, each, look)), None)
        if clashing is not None:
            yield Finding(
                look.span_of(rule, effect),
                f"`{clashing.path}` zegt over hetzelfde geval iets anders",
                help="zet bij een van beide `in afwijking van`, of wat het geval anders maakt",
                related=(Related(span_of(clashing.place, clashing.path), "hier staat een andere uitkomst"),),
            )
        by_value.setdefault(value, []).append(rule)


def _setting(look: Look) -> Iterator[tuple[Rule, Effect]]:
    """The rules with conditions that set what a linted rule of their rank sets, in order of the corpus."""
    rank_of = look.corpus.rank_of
    decided = {(effect.decision, rank_of(rule)) for rule, effect in look.setting(Form.SET)}
    indices = {index for each, _ in decided for index in look.corpus.by_decision.get(each, ())}
    for rule in (look.corpus.rules[index] for index in sorted(indices)):
        rank = rank_of(rule)
        for effect in rule.effects:
            if effect.form is Form.SET and (effect.decision, rank) in decided and conjuncts(rule):
                yield rule, effect


def _case(rule: Rule) -> tuple[object, ...]:
    """What two rules share that speak of the same case."""
    return frozenset(map(likeness, conjuncts(rule))), rule.because, frozenset(rule.targets)


def _clash(rule: Rule, other: Rule, look: Look) -> bool:
    if rule.index in other.targets or other.index in rule.targets or (rule.disputed and other.disputed):
        return False
    return last_day(look.corpus, (rule, other)) is not None
