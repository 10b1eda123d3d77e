"""Who must show something: the `bewijslast` of a gegeven or oordeel, with the ground on which that is said."""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.provenances import provenance_from
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.rules import Burden

BEARERS: Final = ("college", "belanghebbende")


def burden_of(block: Block, problems: Problems) -> Burden | None:
    """The clause, checked (VRD252, VRD313); None where the sources do not say who must show it."""
    clause = block.one("bewijslast", s.WordClause)
    if clause is None:
        return None
    bearer, grade = clause.words
    if bearer.name not in BEARERS:
        problems.add(
            "VRD252",
            f"`{bearer.name}` kan niet degene zijn die iets moet aantonen",
            bearer.span,
            help=meant_or_choices(bearer.name, BEARERS),
        )
    if not clause.text.strip():
        problems.add(
            "VRD252",
            "er staat niet waaruit blijkt wie dit moet aantonen",
            clause.span,
            help="noem de bepaling of de uitspraak tussen de aanhalingstekens, of laat `bewijslast` weg",
        )
    return Burden(bearer.name, provenance_from(grade, clause.text, problems))
