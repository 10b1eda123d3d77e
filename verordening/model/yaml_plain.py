"""Reads a plain YAML text: keys, lists and texts on lines of their own, as nearly every case is written.

To load PyYAML takes as long as to evaluate a case. What is read here comes out as PyYAML reads it, to the last place;
of all else (texts over several lines, escapes, anchors, tabs, a mistake of any kind) PyYAML says what it is.
"""

from __future__ import annotations

from verordening.language.source import Source, Span
from verordening.model.yaml_nodes import Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_LONGEST: Final = 25_000
"""Characters; so few hold fewer parts than `yaml_events` allows."""
_LONGEST_KEY: Final = 100
_DEEPEST: Final = 10
_NOT_FIRST: Final = frozenset("-?:,[]{}#&*!|>'\"%@`=<")
_CLOSED_BY: Final = {"[": "]", "{": "}"}
_ENDS_IN_FLOW: Final = frozenset(",]}")
_NOT_IN_FLOW: Final = frozenset("[{?#")


class _NotPlainError(Exception):
    """Something that is left to PyYAML."""


def read_plainly(source: Source) -> Mapping | None:
    """The keys of a text with their values, or None where it is not plain."""
    if len(source.text) > _LONGEST or not source.text.replace("\n", "").isprintable():
        return None
    try:
        return _Lines(source).read()
    except _NotPlainError:
        return None


class _Lines:
    """The lines of a text that say something, read one by one."""

    def __init__(self, source: Source) -> None:
        self._path = source.path
        lines = source.text.split("\n")
        self._lines = [
            (number, len(line) - len(line.lstrip(" ")), line)
            for number, line in enumerate(lines, 1)
            if (said := line.lstrip(" ")) and said[0] != "#"
        ]
        self._at = 0
        if lines[-1] and (not self._lines or self._lines[-1][0] < len(lines)):
            raise _NotPlainError  # ends in spaces or a comment, without a line end
        # Past the last line: YAML counts the end of a line without a line end as one more.
        self._lines.append((len(lines) + bool(lines[-1]), -1, ""))

    def read(self) -> Mapping:
        """The whole text."""
        _, indent, line = self._lines[0]
        if indent != 0 or not _key_end(line, 0):
            raise _NotPlainError
        found = self._mapping(0, 0)
        if self._lines[self._at][1] != -1:
            raise _NotPlainError
        return found

    def _mapping(self, indent: int, depth: int) -> Mapping:
        """The keys that stand this far in, from the current line on."""
        if depth > _DEEPEST:
            raise _NotPlainError
        start = self._lines[self._at][0]
        entries: dict[str, tuple[Scalar, Node]] = {}
        while True:
            number, here, line = self._lines[self._at]
            if here < indent:
                break
            end = _key_end(line, indent) if here == indent else 0
            name = line[indent:end]
            if not end or name in entries:
                raise _NotPlainError
            key = Scalar(name, self._span(number, indent, end), quoted=False)
            entries[name] = key, self._value(number, line, end + 1, indent, depth)
        return Mapping(tuple(entries.values()), self._until_here(start, indent))

    def _value(self, number: int, line: str, at: int, indent: int, depth: int) -> Node:
        """What stands behind a key or, where that is nothing, below it."""
        self._at += 1
        begin = _past_spaces(line, at)
        if begin < len(line) and line[begin] != "#":
            return self._on_line(number, line, begin)
        _, below, next_line = self._lines[self._at]
        if below > indent:
            return self._block(below, next_line, depth + 1)
        if below == indent and _is_item(next_line, below):
            return self._sequence(below, depth + 1)
        return Scalar("", self._span(number, at, at), quoted=False)

    def _block(self, indent: int, line: str, depth: int) -> Node:
        return self._sequence(indent, depth) if _is_item(line, indent) else self._mapping(indent, depth)

    def _sequence(self, indent: int, depth: int) -> Sequence:
        """The items whose dash stands this far in."""
        if depth > _DEEPEST:
            raise _NotPlainError
        start = self._lines[self._at][0]
        items: list[Node] = []
        while True:
            number, here, line = self._lines[self._at]
            if here != indent or not _is_item(line, indent):
                break
            begin = _past_spaces(line, indent + 1)
            if begin == len(line) or line[begin] == "#":
                raise _NotPlainError
            if _key_end(line, begin):
                self._lines[self._at] = number, begin, line
                items.append(self._mapping(begin, depth + 1))
            else:
                self._at += 1
                items.append(self._on_line(number, line, begin))
            if self._lines[self._at][1] > indent:
                raise _NotPlainError
        return Sequence(tuple(items), self._until_here(start, indent))

    def _on_line(self, number: int, line: str, begin: int) -> Node:
        """A value that ends on its line, with nothing but a comment behind it."""
        if line[begin] in "[{\"'":
            found, end = self._flow(number, line, begin, 0)
            behind = _past_spaces(line, end)
            if behind < len(line) and (line[behind] != "#" or behind == end):
                raise _NotPlainError
            return found
        end = line.find(" #", begin)
        text = (line[begin:] if end < 0 else line[begin:end]).rstrip(" ")
        if line[begin] in _NOT_FIRST or ": " in text or text[-1] == ":":
            raise _NotPlainError
        return self._text(number, begin, text)

    def _flow(self, number: int, line: str, begin: int, depth: int) -> tuple[Node, int]:
        """A value between brackets or quotes, or a part of one; with where it ends."""
        opening = line[begin]
        if opening in "\"'":
            end = line.find(opening, begin + 1) + 1
            text = line[begin + 1 : end - 1]
            if not end or "\\" in text or line[end : end + 1] == opening:
                raise _NotPlainError
            return Scalar(text, self._span(number, begin, end), quoted=True), end
        if opening not in _CLOSED_BY:
            return self._part(number, line, begin)
        if depth > _DEEPEST:
            raise _NotPlainError
        entries: dict[str, tuple[Scalar, Node]] = {}
        items: list[Node] = []
        at, last = _past_spaces(line, begin + 1), False
        while line[at : at + 1] != _CLOSED_BY[opening]:
            if at >= len(line) or last:
                raise _NotPlainError
            if opening == "{":
                end = _key_end(line, at)
                name, value_at = line[at:end], _past_spaces(line, end + 1)
                if not end or value_at >= len(line) or name in entries:
                    raise _NotPlainError
                key = Scalar(name, self._span(number, at, end), quoted=False)
                value, at = self._flow(number, line, value_at, depth + 1)
                entries[name] = key, value
            else:
                value, at = self._flow(number, line, at, depth + 1)
                items.append(value)
            at = _past_spaces(line, at)
            last = line[at : at + 1] != ","
            at = at if last else _past_spaces(line, at + 1)
        span = self._span(number, begin, at + 1)
        return (
            Mapping(tuple(entries.values()), span) if opening == "{" else Sequence(tuple(items), span)
        ), at + 1

    def _part(self, number: int, line: str, begin: int) -> tuple[Node, int]:
        """A text without quotes between brackets."""
        end = begin
        while end < len(line) and line[end] not in _ENDS_IN_FLOW:
            end += 1
        text = line[begin:end].rstrip(" ")
        if not text or text[0] in _NOT_FIRST or not _NOT_IN_FLOW.isdisjoint(text):
            raise _NotPlainError
        if not all(after[:1].isalnum() for after in text.split(":")[1:]):
            raise _NotPlainError
        return self._text(number, begin, text), end

    def _text(self, number: int, begin: int, text: str) -> Scalar:
        span = self._span(number, begin, begin + len(text))
        return Scalar("" if text == "~" else text, span, quoted=False)

    def _span(self, number: int, begin: int, end: int) -> Span:
        return Span(self._path, number, begin + 1, number, end + 1)

    def _until_here(self, start: int, indent: int) -> Span:
        """From where a block begins to where the next thing does: so YAML counts."""
        number, here, _ = self._lines[self._at]
        return Span(self._path, start, indent + 1, number, max(here, 0) + 1)


def _past_spaces(line: str, at: int) -> int:
    while at < len(line) and line[at] == " ":
        at += 1
    return at


def _is_item(line: str, at: int) -> bool:
    return line[at : at + 1] == "-" and line[at + 1 : at + 2] in (" ", "")


def _key_end(line: str, at: int) -> int:
    """Where the simple name ends that stands before a colon, or 0 where there is none."""
    end = line.find(":", at)
    name = line[at:end].replace("_", "a")
    letters = name[:1] + name[1:].replace("-", "a")
    if not 0 < len(name) <= _LONGEST_KEY or end < 0 or not letters.isalnum():
        return 0
    return end if line[end + 1 : end + 2] in (" ", "") else 0
