"""What stands under `verwacht` in a case file, as expectations: what the case names must be so, the rest is free.

Lists are exact: a case that names the routes or the floors names all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.model.trials.trial import Expectation, Match
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence

NOTHING: Final = "niets"
"""What people read where a list is empty or there is no such thing."""

_WHOLE: Final = frozenset({"ondergrenzen", "maandbeeld"})
"""Keys under which everything is named that there is."""


def expectations_in(expected: Mapping) -> tuple[Expectation, ...]:
    """All expectations, in the order of the file."""
    return tuple(_inside(expected, ()))


def _inside(node: Mapping, path: tuple[str, ...]) -> Iterator[Expectation]:
    for key, value in node.entries:
        here = (*path, key.text)
        if isinstance(value, Mapping):
            if key.text in _WHOLE:
                yield Expectation(_label(here), here, value.keys(), Match.ALL, key.span)
            yield from _inside(value, here)
        elif isinstance(value, Sequence):
            yield from _list(key, value, here)
        else:
            yield Expectation(_label(here), here, (value.text,), Match.TEXT, value.span)


def _list(key: Scalar, node: Sequence, path: tuple[str, ...]) -> Iterator[Expectation]:
    if key.text == "gedragingen":
        count = tuple(str(number) for number in range(1, len(node.items) + 1))
        yield Expectation(_label(path), path, count, Match.ALL, key.span)
        for number, each in enumerate(node.items, start=1):
            if isinstance(each, Mapping):
                yield from _inside(each, (*path, str(number)))
        return
    yield Expectation(_label(path), path, tuple(map(_one_line, node.items)), Match.ALL, key.span)


def _one_line(node: Node) -> str:
    """An item of a list as one text: a route by what it is and says, as `evaluate.written` has it."""
    match node:
        case Mapping():
            return ", ".join(f"{key.text} {_one_line(value)}" for key, value in sorted_entries(node))
        case Sequence():
            return "; ".join(map(_one_line, node.items))
        case Scalar():
            return node.text


def sorted_entries(node: Mapping) -> list[tuple[Scalar, Node]]:
    """The entries by key: in what order they are written is no part of what is expected."""
    return sorted(node.entries, key=lambda entry: entry[0].text)


def _label(path: tuple[str, ...]) -> str:
    """What the author calls it: `verlaging regel`, without the words that only hold it together."""
    return " ".join(each for each in path if each != "besluiten")
