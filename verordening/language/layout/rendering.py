"""From a document to lines of text: which lines end where, and where the comments go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from verordening.language.layout.document import Doc, Group, Line, Nest, Remarks, Row

WIDTH: Final = 120
"""Columns that a line fills at most, if there is a place to end it; a comment behind it does not count."""
_NONE: Final = Remarks()


@dataclass(frozen=True, slots=True)
class _Behind:
    """The end of a row: the comments behind it go to the end of the line."""

    comments: list[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part still to be written: how far its lines are indented, and whether it stands on one line."""

    indent: int
    flat: bool
    doc: Doc | _Behind


def render(doc: Doc, indent: int, remarks: Mapping[int, Remarks]) -> list[str]:
    """The lines of a document, the first of them indented too. `remarks` has the comments of a row by its id."""
    page = _Page(indent)
    ends, number = _line_ends(doc, remarks), 0
    parts = [_Part(indent, False, doc)]
    while parts:
        part = parts.pop()
        match part.doc:
            case str(text):
                page.write(text)
            case tuple(docs):
                parts += (_Part(part.indent, part.flat, each) for each in reversed(docs))
            case Nest(inner, by):
                deeper = page.column if by is None else part.indent + by
                parts.append(_Part(deeper, part.flat, inner))
            case Row():
                own = remarks.get(id(part.doc), _NONE)
                (page.above if part.doc.opens else page.on_top).extend(own.above)
                page.behind += own.beside
                parts.append(_Part(part.indent, part.flat, _Behind(own.behind)))
                parts.append(_Part(part.indent, part.flat, part.doc.doc))
            case _Behind(comments):
                page.behind += comments
            case Group(inner):
                whole = _Part(part.indent, True, inner)
                flat = part.flat or (id(part.doc) not in ends.groups and _fits(whole, parts, page.room))
                parts.append(_Part(part.indent, flat, inner))
            case Line():
                line = part.doc
                fits = line.fills and number not in ends.lines and _fits_behind(line, parts, page.room)
                number += 1
                if part.flat or fits:
                    page.write(line.flat)
                else:
                    page.end_line(part.indent)
    return page.finish(indent)


@dataclass(slots=True)
class _Page:
    indent: int
    text: str = ""
    above: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    on_top: list[str] = field(default_factory=list)
    """Comments for which there is no place of their own."""
    lines: list[str] = field(default_factory=list)

    @property
    def column(self) -> int:
        return self.indent + len(self.text)

    @property
    def room(self) -> int:
        return WIDTH - self.column

    def write(self, text: str) -> None:
        self.text += text

    def end_line(self, indent: int) -> None:
        """One comment can stand behind a line; what came before that one goes above all lines."""
        *early, last = self.behind or [""]
        self.on_top += early
        margin = " " * self.indent
        self.lines += (f"{margin}{comment}" for comment in self.above)
        line = f"{margin}{self.text}".rstrip(" ")
        self.lines.append(f"{line}  {last}" if last else line)
        self.indent, self.text, self.above, self.behind = indent, "", [], []

    def finish(self, indent: int) -> list[str]:
        self.end_line(0)
        return [*(f"{' ' * indent}{comment}" for comment in self.on_top), *self.lines]


@dataclass(slots=True)
class _Ends:
    """What must break: lines by their number in the document, and by id the groups that they stand in."""

    lines: set[int] = field(default_factory=set)
    groups: set[int] = field(default_factory=set)

    def add(self, number: int, around: tuple[int, ...]) -> None:
        self.lines.add(number)
        self.groups.update(around)


def _line_ends(doc: Doc, remarks: Mapping[int, Remarks]) -> _Ends:
    """The lines that must end by themselves or because of a comment: before one above, and after one behind.

    A comment behind the last row of a group ends no line: what follows the group may stand before it.
    """
    ends = _Ends()
    number = -1
    last: tuple[int, ...] = ()
    after_comment: tuple[int, ...] | None = None
    waiting: list[tuple[Doc | _Behind, tuple[int, ...]]] = [(doc, ())]
    while waiting:
        part, around = waiting.pop()
        match part:
            case tuple(docs):
                waiting += ((each, around) for each in reversed(docs))
            case Nest(inner):
                waiting.append((inner, around))
            case Group(inner):
                waiting.append((inner, (*around, id(part))))
            case Row():
                own = remarks.get(id(part), _NONE)
                if own.above and part.opens:
                    ends.add(number, last)
                waiting += ((_Behind(own.behind), around), (part.doc, around))
            case _Behind(comments):
                after_comment = around if comments else after_comment
            case Line():
                number, last = number + 1, around
                if part.always or around == after_comment:
                    ends.add(number, around)
                after_comment = None
    return ends


def _fits(part: _Part, after: list[_Part], room: int) -> bool:
    """Whether a part fits in the room on the line, with all that follows it up to the next end of a line."""
    waiting, position = [part], len(after)
    while room >= 0:
        if not waiting:
            if not position:
                return True
            position -= 1
            waiting.append(after[position])
        part = waiting.pop()
        match part.doc:
            case str(text):
                room -= len(text)
            case tuple(docs):
                waiting += (_Part(part.indent, part.flat, each) for each in reversed(docs))
            case Nest(inner) | Row(doc=inner) | Group(inner):
                waiting.append(_Part(part.indent, part.flat, inner))
            case Line():
                if not part.flat:
                    return True
                room -= len(part.doc.flat)
            case _Behind():
                pass
    return False


def _fits_behind(line: Line, after: list[_Part], room: int) -> bool:
    return _fits(_Part(0, True, line.flat), after, room)
