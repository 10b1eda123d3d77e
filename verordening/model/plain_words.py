"""How plain a text is: the length of its sentences, words to avoid, and words of the law that need an explanation."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Final

from verordening.caching import entry_name
from verordening.model.codec import Codec
from verordening.model.entries import read, write
from verordening.patterns import pattern
from verordening.records import dataclass
from verordening.remembering import lru_cache
from verordening.resources import resource_path

LONGEST: Final = 25
"""Words in a sentence; B1 allows no longer ones."""

_END: Final = pattern(r"(?<=[.?!:])\s+(?=[A-ZÀ-Ý“€\d])")
_ABBREVIATED: Final = pattern(r"\b(?:bijv|nr|art|o\.a|d\.w\.z)\.$")
_WORD: Final = pattern(r"[\w€%][\w€%.,:'’\-]*")
_PART: Final = pattern(r"\w+")
_QUOTED: Final = pattern(r"“[^”]*”")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the law that stays, the forms in which it stands in a sentence, and what it means."""

    name: str
    forms: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words to avoid with what to write instead, and the terms to explain."""

    avoid: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]


_CODEC: Final = Codec((Term, Words), ())


@lru_cache(maxsize=1)
def words() -> Words:
    """The list that ships with the program (`taal/woorden.toml`), from the cache if it is there."""
    with open(os.path.join(resource_path("taal"), "woorden.toml"), encoding="utf-8") as file:
        text = file.read()
    name = entry_name("words", text)
    kept = read(name, _CODEC)
    if isinstance(kept, Words):
        return kept
    made = _words_in(text)
    write(name, made, _CODEC)
    return made


def _words_in(text: str) -> Words:
    # Imported here: with all that it imports it takes 9 ms.
    import tomllib

    table = tomllib.loads(text)
    terms = (
        Term(name.replace("_", " "), tuple(each["vormen"]), each["tekst"])
        for name, each in table["uitleg"].items()
    )
    return Words(tuple(table["liever"].items()), tuple(terms))


@lru_cache(maxsize=1)
def _avoided_by_first_word() -> dict[str, list[int]]:
    """The numbers of what is to be avoided in its list, by how it begins: most texts have none of these."""
    found: dict[str, list[int]] = {}
    for at, (avoided, _) in enumerate(words().avoid):
        found.setdefault(_PART.findall(avoided.lower())[0], []).append(at)
    return found


def sentences_in(text: str) -> Iterator[str]:
    """The sentences of a text, without space around them."""
    pending = ""
    for piece in _END.split(" ".join(text.split())):
        pending = f"{pending} {piece}".strip()
        if not _ABBREVIATED.search(pending):
            yield pending
            pending = ""
    if pending:
        yield pending


def length(sentence: str) -> int:
    """The number of words."""
    return len(_WORD.findall(sentence))


def to_avoid(text: str) -> tuple[tuple[str, str], ...]:
    """The words in a text that a resident should not have to read, each with what to write instead."""
    written = set(_PART.findall(text.lower()))
    here = [
        at for first in _avoided_by_first_word().keys() & written for at in _avoided_by_first_word()[first]
    ]
    avoid = words().avoid
    return tuple(avoid[at] for at in sorted(here) if _stands(avoid[at][0], text))


def to_explain(texts: Iterable[str]) -> tuple[Term, ...]:
    """The terms that texts use, in order of the list; not what people said themselves."""
    whole = _QUOTED.sub(" ", " ".join(texts))
    return tuple(each for each in words().terms if any(_stands(form, whole) for form in each.forms))


def quoted(text: str) -> Iterator[str]:
    """What stands between quotation marks."""
    yield from (found.group()[1:-1] for found in _QUOTED.finditer(text))


def _stands(words_: str, text: str) -> bool:
    return _pattern(words_).search(text) is not None


@lru_cache(maxsize=512)
def _pattern(words_: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(words_)}(?!\w)", re.IGNORECASE)
