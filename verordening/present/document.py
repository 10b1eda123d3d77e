"""What is to be said, before it is laid out: `layout` draws it for a terminal, `screen_reader` as plain statements.

Every text says in words what its sign says, so a layout may leave signs out. Named tuples, because a frozen dataclass
takes a millisecond each to set up and every command pays for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

HINGES: Final = "?"
ALLOWED: Final = "✓"
REQUIRED: Final = "!"
CLOSED: Final = "✗"
ONWARD: Final = "→"
POINT: Final = "-"


class Item(NamedTuple):
    """One statement, with what belongs under it.

    `lead` stands before the text ("omdat"), `margin` at the right edge, read aloud after `margin_word` ("herkomst").
    With `branch` the item is one answer to the question above it and `lead` is that answer. `spoken` replaces the
    text when read aloud.
    """

    text: str
    sign: str = ""
    lead: str = ""
    margin: str = ""
    margin_word: str = ""
    inside: tuple[Item, ...] = ()
    branch: bool = False
    spoken: str = ""


class Section(NamedTuple):
    """Statements under one heading. `spoken` is the heading in full words; `question` opens a part of its own.

    `lead` are sentences across the whole width; `gap` puts a blank line before the section, `apart` between its items.
    """

    heading: str = ""
    items: tuple[Item, ...] = ()
    spoken: str = ""
    question: str = ""
    lead: tuple[str, ...] = ()
    gap: bool = False
    apart: bool = False


class Document(NamedTuple):
    """A whole answer: what it is about, the answer, what it rests on, and closing sentences."""

    title: str
    subtitle: str
    answer: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]


def section(heading: str, spoken: str, items: Iterable[Item]) -> tuple[Section, ...]:
    """A section, or nothing when there is nothing to say in it."""
    found = tuple(items)
    return (Section(heading, found, spoken),) if found else ()


def spaced_out(*groups: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections in order, with a blank line before each group."""
    return tuple(
        each._replace(gap=True) if number == 0 else each
        for group in groups
        for number, each in enumerate(group)
    )
