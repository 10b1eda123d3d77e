"""Small turns of Dutch: joining, counting, the first letter of a sentence. No words about law."""

from __future__ import annotations

from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_COUNTS: Final = (
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)

_NAMES: Final = (
    "Participatiewet",
    "Grondwet",
    "Gemeentewet",
    "Awb",
    "Rv",
    "Amsterdam",
    "Nederland",
    "Europe",
)
"""Words that keep their capital inside a sentence."""


def joined(parts: Iterable[str], word: str = "en") -> str:
    """`a, b en c`. Parts that say the same are said once."""
    unique = list(dict.fromkeys(part for part in parts if part))
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {word} {unique[-1]}"


def listed(parts: Iterable[str]) -> str:
    """`a; b; c`: for parts that are phrases of their own; a bare name is read as words."""
    return "; ".join(spaced(part) for part in parts)


def counted(number: int, one: str, more: str) -> str:
    """`één vraag`, `twee vragen`, `13 vragen`."""
    word = _COUNTS[number] if number < len(_COUNTS) else str(number)
    return f"{word} {one if number == 1 else more}"


def numbered(number: int, one: str, more: str) -> str:
    """The same in figures, for a tally: `1 fout`, `2 fouten`."""
    return f"{number} {one if number == 1 else more}"


def sentence(text: str) -> str:
    """The text with a capital and an end: a question keeps its question mark. `één` begins as `Eén`."""
    text = text.strip()
    if not text:
        return ""
    if text.startswith("één"):
        text = text.replace("één", "eén", 1)
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!:…" else ".")


def unended(text: str) -> str:
    """The text without a full stop at its end, to go on after it."""
    return text.strip().removesuffix(".")


def grounds(reason: str) -> str:
    """A reason to go on after a colon or after `want`, which some reasons already start with."""
    return unended(reason).removeprefix("want ")


def after_colon(text: str) -> str:
    """A sentence as it goes on inside another: `De bijstand …` becomes `de bijstand …`; names keep their capital."""
    if text.startswith(_NAMES) or text[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]


def small_after_colons(text: str) -> str:
    """The text with a small letter after each colon, as everywhere in an answer; names keep their capital."""
    first, *others = text.split(": ")
    return ": ".join([first, *(after_colon(each) for each in others)])


def spaced(name: str) -> str:
    """A name of the language as words, for a name that was given no label."""
    return name.replace("_", " ")
