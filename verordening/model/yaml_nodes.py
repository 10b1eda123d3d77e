"""What a YAML text is made of: texts, keys with values, lists, each with its place."""

from __future__ import annotations

from verordening.language.source import Span
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text, never read as number or date. An empty unquoted one is a value left out (`~` too)."""

    text: str
    span: Span
    quoted: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; no key occurs twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, for its place, or None."""
        return next((name for name, _ in self.entries if name.text == key), None)

    def keys(self) -> tuple[str, ...]:
        """The keys in the order of the file."""
        return tuple(name.text for name, _ in self.entries)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


Node = Scalar | Mapping | Sequence
