"""A corpus in named parts that can be laid beside those of another: what each says, and which others it mentions.

Where something stands in a file, and its number in the corpus, are left out: they change with every line above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from verordening.model.codec_reading import settled, slots
from verordening.model.corpus import Corpus
from verordening.model.rules import Place, Provision, Regulation, Rule
from verordening.model.standards import Floor

_BY_NUMBER: Final = frozenset(("targets", "replaces", "fills", "relation", "rules", "at"))
"""Fields that mention rules by their number in the corpus."""

_LEFT_OUT: Final[dict[type, frozenset[str]]] = {
    Rule: frozenset(("index", "title")),
    Provision: frozenset(("title", "summary", "follows", "checked", "dead")),
    Regulation: frozenset(("checked",)),
}
_ALWAYS_LEFT_OUT: Final = frozenset(("order",))
_OF_A_CLASS: Final = frozenset(("targets",))
"""Which rules belong to a class follows from each of them, and not from the rule on the class."""


class Part(NamedTuple):
    """What a part says, with the names of rules, declarations and places that it mentions."""

    says: str
    mentions: frozenset[str]


class Parts(NamedTuple):
    """`named`: by name what can be mentioned, in the order of the corpus. `whole`: what bears on every case."""

    named: dict[str, Part]
    whole: str


def parts_of(corpus: Corpus) -> Parts:
    """The parts of a corpus."""
    reader = _Reader(corpus)
    named = {name: reader.part(value) for name, value in _named(corpus, reader.rules)}
    national = [
        each
        for versions in corpus.provisions.values()
        for each in versions
        if not _is_municipal(each, corpus)
    ]
    whole = reader.part(
        (
            corpus.gemeente,
            tuple(corpus.regulations.values()),
            tuple(national),
            tuple(corpus.values.values()),
            corpus.coherences,
            corpus.guidelines,
            corpus.fictional,
            corpus.concurrences,
            corpus.afterwards,
        )
    )
    return Parts(named, whole.says)


def rule_names(corpus: Corpus) -> list[str]:
    """What each rule is called among the parts, by its number: its place, and which of the versions there."""
    before: Counter[str] = Counter()
    names = []
    for rule in corpus.rules:
        names.append(f"regel {rule.id} #{before[rule.id]}")
        before[rule.id] += 1
    return names


def floor_name(floor: Floor) -> str:
    """What a floor is called among the parts: a fact may have its name."""
    return f"ondergrens {floor.name}"


def _named(corpus: Corpus, rules: list[str]) -> Iterator[tuple[str, object]]:
    yield from zip(rules, corpus.rules, strict=True)
    for every in (corpus.inputs, corpus.concepts, corpus.tables, corpus.decisions):
        yield from every.items()
    yield from ((floor_name(each), each) for each in corpus.floors)
    for place, versions in corpus.provisions.items():
        if _is_municipal(versions[0], corpus):
            yield place, versions


def _is_municipal(provision: Provision, corpus: Corpus) -> bool:
    return bool(corpus.regulations[provision.regulation].gemeente)


class _Reader:
    def __init__(self, corpus: Corpus) -> None:
        self.rules = rule_names(corpus)

    def part(self, value: object) -> Part:
        said: list[str] = []
        mentions: set[str] = set()
        self._read(value, said, mentions, numbered=False)
        return Part("\n".join(said), frozenset(mentions))

    def _read(self, value: object, said: list[str], mentions: set[str], *, numbered: bool) -> None:
        value = settled(value)
        if isinstance(value, Place):
            return
        if isinstance(value, str):
            mentions.add(value)
            said.append(repr(value))
        elif isinstance(value, tuple):
            said.append(f"({len(value)}")
            for each in value:
                self._read(each, said, mentions, numbered=numbered)
        elif numbered and type(value) is int:
            mentions.add(self.rules[value])
            said.append(self.rules[value])
        elif "__slots__" in type(value).__dict__ and type(value).__module__.startswith("verordening."):
            self._read_fields(value, said, mentions)
        else:
            said.append(f"{type(value).__name__} {value!r}")

    def _read_fields(self, value: object, said: list[str], mentions: set[str]) -> None:
        kind = type(value)
        said.append(kind.__name__)
        left_out = _LEFT_OUT.get(kind, frozenset()) | _ALWAYS_LEFT_OUT
        if isinstance(value, Rule) and value.general:
            left_out |= _OF_A_CLASS
        for name in slots(kind):
            if name not in left_out:
                self._read(getattr(value, name), said, mentions, numbered=name in _BY_NUMBER)
