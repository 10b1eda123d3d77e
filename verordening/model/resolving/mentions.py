"""What a block mentions: every reference to a place and every name in it, with the clause that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from verordening.language import syntax as s
from verordening.model.resolving.gathering import Block
from verordening.records import field_names

HEAD: Final = ""
"""The keyword of what stands in a head."""

_SPEAKS_OF_NOTHING: Final = frozenset({"niet opgenomen"})
_NAMES_NOTHING: Final = frozenset(
    {
        "soort",
        "gemeente",
        "herkomst",
        "gebruikt",
        "verhouding",
        "mandaat",
        "motiveer",
        "soort ruimte",
        "groep",
        "werking",
    }
    | {"bewijs", "bewijslast"}
)
"""Clauses whose words are not names of something declared."""


def references_in(block: Block) -> Iterator[tuple[str, s.Reference]]:
    """The references to places, each with the keyword of its clause."""
    for keyword, node in _nodes(block):
        if isinstance(node, s.Reference) and keyword not in _SPEAKS_OF_NOTHING:
            yield keyword, node


def names_in(block: Block) -> Iterator[tuple[str, s.Name]]:
    """The names of what may be declared somewhere, each with the keyword of its clause."""
    for keyword, node in _nodes(block):
        if isinstance(node, s.Name) and keyword not in _NAMES_NOTHING:
            yield keyword, node


def _nodes(block: Block) -> Iterator[tuple[str, object]]:
    waiting: list[tuple[str, object]] = [(HEAD, block.head)]
    waiting += [(clause.keyword, clause) for clause in reversed(block.clauses)]
    while waiting:
        keyword, node = waiting.pop()
        yield keyword, node
        if isinstance(node, tuple):
            waiting += [(keyword, each) for each in reversed(node)]
        else:
            waiting += [(keyword, getattr(node, name)) for name in _inside(type(node))]  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _inside(kind: type) -> tuple[str, ...]:
    """The fields of a kind of node in which others may stand, the last first."""
    if not kind.__module__.startswith(s.__name__):
        return ()
    return tuple(name for name in reversed(field_names(kind)) if name != "span")
