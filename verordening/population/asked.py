"""Which decisions a population is about, where nobody says so."""

from __future__ import annotations

from collections.abc import Collection

from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of, values_of
from verordening.model.rules import Form, Rule

_SETTLING = frozenset({Form.SET, Form.MAY, Form.DELEGATE, Form.TAILOR})


def touched(corpus: Corpus, facts: Collection[str]) -> tuple[str, ...]:
    """The decisions that these facts bear on, in order of declaration.

    As for one case: not when a decision starts or how it is spread, which belongs to that decision.
    """
    given = frozenset(facts)
    courses = [each.course for each in corpus.decisions.values() if each.course is not None]
    belonging = {name for course in courses for name in (course.start, course.spread)}
    return tuple(
        name
        for name in corpus.decisions
        if name not in belonging
        and any(
            _touches(corpus.rules[index], name, given, corpus) for index in corpus.by_decision.get(name, ())
        )
    )


def needed(corpus: Corpus, decisions: Collection[str]) -> tuple[str, ...]:
    """The facts that the rules on these decisions turn on, in order of declaration."""
    rules = {index for each in decisions for index in corpus.by_decision.get(each, ())}
    nodes = (
        node
        for index in rules
        for node in (*conditions_of(corpus.rules[index]), *values_of(corpus.rules[index]))
    )
    names = {name for node in nodes for name in inputs_of(corpus, node)}
    names.update(corpus.rules[index].because for index in rules)
    return tuple(name for name in corpus.inputs if name in names)


def _touches(rule: Rule, decision: str, given: frozenset[str], corpus: Corpus) -> bool:
    if rule.deviates or not any(
        effect.decision == decision and effect.form in _SETTLING for effect in rule.effects
    ):
        return False
    nodes = (*conditions_of(rule), *values_of(rule))
    return any(not given.isdisjoint(inputs_of(corpus, node)) for node in nodes)
