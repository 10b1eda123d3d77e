"""The lines of a function, in blocks that are passed over where a case does not give what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from verordening.population.engines.generated import worked_out
from verordening.population.program import Program
from verordening.population.tracing.passing_over import Sets, Silence, holds, silence
from verordening.population.tracing.reading import Reading, Told, Where


class _Line(NamedTuple):
    """A name and what it stands for. `where` are the columns of which one must be true, 0 if none; `otherwise`
    what it stands for where all of them are false. `needs` are the lines that it looks at.
    """

    name: str
    text: str
    where: int
    otherwise: str
    needs: tuple[int, ...]


class Written(NamedTuple):
    """Lines, and what to write for nodes and for what is read back."""

    lines: list[str]
    nodes: list[str]
    readings: list[str]


def written(program: Program, asked: Sequence[int], readings: Sequence[Reading]) -> Written:
    """The lines for the nodes that are asked and for what is read back."""
    looked_at = [each for reading in readings for each in _nodes_of(reading)]
    texts, named = worked_out(program, [*asked, *looked_at])
    found = silence(program, asked, readings)
    often = Counter(each for number in named for each in found.idle[number])

    def where(sets: Sets) -> int:
        return min(sets, key=lambda each: (each.bit_count(), -often[each], each), default=0)

    place = {number: at for at, number in enumerate(named)}
    below: list[tuple[int, ...]] = []
    lines: list[_Line] = []

    def lines_of(nodes: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys([each for node in nodes for each in below[node]]))

    for number, node in enumerate(program.nodes):
        needs = lines_of(node.args)
        below.append((place[number],) if number in place else needs)
        if number in place:
            columns = where(found.idle[number])
            otherwise = _otherwise(program, number, columns, found)
            lines.append(_Line(texts[number], named[number], columns, otherwise, needs))
    told, ends = [], [*asked]
    for at, reading in enumerate(readings):
        columns, text = where(found.settled(reading)), _text(reading, texts)
        if columns:
            needs = lines_of(_nodes_of(reading))
            lines.append(_Line(f"r{at}", text, columns, found.text(reading, columns), needs))
            text = f"r{at}"
        else:
            ends += _nodes_of(reading)
        told.append(text)
    last = {*lines_of(ends), *range(len(place), len(lines))}
    return Written(list(_blocks(lines, last)), texts, told)


def _nodes_of(reading: Reading) -> Iterable[int]:
    if isinstance(reading, Told):
        yield reading.node
    elif isinstance(reading, Where):
        yield reading.when
        yield from _nodes_of(reading.one)
        yield from _nodes_of(reading.other)


def _text(reading: Reading, texts: Sequence[str]) -> str:
    if isinstance(reading, Told):
        return reading.text.format(texts[reading.node])
    if isinstance(reading, Where):
        return f"({_text(reading.one, texts)} if {texts[reading.when]} else {_text(reading.other, texts)})"
    return reading


def _otherwise(program: Program, number: int, columns: int, found: Silence) -> str:
    """What a node is where these columns are silent. If that is not settled nobody looks: then any in its bounds."""
    node = program.nodes[number]
    return str(holds(found.true[number], columns)) if node.truth else str(node.low)


def _blocks(lines: Sequence[_Line], last: Collection[int]) -> Iterator[str]:
    """The lines, each after what it needs, in blocks as long as that allows. `last` are those looked at in the end."""
    waiting = [len(each.needs) for each in lines]
    users: list[list[int]] = [[] for _ in lines]
    ready: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        for each in line.needs:
            users[each].append(at)
        if not line.needs:
            ready.setdefault(line.where, []).append(at)
    while ready:
        where = 0 if 0 in ready else max(ready, key=lambda each: len(ready[each]))
        block: dict[int, None] = {}
        while where in ready:
            for at in ready.pop(where):
                block[at] = None
                for user in users[at]:
                    waiting[user] -= 1
                    if not waiting[user]:
                        ready.setdefault(lines[user].where, []).append(user)
        seen_later = [at for at in block if at in last or not block.keys() >= set(users[at])]
        yield from _block([lines[at] for at in block], [lines[at] for at in seen_later])


def _block(lines: Sequence[_Line], seen_later: Sequence[_Line]) -> Iterator[str]:
    where = lines[0].where
    if not where:
        yield from (f"    {each.name} = {each.text}" for each in lines)
        return
    columns = [f"c{at}" for at in range(where.bit_length()) if where >> at & 1]
    yield f"    if {' or '.join(columns)}:"
    yield from (f"        {each.name} = {each.text}" for each in lines)
    by_value: dict[str, list[str]] = {}
    for each in seen_later:
        by_value.setdefault(each.otherwise, []).append(each.name)
    if by_value:
        yield "    else:"
    for value, names in by_value.items():
        yield f"        {' = '.join(names)} = {value}"
