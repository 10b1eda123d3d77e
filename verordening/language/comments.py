"""The comments of a text, which the parser passes over."""

from __future__ import annotations

import re
from typing import Final

from verordening.language.source import Source, Span
from verordening.records import dataclass

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
