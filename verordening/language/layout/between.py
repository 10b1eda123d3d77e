"""The blocks of a page below each other, with the comments that stand between them and the blank lines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from verordening.language import syntax as s
from verordening.language.comments import Comment
from verordening.language.layout.comments import ends, remarks_on, starts
from verordening.language.layout.document import Row
from verordening.language.layout.rendering import render
from verordening.language.source import Span

STEP: Final = 2
"""Columns that a clause stands further in than its head, and a place further than what it lies in."""
_DECLARATIONS: Final = (s.InputHead, s.ConceptHead, s.TableHead, s.DecisionHead, s.ValueHead, s.CoherenceHead)
_TOP: Final = ("artikel", "richtlijn")


@dataclass(slots=True)
class Block:
    """A head (or heads that share a line) or a clause, with the comments above, in and behind it."""

    row: Row
    indent: int
    head: s.Head
    """The head itself, or the one that the clause stands under."""
    is_head: bool
    above: list[Comment] = field(default_factory=list)
    inside: list[Comment] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The block as it stands on the page, without what is above it."""
        remarks = remarks_on(self.row, self.inside)
        remarks[id(self.row)].behind += self.behind
        return render(self.row, self.indent, remarks)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines that belong together, and where they stood in the source."""

    span: Span
    lines: list[str]


def page_lines(blocks: Sequence[Block], comments: Sequence[Comment]) -> list[str]:
    """The lines of a file. Of blank lines one is left, none right below a head; an article always has one above it."""
    below = _share_out(blocks, comments)
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        lines += _between(before, block.above, block)
        before = block
    return [*lines, *_between(before, below, None)]


def _share_out(blocks: Sequence[Block], comments: Sequence[Comment]) -> list[Comment]:
    """Hand each comment to the block that it stands above, in or behind; gives those below the last."""
    waiting = deque(comments)
    before: Block | None = None
    for block in blocks:
        while waiting and starts(waiting[0].span) < starts(block.row.span):
            _hand_over(waiting.popleft(), before, block.above)
        while waiting and starts(waiting[0].span) < ends(block.row.span):
            block.inside.append(waiting.popleft())
        before = block
    below: list[Comment] = []
    for comment in waiting:
        _hand_over(comment, before, below)
    return below


def _hand_over(comment: Comment, before: Block | None, between: list[Comment]) -> None:
    if comment.alone or before is None:
        between.append(comment)
    else:
        before.behind.append(comment.text)


def _between(before: Block | None, comments: Sequence[Comment], block: Block | None) -> Iterator[str]:
    """The comments between two blocks and the second block, with the blank lines above them."""
    still = _number_of_before(before, comments, block)
    stretches: list[_Stretch] = []
    for at, comment in enumerate(comments):
        owner_indent = _indent_inside(before) if at < still else block.indent if block is not None else 0
        stretches.append(_Stretch(comment.span, [" " * owner_indent + comment.text]))
    if block is not None:
        stretches.append(_Stretch(block.row.span, block.lines()))
    blank = _blank_lines(before, stretches, block)
    if (
        before is not None
        and block is not None
        and _stands_apart(before.head, block)
        and not any(blank[still:])
    ):
        blank[still] = True
    for stretch, below_blank in zip(stretches, blank, strict=True):
        yield from ["", *stretch.lines] if below_blank else stretch.lines


def _number_of_before(before: Block | None, comments: Sequence[Comment], block: Block | None) -> int:
    """How many of the comments still belong to the item before: those that stand further in than the next head."""
    if before is None or (block is not None and not block.is_head):
        return 0
    margin = 1 if block is None else block.row.span.column
    return next((at for at, each in enumerate(comments) if each.span.column <= margin), len(comments))


def _indent_inside(block: Block | None) -> int:
    if block is None:
        return 0
    return block.indent + STEP if block.is_head else block.indent


def _blank_lines(before: Block | None, stretches: Sequence[_Stretch], block: Block | None) -> list[bool]:
    """For each stretch whether there was a blank line above it that stays."""
    if before is not None and before.is_head and block is not None and not block.is_head:
        return [False] * len(stretches)
    end = before.row.span.end_line if before is not None else None
    blank: list[bool] = []
    for stretch in stretches:
        blank.append(end is not None and stretch.span.line - end > 1)
        end = stretch.span.end_line
    return blank


def _stands_apart(head: s.Head, block: Block) -> bool:
    if not block.is_head or (isinstance(block.head, s.PlaceHead) and block.head.part not in _TOP):
        return False
    return not (isinstance(head, _DECLARATIONS) and isinstance(block.head, _DECLARATIONS))
