"""What an act allows to look at a protected ground: `toegestaan door`."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.language import syntax as s
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.names import Declared
from verordening.model.resolving.places import Places
from verordening.model.rules import Rank, Regulation


def allowed_concepts(
    terms: Iterable[Declared], places: Places, regulations: dict[str, Regulation]
) -> frozenset[str]:
    """The begrippen that an act allows to."""
    return frozenset(
        each.name for each in terms if each.what == "concept" and is_allowed(each.block, places, regulations)
    )


def is_allowed(block: Block, places: Places, regulations: dict[str, Regulation]) -> bool:
    """Whether an act allows a rule or begrip to look at a protected ground; assumed where that cannot be read."""
    if places.problems.is_damaged(block.file.path):
        return True
    clause = block.nearest("toegestaan door", s.ReferenceClause)
    for reference in clause.references if clause is not None else ():
        grounds = places.full_ids(reference, block)
        allowing = [regulations[ground.split(" ")[0]] for ground in grounds]
        if not grounds or any(
            each.rank >= Rank.WET or places.problems.is_damaged(each.place.file) for each in allowing
        ):
            return True
    return False
