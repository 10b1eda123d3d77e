"""The Lark parser of `.vrd` files, and the words of the language as the grammar itself lists them."""

from __future__ import annotations

import functools
import re

from lark import Lark

from verordening.language.lexing import PlaceOpener
from verordening.resources import resource_folder

_WORD_END = r"(?!\w)"
_WORDS = re.compile(r"[\w /']+")


@functools.cache
def parser() -> Lark:
    """The LALR parser; made once per process."""
    grammar = (resource_folder("grammars") / "regeling.lark").read_text(encoding="utf-8")
    return Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        postlex=PlaceOpener(),
        propagate_positions=True,
        maybe_placeholders=False,
    )


@functools.cache
def keywords() -> dict[str, str]:
    """Every keyword terminal with the words it stands for, such as `TOT_EN_MET`: `tot en met`."""
    found: dict[str, str] = {}
    for terminal in parser().terminals:
        pattern = terminal.pattern.value
        if not pattern.endswith(_WORD_END):
            continue
        words = re.sub(r"\[(.)[^\]]*\]", _last_choice, pattern.removesuffix(_WORD_END))
        words = words.replace(r"\s+", " ").replace("\\", "")
        if _WORDS.fullmatch(words):
            found[terminal.name] = words
    return found


@functools.cache
def marks() -> dict[str, str]:
    """Every terminal that is a mark, such as `EQUAL`: `=`."""
    return {each.name: each.pattern.value for each in parser().terminals if each.pattern.type == "str"}


@functools.cache
def reserved_words() -> frozenset[str]:
    """The single words that no declaration may have as its name."""
    return frozenset(words for words in keywords().values() if words.isidentifier())


def _last_choice(choice: re.Match[str]) -> str:
    """Of `[iï]` the spelling that the dictionary has; of `['’]` the plain one."""
    letters = choice[0][1:-1]
    return letters[0] if not letters[-1].isalpha() else letters[-1]
