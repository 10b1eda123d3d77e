"""The row that each comment of a text belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from verordening.language.comments import Comment
from verordening.language.layout.document import Remarks, Row, rows_in
from verordening.language.source import Span


def remarks_on(row: Row, comments: Iterable[Comment]) -> dict[int, Remarks]:
    """The comments that lie in a row, by the id of the row in it that each belongs to."""
    remarks: dict[int, Remarks] = defaultdict(Remarks)
    for comment in comments:
        _attach(comment, row, remarks)
    return remarks


def _attach(comment: Comment, outer: Row, remarks: dict[int, Remarks]) -> None:
    """To the innermost row around it: above what follows, behind what goes before, or else to that row itself."""
    inside = rows_in(outer.doc)
    around = next((row for row in inside if starts(row.span) < starts(comment.span) < ends(row.span)), None)
    if around is not None:
        _attach(comment, around, remarks)
        return
    following = [row for row in inside if starts(row.span) > starts(comment.span)]
    before = [row for row in inside if ends(row.span) <= starts(comment.span)]
    if comment.alone and following and following[0].opens:
        remarks[id(following[0])].above.append(comment.text)
    elif before:
        remarks[id(before[-1])].behind.append(comment.text)
    elif comment.alone:
        remarks[id(outer)].above.append(comment.text)
    else:
        remarks[id(outer)].beside.append(comment.text)


def starts(span: Span) -> tuple[int, int]:
    """Where a span starts, to compare with."""
    return span.line, span.column


def ends(span: Span) -> tuple[int, int]:
    """Where a span ends, to compare with."""
    return span.end_line, span.end_column
