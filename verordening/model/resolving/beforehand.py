"""Resolving on top of national law that was resolved before: its names, places and rules are there, its text is not.

The text of a block is read when a message needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from verordening.language import syntax as s
from verordening.model import paths
from verordening.model.corpus import Corpus
from verordening.model.resolving.checks import steps_of
from verordening.model.resolving.consequences import Draft
from verordening.model.resolving.example_places import EXAMPLE, Room, name_of
from verordening.model.resolving.gathering import Block, FileBlocks, gather
from verordening.model.resolving.known import Days, KnownFile, Law
from verordening.model.resolving.names import Declared, Names
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Form, Rule

Trees = Callable[[str], s.File]
"""The tree of a file of the law, by its path."""


class Entangled(Exception):
    """What is to be resolved changes what the law itself means, so that both must be resolved together."""


_NO_LAW: Final = Law(
    Corpus("", {}, {}, {}, {}, {}, {}, {}, (), (), (), (), {}, (), {}, ()),
    (),
    (),
    {},
    (),
    (),
    (),
    (),
    (),
    False,
)


class Beforehand:
    """The law for one resolution: its names and blocks, of which the texts are read when somebody asks for them."""

    def __init__(self, law: Law, trees: Trees) -> None:
        self.law = law
        self.files = {each.id: LawFile(each, trees) for each in law.files}
        ours = (each.name for each in law.names if self.files[each.regulation].kind == EXAMPLE)
        self._words = frozenset((*law.words, *ours))
        self._of_rules: dict[int, Block] = {}

    def names(self) -> Names:
        """What the law declares."""
        found = Names()
        spaces = {
            "terms": found.terms,
            "values": found.values,
            "floors": found.floors,
            "guarantees": found.guarantees,
        }
        for each in self.law.names:
            block = self.files[each.regulation].block(each.block)
            declared = Declared(each.what, each.name, each.word, block, each.type)
            spaces[each.space][each.name] = declared
            if each.element:
                found.elements[each.element] = declared
        return found

    def check_words(self, files: Iterable[FileBlocks]) -> None:
        """Raise Entangled where files declare what the law has another word for, or an example of ours has a fact for,
        or apply it ahead of its date.
        """
        for file in files if self.law.files else ():
            if not file.gemeente or file.header.all("past toe", s.ReferenceClause):
                raise Entangled
            for block in file.blocks:
                if not self._words.isdisjoint(_declared(block.head)):
                    raise Entangled

    def check_rules(self, transitions: Iterable[int], rules: Iterable[Rule], room: Room) -> None:
        """Raise Entangled where rules bear on what rules of the law are.

        `transitions` are the rules with overgangsrecht.
        """
        count, kinds = len(self.law.corpus.rules), {each.kind for each in self.law.files}
        if any(rule < count for rule in transitions) or (room.is_asked and self.law.is_weighed):
            raise Entangled
        if any(
            effect.form is Form.DELEGATE and effect.delegate in kinds
            for rule in rules
            for effect in rule.effects
        ):
            raise Entangled

    def draft(self, rule: int) -> Draft:
        """A rule of the law, as others see it while they are resolved."""
        corpus = self.law.corpus
        found = corpus.rules[rule]
        start = found.validity.start
        provision = next(each for each in corpus.provisions[found.id] if each.validity.start == start)
        return Draft(
            rule,
            self._block_of(rule),
            corpus.regulations[found.regulation],
            provision,
            found.grounds,
            found.effects,
            found.fills,
            known=True,
        )

    def steps(self, rules: Iterable[Rule]) -> list[tuple[int, ...]]:
        """What each rule deviates from or replaces; these are the rules after the law, and rules of it made anew."""
        found = list(self.law.steps)
        for rule in rules:
            if rule.index < len(self.law.steps):
                found[rule.index] = steps_of(rule)
            else:
                found.append(steps_of(rule))
        return found

    def days(self) -> dict[str, dict[paths.Path, list[Days]]]:
        """Per file and place the days on which its text holds or may hold."""
        found: dict[str, dict[paths.Path, list[Days]]] = {}
        for file in self.law.files:
            known = found[file.id] = {}
            for path, _, _, start, end in file.spots:
                known.setdefault(path, []).append((start, end))
        return found

    def _block_of(self, rule: int) -> Block:
        if not self._of_rules:
            for file in self.files.values():
                for path, index, number, _, _ in file.known.spots:
                    if index >= 0:
                        self._of_rules[index] = file.block(number, path)
        return self._of_rules[rule]


def _declared(head: s.Head) -> Iterator[str]:
    """The names that a head declares."""
    if name := name_of(head):
        yield name
    if isinstance(head, s.InputHead) and head.type.element is not None:
        yield head.type.element.name


class LawFile(FileBlocks):
    """A file of the law of which the blocks are read when somebody looks at one."""

    __slots__ = ("_kind", "_read", "_trees", "known")

    def __init__(self, known: KnownFile, trees: Trees) -> None:
        super().__init__(known.path, known.id, self.block(-1))
        self.known, self._kind, self._trees = known, known.kind, trees
        self._read: FileBlocks | None = None

    @property
    def gemeente(self) -> str:
        """Nothing: it is national law."""
        return ""

    @property
    def kind(self) -> str:
        """The soort of the regulation."""
        return self._kind

    def block(self, number: int, path: paths.Path = ()) -> LawBlock:
        """The block with this number, -1 for the header; nothing is read yet."""
        return LawBlock(self, number, path)

    def read(self, number: int) -> Block:
        """The block with this number as it stands in the text."""
        if self._read is None:
            (self._read,) = gather((self._trees(self.path),), Problems({}))
        return self._read.header if number < 0 else self._read.blocks[number]


class LawBlock(Block):
    """A block of the law that is read when somebody looks into it."""

    __slots__ = ("_number",)

    def __init__(self, file: LawFile, number: int, path: paths.Path) -> None:
        self.file, self.path, self._number, self.by_keyword = file, path, number, None

    def __getattr__(self, name: str) -> object:
        """Called where a field is still empty."""
        if name not in ("head", "clauses", "around"):
            raise AttributeError(name)
        assert isinstance(self.file, LawFile)
        read = self.file.read(self._number)
        self.head, self.clauses, self.around = read.head, read.clauses, read.around
        return getattr(self, name)


def _no_tree(path: str) -> s.File:
    raise LookupError(path)


NOTHING: Final = Beforehand(_NO_LAW, _no_tree)
"""Nothing was resolved before."""
