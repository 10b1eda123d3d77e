"""Something to look an expression up by. Records compare by identity, so this walks them."""

from __future__ import annotations

from verordening.records import field_values


def likeness(node: object) -> object:
    """Something to look an expression up by: the same for two exactly when they are `alike`."""
    if isinstance(node, tuple):
        return tuple(map(likeness, node))
    if hasattr(node, "__match_args__"):
        return type(node), *map(likeness, field_values(node))
    return type(node), node
