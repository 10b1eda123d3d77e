"""Small groups taken together, so that a table of many groups is not a table of hidden counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from verordening.population.effects.hiding import is_small
from verordening.population.effects.tallies import Tally

REST: Final = "overig"
_MANY: Final = 6


class Group(NamedTuple):
    """A group of rows; `joined` are the groups that were taken together in it, in their order."""

    label: str
    tally: Tally
    joined: tuple[str, ...] = ()


def joined_groups(groups: Sequence[tuple[str, Tally]]) -> tuple[Group, ...]:
    """The groups that have rows, those with a small count together in one at the end.

    Where that one still has a small count, the smallest group that takes it away goes in too. Of few groups one small
    one keeps its name, and one other group is always left: a table of one row would say nothing.
    """
    there = [Group(label, tally) for label, tally in groups if tally.rows]
    small = [each for each in there if any(map(is_small, each.tally.counts))]
    if not small or (len(small) == 1 and len(there) < _MANY):
        return tuple(there)
    left = [each for each in there if each not in small]
    while len(left) > 1:
        helping = [each for each in left if _helps(each.tally, _together(small))]
        if not helping:
            break
        least = min(helping, key=lambda each: each.tally.rows)
        left.remove(least)
        small.append(least)
    if len(small) == 1:
        return tuple(there)
    labels = tuple(each.label for each in there if each in small)
    return (*left, Group(REST, _together(small), labels))


def _together(groups: Sequence[Group]) -> Tally:
    return sum((each.tally for each in groups), Tally())


def _helps(tally: Tally, rest: Tally) -> bool:
    """Whether a small count of the rest is one no more with these rows."""
    return any(
        is_small(count) and not is_small(count + own)
        for count, own in zip(rest.counts, tally.counts, strict=True)
    )
