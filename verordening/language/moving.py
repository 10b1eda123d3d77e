"""A piece of the syntax tree that stands some lines further down than it did."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeVar

from verordening.language.source import Span
from verordening.records import field_names

T = TypeVar("T")
_Slot = tuple[Callable[[Any], Any], Callable[[Any, Any], None]]
_Slots = tuple[list[_Slot], list[_Slot]]
"""How the fields of a record are read and filled: first those in which no place can stand, then the others."""

_PLACELESS: Final = frozenset((str, int, bool, type(None)))
"""Kinds of values that are met most and hold no place."""
_LEAVES: Final = frozenset({"str", "int", "bool", "date", "Fraction", "None", "tuple"})
"""Of what the fields are in which no place stands."""
_WORD: Final = re.compile(r"[A-Za-z_]\w*")


def moved_down(found: T, lines: int) -> T:
    """The same, with every place in it so many lines further down (or up, when negative)."""
    moved: T = _moved(found, lines)
    return moved


def _moved(found: Any, lines: int) -> Any:
    kind = type(found)
    if kind is Span:
        return _span_moved(found, lines)
    if kind is tuple:
        return tuple([each if type(each) in _PLACELESS else _moved(each, lines) for each in found])
    known = _KNOWN.get(kind)
    plain, placed = _slots(kind) if known is None else known
    if not placed:
        return found
    copy = object.__new__(kind)
    for read, write in plain:
        write(copy, read(found))
    for read, write in placed:
        value = read(found)
        write(copy, value if type(value) in _PLACELESS else _moved(value, lines))
    return copy


def _span_moved(span: Span, lines: int) -> Span:
    moved = object.__new__(Span)
    _set_file(moved, span.file)
    _set_line(moved, span.line + lines)
    _set_column(moved, span.column)
    _set_end_line(moved, span.end_line + lines)
    _set_end_column(moved, span.end_column)
    return moved


_set_file, _set_line, _set_column, _set_end_line, _set_end_column = (
    Span.__dict__[name].__set__ for name in field_names(Span)
)


def _slots(kind: type) -> _Slots:
    """How the fields of a record are read and filled; none of what is no record, and so holds no place."""
    plain: list[_Slot] = []
    placed: list[_Slot] = []
    for name in field_names(kind) if hasattr(kind, "__record__") else ():
        slot = kind.__dict__[name]
        is_plain = _LEAVES.issuperset(_WORD.findall(kind.__annotations__[name]))
        (plain if is_plain else placed).append((slot.__get__, slot.__set__))
    return _KNOWN.setdefault(kind, (plain, placed))


_KNOWN: dict[type, _Slots] = {}
