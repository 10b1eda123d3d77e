"""Expressions against a context: a value, or what is missing to know it. Total: no input makes this raise."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import lru_cache, partial
from typing import Any

from verordening.evaluate import arithmetic, dates
from verordening.evaluate.context import Context, code_of
from verordening.evaluate.open_ends import below, kept_within, last_value
from verordening.evaluate.unknown import MISSING, NOTHING, Result, Truth, Unknown, joined
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import looks_into_list, walk
from verordening.model.rules import Table
from verordening.model.tables import value_on, why_nothing
from verordening.model.types import INDEFINITE, Below, Value

Code = Callable[[Context], Result]
"""What an expression was made into: called with a context it gives the value."""


def value(node: e.Expression, context: Context) -> Result:
    """What an expression comes to."""
    made = context.code.get(node)
    return made(context) if made is not None else code_for(node, context.corpus)(context)


def truth(node: e.Expression | None, context: Context) -> Truth:
    """Whether a condition holds; no condition holds."""
    if node is None:
        return True
    return value(node, context)  # type: ignore[return-value]  # a condition is typed ja/nee


def code_for(node: e.Expression, corpus: Corpus) -> Code:
    """A function for an expression, made once a corpus.

    The kinds that conditions are full of get one of their own (`_MAKERS`); the others are worked out by `_EVALUATORS`.
    """
    made = code_of(corpus)
    known = made.get(node)
    if known is None:
        maker = _MAKERS.get(type(node))
        known = made[node] = _remembering(node, corpus) if maker is None else maker(node, corpus)
    return known


def _remembering(node: e.Expression, corpus: Corpus) -> Code:
    """A function that works an expression out once a context, but each time where it looks at a decision or element."""
    evaluator = _EVALUATORS[type(node)]
    if any(isinstance(each, e.DecisionValue | e.FieldValue) for each in walk(node, corpus.concepts)):
        return partial(evaluator, node)

    def remembered(context: Context) -> Result:
        known = context.results.get(node)
        if known is None:
            known = context.results[node] = evaluator(node, context)
        return known

    return remembered


def _no_value(node: e.NoValue, _: Context) -> Result:
    return Unknown(NOTHING, frozenset({node.why}))


@lru_cache(maxsize=1024)
def table_value(table: Table, day: date) -> Result:
    """The amount of a table on a day; unknown outside its rows, never the last known amount."""
    found = value_on(table, day)
    return Unknown(NOTHING, frozenset({why_nothing(table, day)})) if found is None else found


def _decision(node: e.DecisionValue, context: Context) -> Result:
    decided = context.decided.get(node.name, MISSING)
    return decided if not isinstance(decided, Below) else last_value(decided, node.name, context.corpus)


def _case_date(_: e.CaseDate, context: Context) -> Result:
    return context.day


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
    return dates.shift(node, value(node.day, context), value(node.duration, context))


def _next_month(node: e.NextMonth, context: Context) -> Result:
    return dates.next_month(value(node.day, context))


def _date_difference(node: e.DateDifference, context: Context) -> Result:
    return dates.difference(value(node.left, context), value(node.right, context))


def _elapsed(node: e.Elapsed, context: Context) -> Result:
    return dates.elapsed(node, value(node.start, context), value(node.end, context))


def _term(node: e.Term, context: Context) -> Result:
    return dates.end_of_term(node, value(node.day, context), value(node.duration, context))


def _extreme(node: e.Extreme, context: Context) -> Result:
    results = [value(operand, context) for operand in node.operands]
    known = [each for each in results if not isinstance(each, Unknown)]
    return arithmetic.extreme(node.smallest, known) if len(known) == len(results) else _missing(*results)


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


def _within(node: e.Within, context: Context) -> Result:
    return kept_within(value(node.operand, context), node, context.corpus)


def _up_to(node: e.UpTo, context: Context) -> Result:
    return below(value(node.operand, context))


def _rule_value(node: e.RuleValue, context: Context) -> Result:
    from verordening.evaluate.rules import given_by_rules

    return given_by_rules(node, context)


def _ordinary(_: e.OrdinaryOutcome, __: Context) -> Result:
    return MISSING


def _list(node: e.ListExpression, context: Context) -> Result:
    from verordening.evaluate.lists import LOOKERS

    return LOOKERS[type(node)](node, context)


def _missing(*results: Result) -> Unknown:
    return joined(each for each in results if isinstance(each, Unknown))


# ------------------------------------------------ the kinds that conditions are full of


def _constant(node: e.Constant, _: Corpus) -> Code:
    given = node.value
    return lambda _: given


def _input(node: e.Input, _: Corpus) -> Code:
    name = node.name
    missing = Unknown(frozenset({name}), NOTHING)

    def given(context: Context) -> Result:
        found = context.inputs.get(name)
        return missing if found is None else found

    return given


def _concept(node: e.ConceptValue, corpus: Corpus) -> Code:
    name = node.name
    made = code_for(corpus.concepts[name].value, corpus)

    def worked_out(context: Context) -> Result:
        known = context.concepts.get(name)
        if known is None:
            known = context.concepts[name] = made(context)
        return known

    return worked_out


def _table(node: e.TableValue, corpus: Corpus) -> Code:
    table = corpus.tables[node.name]
    return lambda context: table_value(table, context.day)


def _not(node: e.Not, corpus: Corpus) -> Code:
    operand = code_for(node.operand, corpus)

    def opposite(context: Context) -> Result:
        result = operand(context)
        return result if isinstance(result, Unknown) else not result

    return opposite


def _and(node: e.And, corpus: Corpus) -> Code:
    return _junction([code_for(each, corpus) for each in node.operands], False)


def _or(node: e.Or, corpus: Corpus) -> Code:
    return _junction([code_for(each, corpus) for each in node.operands], True)


def _junction(operands: list[Code], settling: bool) -> Code:
    """Strong Kleene: one operand that is `settling` settles it, whatever the others are."""
    other = not settling

    def junction(context: Context) -> Result:
        missing: Result = other
        for operand in operands:
            result = operand(context)
            if result is settling:
                return settling
            if result is not other:
                missing = result if missing is other else joined((missing, result))  # type: ignore[arg-type]
        return missing

    return junction


EQUALITIES: dict[str, Callable[[Any, Any], bool]] = {"=": operator.eq, "!=": operator.ne}


def _compare(node: e.Compare, corpus: Corpus) -> Code:
    test = EQUALITIES.get(node.operator) or partial(arithmetic.holds, node.operator)
    if isinstance(node.left, e.Input) and isinstance(node.right, e.Constant):
        return _compare_fact(node.left.name, test, node.right.value)
    left, right = code_for(node.left, corpus), code_for(node.right, corpus)
    if looks_into_list(corpus, node):
        from verordening.evaluate.ends import comparison

        return comparison(node, left, right, test)

    def compared(context: Context) -> Result:
        first, second = left(context), right(context)
        if isinstance(first, Unknown):
            return joined((first, second)) if isinstance(second, Unknown) else first
        if isinstance(second, Unknown):
            return second
        return test(first, second)

    return compared


def _compare_fact(name: str, test: Callable[[Any, Any], bool], wanted: Value) -> Code:
    """A fact beside a fixed value: what nearly every condition is."""
    missing = Unknown(frozenset({name}), NOTHING)

    def compared(context: Context) -> Result:
        given = context.inputs.get(name)
        return missing if given is None else test(given, wanted)

    return compared


def _one_of(node: e.OneOf, corpus: Corpus) -> Code:
    subject, options = code_for(node.subject, corpus), node.options

    def among(context: Context) -> Result:
        result = subject(context)
        return result if isinstance(result, Unknown) else result in options

    return among


_MAKERS: dict[type, Callable[[Any, Corpus], Code]] = {
    e.Constant: _constant,
    e.Input: _input,
    e.ConceptValue: _concept,
    e.TableValue: _table,
    e.Not: _not,
    e.And: _and,
    e.Or: _or,
    e.Compare: _compare,
    e.OneOf: _one_of,
}

_EVALUATORS: dict[type, Callable[[Any, Context], Result]] = {
    e.NoValue: _no_value,
    e.DecisionValue: _decision,
    e.CaseDate: _case_date,
    e.Arithmetic: _arithmetic,
    e.Share: _share,
    e.DateShift: _date_shift,
    e.NextMonth: _next_month,
    e.DateDifference: _date_difference,
    e.Elapsed: _elapsed,
    e.Term: _term,
    e.Extreme: _extreme,
    e.Branches: _branches,
    e.Rounded: _rounded,
    **dict.fromkeys((e.FieldValue, e.CountOf, e.SumOf, e.ExtremeOf, e.SomeOf, e.AllOf), _list),
    e.Within: _within,
    e.UpTo: _up_to,
    e.RuleValue: _rule_value,
    e.OrdinaryOutcome: _ordinary,
}
