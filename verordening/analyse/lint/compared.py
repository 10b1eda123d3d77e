"""Comparisons behind one `en` that are about the same: of one thing with values, or of two days with each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from verordening.analyse.lint.writing import operands_of
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.source import Span

_TURNED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_UNITS: Final = {
    **dict.fromkeys(("maand", "maanden"), ("maand", 1)),
    **dict.fromkeys(("jaar", "jaren"), ("maand", 12)),
    **dict.fromkeys(("dag", "dagen"), ("dag", 1)),
    **dict.fromkeys(("week", "weken"), ("dag", 7)),
}
"""Years are months and weeks are days; months and days cannot be laid beside each other."""

MOST_BESIDE: Final = 20
"""With so many of those before it each is compared."""

Number = int | Fraction


class Bound(NamedTuple):
    """What one comparison says: `what` is `operator` the value, counted in `unit`.

    `what` is the name of a thing, or of two days of which the first is so much after the second.
    """

    what: tuple[str, ...]
    unit: str
    operator: str
    value: Number
    span: Span

    @property
    def is_upper(self) -> bool:
        """Whether it says how much at most."""
        return self.operator in ("<", "<=")

    @property
    def is_strict(self) -> bool:
        """Whether the value itself is left out."""
        return self.operator in ("<", ">")


class _Side(NamedTuple):
    """One side of a comparison: a name (empty for a value) and what is added to it."""

    name: str
    unit: str
    value: Number


def compared(look: Written) -> list[tuple[s.Item, Bound, Bound]]:
    """Each comparison with those before it, behind one `en`, that are about the same."""
    return look.once(_compared)


def _compared(look: Written) -> list[tuple[s.Item, Bound, Bound]]:
    found: list[tuple[s.Item, Bound, Bound]] = []
    inner: set[int] = set()
    for item, operation in look.operations:
        if operation.operator != "and" or id(operation) in inner:
            continue
        inner.update(id(each) for each in operation.operands if isinstance(each, s.Operation))
        earlier: dict[tuple[str, ...], list[Bound]] = {}
        for second in (bound for each in operands_of(operation) for bound in _bounds(each)):
            of_it = earlier.setdefault(second.what, [])
            found += [(item, first, second) for first in of_it[-MOST_BESIDE:] if _are_alike(first, second)]
            of_it.append(second)
    return found


def _are_alike(first: Bound, second: Bound) -> bool:
    """Whether their values can be laid beside each other."""
    return first.unit == second.unit or not (first.value and second.value)


def excludes(one: Bound, other: Bound) -> bool:
    """Whether the two never hold together."""
    if one.operator == "=":
        return not _keeps(one.value, other)
    if other.operator == "=":
        return not _keeps(other.value, one)
    if one.is_upper == other.is_upper:
        return False
    upper, lower = (one, other) if one.is_upper else (other, one)
    return upper.value < lower.value or (upper.value == lower.value and (upper.is_strict or lower.is_strict))


def follows(one: Bound, other: Bound) -> bool:
    """Whether the first holds wherever the second does."""
    if other.operator == "=":
        return one.operator != "=" and _keeps(other.value, one)
    if one.operator == "=" or one.is_upper != other.is_upper:
        return False
    if one.value == other.value:
        return other.is_strict or not one.is_strict
    return (other.value < one.value) == one.is_upper


def _keeps(value: Number, bound: Bound) -> bool:
    if value == bound.value:
        return not bound.is_strict
    return bound.operator != "=" and (value < bound.value) == bound.is_upper


def _bounds(node: s.Expression) -> Iterator[Bound]:
    if not isinstance(node, s.Operation) or node.operator not in _TURNED:
        return
    left, right = (_side(each) for each in node.operands)
    if left is None or right is None or (not left.name and not right.name) or left.name == right.name:
        return
    operator = node.operator
    if not left.name or (right.name and left.name > right.name):
        left, right, operator = right, left, _TURNED[operator]
    unit = {each.unit for each in (left, right) if each.value}
    if len(unit) <= 1:
        what = (left.name, right.name) if right.name else (left.name,)
        yield Bound(what, next(iter(unit), left.unit), operator, right.value - left.value, node.span)


def _side(node: s.Expression) -> _Side | None:
    match node:
        case s.Name(name=name):
            return _Side(name, "", 0)
        case s.CaseDate():
            return _Side("peildatum", "", 0)
        case s.Literal():
            return _literal(node)
        case s.Operation(operator="+" | "-" as sign, operands=(day, s.Literal(kind="duur") as shift)):
            inner, added = _side(day), _literal(shift)
            if inner is None or added is None or inner.value:
                return None
            return _Side(inner.name, added.unit, added.value if sign == "+" else -added.value)
    return None


def _literal(node: s.Literal) -> _Side | None:
    if isinstance(node.number, date):
        return _Side("", "datum", node.number.toordinal())
    if isinstance(node.number, bool) or not isinstance(node.number, int | Fraction):
        return None
    unit, factor = _UNITS.get(node.unit, ("", 0)) if node.kind == "duur" else (f"{node.kind} {node.unit}", 1)
    return _Side("", unit, node.number * factor) if factor else None
