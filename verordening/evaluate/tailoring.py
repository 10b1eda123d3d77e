"""Duties to tailor: which apply to a settled outcome, which may, and what range they open."""

from __future__ import annotations

from collections.abc import Sequence

from verordening.evaluate.context import Context
from verordening.evaluate.flooring import cut
from verordening.evaluate.limiting import cut_at_limits, is_empty
from verordening.evaluate.possibilities import Possibility
from verordening.evaluate.rules import applies, bound_value, effect_on
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import delegation_stands, delegations_of, stands
from verordening.evaluate.unknown import Result, Truth, Unknown, any_of, both
from verordening.model.corpus import Corpus
from verordening.model.expressions import OrdinaryOutcome
from verordening.model.rules import Form, Rule
from verordening.model.types import Value
from verordening.packed import packed_dataclass
from verordening.remembering import lru_cache


@packed_dataclass(frozen=True, slots=True)
class Tailoring:
    """A duty to tailor that applies or may apply to an outcome.

    `leaves_room`: the range holds more than the outcome itself.
    """

    rule: int
    truth: Truth
    low: Result | None
    high: Result | None
    leaves_room: bool


def tailorings(
    decision: str, possible: Sequence[Possibility], ordinary: Value | None, context: Context
) -> list[Tailoring]:
    """The duties written for this decision whose target (perhaps) decides the outcome, and general duties
    that surely apply.
    """
    found = []
    for rule, _ in speaking(decision, context).tailoring:
        if not rule.deviates:
            continue
        truth = both(stands(rule.index, decision, context), reaches(rule, decision, possible, context))
        if truth is not False:
            found.append(_tailoring(rule, decision, truth, ordinary, context))
    for rule, form in general_rules_on(decision, context.corpus):
        if form is not Form.TAILOR:
            continue
        applying = applies(rule.index, context)
        if applying is False or _waits_for_judgement(applying, context):
            continue
        truth = both(applying, reaches(rule, decision, possible, context))
        if truth is not False:
            found.append(_tailoring(rule, decision, truth, ordinary, context))
    return found


@lru_cache(maxsize=64)
def general_rules(corpus: Corpus) -> tuple[tuple[Rule, Form], ...]:
    """The rules that tailor a class of rules, or give room on it."""
    rules = (corpus.rules[index] for index in corpus.general)
    return tuple(
        (rule, Form.TAILOR if effect_on(rule, "", Form.TAILOR) is not None else Form.MAY) for rule in rules
    )


@lru_cache(maxsize=1024)
def general_rules_on(decision: str, corpus: Corpus) -> tuple[tuple[Rule, Form], ...]:
    """The rules that tailor a class in which a rule on the decision is, or give room on it."""
    of_decision = set(corpus.by_decision.get(decision, ()))
    return tuple(each for each in general_rules(corpus) if not of_decision.isdisjoint(each[0].targets))


def _waits_for_judgement(applying: Truth, context: Context) -> bool:
    """Whether a general duty is undecided for want of its own judgement: then it is a route and nothing more."""
    if isinstance(applying, Unknown):
        inputs = context.corpus.inputs
        for name in applying.inputs:
            if inputs[name].general:
                return True
    return False


def reaches(rule: Rule, decision: str, possible: Sequence[Possibility], context: Context) -> Truth:
    """Whether what a rule deviates from decides the outcome, directly or by filling in a delegation that it
    deviates from.
    """
    reached: Truth = False
    for each in possible:
        if each.rule is None:
            continue
        if each.rule in rule.targets:
            reached = any_of((reached, each.truth))
            continue
        for delegation in _deviated_from(rule, context.corpus.rules[each.rule], decision):
            through = both(each.truth, delegation_stands(delegation, decision, context))
            reached = any_of((reached, through))
    return reached


@lru_cache(maxsize=8192)
def _deviated_from(rule: Rule, other: Rule, decision: str) -> tuple[int, ...]:
    """The delegations of a decision from which one rule deviates and that another fills in."""
    return tuple([each for each in delegations_of(other, decision) if each in rule.targets])


def _tailoring(
    rule: Rule, decision: str, truth: Truth, ordinary: Value | None, context: Context
) -> Tailoring:
    low, high = tailored_range(rule, decision, ordinary, context)
    room = (
        isinstance(low, Unknown)
        or isinstance(high, Unknown)
        or ((low != high or low != ordinary) and not is_empty(low, high))
    )
    return Tailoring(rule.index, truth, low, high, room)


def tailored_range(
    rule: Rule, decision: str, ordinary: Value | None, context: Context
) -> tuple[Result | None, Result | None]:
    """The range that a duty opens: its own, or the type's, cut at limits of higher rules and at the floors."""
    declared = context.corpus.decisions[decision].type
    effect = effect_on(rule, decision, Form.TAILOR)
    low: Result | None = declared.low
    high: Result | None = declared.high
    if effect is not None:
        if effect.low is not None:
            low = bound_value(effect.low, decision, context)
        if isinstance(effect.high, OrdinaryOutcome):
            high = ordinary
        elif effect.high is not None:
            high = bound_value(effect.high, decision, context)
    if isinstance(low, Unknown) or isinstance(high, Unknown):
        return low, high
    rank = rank_of(rule, context)
    low, high, doubt = cut_at_limits(low, high, decision, rank, context)
    least, most = cut(decision, low, high, context)
    return doubt[0] or least, doubt[1] or most
