"""From text to the syntax tree. Values are read exactly here; names and meaning are left to `model`."""

from __future__ import annotations

from typing import Any

from verordening.language import syntax as s
from verordening.language.automaton import automaton
from verordening.language.building.base import BuildProblem
from verordening.language.building.clauses import Clauses
from verordening.language.building.consequences import Consequences
from verordening.language.building.expressions import Expressions
from verordening.language.building.heads import Heads
from verordening.language.building.literals import Literals
from verordening.language.building.references import References
from verordening.language.building.types import Types
from verordening.language.source import Span
from verordening.language.tokens import Meta
from verordening.records import dataclass

__all__ = ["BuildProblem", "Built", "Piece", "Reader", "build"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a text was read as, what cannot be right in it, and how many levels its tree has."""

    pieces: list[Piece]
    problems: list[BuildProblem]
    depth: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One item as far as it could be read: None when its head is lost, not `whole` when a clause is."""

    item: s.Item | None
    whole: bool = True


def build(text: str, path: str, reserved: frozenset[str], line: int = 1) -> Built:
    """The items of a text that begins on this line of its file, and what cannot be right in them.

    No declaration may have a `reserved` name. Raises Unreadable where the text does not follow the grammar.
    """
    return Reader(path, reserved).read(text, line)


class Reader:
    """Reads one stretch of a file after another, as `build` does."""

    def __init__(self, path: str, reserved: frozenset[str]) -> None:
        self._builder = _TreeBuilder(path, reserved)
        self._parser = automaton()
        self._builders = self._parser.builders(self._builder)

    def read(self, text: str, line: int = 1) -> Built:
        """What `build` gives. Raises Unreadable."""
        self._builder.begin()
        pieces, depth = self._parser.parse(text, self._builders, line)
        return Built(pieces, self._builder.problems, depth)


class _TreeBuilder(Literals, Expressions, References, Types, Heads, Consequences, Clauses):
    """One method a grammar rule; called bottom-up, so that the problems of an item come just before it."""

    _problems_seen = 0

    def begin(self) -> None:
        """Forget the problems of what was read before."""
        self.problems, self._problems_seen = [], 0

    def item(self, _: Meta, children: list[Any]) -> Piece:
        wrong = [problem.span for problem in self.problems[self._problems_seen :]]
        self._problems_seen = len(self.problems)
        head, *clauses = children
        if not wrong:
            return Piece(s.Item(head, tuple(clauses)))
        if any(_holds(head.span, span) for span in wrong):
            return Piece(None, whole=False)
        kept = tuple(clause for clause in clauses if not any(_holds(clause.span, span) for span in wrong))
        return Piece(s.Item(head, kept), whole=False)

    def start(self, _: Meta, children: list[Any]) -> list[Piece]:
        return children


def _holds(outer: Span, inner: Span) -> bool:
    starts = (outer.line, outer.column) <= (inner.line, inner.column)
    return starts and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
