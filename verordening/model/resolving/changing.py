"""Whether a fact can still become another: `verandert niet` and `neemt alleen toe`, and what they fit."""

from __future__ import annotations

from verordening.language import syntax as s
from verordening.language.source import Span
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.problems import Problems
from verordening.model.types import Changes, Kind, Type

_WITHOUT_MORE = frozenset({Kind.BOOL, Kind.ENUM, Kind.LIST})
"""Kinds of which one value is not more than another."""


def changes_of(block: Block, type_: Type, problems: Problems) -> Changes:
    """Whether the gegeven in a block can change. Problems: VRD248."""
    clauses = [each for kind in (Changes.NEVER, Changes.UP) for each in block.all(kind, s.TextClause)]
    if len(clauses) > 1:
        problems.add(
            "VRD248",
            "een gegeven dat niet verandert, neemt ook niet toe",
            clauses[1].span,
            help="laat `verandert niet` of `neemt alleen toe` weg",
        )
    return _fitting(clauses[0].keyword, type_, clauses[0].span, problems) if clauses else Changes.FREELY


def changes_of_field(written: s.ListField, type_: Type, problems: Problems) -> Changes:
    """Whether a field of the elements of a list can change. Problems: VRD248."""
    return _fitting(written.changes[0], type_, written.name.span, problems)


def _fitting(keyword: str, type_: Type, span: Span, problems: Problems) -> Changes:
    found = Changes(keyword)
    if found is Changes.UP and type_.kind in _WITHOUT_MORE:
        problems.add(
            "VRD248",
            "`neemt alleen toe` past alleen bij een getal, bedrag, percentage, duur of datum",
            span,
            help="schrijf `verandert niet`, of haal het weg",
        )
        return Changes.NEVER
    return found
