"""The comments of a text, which the parser passes over, and the row that each of them belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from verordening.language.layout.document import Remarks, Row, rows_in
from verordening.language.source import Source, Span

_TEXT_OR_COMMENT: Final = re.compile(r'"[^"\n]*"|#[^\n]*')
_BLANK: Final = " \t\r"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with the `#` before it. `alone`: nothing else stands on its line."""

    span: Span
    text: str
    alone: bool


def comments_in(source: Source) -> list[Comment]:
    """All comments, in order. The text must be without mistakes: then a `#` outside a text opens a comment."""
    found: list[Comment] = []
    for match in _TEXT_OR_COMMENT.finditer(source.text):
        if match[0].startswith("#"):
            line_start = source.text.rfind("\n", 0, match.start()) + 1
            alone = not source.text[line_start : match.start()].strip(_BLANK)
            found.append(Comment(source.span_at(*match.span()), tidied(match[0]), alone))
    return found


def texts_in(text: str) -> list[str]:
    """What stands between quotes, in order."""
    return [match[0][1:-1] for match in _TEXT_OR_COMMENT.finditer(text) if match[0].startswith('"')]


def tidied(comment: str) -> str:
    """A comment with a space behind its `#` where a word follows, and none at its end."""
    comment = comment.rstrip(_BLANK)
    return f"# {comment[1:]}" if len(comment) > 1 and comment[1].isalnum() else comment


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
