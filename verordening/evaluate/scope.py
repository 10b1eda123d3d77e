"""Which decisions a case is about: those it names, else those that a given act or fact can touch."""

from __future__ import annotations

from verordening.evaluate.context import Context
from verordening.evaluate.rules import applies
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of
from verordening.model.rules import Form, Rule
from verordening.remembering import lru_cache

SETTLING = frozenset({Form.SET, Form.MAY, Form.DELEGATE, Form.TAILOR})


def asked_decisions(asked: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The decisions named, or in order of declaration those with a rule that a given fact leaves possible.

    When a decision starts and how it is spread belongs to that decision; nobody has to ask for it.
    """
    if asked:
        return asked
    courses = [each.course for each in context.corpus.decisions.values() if each.course is not None]
    belonging = {name for course in courses for name in (course.start, course.spread)}
    return tuple(
        name
        for name in context.corpus.decisions
        if name not in belonging
        and any(
            _touches(context.corpus.rules[index], name, context)
            for index in context.corpus.by_decision.get(name, ())
        )
    )


def _touches(rule: Rule, decision: str, context: Context) -> bool:
    if rule.deviates or _asked_about(rule, context.corpus).isdisjoint(context.inputs):
        return False
    if not any(effect.decision == decision and effect.form in SETTLING for effect in rule.effects):
        return False
    return applies(rule.index, context) is not False


@lru_cache(maxsize=16384)
def _asked_about(rule: Rule, corpus: Corpus) -> frozenset[str]:
    """The facts and judgements that the conditions of a rule ask about."""
    return frozenset(name for node in conditions_of(rule) for name in inputs_of(corpus, node))
