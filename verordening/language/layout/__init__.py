"""The one layout of a `.vrd` file: from syntax tree and comments back to text (docs/decisions/0004-layout.md).

A construct that is new in the language gets its printer in the table for its kind: `HEADS` and `TYPES` in `heads`,
`CLAUSES` in `clauses`, `EFFECTS` in `effects`, `EXPRESSIONS` in `expressions`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verordening.language import syntax as s
from verordening.language.comments import Comment, comments_in, texts_in
from verordening.language.layout.between import page_lines
from verordening.language.layout.page import blocks_of
from verordening.language.layout.sameness import bare
from verordening.language.parsing import parse
from verordening.language.source import Source

__all__ = ["LayoutError", "laid_out", "text_of"]

_WORD = re.compile(r"\w+")


class LayoutError(Exception):
    """The layout would change what a file says: a mistake of ours, and a reason to leave the file alone."""


def laid_out(source: Source, file: s.File) -> str:
    """The text of a file in its one layout; `file` is its syntax tree, read without any diagnostic.

    Raises LayoutError when the result does not read as the same tree with the same comments and texts.
    """
    comments = comments_in(source)
    text = text_of(file.items, comments)
    result = Source(source.path, text)
    again, found = parse(result)
    if found:
        raise LayoutError(f"the layout of {source.path} cannot be read: {found[0].message} ({found[0].span})")
    if bare(again.items) != bare(file.items):
        raise LayoutError(f"the layout of {source.path} says something else")
    if Counter(each.text for each in comments_in(result)) != Counter(each.text for each in comments):
        raise LayoutError(f"the layout of {source.path} has other comments")
    lost = _lost_texts(source.text, text)
    if lost:
        raise LayoutError(f"the layout of {source.path} has lost a text: {lost[0]}")
    return text


def _lost_texts(before: str, after: str) -> list[str]:
    """Texts between quotes that are gone, also where the syntax tree has no place for them.

    A text may go when it only repeats a name: `te_laat "te laat"` says no more than `te_laat`.
    """
    names = set(_WORD.findall(after))
    gone = Counter(texts_in(before)) - Counter(texts_in(after))
    return [each for each in gone if each and each.replace(" ", "_") not in names]


def text_of(items: Sequence[s.Item], comments: Sequence[Comment] = ()) -> str:
    """Items and comments as text, with nothing checked."""
    return "\n".join(page_lines(list(blocks_of(items)), comments)) + "\n"
