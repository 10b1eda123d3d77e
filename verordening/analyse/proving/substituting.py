"""A condition on a decision for the case that it comes to a given value."""

from __future__ import annotations

from collections.abc import Callable

from verordening.model import expressions as e
from verordening.records import field_values


def with_decision(node: e.Expression, decision: str, value: e.Expression) -> e.Expression:
    """The same expression with this value wherever the decision stands."""
    if isinstance(node, e.DecisionValue):
        return value if node.name == decision else node
    made: Callable[..., e.Expression] = type(node)
    return made(*(_within(each, decision, value) for each in field_values(node)))


def _within(part: object, decision: str, value: e.Expression) -> object:
    if isinstance(part, tuple):
        return tuple(_within(each, decision, value) for each in part)
    return with_decision(part, decision, value) if isinstance(part, e.Expression) else part
