"""Something to look an expression up by. Records compare by identity, so this walks them."""

from __future__ import annotations

from verordening.model.expressions import Expression
from verordening.records import field_names


def likeness(node: object) -> object:
    """Something to look an expression up by: the same for two exactly when they are `alike`."""
    if isinstance(node, tuple):
        return tuple(map(likeness, node))
    if isinstance(node, Expression):
        return type(node), tuple(likeness(getattr(node, name)) for name in field_names(type(node)))
    return type(node), node
