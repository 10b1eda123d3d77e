"""Expressions as they are written: all of them in an item, and whether two are written the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from verordening.language import syntax as s
from verordening.language.source import Span

_EXPRESSIONS = get_args(s.Expression)


def expressions_in(item: s.Item) -> Iterator[s.Expression]:
    """Every expression in the head and the clauses of an item, outer ones first, in order."""
    yield from _inside(item)


def operands_of(node: s.Operation) -> Iterator[s.Expression]:
    """What stands between the same words: `a en b en c` has three, however it was read."""
    for each in node.operands:
        if isinstance(each, s.Operation) and each.operator == node.operator:
            yield from operands_of(each)
        else:
            yield each


def same(left: object, right: object) -> bool:
    """Whether two expressions are written the same, wherever they stand."""
    if left.__class__ is not right.__class__:
        return False
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(same, left, right))
    names = getattr(left, "__match_args__", None)
    if names is None:
        return left == right
    return all(same(getattr(left, each), getattr(right, each)) for each in names if each != "span")


def _inside(node: object) -> Iterator[s.Expression]:
    """Expressions in reading order; with a stack, since this goes through all that is written."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, tuple):
            waiting.extend(reversed(each))
            continue
        names = _FIELDS.get(type(each))
        if names is None:
            names = _FIELDS[type(each)] = _fields(type(each))
        if isinstance(each, _EXPRESSIONS):
            yield each
        waiting.extend([getattr(each, name) for name in names])


_FIELDS: dict[type, tuple[str, ...]] = {}
"""The fields of each class of the syntax tree, the last first; none of what is no part of it."""


def _fields(kind: type) -> tuple[str, ...]:
    names = () if kind is Span else getattr(kind, "__match_args__", ())
    return tuple(name for name in reversed(names) if name != "span")
