"""What may be shown of an effect: the only way to its numbers for whoever makes a table, a drawing or a file of it.

Tables and drawings of one decision are looked at together: a count that is hidden in one follows from no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from verordening.population.effects.hiding import Line, hidden_cells, is_small
from verordening.population.effects.joining import Group, joined_groups
from verordening.population.effects.tallies import GAINS, LOSES, SIZES, UNTOLD, WAYS, DecisionEffect, Tally
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A group of households. None stands for a number that may not be shown; amounts in cents.

    `joined` are the groups that were taken together in it because one of their counts is small.
    """

    label: str
    counts: Mapping[str, int | None]
    gained: int | None
    lost: int | None
    joined: tuple[str, ...] = ()

    @property
    def net(self) -> int | None:
        """What all of them get more (below zero: less), in cents."""
        return None if self.gained is None or self.lost is None else self.gained - self.lost

    @property
    def hides(self) -> bool:
        """Whether there is a number that may not be shown."""
        return None in self.counts.values()


@dataclass(frozen=True, slots=True)
class SizeClass:
    """How many households gain or lose an amount of `least` cents or more and less than `below` (None: no limit).

    Both None: their amount is not known. `count` is None where it may not be shown.
    """

    way: str
    least: int | None
    below: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class ShownEffect:
    """What may be shown of a decision. `sizes` go from those that lose most to those that gain most.

    `changes`: it comes to something else for anyone. `is_told`: that could be told of everybody. `has_losers`: somebody
    loses an amount.
    """

    name: str
    label: str
    in_euros: bool
    monthly: bool
    whole: ShownRow
    by: Mapping[str, tuple[ShownRow, ...]]
    sizes: tuple[SizeClass, ...]
    changes: bool
    is_told: bool
    has_losers: bool

    @property
    def hides(self) -> bool:
        """Whether there is a number that may not be shown."""
        rows = [self.whole, *(each for groups in self.by.values() for each in groups)]
        return any(each.hides for each in rows) or any(each.count is None for each in self.sizes)


def shown(effect: DecisionEffect) -> ShownEffect:
    """What may be shown of an effect."""
    by = {fact: joined_groups(groups) for fact, groups in effect.by.items()}
    rows = [Group("", effect.whole), *(each for groups in by.values() for each in groups)]
    hidden = hidden_cells([count for each in rows for count in each.tally.counts], _lines(by))
    found = iter(
        [
            _row(each, [at for at in range(_WIDTH) if place * _WIDTH + at in hidden])
            for place, each in enumerate(rows)
        ]
    )
    whole = next(found)
    groups = {fact: tuple(next(found) for _ in own) for fact, own in by.items()}
    sizes = _sizes(effect, whole) if effect.in_euros else ()
    return ShownEffect(
        effect.name,
        effect.label,
        effect.in_euros,
        effect.monthly,
        whole,
        groups,
        sizes,
        effect.changes,
        not effect.whole.of(UNTOLD),
        bool(effect.losers),
    )


_WIDTH: Final = len(WAYS)


def _lines(by: Mapping[str, Sequence[Group]]) -> tuple[Line, ...]:
    """What adds up to what: how many there are in a group may be known, and groups are together the whole."""
    lines, first = [Line(tuple(range(_WIDTH)))], 1
    for groups in by.values():
        places = range(first, first + len(groups))
        lines += [Line(tuple(place * _WIDTH + at for at in range(_WIDTH))) for place in places]
        lines += [Line(tuple(place * _WIDTH + at for place in places), at) for at in range(_WIDTH)]
        first += len(groups)
    return tuple(lines)


def _row(group: Group, hidden: Sequence[int]) -> ShownRow:
    tally: Tally = group.tally
    counts = {way: None if at in hidden else tally.counts[at] for at, way in enumerate(WAYS)}
    gained = None if counts[GAINS] is None else tally.gained
    lost = None if counts[LOSES] is None else tally.lost
    return ShownRow(group.label, counts, gained, lost, group.joined)


def _sizes(effect: DecisionEffect, whole: ShownRow) -> tuple[SizeClass, ...]:
    """Nothing of those of whom it may not be said how many there are: the classes would add up to it."""
    loses = _classes(LOSES, effect.lost_sizes) if whole.counts[LOSES] else ()
    gains = _classes(GAINS, effect.gained_sizes) if whole.counts[GAINS] else ()
    return (*reversed(loses), *gains)


def _classes(way: str, counts: Sequence[int]) -> tuple[SizeClass, ...]:
    """Neighbouring classes go together until none of them is small; zeros at both ends are left out."""
    unknown, *known = counts
    ends = list(zip(SIZES, (*SIZES[1:], None), known, strict=True))
    while ends and not ends[0][2]:
        del ends[0]
    while ends and not ends[-1][2]:
        del ends[-1]
    found = [SizeClass(way, *each) for each in _joined(ends)]
    if unknown:
        found.append(SizeClass(way, None, None, unknown))
    whole = Line(tuple(range(len(found))))
    hidden = hidden_cells([each.count or 0 for each in found], (whole,))
    return tuple(
        SizeClass(way, each.least, each.below, None if at in hidden else each.count)
        for at, each in enumerate(found)
    )


def _joined(classes: Sequence[tuple[int, int | None, int]]) -> list[tuple[int, int | None, int]]:
    found = list(classes)
    while len(found) > 1:
        at = next((place for place, (_, _, count) in enumerate(found) if is_small(count)), None)
        if at is None:
            break
        beside = [place for place in (at - 1, at + 1) if 0 <= place < len(found)]
        other = min(beside, key=lambda place: (found[place][2], place))
        first, last = sorted((at, other))
        found[first : last + 1] = [(found[first][0], found[last][1], found[first][2] + found[last][2])]
    return found
