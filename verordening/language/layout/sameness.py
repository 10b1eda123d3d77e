"""Whether two syntax trees say the same, wherever it stands."""

from __future__ import annotations

from verordening.language.source import Span
from verordening.records import field_names


def bare(node: object) -> object:
    """A node without the places in it and the name of its file, to compare with another."""
    if isinstance(node, tuple):
        return tuple(bare(each) for each in node)
    if not hasattr(type(node), "__record__"):
        return node
    values = ((name, getattr(node, name)) for name in field_names(type(node)))
    return (type(node), *((name, bare(value)) for name, value in values if not isinstance(value, Span)))
