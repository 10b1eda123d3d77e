"""Exact arithmetic and comparison of values. No float, no rounding but where it is written."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.model.types import INDEFINITE, Below, Number, Value, normalised


def compare(left: Value, right: Value) -> int:
    """-1, 0 or 1; `onbepaald` is longer than every duration, what is below 5% less than 5%.

    Raises TypeError for values that have no order together, which the types of the language exclude.
    """
    kind = type(left)
    if kind is type(right) and kind in _ORDERED:
        return (left > right) - (left < right)  # type: ignore[operator]
    if isinstance(left, Below) or isinstance(right, Below):
        order = compare(_limit(left), _limit(right))
        return order or isinstance(right, Below) - isinstance(left, Below)
    if left is INDEFINITE or right is INDEFINITE:
        return (left is INDEFINITE) - (right is INDEFINITE)
    if isinstance(left, int | Fraction) and isinstance(right, int | Fraction):
        return (left > right) - (left < right)
    raise TypeError(f"{left!r} and {right!r} have no order")


_ORDERED = frozenset({int, Fraction, date, str})


def _limit(value: Value) -> Value:
    return value.limit if isinstance(value, Below) else value


def holds(operator: str, left: Value, right: Value) -> bool:
    """Whether `left operator right`."""
    if operator == "=":
        return left == right
    if operator == "!=":
        return left != right
    order = compare(left, right)
    match operator:
        case "<":
            return order < 0
        case "<=":
            return order <= 0
        case ">":
            return order > 0
    return order >= 0


def extreme(smallest: bool, values: list[Value]) -> Value:
    """The lowest or the highest of at least one value."""
    best = values[0]
    for each in values[1:]:
        order = compare(each, best)
        if order < 0 if smallest else order > 0:
            best = each
    return best


def calculated(operator: str, left: Number, right: Number) -> Number | None:
    """`left operator right` exactly; None for a division by zero."""
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            product = left * right
            return product if isinstance(product, int) else normalised(product)
    if right == 0:
        return None
    if isinstance(left, int) and isinstance(right, int):
        return Fraction(left, right) if left % right else left // right
    return normalised(Fraction(left) / right)


def share(percent: Number, whole: Number) -> Number:
    """`percent % van whole`, exactly."""
    product = percent * whole
    if isinstance(product, int):
        whole_number, rest = divmod(product, 100)
        return Fraction(product, 100) if rest else whole_number
    return normalised(Fraction(product, 100))


def rounded(number: Number, unit: int, direction: str) -> int:
    """`number` as a multiple of `unit`: `half` away from zero, `boven` up, `beneden` down."""
    if unit == 1 and isinstance(number, int):
        return number
    parts = number.denominator * unit
    whole, rest = divmod(number.numerator, parts)
    if direction == "boven":
        whole += rest > 0
    elif direction == "half":
        doubled = 2 * rest
        whole += doubled > parts or (doubled == parts and number >= 0)
    return whole * unit
