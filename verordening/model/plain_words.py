"""How plain a text is: the length of its sentences, words to avoid, and words of the law that need an explanation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from verordening.resources import resource_folder

LONGEST: Final = 25
"""Words in a sentence; B1 allows no longer ones."""

_END: Final = re.compile(r"(?<=[.?!:])\s+(?=[A-ZÀ-Ý“€\d])")
_ABBREVIATED: Final = re.compile(r"\b(?:bijv|nr|art|o\.a|d\.w\.z)\.$")
_WORD: Final = re.compile(r"[\w€%][\w€%.,:'’\-]*")
_QUOTED: Final = re.compile(r"“[^”]*”")


class Term(NamedTuple):
    """A word of the law that stays, the forms in which it stands in a sentence, and what it means."""

    name: str
    forms: tuple[str, ...]
    meaning: str


class Words(NamedTuple):
    """The words to avoid with what to write instead, and the terms to explain."""

    avoid: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]


@lru_cache(maxsize=1)
def words() -> Words:
    """The list that ships with the program (`taal/woorden.toml`)."""
    import tomllib

    read = tomllib.loads((resource_folder("taal") / "woorden.toml").read_text(encoding="utf-8"))
    terms = (
        Term(name.replace("_", " "), tuple(each["vormen"]), each["tekst"])
        for name, each in read["uitleg"].items()
    )
    return Words(tuple(read["liever"].items()), tuple(terms))


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
    return tuple(pair for pair in words().avoid if _stands(pair[0], text))


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
