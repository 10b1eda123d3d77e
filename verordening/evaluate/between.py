"""Between what amounts a decision lies while facts are missing: information beside its candidates, never an outcome.

Every rule that may still decide, the standaard and the ranges left to a choice count, and so do floors that may still
bound it. What a duty to tailor may make of it does not: that is a choice.
"""

from __future__ import annotations

from fractions import Fraction

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import term_of
from verordening.evaluate.guarding import floors_on, in_play
from verordening.evaluate.interval import (
    ANYTHING,
    Interval,
    exactly,
    highest,
    hull,
    lowest,
    rounded_off,
    share,
)
from verordening.evaluate.intervals import bounds_of_type, interval_of
from verordening.evaluate.outcome import Range, Status
from verordening.evaluate.possibilities import Origin, Possibility
from verordening.evaluate.rules import effect_on
from verordening.evaluate.unknown import Result
from verordening.model import expressions as e
from verordening.model.formatting import format_between
from verordening.model.rules import Decision, Effect, Form
from verordening.model.types import Below, Kind, Type


def between(decided: Decided, declared: Decision, context: Context) -> tuple[Range | None, Range | None]:
    """Between what an amount lies, and between what the euros behind a percentage lie; None where that says nothing.

    A percentage of a bare fact says nothing more than the bounds of that fact.
    """
    type_ = declared.type
    settled = decided.status in (Status.BEPAALD, Status.VOORBEHOUD, Status.AFSTEMMEN)
    told = decided.complete or decided.is_told
    if not settled and (told or not decided.missing.inputs):
        return None, None
    if type_.kind is Kind.AMOUNT and not settled:
        return _shown(values_of(decided, declared, context), type_), None
    whole = term_of(type_.of, context.corpus) if type_.kind is Kind.PERCENTAGE and type_.of else None
    if whole is None or isinstance(whole, e.Input):
        return None, None
    number = _number(decided.value)
    percent = values_of(decided, declared, context) if number is None else exactly(number)
    unit, direction = declared.rounding or (1, "half")
    euros = rounded_off(share(percent, interval_of(whole, context)), unit, direction)
    return None, _shown(euros, Type(Kind.AMOUNT))


def _shown(found: Interval, type_: Type) -> Range | None:
    """An interval with its words; None without any end."""
    if found.low is None and found.high is None:
        return None
    return Range(found.low, found.high, format_between(found.low, found.high, type_))


def values_of(decided: Decided, declared: Decision, context: Context) -> Interval:
    """The bounds of what a decision may come to, before a duty to tailor."""
    found = hull(_of_possibility(each, declared, context) for each in decided.possible)
    return ANYTHING if found is None else _floored(found, declared, context)


def _of_possibility(each: Possibility, declared: Decision, context: Context) -> Interval:
    if each.origin is Origin.SILENCE:
        return ANYTHING
    if each.origin in (Origin.RULE, Origin.DEFAULT):
        number = _number(each.value)
        if number is not None:
            return exactly(number)
        effect = None if each.rule is None else _effect(each.rule, declared.name, context, Form.SET)
        return ANYTHING if effect is None else _of_node(effect.low, declared, context)
    effect = None
    if each.rule is not None:
        effect = _effect(each.rule, declared.name, context, Form.MAY, Form.DELEGATE, Form.TAILOR)
    type_ = bounds_of_type(declared.type)
    low_node, high_node = (None, None) if effect is None else (effect.low, effect.high)
    low = _end(each.low, low_node, type_.low, declared, context)
    return Interval(low.low, _end(each.high, high_node, type_.high, declared, context).high)


def _end(
    given: Result | None, node: e.Expression | None, of_type: object, declared: Decision, context: Context
) -> Interval:
    """One end of a range: the given number, what its expression lies between, or the end of the type."""
    number = _number(given)
    if number is not None:
        return exactly(number)
    if given is None:
        return exactly(of_type) if isinstance(of_type, int | Fraction) else ANYTHING
    return _of_node(node.operand if isinstance(node, e.UpTo) else node, declared, context)


def _of_node(node: e.Expression | None, declared: Decision, context: Context) -> Interval:
    if node is None or isinstance(node, e.OrdinaryOutcome):
        return ANYTHING
    found = interval_of(node, context)
    if declared.rounding is None or declared.type.kind is not Kind.AMOUNT:
        return found
    return rounded_off(found, *declared.rounding)


def _effect(rule: int, decision: str, context: Context, *forms: Form) -> Effect | None:
    found = (effect_on(context.corpus.rules[rule], decision, form) for form in forms)
    return next((each for each in found if each is not None), None)


def _floored(found: Interval, declared: Decision, context: Context) -> Interval:
    """The bounds once the absolute floors that may be in play did their work."""
    for floor in floors_on(declared.name, context):
        if not floor.absolute or in_play(floor, context) is False:
            continue
        for each in floor.repairs:
            if each.decision != declared.name:
                continue
            bound = _of_node(each.bound, declared, context)
            if each.at_most:
                found = Interval(lowest((found.low, bound.low)), found.high)
            else:
                found = Interval(found.low, highest((found.high, bound.high)))
    return found


def _number(found: Result | None) -> int | Fraction | None:
    if isinstance(found, Below):
        found = found.limit
    return found if isinstance(found, int | Fraction) and not isinstance(found, bool) else None
