"""Looking through the lines of a file as they are written, comments too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from verordening.language.source import Source, Span


def lines_with(
    texts: Iterable[Source], find: Callable[[str], tuple[int, int] | None], glance: re.Pattern[str]
) -> Iterator[Span]:
    """Where `find` sees something in a line of these texts: the first stretch in each. `glance` as below."""
    for source, number, line in lines_to_search(texts, glance):
        found = find(line)
        if found is not None:
            yield source.span(number, found[0] + 1, found[1] - found[0])


def lines_to_search(texts: Iterable[Source], glance: re.Pattern[str]) -> Iterator[tuple[Source, int, str]]:
    """The lines, with their numbers, in which a pattern matches that never holds a line end.

    A text is searched at once: most have no such line, and to take it apart would take longer than that.
    """
    for source in texts:
        text, number, at, end = source.text, 1, 0, -1
        for found in glance.finditer(text):
            if found.start() > end:
                number += text.count("\n", at, found.start())
                at = text.rfind("\n", 0, found.start()) + 1
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                yield source, number, text[at:end]
