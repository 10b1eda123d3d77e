"""Which rules speak of a decision: all of them, for an act of some kind, and in a case those that apply or may."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.context import Context, Speakers, Speaking, known_of
from verordening.evaluate.rules import applies
from verordening.evaluate.unknown import Truth
from verordening.model.corpus import Corpus
from verordening.model.rules import Form, Rank, Rule
from verordening.packed import NamedTuple
from verordening.remembering import lru_cache

LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)
"""The forms by which a rule bounds what others give."""


def rank_of(rule: Rule, context: Context) -> Rank:
    """The rank of the regulation that a rule stands in."""
    return context.corpus.regulations[rule.regulation].rank


def rules_on(decision: str, form: Form, context: Context) -> tuple[Speaking, ...]:
    """The rules with a consequence of this form for the decision."""
    return by_form(decision, context.corpus).get(form, ())


@lru_cache(maxsize=4096)
def by_form(decision: str, corpus: Corpus) -> dict[Form, tuple[Speaking, ...]]:
    """The rules with a consequence for a decision, by its form, in order."""
    found: dict[Form, list[Speaking]] = {}
    for index in corpus.by_decision.get(decision, ()):
        rule = corpus.rules[index]
        for effect in rule.effects:
            if effect.decision == decision:
                found.setdefault(effect.form, []).append((rule, effect))
    return {form: tuple(pairs) for form, pairs in found.items()}


def speaking(decision: str, context: Context) -> Speakers:
    """The rules on a decision that apply in this case or may; those that surely do not are left out.

    What does not apply goes on not to when more becomes known, so a case starts from what its kind of act leaves, and
    a completed case from what was left.
    """
    known = context.live.get(decision)
    if known is None:
        every = context.wider.get(decision)
        if every is None:
            every, applying = _start(decision, kind_of_act(decision, context), context.corpus, context.day)
            context.applies = {**applying, **context.applies}
        known = context.live[decision] = Speakers(*[each and _left(each, context) for each in every])
    return known


def kind_of_act(decision: str, context: Context) -> str:
    """Of what kind the act is that a decision is about (`besluit … per gedraging`); empty where that is not given."""
    name = context.corpus.decisions[decision].per
    kind = context.inputs.get(name, "") if name else ""
    return kind if kind.__class__ is str else ""


def acts_in(decisions: tuple[str, ...], context: Context) -> tuple[tuple[str, str], ...]:
    """The acts that decisions are about, each by the name of its fact, with of what kind they are."""
    declared = context.corpus.decisions
    kinds = [(declared[name].per, kind_of_act(name, context)) for name in decisions]
    return tuple(dict.fromkeys([each for each in kinds if each[1]]))


def act_alone(decision: str, kind: str, corpus: Corpus, day: date) -> Context:
    """A case that gives nothing but of what kind the act is."""
    return Context(corpus, {corpus.decisions[decision].per: kind} if kind else {}, day)


class _Start(NamedTuple):
    """What holds in every case with an act of some kind: who speaks, and of which rules it is settled whether
    they apply.
    """

    speakers: Speakers
    applying: dict[int, Truth]


@lru_cache(maxsize=4096)
def _start(decision: str, kind: str, corpus: Corpus, day: date) -> _Start:
    alone = act_alone(decision, kind, corpus, day)
    every = _speakers(decision, corpus)
    return _Start(Speakers(*[_left(each, alone) for each in every]), known_of(alone.applies))


def _left(speakers: tuple[Speaking, ...], context: Context) -> tuple[Speaking, ...]:
    known, found = context.applies, []
    for each in speakers:
        index = each[0].index
        if (known[index] if index in known else applies(index, context)) is not False:
            found.append(each)
    return tuple(found)


@lru_cache(maxsize=4096)
def _speakers(decision: str, corpus: Corpus) -> Speakers:
    forms = by_form(decision, corpus)
    return Speakers(
        forms.get(Form.SET, ()),
        forms.get(Form.MAY, ()),
        forms.get(Form.TAILOR, ()),
        tuple(each for form in LIMITS for each in forms.get(form, ())),
        forms.get(Form.DELEGATE, ()),
    )


@lru_cache(maxsize=1024)
def highest_setting(decision: str, corpus: Corpus) -> Rank:
    """The highest rank of a rule that gives a decision a value; the lowest there is where none does."""
    giving = by_form(decision, corpus).get(Form.SET, ())
    return max((corpus.rank_of(rule) for rule, _ in giving), default=min(Rank))


@lru_cache(maxsize=1024)
def highest_delegation(decision: str, corpus: Corpus) -> Rank | None:
    """The highest rank from which a decision is delegated at all; None where it is not."""
    delegating = by_form(decision, corpus).get(Form.DELEGATE, ())
    return max((corpus.rank_of(rule) for rule, _ in delegating), default=None)
