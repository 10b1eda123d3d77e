"""Whether a rule applies in a case, and what it then says of a decision. Who wins among rules stands in `standing`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from verordening.evaluate.arithmetic import rounded
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.holding import in_force
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, all_of, any_of, joined
from verordening.model.expressions import Expression, OrdinaryOutcome, RuleValue
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Below, Kind


def applies(index: int, context: Context) -> Truth:
    """Whether a rule applies.

    In force, its condition met, its judgement yes, and what it deviates from applying too.
    """
    known = context.applies.get(index)
    if known is None:
        known = context.applies[index] = _applies(context.corpus.rules[index], context)
    return known


def _applies(rule: Rule, context: Context) -> Truth:
    holding = in_force(rule, context)
    if holding is False:
        return False
    missing = [holding] if isinstance(holding, Unknown) else []
    for part in _parts(rule, context):
        if part is False:
            return False
        if part is not True:
            missing.append(part)
    return joined(missing) if missing else True


def would_apply(rule: Rule, context: Context) -> Truth:
    """Whether a rule would apply if its text held."""
    return all_of(_parts(rule, context))


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
    if isinstance(result, Below) and isinstance(result.limit, int | Fraction):
        return Below(rounded(result.limit, *declared.rounding))
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


def given_by_rules(node: RuleValue, context: Context) -> Result:
    """What the rule at a place gives to the same decision: `de duur van lid 1`."""
    found: list[Result] = []
    missing: list[Unknown] = []
    for index in node.rules:
        holds = applies(index, context)
        result = None if holds is False else set_value(index, node.decision, context)
        if result is None:
            continue
        found.append(result)
        if isinstance(holds, Unknown):
            missing.append(holds)
    if not found:
        return Unknown(NOTHING, frozenset({"de regel waarnaar verwezen wordt, geldt hier niet"}))
    unknown = [each for each in found if isinstance(each, Unknown)]
    if not unknown and all(each == found[0] for each in found) and len(missing) < len(found):
        return found[0]
    return joined([*missing, *unknown])
