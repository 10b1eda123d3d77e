"""Functions for the expressions that give a value: amounts, days, durations, the branches of a begrip.

Each maker is given an expression, its corpus, and `made`, which makes the functions of the parts: when a case comes,
nothing has to be looked up any more.
"""

from __future__ import annotations

from _operator import add, mul, sub
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

from verordening.evaluate import arithmetic, dates
from verordening.evaluate.context import Context
from verordening.evaluate.open_ends import below, kept_within, last_value
from verordening.evaluate.unknown import MISSING, NOTHING, Result, Unknown, either, joined
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.rules import Table
from verordening.model.tables import value_on, why_nothing
from verordening.model.types import INDEFINITE, Below, Value
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Code = Callable[[Context], Result]
"""What an expression was made into: called with a context it gives the value."""
Made = Callable[[e.Expression], Code]


def when_needed(nodes: Iterable[e.Expression], made: Made) -> list[Code]:
    """The functions of parts of which a case seldom needs all: each is made when it is first called, in its place."""
    codes: list[Code] = []

    def later(at: int, node: e.Expression) -> Code:
        def first_time(context: Context) -> Result:
            codes[at] = code = made(node)
            return code(context)

        return first_time

    codes += [later(at, node) for at, node in enumerate(nodes)]
    return codes


@lru_cache(maxsize=1024)
def table_value(table: Table, day: date) -> Result:
    """The amount of a table on a day; unknown outside its rows, never the last known amount."""
    found = value_on(table, day)
    return Unknown(NOTHING, frozenset({why_nothing(table, day)})) if found is None else found


def _no_value(node: e.NoValue, _: Corpus, __: Made) -> Code:
    why = Unknown(NOTHING, frozenset({node.why}))
    return lambda _: why


def _decision(node: e.DecisionValue, corpus: Corpus, _: Made) -> Code:
    name = node.name

    def decided(context: Context) -> Result:
        found = context.decided.get(name, MISSING)
        return found if not isinstance(found, Below) else last_value(found, name, corpus)

    return decided


def _case_date(_: e.CaseDate, __: Corpus, ___: Made) -> Code:
    return lambda context: context.day


def _arithmetic(node: e.Arithmetic, _: Corpus, made: Made) -> Code:
    first, second, operator = made(node.left), made(node.right), node.operator
    plain = _OF_WHOLE_NUMBERS.get(operator)

    def calculated(context: Context) -> Result:
        left, right = first(context), second(context)
        if plain is not None and left.__class__ is int and right.__class__ is int:
            return plain(left, right)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return either(left, right)
        if left is INDEFINITE or right is INDEFINITE:
            return INDEFINITE
        result = arithmetic.calculated(operator, left, right)  # type: ignore[arg-type]  # typed as numbers
        return _DIVIDED_BY_ZERO if result is None else result

    return calculated


_OF_WHOLE_NUMBERS: dict[str, Callable[[Any, Any], int]] = {"+": add, "-": sub, "*": mul}
_DIVIDED_BY_ZERO = Unknown(NOTHING, frozenset({"delen door nul kan niet"}))


def _share(node: e.Share, _: Corpus, made: Made) -> Code:
    part, all_of_it = made(node.percent), made(node.whole)

    def share(context: Context) -> Result:
        percent, whole = part(context), all_of_it(context)
        if isinstance(percent, Unknown) or isinstance(whole, Unknown):
            return either(percent, whole)
        return arithmetic.share(percent, whole)  # type: ignore[arg-type]  # typed as numbers

    return share


def _date_shift(node: e.DateShift, _: Corpus, made: Made) -> Code:
    day, duration = made(node.day), made(node.duration)
    return lambda context: dates.shift(node, day(context), duration(context))


def _next_month(node: e.NextMonth, _: Corpus, made: Made) -> Code:
    day = made(node.day)
    return lambda context: dates.next_month(day(context))


def _date_difference(node: e.DateDifference, _: Corpus, made: Made) -> Code:
    left, right = made(node.left), made(node.right)
    return lambda context: dates.difference(left(context), right(context))


def _elapsed(node: e.Elapsed, _: Corpus, made: Made) -> Code:
    start, end = made(node.start), made(node.end)
    return lambda context: dates.elapsed(node, start(context), end(context))


def _term(node: e.Term, _: Corpus, made: Made) -> Code:
    day, duration = made(node.day), made(node.duration)
    return lambda context: dates.end_of_term(node, day(context), duration(context))


def _extreme(node: e.Extreme, _: Corpus, made: Made) -> Code:
    operands, smallest = [made(each) for each in node.operands], node.smallest

    def extreme(context: Context) -> Result:
        known: list[Value] = []
        missing: list[Unknown] = []
        for operand in operands:
            result = operand(context)
            (missing if isinstance(result, Unknown) else known).append(result)  # type: ignore[arg-type]
        return joined(missing) if missing else arithmetic.extreme(smallest, known)

    return extreme


def _branches(node: e.Branches, _: Corpus, made: Made) -> Code:
    """The first branch that holds; while a condition is open, the value that all branches still possible share."""
    conditions = when_needed([condition for _, condition in node.branches], made)
    outcomes = when_needed([*[outcome for outcome, _ in node.branches], node.otherwise], made)
    last = len(conditions)

    def chosen(context: Context) -> Result:
        missing: list[Unknown] = []
        possible: list[int] = []
        for at, condition in enumerate(conditions):
            holds = condition(context)
            if holds is False:
                continue
            possible.append(at)
            if holds is True:
                break
            missing.append(holds)  # type: ignore[arg-type]  # a condition is typed ja/nee
        else:
            possible.append(last)
        first = outcomes[possible[0]](context)
        if not missing:
            return first
        return _shared(first, [outcomes[at] for at in possible], missing, context)

    return chosen


def _shared(first: Result, possible: list[Code], missing: list[Unknown], context: Context) -> Result:
    """The value that branches share, of which the first gives `first`; else all that is missing to know the value."""
    unknown = list(missing)
    shared = not isinstance(first, Unknown)
    if isinstance(first, Unknown):
        unknown.append(first)
    for each in possible[1:]:
        result = each(context)
        if isinstance(result, Unknown):
            unknown.append(result)
            shared = False
        elif result != first:
            shared = False
    return first if shared else joined(unknown)


def _rounded(node: e.Rounded, _: Corpus, made: Made) -> Code:
    inner, unit, direction = made(node.operand), node.unit, node.direction

    def rounded(context: Context) -> Result:
        operand = inner(context)
        if operand.__class__ is int or operand.__class__ is Fraction:
            return arithmetic.rounded(operand, unit, direction)
        return operand

    return rounded


def _within(node: e.Within, corpus: Corpus, made: Made) -> Code:
    operand = made(node.operand)
    return lambda context: kept_within(operand(context), node, corpus)


def _up_to(node: e.UpTo, _: Corpus, made: Made) -> Code:
    operand = made(node.operand)
    return lambda context: below(operand(context))


def _rule_value(node: e.RuleValue, _: Corpus, __: Made) -> Code:
    from verordening.evaluate.rules import given_by_rules

    return lambda context: given_by_rules(node, context)


def _ordinary(_: e.OrdinaryOutcome, __: Corpus, ___: Made) -> Code:
    return lambda _: MISSING


def _list(node: e.ListExpression, _: Corpus, __: Made) -> Code:
    from verordening.evaluate.lists import LOOKERS

    look = LOOKERS[type(node)]
    return lambda context: look(node, context)


CALCULATIONS: dict[type, Callable[[Any, Corpus, Made], Code]] = {
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

WITH_OPERANDS = frozenset(
    {e.Arithmetic, e.Share, e.Extreme, e.DateShift, e.NextMonth, e.DateDifference, e.Elapsed, e.Term, e.UpTo}
)
"""The kinds whose parts are nothing but operands: a tree shows none of these parts that is itself of such a kind."""

AT_HAND = frozenset({e.NoValue, e.CaseDate, e.OrdinaryOutcome})
"""The kinds that take no working out."""
