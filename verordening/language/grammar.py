"""The words of the language as the grammar itself lists them."""

from __future__ import annotations

import functools
import re

from verordening.language.tables import tables

_WORD_END = r"(?!\w)"
_WORDS = re.compile(r"[\w /']+")


@functools.cache
def keywords() -> dict[str, str]:
    """Every keyword terminal with the words it stands for, such as `TOT_EN_MET`: `tot en met`."""
    found: dict[str, str] = {}
    for terminal in tables("regeling").terminals.values():
        pattern = terminal.pattern
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
    return {each.name: each.mark for each in tables("regeling").terminals.values() if each.mark}


@functools.cache
def reserved_words() -> frozenset[str]:
    """The single words that no declaration may have as its name."""
    return frozenset(words for words in keywords().values() if words.isidentifier())


def _last_choice(choice: re.Match[str]) -> str:
    """Of `[iï]` the spelling that the dictionary has; of `['’]` the plain one."""
    letters = choice[0][1:-1]
    return letters[0] if not letters[-1].isalpha() else letters[-1]
