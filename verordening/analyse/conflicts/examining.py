"""All questions about the regulations of one municipality, one after another, each answer as soon as it is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.catalogue import catalogue
from verordening.analyse.conflicts.finding import Answered


def examine(area: Area, wanted: Collection[str] = ()) -> Iterator[Answered]:
    """What comes of the questions; of those with these codes only, where any are named."""
    for question in catalogue():
        if not wanted or question.code in wanted:
            yield from question.ask(area)
