"""A source text and the places in it; files are read in `reading`, messages made in `diagnostics`."""

from __future__ import annotations

from verordening.caching import digest, digest_of
from verordening.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: 1-based lines and columns, columns count characters, the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, file: str, line: int, column: int, length: int = 1) -> Span:
        """The span of `length` characters on one line."""
        return cls(file, line, column, line, column + length)

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of `other` (same file, not earlier)."""
        return Span(self.file, self.line, self.column, other.end_line, other.end_column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, line ends normalised to a single newline, with the path as the user gave it."""

    path: str
    text: str
    _lines: list[str] = field(default_factory=list, init=False, repr=False, compare=False)
    _digests: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    def digest(self) -> str:
        """What stands for the text where something is kept that follows from it; worked out once."""
        if not self._digests:
            self._digests.append(digest(self.text))
        return self._digests[0]

    def is_of(self, data: bytes) -> None:
        """Say that these bytes are the text in UTF-8, as who read them knows: then it need not be encoded again."""
        self._digests[:] = [digest_of(data)]

    def named(self, path: str) -> Source:
        """The same text by another path."""
        other = Source(path, self.text)
        other._digests.extend(self._digests)
        return other

    def line(self, number: int) -> str:
        """Line `number` (1-based) without its line end; empty outside the text."""
        if not self._lines:
            self._lines.extend(self.text.split("\n"))
        return self._lines[number - 1] if 1 <= number <= len(self._lines) else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """A span in this file."""
        return Span.at(self.path, line, column, length)

    def span_at(self, start: int, end: int) -> Span:
        """The span of the characters `text[start:end]`."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.path, line, column, end_line, end_column)

    def _place(self, offset: int) -> tuple[int, int]:
        before = self.text.rfind("\n", 0, offset)
        return self.text.count("\n", 0, offset) + 1, offset - before
