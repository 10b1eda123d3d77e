"""Which begrippen a begrip builds on, and how deep: without this a row of a thousand would be a thousand calls deep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.language import syntax as s
from verordening.language.source import Span
from verordening.model.resolving.names import Declared
from verordening.records import field_names

DEEPEST: Final = 150
"""Levels of a begrip with all that it builds on filled in: what evaluates it is recursive."""


def expressions_of(head: s.ConceptHead) -> Iterator[s.Expression]:
    """The expressions of a begrip in the order in which they are resolved."""
    yield from (value for value, _ in head.branches)
    yield head.otherwise
    yield from (condition for _, condition in head.branches)


def concepts_below(declared: Declared, terms: dict[str, Declared]) -> list[tuple[Declared, int]]:
    """The begrippen that one mentions, with the levels of its own at which each stands."""
    found: list[tuple[Declared, int]] = []
    head = declared.block.head
    if isinstance(head, s.ConceptHead):
        for expression in expressions_of(head):
            for name, depth in _names(expression):
                below = terms.get(name)
                if below is not None and below.what == "concept":
                    found.append((below, depth))
    return found


def _names(expression: s.Expression) -> Iterator[tuple[str, int]]:
    """The names in an expression, whatever its construct, each with the number of constructs around it and itself."""
    waiting: list[tuple[object, int]] = [(expression, 1)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, s.Name):
            yield node.name, depth
        elif isinstance(node, tuple):
            waiting += [(each, depth) for each in reversed(node)]
        elif hasattr(node, "__record__") and not isinstance(node, Span):
            inside = (getattr(node, name) for name in reversed(field_names(type(node))))
            waiting += [(each, depth + 1) for each in inside]
