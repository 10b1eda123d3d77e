"""A written text for a screen reader: one statement a line, no signs of layout."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.present.screen_reader import statement
from verordening.present.writing.written import Block, Paragraph, Points, Written


def read_written(text: Written) -> str:
    """The whole text, one statement a line, ending in a newline."""
    lines = [text.title, *text.about]
    for part in text.parts:
        lines.append(part.heading)
        for block in part.blocks:
            lines += _block(block)
    return "".join(f"{statement(line)}\n" for line in lines if line)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield line.shown
        case Points(lines):
            yield from (each.shown for each in lines)
        case _:
            yield block.caption
            for row in block.rows:
                named = (f"{head} {cell}" for head, cell in zip(block.heads, row, strict=True) if cell)
                yield ", ".join(named)
