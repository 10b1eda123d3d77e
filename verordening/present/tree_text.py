"""The evaluation tree (`--boom`) as text: drawn with rich for a terminal, numbered steps for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from verordening.evaluate.outcome import TreeNode
from verordening.language.diagnostics import printable
from verordening.present.screen_reader import statement

if TYPE_CHECKING:
    from rich.tree import Tree


def render_tree(node: TreeNode, width: int = 80) -> str:
    """The tree with its branches drawn, ending in a newline."""
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    def grow(tree: Tree, children: tuple[TreeNode, ...]) -> None:
        for child in children:
            grow(tree.add(Text(_line(child))), child.children)

    drawn = Tree(Text(_line(node)))
    grow(drawn, node.children)
    paper = StringIO()
    console = Console(
        file=paper, width=width, color_system=None, force_terminal=False, legacy_windows=False, emoji=False
    )
    console.print(drawn)
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def read_tree(node: TreeNode) -> str:
    """The tree as numbered steps, one a line: `Stap 1.2: …`."""
    return "".join(f"{statement(line.replace(' = ', ' is '))}\n" for line in _steps(node, ""))


def _steps(node: TreeNode, number: str) -> Iterator[str]:
    file, _, line = node.place.rpartition(":")
    where = f", in {file} regel {line}" if file else f", in {node.place}" if node.place else ""
    yield f"{f'Stap {number}: ' if number else ''}{_found(node)}{where}"
    for index, child in enumerate(node.children, start=1):
        yield from _steps(child, f"{number}.{index}" if number else str(index))


def _line(node: TreeNode) -> str:
    return printable(_found(node) + (f"  [{node.place}]" if node.place else ""))


def _found(node: TreeNode) -> str:
    return f"{node.text}: {node.result}" if node.result else node.text
