"""Words that messages about regulations share: choices, types and kinds of regulation as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from verordening.language.suggestions import bedoelt_u
from verordening.model.resolving.literals import INDEFINITE_TYPE
from verordening.model.types import Kind, Type

_MOST_CHOICES: Final = 12
_EXAMPLES: Final = 3
_MOST_NAMES: Final = 12


def choices(words: Iterable[str]) -> str:
    """The remedy for a word from a closed list: "kies uit a, b of c", or some of them when the list is long."""
    names = tuple(words)
    if not names:
        return ""
    if len(names) > _MOST_CHOICES:
        return f"kies een van de {len(names)} mogelijke waarden, zoals {quoted(names[:_EXAMPLES])}"
    return f"kies uit {quoted(names)}" if len(names) > 1 else f"schrijf `{names[0]}`"


def meant_or_choices(word: str, words: Iterable[str]) -> str:
    """The remedy for a word that is not on a closed list: the one that was meant, or all of them."""
    names = tuple(words)
    return bedoelt_u(word, names) or choices(names)


def described(type_: Type) -> str:
    """A type in a sentence, with no more than a few of the values of an `een van`."""
    if type_ is INDEFINITE_TYPE:
        return "een duur zonder einde"
    if type_.kind is not Kind.ENUM:
        return type_.describe()
    some = [*type_.options[:_EXAMPLES], *(["…"] if len(type_.options) > _EXAMPLES else [])]
    return f"een keuze ({', '.join(some)})"


def kind_in_words(kind: str) -> str:
    """A kind of regulation in a sentence: `nadere_regel` is a nadere regel."""
    return kind.replace("ministeriele", "ministeriële").replace("_", " ")


def quoted(names: Iterable[str]) -> str:
    """Words to choose from: "`a`, `b` of `c`"."""
    return joined([f"`{name}`" for name in names], "of")


def joined(words: Iterable[str], last_word: str = "en") -> str:
    """A row of at least one word in a sentence: "a, b en c"."""
    *first, last = words
    return f"{', '.join(first)} {last_word} {last}" if first else last


def trail(names: Sequence[str]) -> str:
    """`a` → `b` → `c`; of a long row the ends."""
    shown = [f"`{name}`" for name in names]
    if len(shown) > _MOST_NAMES:
        shown[_MOST_NAMES // 2 : 1 - _MOST_NAMES // 2] = ["…"]
    return " → ".join(shown)


def aspect(word: str) -> str:
    """What a rule gives, in a sentence: `de duur`, `het bedrag`."""
    return f"het {word}" if word in ("bedrag", "percentage") else f"de {word}"
