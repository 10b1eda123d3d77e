"""A written text as Markdown: to read as it stands, or to paste into what reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from verordening.present.writing.written import Block, Gap, Line, Paragraph, Points, Table, Written

_MARKED: Final = re.compile(r"([\\`*_\[\]<>#|])")
_OPENING: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+])(?=\s|$)")


def render_markdown(text: Written) -> str:
    """The whole text, ending in a newline. Signs with a meaning in Markdown are escaped.

    One table needs no caption beside the heading of its part; of several each has its own.
    """
    lines = [f"# {plain(text.title)}", ""]
    for each in text.about:
        lines += [plain(each), ""]
    for part in text.parts:
        lines += [f"{'#' * part.level} {plain(part.heading)}", ""]
        quote = "> " if part.aside else ""
        several = sum(isinstance(block, Table) for block in part.blocks) > 1
        for block in part.blocks:
            if several and isinstance(block, Table):
                lines += [f"{quote}**{plain(block.caption)}**", quote.rstrip()]
            lines += [f"{quote}{line}".rstrip() for line in _block(block)]
            lines.append(quote.rstrip())
        if part.aside:
            lines[-1] = ""
    return "\n".join(lines).rstrip() + "\n"


def plain(text: str) -> str:
    """The text with its signs as signs."""
    escaped = _MARKED.sub(r"\\\1", " ".join(text.split()))
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _line(line)
        case Points(lines):
            yield from (f"- {_line(each)}" for each in lines)
        case Table():
            yield "| " + " | ".join(map(plain, block.heads)) + " |"
            yield "|" + " --- |" * len(block.heads)
            for row in block.rows:
                yield "| " + " | ".join(map(plain, row)) + " |"


def _line(line: Line) -> str:
    if line.gap in (Gap.REASON, Gap.PRACTICAL):
        return f"**{plain(line.shown)}**"
    before, anchor, after = line.split
    if not anchor:
        return plain(before)
    return f"{plain(before)}{' ' * before.endswith(' ')}[{plain(anchor)}](<{line.link}>){plain(after)}"
