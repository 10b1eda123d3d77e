"""Expressions as they are written: all of them in an item, and what two have alike that are written the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

from verordening.language import syntax as s

_EXPRESSIONS: Final = frozenset(get_args(s.Expression))


def expressions_in(item: s.Item) -> list[s.Expression]:
    """Every expression in the head and the clauses of an item, outer ones first, in order."""
    found: list[s.Expression] = []
    waiting: list[object] = [item]
    while waiting:
        each = waiting.pop()
        kind = type(each)
        if kind is tuple:
            waiting += reversed(each)  # type: ignore[call-overload]  # a tuple
            continue
        names = _FIELDS.get(kind)
        if names is None:
            names = _FIELDS[kind] = _fields(kind)
        if kind in _EXPRESSIONS:
            found.append(each)  # type: ignore[arg-type]  # an expression
        waiting += [getattr(each, name) for name in names]
    return found


def operands_of(node: s.Operation) -> Iterator[s.Expression]:
    """What stands between the same words: `a en b en c` has three, however it was read."""
    for each in node.operands:
        if isinstance(each, s.Operation) and each.operator == node.operator:
            yield from operands_of(each)
        else:
            yield each


def wording(node: object) -> object:
    """Something to look an expression up by: the same for two exactly when they are written the same, wherever they
    stand.
    """
    if isinstance(node, tuple):
        return tuple(map(wording, node))
    names = getattr(node, "__match_args__", None)
    if names is None:
        return type(node), node
    return type(node), *(wording(getattr(node, each)) for each in names if each != "span")


_FIELDS: dict[type, tuple[str, ...]] = {}
"""The fields of each class of the syntax tree in which an expression may stand, the last first."""
_NO_EXPRESSION: Final = frozenset(
    ("None", "Reference", "Span", "bool", "date", "int", "object", "str", "tuple")
)


def _fields(kind: type) -> tuple[str, ...]:
    types = kind.__annotations__ if hasattr(kind, "__match_args__") else {}
    return tuple(
        name for name in reversed(types) if not _NO_EXPRESSION.issuperset(re.findall(r"\w+", types[name]))
    )
