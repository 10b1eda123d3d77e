"""Which lines of a function matter only where a case gives some fact, so that they are passed over where it does not.

Most of a program is about facts that a case does not give. Of every node it is told which columns must be false for it
to be the same whatever else there is, or for nobody to look at it. Columns are said to be *silent* where they are all
false; a set of columns is the whole number with a bit for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from verordening.population.program import Op, Program
from verordening.population.tracing.reading import Reading, Told, Where

Sets = tuple[int, ...]
"""Sets of columns of which any, when silent, is enough. None of them: nothing is. An empty one: always."""

ALWAYS: Final[Sets] = (0,)
NEVER: Final[Sets] = ()
_MOST_SETS = 4
_MOST_COLUMNS = 8
"""Of more and larger sets nothing is kept: lines that hang on them are hardly ever passed over."""


class Silence(NamedTuple):
    """What follows where columns are silent, of each node: that it is false, or true, or that nobody looks at it."""

    false: Sequence[Sets]
    true: Sequence[Sets]
    idle: Sequence[Sets]

    def settled(self, reading: Reading) -> Sets:
        """Where what is read back is one and the same text."""
        if not isinstance(reading, Where):
            return NEVER if isinstance(reading, Told) else ALWAYS
        no = all_silent(self.false[reading.when], self.settled(reading.other))
        return any_silent(no, all_silent(self.true[reading.when], self.settled(reading.one)))

    def text(self, reading: Reading, columns: int) -> str:
        """The text that is read back where these columns are silent and that settles it."""
        while isinstance(reading, Where):
            reading = reading.other if holds(self.false[reading.when], columns) else reading.one
        assert isinstance(reading, str)
        return reading


def holds(sets: Sets, columns: int) -> bool:
    """Whether it is enough that these columns are silent."""
    return any(not each & ~columns for each in sets)


@lru_cache(maxsize=65_536)
def any_silent(one: Sets, other: Sets) -> Sets:
    """Where one of two things follows."""
    return one if one == other else _kept({*one, *other})


@lru_cache(maxsize=65_536)
def all_silent(one: Sets, other: Sets) -> Sets:
    """Where both of two things follow."""
    return one if one == other else _kept({left | right for left in one for right in other})


def _kept(sets: Iterable[int]) -> Sets:
    """The smallest, without those that hold another one."""
    found: list[int] = []
    for each in sorted(sets, key=lambda each: (each.bit_count(), each)):
        if len(found) == _MOST_SETS or each.bit_count() > _MOST_COLUMNS:
            break
        if not any(known & each == known for known in found):
            found.append(each)
    return tuple(found)


def silence(program: Program, asked: Iterable[int], readings: Iterable[Reading]) -> Silence:
    """What follows in a program of which these nodes are `asked` and these values are read back."""
    false, true = _truths(program)
    found = Silence(false, true, [ALWAYS] * len(program.nodes))
    for each in asked:
        found.idle[each] = NEVER  # type: ignore[index]  # made here
    for reading in readings:
        _looked_at(reading, found.settled(reading), found)
    for number in range(len(program.nodes) - 1, -1, -1):
        node = program.nodes[number]
        idle = any_silent(found.idle[number], any_silent(false[number], true[number]))
        found.idle[number] = idle  # type: ignore[index]
        branches = [idle] * len(node.args)
        if node.op is Op.SELECT:
            when = node.args[0]
            branches[1:] = [any_silent(idle, false[when]), any_silent(idle, true[when])]
        for each, own in zip(node.args, branches, strict=True):
            found.idle[each] = all_silent(found.idle[each], own)  # type: ignore[index]
    return found


def _looked_at(reading: Reading, idle: Sets, found: Silence) -> None:
    if isinstance(reading, str):
        return
    node = reading.node if isinstance(reading, Told) else reading.when
    found.idle[node] = all_silent(found.idle[node], idle)  # type: ignore[index]
    if isinstance(reading, Where):
        _looked_at(reading.one, any_silent(idle, found.false[node]), found)
        _looked_at(reading.other, any_silent(idle, found.true[node]), found)


def _truths(program: Program) -> tuple[list[Sets], list[Sets]]:
    """Of each node where it is surely false, and where it is surely true."""
    false: list[Sets] = []
    true: list[Sets] = []
    columns = {each.name: 1 << at for at, each in enumerate(program.columns)}
    for node in program.nodes:
        no, yes = NEVER, NEVER
        parts = node.args
        if node.op is Op.INPUT and node.truth:
            no = (columns[str(node.payload)],)
        elif node.op is Op.CONST and node.truth:
            no, yes = (NEVER, ALWAYS) if node.payload else (ALWAYS, NEVER)
        elif node.op is Op.NOT:
            no, yes = true[parts[0]], false[parts[0]]
        elif node.op is Op.AND:
            no, yes = any_silent(*_of(parts, false)), all_silent(*_of(parts, true))
        elif node.op is Op.OR:
            no, yes = all_silent(*_of(parts, false)), any_silent(*_of(parts, true))
        false.append(no)
        true.append(yes)
    return false, true


def _of(parts: tuple[int, ...], sets: list[Sets]) -> tuple[Sets, Sets]:
    return sets[parts[0]], sets[parts[1]]
