"""Whether what stands at a place is set by an act: the Algemene termijnenwet only reaches terms of an act or amvb."""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.model.resolving.gathering import Block
from verordening.model.rules import RANKS, Rank

_STATUTORY: Final = frozenset({"grondwet", "wet", "amvb"})
_ATW: Final = "atw"
"""An ordinance that declares the Algemene termijnenwet to apply names it as its grondslag."""


def is_statutory(block: Block, kinds: dict[str, str]) -> bool | None:
    """Whether an act or amvb sets what stands in a block; `kinds` is the soort of each regulation.

    A file without rank takes it from its grondslag: None where there is none, or one of each.
    """
    clause = block.nearest("grondslag", s.ReferenceClause) or block.file.header.one(
        "grondslag", s.ReferenceClause
    )
    grounds = clause.references if clause is not None else ()
    if any(each.regeling == _ATW for each in grounds):
        return True
    if RANKS.get(block.file.kind, Rank.BEGRIPPEN) is not Rank.BEGRIPPEN:
        return block.file.kind in _STATUTORY
    found = {_kind(each, block, kinds) in _STATUTORY for each in grounds}
    return found.pop() if len(found) == 1 else None


def _kind(reference: s.Reference, block: Block, kinds: dict[str, str]) -> str:
    name = reference.regeling or block.file.id
    return kinds.get(name) or kinds.get(f"{block.file.gemeente}/{name}", "")
