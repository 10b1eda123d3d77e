"""The mutants of the regulations of several municipalities, each change once, in an order that samples fairly."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.mutation.mutant import Key, Mutant
from verordening.model.corpus import Corpus
from verordening.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """A change with the municipalities in whose regulations it can be made.

    `mark` is short and changes whenever anything changes in what the mutant is a change of: other numbers, conditions
    or days. It is that of the first municipality with the item: what one of them does with it (applying it early) is
    no other text.
    """

    key: Key
    mutants: Mapping[str, Mutant]
    mark: str


def gather(corpora: Mapping[str, Corpus], start: str = "") -> tuple[Gathered, ...]:
    """All changes in files whose path begins with `start`; however far one comes, it is a sample of the whole."""
    found: dict[Key, dict[str, Mutant]] = {}
    first: dict[tuple[str, str, str], str] = {}
    told: dict[tuple[str, str, str], set[str]] = {}
    for gemeente, corpus in corpora.items():
        for mutant in mutants_of(corpus, start):
            key = mutant.key
            found.setdefault(key, {})[gemeente] = mutant
            if first.setdefault(_item(key), gemeente) == gemeente:
                told.setdefault(_item(key), set()).add(f"{key.sort} {key.words} {key.number}")
    marks = {item: _digest(sorted(words)) for item, words in told.items()}
    gathered = [Gathered(key, mutants, marks[_item(key)]) for key, mutants in found.items()]
    return tuple(sorted(gathered, key=lambda each: _digest(map(str, _parts(each.key)))))


def _item(key: Key) -> tuple[str, str, str]:
    return key.file, key.what.value, key.name


def _parts(key: Key) -> tuple[str, str, str, str, str, int]:
    return *_item(key), key.sort, key.words, key.number


def _digest(texts: object) -> str:
    return blake2b(repr(list(texts)).encode(), digest_size=4).hexdigest()  # type: ignore[call-overload]
