"""A file that is being edited: after each change only the items that the change touches are read again.

The outcome is that of reading the whole file. Where an item cannot be read, the whole file is read: a mistake can reach
beyond its own item.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from verordening.language.automaton import Unreadable
from verordening.language.building import Built, Piece, build
from verordening.language.diagnostics import Diagnostic
from verordening.language.grammar import reserved_words
from verordening.language.limits import DEEPEST_TREE, check_text
from verordening.language.moving import moved_down
from verordening.language.opening import opener
from verordening.language.parsing import parse, placed, read_whole
from verordening.language.reading import is_blank
from verordening.language.source import Source
from verordening.language.syntax import File

Parsed = tuple[File, tuple[Diagnostic, ...]]


class Document:
    """The tree of a text and what is wrong with it, kept up to date by `edit`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._pieces: list[Piece] | None = None
        self.parsed = self._read_all(source)

    def edit(self, text: str) -> Parsed:
        """The tree of the text as it now is and what is wrong with it: what `parse` says of it."""
        source = Source(self._source.path, text)
        pieces = self._read_part(source) if self._pieces is not None and not is_blank(source) else None
        if pieces is None:
            self.parsed = self._read_all(source)
        else:
            self._pieces = pieces
            self.parsed = placed(source, pieces)
        self._source = source
        return self.parsed

    def _read_all(self, source: Source) -> Parsed:
        whole = None if is_blank(source) or check_text(source.text) else read_whole(source)
        self._pieces = whole.pieces if whole is not None and not whole.problems else None
        return parse(source) if self._pieces is None else placed(source, self._pieces)

    def _read_part(self, source: Source) -> list[Piece] | None:
        """All items, with those around the change read anew; None where that cannot be done."""
        assert self._pieces is not None
        before, after = self._source.text.split("\n"), source.text.split("\n")
        same_above = _in_common(before, after)
        same_below = _in_common(before[same_above:][::-1], after[same_above:][::-1])
        lines = [_line(each) for each in self._pieces]
        count = len(lines)
        above = range(bisect_left(lines, same_above) - 1, -1, -1)
        rest = range(bisect_left(lines, len(before) - same_below), count)
        first = next((at for at in above if _opens_line(self._pieces[at], before)), -1)
        last = next((at for at in rest if _opens_line(self._pieces[at], before)), count)
        line, end = lines[first] if first >= 0 else 0, lines[last] if last < count else len(before)
        more = len(after) - len(before)
        text = "\n".join(after[line : end + more])
        built = _built(f"{text}\n" if last < count else text, source.path, line + 1)
        if built is None:
            return None
        below = self._pieces[last:]
        if more:
            below = [Piece(moved_down(each.item, more), each.whole) for each in below]
        return [*self._pieces[: max(first, 0)], *built.pieces, *below]


def _built(text: str, path: str, line: int) -> Built | None:
    """The items of a stretch of text in which nothing is wrong; else None."""
    if check_text(text):
        return None
    try:
        built = build(text, path, reserved_words(), line)
    except Unreadable:
        return None
    return None if built.problems or built.depth > DEEPEST_TREE else built


def _in_common(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines are the same from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))


def _line(piece: Piece) -> int:
    """The line on which an item begins, from 0."""
    assert piece.item is not None
    return piece.item.head.span.line - 1


def _opens_line(piece: Piece, lines: Sequence[str]) -> bool:
    """Whether an item is the first thing on its line, so that the text can be cut there."""
    assert piece.item is not None
    line = lines[_line(piece)]
    indent = piece.item.head.span.column - 1
    return not line[:indent].strip() and opener().match(line) is not None
