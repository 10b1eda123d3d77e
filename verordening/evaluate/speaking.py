"""Which rules speak of a decision: all of them, and in a case those that apply or may."""

from __future__ import annotations

from functools import lru_cache

from verordening.evaluate.context import Context, Speakers, Speaking
from verordening.evaluate.rules import applies
from verordening.model.corpus import Corpus
from verordening.model.rules import Form, Rank, Rule

_LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)
_NOBODY = Speakers()


def rank_of(rule: Rule, context: Context) -> Rank:
    """The rank of the regulation that a rule stands in."""
    return context.corpus.regulations[rule.regulation].rank


def rules_on(decision: str, form: Form, context: Context) -> tuple[Speaking, ...]:
    """The rules with a consequence of this form for the decision."""
    return by_form(context.corpus).get((decision, form), ())


@lru_cache(maxsize=8)
def by_form(corpus: Corpus) -> dict[tuple[str, Form], tuple[Speaking, ...]]:
    """For each decision and form the rules with such a consequence, in order."""
    found: dict[tuple[str, Form], list[Speaking]] = {}
    for rule in corpus.rules:
        for effect in rule.effects:
            if effect.decision:
                found.setdefault((effect.decision, effect.form), []).append((rule, effect))
    return {key: tuple(pairs) for key, pairs in found.items()}


def speaking(decision: str, context: Context) -> Speakers:
    """The rules on a decision that apply in this case or may; those that surely do not are left out.

    What does not apply goes on not to when more becomes known, so a completed case starts from what was left.
    """
    known = context.live.get(decision)
    if known is None:
        every = context.wider.get(decision)
        if every is None:
            every = _speakers(context.corpus).get(decision, _NOBODY)
        known = context.live[decision] = Speakers(*[each and _left(each, context) for each in every])
    return known


def _left(speakers: tuple[Speaking, ...], context: Context) -> tuple[Speaking, ...]:
    return tuple([each for each in speakers if applies(each[0].index, context) is not False])


@lru_cache(maxsize=8)
def _speakers(corpus: Corpus) -> dict[str, Speakers]:
    forms = by_form(corpus)
    return {
        decision: Speakers(
            forms.get((decision, Form.SET), ()),
            forms.get((decision, Form.MAY), ()),
            forms.get((decision, Form.TAILOR), ()),
            tuple(each for form in _LIMITS for each in forms.get((decision, form), ())),
            forms.get((decision, Form.DELEGATE), ()),
        )
        for decision in {decision for decision, _ in forms}
    }


@lru_cache(maxsize=1024)
def highest_delegation(decision: str, corpus: Corpus) -> Rank | None:
    """The highest rank from which a decision is delegated at all; None where it is not."""
    delegating = by_form(corpus).get((decision, Form.DELEGATE), ())
    return max((corpus.rank_of(rule) for rule, _ in delegating), default=None)
