"""A piece of the syntax tree that stands some lines further down than it did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from verordening.language.source import Span
from verordening.records import field_names

T = TypeVar("T")
_Slot = tuple[Callable[[Any], Any], Callable[[Any, Any], None]]

_PLACELESS = frozenset((str, int, bool, type(None)))
"""Kinds of values that are met most and hold no place."""


def moved_down(found: T, lines: int) -> T:
    """The same, with every place in it so many lines further down (or up, when negative)."""
    moved: T = _moved(found, lines)
    return moved


def _moved(found: Any, lines: int) -> Any:
    kind = type(found)
    if kind is Span:
        return _span_moved(found, lines)
    if kind is tuple:
        return tuple([_moved(each, lines) for each in found])
    slots = _slots(kind)
    if not slots:
        return found
    copy = object.__new__(kind)
    for read, write in slots:
        value = read(found)
        write(copy, value if type(value) in _PLACELESS else _moved(value, lines))
    return copy


def _span_moved(span: Span, lines: int) -> Span:
    moved = object.__new__(Span)
    for write, value in zip(
        _SPAN,
        (span.file, span.line + lines, span.column, span.end_line + lines, span.end_column),
        strict=True,
    ):
        write(moved, value)
    return moved


def _slots(kind: type) -> list[_Slot]:
    """How the fields of a record are read and filled; none for what is no record, and so holds no place."""
    known = _KNOWN.get(kind)
    if known is None:
        names = field_names(kind) if hasattr(kind, "__record__") else ()
        slots = [kind.__dict__[name] for name in names]
        known = _KNOWN[kind] = [(slot.__get__, slot.__set__) for slot in slots]
    return known


_KNOWN: dict[type, list[_Slot]] = {}
_SPAN = [write for _, write in _slots(Span)]
