"""The shipped regulations of a municipality with a word or two otherwise, resolved beside each other."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from verordening.analyse.difference.comparing import compare
from verordening.analyse.difference.found import DecisionDifference, Difference, Group
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.loading import read_library
from verordening.model.set_reading import resolved
from verordening.model.texts import Texts
from verordening.records import replace

DAY = date(2026, 3, 1)
MEASURES = "amsterdam/maatregelen.vrd"

Change = tuple[str, str, str]
"""A file, what stands there once, and what is to stand there."""

_TEXTS = Texts()
_LIBRARY = read_library()


@lru_cache(maxsize=4)
def corpus(gemeente: str, *changes: Change) -> Corpus:
    """The regulations of a municipality with these changes."""
    files = []
    for file in _LIBRARY.set_of(gemeente).files:
        text = file.source.text
        for path, before, after in changes:
            if path == file.source.path:
                assert text.count(before) == 1, before
                text = text.replace(before, after)
        files.append(replace(file, source=Source(file.source.path, text)))
    found, _ = resolved(gemeente, tuple(files), _TEXTS)
    return found


def difference(*changes: Change, gemeente: str = "amsterdam", day: date = DAY) -> Difference:
    """What these changes do, on one day."""
    return compare(corpus(gemeente), corpus(gemeente, *changes), [day])


def told(found: Difference) -> dict[str, list[tuple[str, str, str]]]:
    """Per decision that changes: the direction of each group, the outcome before and after, and by how much."""
    return {
        each.decision.name: [_told(group, each) for group in each.groups]
        for each in found.decisions
        if each.groups
    }


def _told(group: Group, each: DecisionDifference) -> tuple[str, str, str]:
    old, new = (x.decision(each.decision.name) for x in (group.witness.old, group.witness.new))
    words = [one.shown.text if one.shown is not None else one.status.value for one in (old, new)]
    return group.direction.value, " → ".join(words), "" if group.most is None else str(group.most)


def places(found: Difference, decision: str) -> list[tuple[list[str], list[str]]]:
    """Which rules decide in each group of a decision, before and after."""
    return [
        ([x.id for x in group.old], [x.id for x in group.new])
        for each in found.decisions
        if each.decision.name == decision
        for group in each.groups
    ]
