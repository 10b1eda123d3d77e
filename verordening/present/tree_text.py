"""The evaluation tree (`--boom`) as text: drawn for a terminal, numbered steps for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.outcome import TreeNode
from verordening.language.diagnostics import printable
from verordening.present.screen_reader import statement
from verordening.present.wrapping import display_width, wrap

_NARROWEST: Final = 20
"""However deep a branch is, its text has so many columns; beyond that it stands out."""


def render_tree(node: TreeNode, width: int = 80) -> str:
    """The tree with its branches drawn, ending in a newline."""
    return "".join(f"{line}\n" for line in _drawn(node, "", "", width))


def _drawn(node: TreeNode, first: str, rest: str, width: int) -> Iterator[str]:
    """The lines of a node and of what is below it; the first of them begins with `first`, the others with `rest`."""
    beside = first
    for line in _lines(node, max(width - display_width(rest), _NARROWEST)):
        yield beside + line
        beside = rest
    for child in node.children[:-1]:
        yield from _drawn(child, f"{rest}├── ", f"{rest}│   ", width)
    for child in node.children[-1:]:
        yield from _drawn(child, f"{rest}└── ", f"{rest}    ", width)


def _lines(node: TreeNode, width: int) -> list[str]:
    """What a node says, with its place behind it or, where there is no room, below it."""
    lines = wrap(_found(node), width)
    if node.place:
        place = printable(f"[{node.place}]")
        if display_width(lines[-1]) + 2 + display_width(place) <= width:
            lines[-1] += f"  {place}"
        else:
            lines.append(place)
    return lines


def read_tree(node: TreeNode) -> str:
    """The tree as numbered steps, one a line: `Stap 1.2: …`."""
    return "".join(f"{statement(line.replace(' = ', ' is '))}\n" for line in _steps(node, ""))


def _steps(node: TreeNode, number: str) -> Iterator[str]:
    file, _, line = node.place.rpartition(":")
    where = f", in {file} regel {line}" if file else f", in {node.place}" if node.place else ""
    yield f"{f'Stap {number}: ' if number else ''}{_found(node)}{where}"
    for index, child in enumerate(node.children, start=1):
        yield from _steps(child, f"{number}.{index}" if number else str(index))


def _found(node: TreeNode) -> str:
    return f"{node.text}: {node.result}" if node.result else node.text
