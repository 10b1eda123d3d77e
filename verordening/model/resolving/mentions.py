"""What a block mentions: every reference to a place and every name in it, with the clause that it stands in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from verordening.language import syntax as s
from verordening.model.resolving.gathering import Block
from verordening.records import field_names

HEAD: Final = ""
"""The keyword of what stands in a head."""

_SPEAKS_OF_NOTHING: Final = frozenset({"niet opgenomen", "dode verwijzing"})
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


class Mentions:
    """What blocks mention; each is walked once, however often it is asked for."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[list[tuple[str, s.Reference]], list[tuple[str, s.Name]]]] = {}

    def references_in(self, block: Block) -> list[tuple[str, s.Reference]]:
        """The references to places, each with the keyword of its clause."""
        return self._of(block)[0]

    def names_in(self, block: Block) -> list[tuple[str, s.Name]]:
        """The names of what may be declared somewhere, each with the keyword of its clause."""
        return self._of(block)[1]

    def _of(self, block: Block) -> tuple[list[tuple[str, s.Reference]], list[tuple[str, s.Name]]]:
        found = self._found.get(id(block))
        if found is None:
            found = self._found[id(block)] = _mentions_of(block)
        return found


def _mentions_of(block: Block) -> tuple[list[tuple[str, s.Reference]], list[tuple[str, s.Name]]]:
    references: list[tuple[str, s.Reference]] = []
    names: list[tuple[str, s.Name]] = []
    for keyword, top in ((HEAD, block.head), *((clause.keyword, clause) for clause in block.clauses)):
        waiting: list[object] = [top]
        while waiting:
            node = waiting.pop()
            kind = node.__class__
            if kind is tuple:
                waiting += reversed(node)  # type: ignore[call-overload]  # a tuple
            elif kind is s.Reference:
                if keyword not in _SPEAKS_OF_NOTHING:
                    references.append((keyword, node))  # type: ignore[arg-type]  # a reference
            elif kind is s.Name:
                if keyword not in _NAMES_NOTHING:
                    names.append((keyword, node))  # type: ignore[arg-type]  # a name
            else:
                waiting += [getattr(node, name) for name in _inside(kind)]  # type: ignore[arg-type]  # a class
    return references, names


@lru_cache(maxsize=256)
def _inside(kind: type) -> tuple[str, ...]:
    """The fields of a kind of node in which others may stand, the last first."""
    if not kind.__module__.startswith(s.__name__):
        return ()
    return tuple(
        name
        for name in reversed(field_names(kind))
        if not _LEAVES.issuperset(_WORD.findall(kind.__annotations__[name]))
    )


_WORD: Final = re.compile(r"[A-Za-z_]\w*")
_LEAVES: Final = frozenset({"str", "bool", "int", "date", "object", "Fraction", "Span", "None", "tuple"})
"""Of what the fields are in which no other node stands."""
