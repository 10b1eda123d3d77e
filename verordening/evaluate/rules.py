"""Whether a rule applies in a case, and what it then says of a decision. Who wins among rules stands in `standing`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from verordening.evaluate.arithmetic import rounded
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import test_for, value
from verordening.evaluate.holding import in_force, truth_on
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, all_of, both, joined
from verordening.model.corpus import Corpus
from verordening.model.expressions import Constant, Expression, OrdinaryOutcome, RuleValue
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Below, Kind
from verordening.remembering import partial

Test = Callable[[Context], Truth]
"""Whether something holds in a case."""


def applies(index: int, context: Context) -> Truth:
    """Whether a rule applies.

    In force, its condition met, its judgement yes, and what it deviates from applying too.
    """
    known = context.applies.get(index)
    if known is None:
        test = context.tests.get(index)
        if test is None:
            test = context.tests[index] = _test(context.corpus.rules[index], context.corpus, context.day)
        known = context.applies[index] = test(context)
    return known


def would_apply(rule: Rule, context: Context) -> Truth:
    """Whether a rule would apply if its text held."""
    return all_of(part(context) for part in _parts(rule, context.corpus))


def _test(rule: Rule, corpus: Corpus, day: date) -> Test:
    """Whether a rule applies, as far as that can be worked out for a day before there is a case."""
    parts = _parts(rule, corpus)
    if rule.transitions:
        parts.insert(0, partial(in_force, rule))
    else:
        holding = truth_on(rule, corpus, day)
        if holding is False:
            return _never
        if holding is not True:
            parts.insert(0, lambda _: holding)
    return parts[0] if len(parts) == 1 else _all(tuple(parts))


def _never(_: Context) -> Truth:
    return False


def _all(parts: tuple[Test, ...]) -> Test:
    """The parts of a rule, worked out one by one so that the first that fails ends it."""

    def hold(context: Context) -> Truth:
        found: Truth = True
        for part in parts:
            holds = part(context)
            if holds is False:
                return False
            if holds is not True:
                found = both(found, holds)
        return found

    return hold


def _parts(rule: Rule, corpus: Corpus) -> list[Test]:
    """The conditions of a rule."""
    found: list[Test] = []
    if rule.condition is not None:
        found.append(test_for(rule.condition, corpus))
    if rule.exception is not None:
        found.append(_fails(test_for(rule.exception, corpus)))
    if rule.because:
        found.append(_judged(rule.because))
    if rule.deviates and not rule.general:
        found.append(_some_apply(rule.targets))
    return found


def _fails(test: Test) -> Test:
    def fails(context: Context) -> Truth:
        holds = test(context)
        return holds if isinstance(holds, Unknown) else not holds

    return fails


def _judged(name: str) -> Test:
    missing = Unknown(frozenset({name}), NOTHING)

    def judged(context: Context) -> Truth:
        given = context.inputs.get(name)
        return missing if given is None else given is True

    return judged


def _some_apply(targets: tuple[int, ...]) -> Test:
    def some_apply(context: Context) -> Truth:
        missing: list[Unknown] = []
        for target in targets:
            holds = applies(target, context)
            if holds is True:
                return True
            if holds is not False:
                missing.append(holds)
        return joined(missing) if missing else False

    return some_apply


def effect_on(rule: Rule, decision: str, form: Form) -> Effect | None:
    """The consequence of this form for a decision, if the rule has one."""
    for effect in rule.effects:
        if effect.form is form and effect.decision == decision:
            return effect
    return None


def set_value(index: int, decision: str, context: Context) -> Result | None:
    """The value that a `moet` of this rule gives to the decision; None where it gives none."""
    key = (index, decision, "set")
    known = context.values.get(key)
    if known is not None:
        return known
    effect = effect_on(context.corpus.rules[index], decision, Form.SET)
    if effect is None or effect.low is None:
        return None
    context.values[key] = _OF_ITSELF
    result = context.values[key] = bound_value(effect.low, decision, context)
    return result


_OF_ITSELF = Unknown(NOTHING, frozenset({"deze regels nemen hun waarde van elkaar over"}))
"""What a rule gives while that is being worked out: it takes its value from rules that take theirs from it."""


def bound_value(node: Expression, decision: str, context: Context) -> Result:
    """An expression as a value of the decision, rounded where the decision says so (amounts only)."""
    result = node.value if node.__class__ is Constant else value(node, context)
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
