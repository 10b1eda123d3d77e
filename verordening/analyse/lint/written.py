"""What a lint rule may look at where regulations need not hold together: the files that are linted, as written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self, TypeVar

from verordening.analyse.lint.writing import expressions_in
from verordening.language import syntax as s
from verordening.language.source import Source

FoundT = TypeVar("FoundT")

TreeOf = Callable[[str], s.File]
"""The tree of the file with this path."""


class Written:
    """Texts by their paths, with the trees of what they say; `own` are the paths of the files that are linted."""

    def __init__(self, sources: Mapping[str, Source], own: frozenset[str], tree_of: TreeOf) -> None:
        self.sources, self.own, self.tree_of = sources, own, tree_of
        self._worked_out: dict[object, object] = {}

    def once(self, what: Callable[[Self], FoundT]) -> FoundT:
        """What a function makes of this look: what several rules ask is worked out for the first of them."""
        if what not in self._worked_out:
            self._worked_out[what] = what(self)
        return self._worked_out[what]  # type: ignore[return-value]  # what this very function gave

    @cached_property
    def texts(self) -> tuple[Source, ...]:
        """The files themselves."""
        return tuple(each for path, each in self.sources.items() if path in self.own)

    def items(self) -> Iterator[s.Item]:
        """Everything that they say, as written."""
        for source in self.texts:
            yield from self.items_of(source)

    def items_of(self, source: Source) -> tuple[s.Item, ...]:
        """Everything that one file says, as written."""
        return self.tree_of(source.path).items

    @property
    def operations(self) -> Sequence[tuple[s.Item, s.Operation]]:
        """Every operation that they write with the item it stands in, outer ones first."""
        return self._expressions[0]

    @property
    def literals(self) -> Sequence[tuple[s.Item, s.Literal]]:
        """Every value that they write with the item it stands in, in order."""
        return self._expressions[1]

    @cached_property
    def _expressions(self) -> tuple[list[tuple[s.Item, s.Operation]], list[tuple[s.Item, s.Literal]]]:
        operations: list[tuple[s.Item, s.Operation]] = []
        literals: list[tuple[s.Item, s.Literal]] = []
        for item in self.items():
            for each in expressions_in(item):
                if isinstance(each, s.Operation):
                    operations.append((item, each))
                elif isinstance(each, s.Literal):
                    literals.append((item, each))
        return operations, literals

    def article_of(self, item: s.Item) -> str:
        """The number of the article that an item stands in; empty before the first."""
        return self._articles[id(item)]

    @cached_property
    def _articles(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for source in self.texts:
            article = ""
            for item in self.items_of(source):
                if isinstance(item.head, s.PlaceHead) and item.head.part == "artikel":
                    article = item.head.number
                found[id(item)] = article
        return found
