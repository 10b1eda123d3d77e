"""Looking through the lines of a file as they are written, comments too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verordening.analyse.lint.look import Look
from verordening.language.source import Span


def lines_with(
    look: Look, find: Callable[[str], tuple[int, int] | None], *, by_text: bool = False
) -> Iterator[Span]:
    """Where `find` sees something in a line of a linted file: the first stretch in each.

    `by_text`: what it sees in a line it sees in the text as a whole too, so that most texts take one look.
    """
    for source in look.texts:
        if by_text and find(source.text) is None:
            continue
        for number, line in enumerate(source.text.split("\n"), 1):
            found = find(line)
            if found is not None:
                yield source.span(number, found[0] + 1, found[1] - found[0])
