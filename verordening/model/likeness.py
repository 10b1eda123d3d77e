"""Whether two expressions say the same, part by part. Records compare by identity, so this walks them."""

from __future__ import annotations

from verordening.model.expressions import Expression
from verordening.records import field_names


def alike(left: object, right: object) -> bool:
    """Whether two expressions, or parts of them, are written alike once names are resolved."""
    if type(left) is not type(right):
        return False
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(alike, left, right))
    if isinstance(left, Expression):
        return all(alike(getattr(left, name), getattr(right, name)) for name in field_names(type(left)))
    return left == right


def likeness(node: object) -> object:
    """Something to look an expression up by: the same for two expressions exactly when they are `alike`."""
    if isinstance(node, tuple):
        return tuple(map(likeness, node))
    if isinstance(node, Expression):
        return type(node), tuple(likeness(getattr(node, name)) for name in field_names(type(node)))
    return type(node), node
