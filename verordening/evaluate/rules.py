"""Whether a rule applies in a case, and what it then says of a decision. Who wins among rules stands in `standing`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache

from verordening.evaluate.arithmetic import rounded
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, any_of, joined
from verordening.model.expressions import Expression, OrdinaryOutcome
from verordening.model.rules import Effect, Force, Form, Rule
from verordening.model.types import Kind


def applies(index: int, context: Context) -> Truth:
    """Whether a rule applies.

    In force, its condition met, its judgement yes, and what it deviates from applying too.
    """
    known = context.applies.get(index)
    if known is None:
        known = context.applies[index] = _applies(context.corpus.rules[index], context)
    return known


def force_of(rule: Rule, context: Context) -> Force:
    """Whether the text of a rule holds on the peildatum."""
    return force_on(rule, context.day)


@lru_cache(maxsize=16384)
def force_on(rule: Rule, day: date) -> Force:
    """Whether the text of a rule holds on a day."""
    forces = (rule.in_regulation.on(day), rule.validity.on(day))
    if Force.NOT_IN_FORCE in forces:
        return Force.NOT_IN_FORCE
    return Force.UNKNOWN if Force.UNKNOWN in forces else Force.IN_FORCE


def _applies(rule: Rule, context: Context) -> Truth:
    force = force_on(rule, context.day)
    if force is Force.NOT_IN_FORCE:
        return False
    missing: list[Unknown] = []
    for part in _parts(rule, context):
        if part is False:
            return False
        if part is not True:
            missing.append(part)
    if force is Force.UNKNOWN:
        missing.append(
            Unknown(
                NOTHING, frozenset({f"de tekst van {rule.id} op {context.day.isoformat()} is niet bekend"})
            )
        )
    return joined(missing) if missing else True


def _parts(rule: Rule, context: Context) -> Iterator[Truth]:
    """The conditions of a rule, worked out one by one so that the first that fails ends it."""
    if rule.condition is not None:
        yield truth(rule.condition, context)
    if rule.exception is not None:
        exception = truth(rule.exception, context)
        yield exception if isinstance(exception, Unknown) else not exception
    if rule.because:
        given = context.inputs.get(rule.because)
        yield Unknown(frozenset({rule.because}), NOTHING) if given is None else given is True
    if rule.deviates and not rule.general:
        yield any_of(applies(target, context) for target in rule.targets)


def effect_on(rule: Rule, decision: str, form: Form) -> Effect | None:
    """The consequence of this form for a decision, if the rule has one."""
    for effect in rule.effects:
        if effect.decision == decision and effect.form is form:
            return effect
    return None


def set_value(index: int, decision: str, context: Context) -> Result | None:
    """The value that a `moet` of this rule gives to the decision; None where it gives none."""
    key = (index, decision, "set")
    if key in context.values:
        return context.values[key]
    effect = effect_on(context.corpus.rules[index], decision, Form.SET)
    if effect is None or effect.low is None:
        return None
    result = bound_value(effect.low, decision, context)
    context.values[key] = result
    return result


def bound_value(node: Expression, decision: str, context: Context) -> Result:
    """An expression as a value of the decision, rounded where the decision says so (amounts only)."""
    result = value(node, context)
    declared = context.corpus.decisions[decision]
    if declared.rounding is None or declared.type.kind is not Kind.AMOUNT:
        return result
    if isinstance(result, int | Fraction) and not isinstance(result, bool):
        return rounded(result, *declared.rounding)
    return result


def range_of(effect: Effect, decision: str, context: Context) -> tuple[Result | None, Result | None]:
    """The ends of a `kan`, a delegation or a tailoring duty; None.

    The end of the type, or (high) the ordinary outcome.
    """
    low = None if effect.low is None else bound_value(effect.low, decision, context)
    if effect.high is None or isinstance(effect.high, OrdinaryOutcome):
        return low, None
    return low, low if effect.high is effect.low else bound_value(effect.high, decision, context)
