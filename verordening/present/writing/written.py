"""A text to hand on, before it has a form: parts with paragraphs, points and tables, and the places left open.

`markdown`, `html`, `pdf` and `word` give it a form; `sentences` holds the standard sentences that go in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

TO_FILL_IN: Final = "[nog in te vullen: {wat}]"


class Gap(StrEnum):
    """What a line leaves open: a reason or a decision that people must still give, or what no case can hold."""

    NONE = ""
    REASON = "reden"
    UNDECIDED = "besluit"
    PRACTICAL = "praktisch"


class Line(NamedTuple):
    """One statement. `link` is where its source stands; `anchor` the words in it that lead there.

    With a `gap` for a reason or something practical, `text` is the question that a person still has to answer.
    """

    text: str
    link: str = ""
    anchor: str = ""
    gap: Gap = Gap.NONE

    @property
    def shown(self) -> str:
        """The text as people read it: a place left open stands out, in words."""
        if self.gap in (Gap.REASON, Gap.PRACTICAL):
            return TO_FILL_IN.format(wat=self.text[:1].lower() + self.text[1:])
        return self.text

    @property
    def split(self) -> tuple[str, str, str]:
        """What stands before the anchor, the anchor, and what stands after it; without a link all is before."""
        before, found, after = self.shown.partition(self.anchor) if self.anchor else (self.shown, "", "")
        return (before, found, after) if self.link and found else (self.shown, "", "")


class Paragraph(NamedTuple):
    """A statement by itself."""

    line: Line


class Points(NamedTuple):
    """Statements under each other."""

    lines: tuple[Line, ...]


class Tone(StrEnum):
    """What a bar stands for: what people get more, what they get less, or neither."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Bar(NamedTuple):
    """One bar: its length, what is said beside it, and what it stands for. What may not be shown has no length."""

    length: int
    said: str
    tone: Tone


class Chart(NamedTuple):
    """For each name its bars, of all names as many."""

    names: tuple[str, ...]
    bars: tuple[tuple[Bar, ...], ...]


class Table(NamedTuple):
    """Rows under headings; `caption` says what the table holds, for who cannot see it at a glance.

    `chart` draws what the table says; a form without drawings leaves it out and says as much.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    chart: Chart | None = None


Block = Paragraph | Points | Table


class Part(NamedTuple):
    """Blocks under a heading. `key` is the name by which a template calls it, `level` that of the heading.

    `aside`: meant for the caseworker only, and no part of what is sent.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    level: int = 2
    aside: bool = False


class Written(NamedTuple):
    """A whole text. `about` are the case, the municipality and the day, where the text may name them.

    `day` is the peildatum (ISO), which a PDF carries as its date: the same case gives the same file.
    """

    kind: str
    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    day: str

    def lines(self) -> Iterator[Line]:
        """Every statement outside tables."""
        for part in self.parts:
            yield from lines_of(part)

    def without_asides(self) -> Written:
        """The text as it is sent: without what is for the caseworker alone."""
        return self._replace(parts=tuple(each for each in self.parts if not each.aside))

    def mapped(self, change: Callable[[str], str]) -> Written:
        """The text with every statement changed; headings and links stay."""
        parts = tuple(
            each._replace(blocks=tuple(_changed(block, change) for block in each.blocks))
            for each in self.parts
        )
        return self._replace(about=tuple(map(change, self.about)), parts=parts)

    def missing(self) -> tuple[str, ...]:
        """What a person must still decide or give reasons for, each once."""
        gaps = (each for each in self.lines() if each.gap in (Gap.REASON, Gap.UNDECIDED))
        return tuple(dict.fromkeys(each.text for each in gaps))


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Paragraph(line):
            return Paragraph(line._replace(text=change(line.text)))
        case Points(lines):
            return Points(tuple(each._replace(text=change(each.text)) for each in lines))
        case Table():
            return block._replace(rows=tuple(tuple(map(change, row)) for row in block.rows))


def lines_of(part: Part) -> Iterator[Line]:
    """Every statement of a part outside tables."""
    for block in part.blocks:
        match block:
            case Paragraph(line):
                yield line
            case Points(lines):
                yield from lines
            case Table():
                continue


def said(*texts: str) -> tuple[Block, ...]:
    """A paragraph for each text that says something."""
    return tuple(Paragraph(Line(text)) for text in texts if text)


def points(lines: Iterable[Line | str]) -> tuple[Block, ...]:
    """The lines under each other, or nothing; the same is said once."""
    found = tuple(dict.fromkeys(each if isinstance(each, Line) else Line(each) for each in lines if each))
    return (Points(found),) if found else ()


def to_give(question: str, gap: Gap = Gap.REASON) -> Line:
    """A place that a person fills in."""
    return Line(question, gap=gap)


def part(key: str, heading: str, *blocks: Iterable[Block], aside: bool = False) -> tuple[Part, ...]:
    """A part, or nothing where nothing is to be said."""
    found = tuple(block for group in blocks for block in group)
    return (Part(key, heading, found, aside=aside),) if found else ()
