"""Texts with the edits of findings carried out."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.language.diagnostics import Diagnostic, Edit
from verordening.language.source import Source


def mended(source: Source, found: Iterable[Diagnostic], *, unsafe: bool) -> tuple[str, int]:
    """The text with what can be mended in it mended, and how many findings that took away.

    Of edits that overlap the first is carried out; the other finding is still there the next time. `unsafe`: also what
    may change the meaning.
    """
    done: list[Edit] = []
    number = 0
    for each in found:
        edits = [edit for edit in each.edits if edit.span.file == source.path]
        if (
            not edits
            or (not each.safe and not unsafe)
            or any(_overlap(edit, one) for edit in edits for one in done)
        ):
            continue
        done += edits
        number += 1
    text = source.text
    starts = _line_starts(text)
    for edit in sorted(done, key=lambda one: (one.span.line, one.span.column), reverse=True):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text, number


def _overlap(one: Edit, other: Edit) -> bool:
    first, second = sorted((one, other), key=lambda each: (each.span.line, each.span.column))
    ends = (first.span.end_line, first.span.end_column)
    begins = (second.span.line, second.span.column)
    return begins < ends or (begins == ends == (first.span.line, first.span.column))


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
