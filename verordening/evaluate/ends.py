"""The lowest and highest that an expression on a list can still come to, and what that already settles.

With two children known and a third that may be there, `aantal kinderen` has no value yet, but `aantal kinderen >= 2`
is ja.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from verordening.evaluate import arithmetic
from verordening.evaluate.calculations import Code
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.lists import kept_of, looking_at
from verordening.evaluate.unknown import Result, Unknown, joined
from verordening.model import expressions as e
from verordening.model.types import INDEFINITE, Number, Type, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Ends = tuple[Value, Value]
"""The lowest and the highest value, both possible as far as is known."""


def comparison(node: e.Compare, left: Code, right: Code, test: Callable[[Any, Any], bool]) -> Code:
    """A comparison that what is known of a list may settle while something is missing."""

    def compared(context: Context) -> Result:
        if context.supposed and node in context.supposed:
            return context.supposed[node]
        first, second = left(context), right(context)
        unknown = [each for each in (first, second) if isinstance(each, Unknown)]
        if not unknown:
            return test(first, second)
        found = settled(node, context)
        return joined(unknown) if found is None else found

    return compared


def settled(node: e.Compare, context: Context) -> bool | None:
    """Whether a comparison holds, whatever the values still are; None while it may go either way."""
    left, right = ends(node.left, context), ends(node.right, context)
    if left is None or right is None:
        return None
    match node.operator:
        case "<":
            return _below(left, right)
        case ">=":
            return _opposite(_below(left, right))
        case ">":
            return _below(right, left)
        case "<=":
            return _opposite(_below(right, left))
        case "=":
            return _equal(left, right)
    return _opposite(_equal(left, right))


def _below(left: Ends, right: Ends) -> bool | None:
    if arithmetic.compare(left[1], right[0]) < 0:
        return True
    return False if arithmetic.compare(left[0], right[1]) >= 0 else None


def _equal(left: Ends, right: Ends) -> bool | None:
    if _below(left, right) or _below(right, left):
        return False
    return True if left[0] == left[1] == right[0] == right[1] else None


def _opposite(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


# ------------------------------------------------ the ends of an expression


def ends(node: e.Expression, context: Context) -> Ends | None:
    """The ends of a number or date; None where nothing is known of it, or where it has no order."""
    known = value(node, context)
    if not isinstance(known, Unknown):
        ordered = isinstance(known, int | Fraction | date) and not isinstance(known, bool)
        return (known, known) if ordered or known is INDEFINITE else None
    match node:
        case e.FieldValue():
            return _ends_of_type(context.corpus.inputs[node.list].type.field(node.name).type)
        case e.CountOf():
            kept = tuple(kept_of(node.list, node.condition, context))
            return sum(each.truth is True for each in kept), sum(each.times for each in kept)
        case e.SumOf():
            return _ends_of_sum(node, context)
        case e.ExtremeOf():
            return _ends_of_extreme(node, context)
        case e.ConceptValue():
            return ends(context.corpus.concepts[node.name].value, context)
        case e.Rounded():
            inner = numbers(node.operand, context)
            return inner and _rounded(inner, node)
        case e.Arithmetic():
            return _ends_of_arithmetic(node, context)
        case e.Share():
            return _product(node.percent, node.whole, Fraction(1, 100), context)
    return None


def _ends_of_type(type_: Type) -> Ends | None:
    low, high = type_.low, type_.high
    return None if low is None or high is None else (low, INDEFINITE if type_.indefinite else high)


def numbers(node: e.Expression, context: Context) -> tuple[Number, Number] | None:
    """The ends where both are numbers."""
    match ends(node, context):
        case (int() | Fraction() as low, int() | Fraction() as high):
            return low, high
    return None


# ------------------------------------------------ over the elements of a list


def _ends_of_sum(node: e.SumOf, context: Context) -> Ends | None:
    low: Number = 0
    high: Number = 0
    for each in kept_of(node.list, node.condition, context):
        own = looking_at(node.list, each.element, numbers, node.subject, context)
        if own is None:
            return None
        least, most = own if each.truth is True else (min(0, own[0]), max(0, own[1]))
        low, high = low + least * each.times, high + most * each.times
    return low, high


def _ends_of_extreme(node: e.ExtremeOf, context: Context) -> Ends | None:
    """Without an element that certainly counts there may be no highest at all."""
    certain: list[Ends] = []
    possible: list[Ends] = []
    for each in kept_of(node.list, node.condition, context):
        own = looking_at(node.list, each.element, ends, node.subject, context)
        if own is None:
            return None
        possible.append(own)
        if each.truth is True:
            certain.append(own)
    if not certain:
        return None
    lows, highs = (possible, certain) if node.smallest else (certain, possible)
    return (
        arithmetic.extreme(node.smallest, [low for low, _ in lows]),
        arithmetic.extreme(node.smallest, [high for _, high in highs]),
    )


# ------------------------------------------------ calculations


def _rounded(inner: tuple[Number, Number], node: e.Rounded) -> Ends:
    low, high = inner
    return arithmetic.rounded(low, node.unit, node.direction), arithmetic.rounded(
        high, node.unit, node.direction
    )


def _ends_of_arithmetic(node: e.Arithmetic, context: Context) -> Ends | None:
    if node.operator == "*":
        return _product(node.left, node.right, 1, context)
    left, right = numbers(node.left, context), numbers(node.right, context)
    if left is None or right is None or node.operator == "/":
        return None
    if node.operator == "+":
        return left[0] + right[0], left[1] + right[1]
    return left[0] - right[1], left[1] - right[0]


def _product(left: e.Expression, right: e.Expression, factor: Number, context: Context) -> Ends | None:
    first, second = numbers(left, context), numbers(right, context)
    if first is None or second is None:
        return None
    products = [factor * one * other for one in first for other in second]
    return min(products), max(products)
