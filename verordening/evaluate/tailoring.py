"""Duties to tailor: which apply to a settled outcome, which may, and what range they open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from verordening.evaluate.context import Context
from verordening.evaluate.flooring import cut
from verordening.evaluate.limiting import doubtful_ends, is_empty, within_limits
from verordening.evaluate.possibilities import Possibility
from verordening.evaluate.rules import applies, bound_value, effect_on
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import defeated, delegation_stands, may_speak, outranked
from verordening.evaluate.unknown import Result, Truth, Unknown, all_of, any_of, negated
from verordening.model.expressions import OrdinaryOutcome
from verordening.model.rules import Form, Rule
from verordening.model.types import Value
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
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
        truth = all_of(
            (
                applies(rule.index, context),
                may_speak(rule, decision, context),
                negated(defeated(rule, decision, context)),
                negated(outranked(rule, decision, context)),
                reaches(rule, decision, possible, context),
            )
        )
        if truth is not False:
            found.append(_tailoring(rule, decision, truth, ordinary, context))
    for index in context.corpus.general:
        rule = context.corpus.rules[index]
        applying = applies(index, context)
        if (
            effect_on(rule, "", Form.TAILOR) is None
            or applying is False
            or _waits_for_judgement(applying, context)
        ):
            continue
        truth = all_of((applying, reaches(rule, decision, possible, context)))
        if truth is not False:
            found.append(_tailoring(rule, decision, truth, ordinary, context))
    return found


def _waits_for_judgement(applying: Truth, context: Context) -> bool:
    """Whether a general duty is undecided for want of its own judgement: then it is a route and nothing more."""
    return isinstance(applying, Unknown) and any(
        context.corpus.inputs[name].general for name in applying.inputs
    )


def reaches(rule: Rule, decision: str, possible: Sequence[Possibility], context: Context) -> Truth:
    """Whether what a rule deviates from decides the outcome, directly or by filling in a delegation that it
    deviates from.
    """
    targets = _targets(rule)
    truths: list[Truth] = []
    for each in possible:
        if each.rule is None:
            continue
        if each.rule in targets:
            truths.append(each.truth)
        else:
            truths.append(all_of((each.truth, _through_delegation(each.rule, decision, targets, context))))
    return any_of(truths)


@lru_cache(maxsize=4096)
def _targets(rule: Rule) -> frozenset[int]:
    return frozenset(rule.targets)


def _through_delegation(index: int, decision: str, targets: frozenset[int], context: Context) -> Truth:
    return any_of(
        delegation_stands(delegation, decision, context)
        for delegation, filled in context.corpus.rules[index].fills
        if filled == decision and delegation in targets
    )


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
    low, high = within_limits(low, high, decision, rank, context)
    doubt = doubtful_ends(low, high, decision, rank, context)
    least, most = cut(decision, low, high, context)
    return doubt[0] or least, doubt[1] or most
