"""How the items of a file stand on the page: which heads share a line, how far in each stands, and the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.language import syntax as s
from verordening.language.layout.between import STEP, Block
from verordening.language.layout.clauses import printed_clause
from verordening.language.layout.document import Row, joined
from verordening.language.layout.heads import head_row
from verordening.language.layout.tables import table_rows

_DEPTH: Final = {"artikel": 1, "richtlijn": 1, "lid": 2, "onderdeel": 3, "zin": 4}


def blocks_of(items: Sequence[s.Item]) -> Iterator[Block]:
    """The heads and clauses of a file in order, each with how far in it stands."""
    around: list[tuple[int, int]] = []
    for opening in _openings(items):
        indent = 0
        for item in opening:
            if isinstance(item.head, s.PlaceHead):
                depth = _DEPTH[item.head.part]
                around = [(above, within) for above, within in around if above < depth]
                indent = around[-1][1] if around else 0
                around.append((depth, indent if item is not opening[-1] else indent + STEP))
        last = opening[-1]
        yield Block(_head_row(opening), indent, last.head, is_head=True)
        for row in _clause_rows(last.clauses):
            yield Block(row, indent + STEP, last.head, is_head=False)


def _openings(items: Sequence[s.Item]) -> Iterator[tuple[s.Item, ...]]:
    """The items whose heads share a line: `lid 1 onderdeel a`, where nothing else lies in that lid."""
    opening: list[s.Item] = []
    for position, item in enumerate(items):
        opening.append(item)
        if not _shares_line(item, items[position + 1 :]):
            yield tuple(opening)
            opening = []


def _shares_line(item: s.Item, after: Sequence[s.Item]) -> bool:
    if not isinstance(item.head, s.PlaceHead) or item.head.part not in ("lid", "onderdeel"):
        return False
    if item.clauses or item.head.title:
        return False
    inside = list(_depths_inside(_DEPTH[item.head.part], after))
    return bool(inside) and inside[0] == min(inside) and inside.count(inside[0]) == 1


def _depths_inside(depth: int, after: Sequence[s.Item]) -> Iterator[int]:
    """How deep each of the places lies that follow a place of this depth and lie inside it."""
    for item in after:
        inner = _DEPTH[item.head.part] if isinstance(item.head, s.PlaceHead) else 0
        if inner <= depth:
            return
        yield inner


def _head_row(opening: Sequence[s.Item]) -> Row:
    rows = [head_row(item.head) for item in opening]
    if len(rows) == 1:
        return rows[0]
    return Row(rows[0].span.to(rows[-1].span), joined([row.doc for row in rows], " "))


def _clause_rows(clauses: Sequence[s.Clause]) -> Iterator[Row]:
    """The clauses of an item, with what they say in one column; the rows of a table have columns of their own."""
    of_table = iter(table_rows([clause for clause in clauses if isinstance(clause, s.RowClause)]))
    printed = [None if isinstance(clause, s.RowClause) else printed_clause(clause) for clause in clauses]
    column = max((each.width for each in printed if each is not None), default=0)
    for each in printed:
        yield next(of_table) if each is None else each.row(column)
