"""Expressions against a context: a value, or what is missing to know it. Total: no input makes this raise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from verordening.evaluate import arithmetic
from verordening.evaluate.context import Context
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, joined, negated
from verordening.model import expressions as e
from verordening.model.rules import Table
from verordening.model.tables import value_on, why_nothing
from verordening.model.types import INDEFINITE


def value(node: e.Expression, context: Context) -> Result:
    """What an expression comes to."""
    return _EVALUATORS[type(node)](node, context)


def truth(node: e.Expression | None, context: Context) -> Truth:
    """Whether a condition holds; no condition holds."""
    if node is None:
        return True
    result = _EVALUATORS[type(node)](node, context)
    assert isinstance(result, bool | Unknown)
    return result


def _constant(node: e.Constant, _: Context) -> Result:
    return node.value


def _no_value(node: e.NoValue, _: Context) -> Result:
    return Unknown(NOTHING, frozenset({node.why}))


def _input(node: e.Input, context: Context) -> Result:
    found = context.inputs.get(node.name)
    return Unknown(frozenset({node.name}), NOTHING) if found is None else found


def _concept(node: e.ConceptValue, context: Context) -> Result:
    known = context.concepts.get(node.name)
    if known is None:
        known = context.concepts[node.name] = value(context.corpus.concepts[node.name].value, context)
    return known


def _table(node: e.TableValue, context: Context) -> Result:
    return table_value(context.corpus.tables[node.name], context.day)


def table_value(table: Table, day: date) -> Result:
    """The amount of a table on a day; unknown outside its rows, never the last known amount."""
    found = value_on(table, day)
    return Unknown(NOTHING, frozenset({why_nothing(table, day)})) if found is None else found


def _decision(node: e.DecisionValue, context: Context) -> Result:
    return context.decided.get(node.name, Unknown())


def _case_date(_: e.CaseDate, context: Context) -> Result:
    return context.day


def _not(node: e.Not, context: Context) -> Result:
    return negated(truth(node.operand, context))


def _and(node: e.And, context: Context) -> Result:
    missing: list[Unknown] = []
    for operand in node.operands:
        result = _EVALUATORS[type(operand)](operand, context)
        if result is False:
            return False
        if isinstance(result, Unknown):
            missing.append(result)
    return joined(missing) if missing else True


def _or(node: e.Or, context: Context) -> Result:
    missing: list[Unknown] = []
    for operand in node.operands:
        result = _EVALUATORS[type(operand)](operand, context)
        if result is True:
            return True
        if isinstance(result, Unknown):
            missing.append(result)
    return joined(missing) if missing else False


def _compare(node: e.Compare, context: Context) -> Result:
    left, right = value(node.left, context), value(node.right, context)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _missing(left, right)
    return arithmetic.holds(node.operator, left, right)


def _one_of(node: e.OneOf, context: Context) -> Result:
    subject = value(node.subject, context)
    return subject if isinstance(subject, Unknown) else subject in node.options


def _arithmetic(node: e.Arithmetic, context: Context) -> Result:
    left, right = value(node.left, context), value(node.right, context)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _missing(left, right)
    if left is INDEFINITE or right is INDEFINITE:
        return INDEFINITE
    assert isinstance(left, int | Fraction)
    assert isinstance(right, int | Fraction)
    result = arithmetic.calculated(node.operator, left, right)
    return Unknown(NOTHING, frozenset({"delen door nul kan niet"})) if result is None else result


def _share(node: e.Share, context: Context) -> Result:
    percent, whole = value(node.percent, context), value(node.whole, context)
    if isinstance(percent, Unknown) or isinstance(whole, Unknown):
        return _missing(percent, whole)
    assert isinstance(percent, int | Fraction)
    assert isinstance(whole, int | Fraction)
    return arithmetic.share(percent, whole)


def _date_shift(node: e.DateShift, context: Context) -> Result:
    day, duration = value(node.day, context), value(node.duration, context)
    if isinstance(day, Unknown) or isinstance(duration, Unknown):
        return _missing(day, duration)
    assert isinstance(day, date)
    if not isinstance(duration, int):
        return Unknown(NOTHING, frozenset({"een datum plus deze duur bestaat niet"}))
    result = arithmetic.shifted(day, node.sign * duration, node.family)
    return Unknown(NOTHING, frozenset({"deze datum valt buiten de kalender"})) if result is None else result


def _date_difference(node: e.DateDifference, context: Context) -> Result:
    left, right = value(node.left, context), value(node.right, context)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return _missing(left, right)
    assert isinstance(left, date)
    assert isinstance(right, date)
    return (left - right).days


def _extreme(node: e.Extreme, context: Context) -> Result:
    results = [value(operand, context) for operand in node.operands]
    unknown = [each for each in results if isinstance(each, Unknown)]
    if unknown:
        return joined(unknown)
    best = results[0]
    for each in results[1:]:
        order = arithmetic.compare(each, best)  # type: ignore[arg-type]
        if order < 0 if node.smallest else order > 0:
            best = each
    return best


def _branches(node: e.Branches, context: Context) -> Result:
    """The first branch that holds; while a condition is open, the value that all branches still possible share."""
    missing: list[Unknown] = []
    possible: list[Result] = []
    for outcome, condition in node.branches:
        holds = truth(condition, context)
        if holds is False:
            continue
        possible.append(value(outcome, context))
        if holds is True:
            break
        missing.append(holds)
    else:
        possible.append(value(node.otherwise, context))
    first = possible[0]
    if not missing:
        return first
    unknown = [each for each in possible if isinstance(each, Unknown)]
    if not unknown and all(each == first for each in possible):
        return first
    return joined([*missing, *unknown])


def _rounded(node: e.Rounded, context: Context) -> Result:
    operand = value(node.operand, context)
    if isinstance(operand, int | Fraction) and not isinstance(operand, bool):
        return arithmetic.rounded(operand, node.unit, node.direction)
    return operand


def _rule_value(node: e.RuleValue, context: Context) -> Result:
    from verordening.evaluate.rules import applies, set_value

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


def _ordinary(_: e.OrdinaryOutcome, __: Context) -> Result:
    return Unknown()


def _missing(*results: Result) -> Unknown:
    return joined(each for each in results if isinstance(each, Unknown))


_EVALUATORS: dict[type, Callable[[Any, Context], Result]] = {
    e.Constant: _constant,
    e.NoValue: _no_value,
    e.Input: _input,
    e.ConceptValue: _concept,
    e.TableValue: _table,
    e.DecisionValue: _decision,
    e.CaseDate: _case_date,
    e.Not: _not,
    e.And: _and,
    e.Or: _or,
    e.Compare: _compare,
    e.OneOf: _one_of,
    e.Arithmetic: _arithmetic,
    e.Share: _share,
    e.DateShift: _date_shift,
    e.DateDifference: _date_difference,
    e.Extreme: _extreme,
    e.Branches: _branches,
    e.Rounded: _rounded,
    e.RuleValue: _rule_value,
    e.OrdinaryOutcome: _ordinary,
}
