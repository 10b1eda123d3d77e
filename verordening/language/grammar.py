"""The words of the language as the grammar itself lists them."""

from __future__ import annotations

import functools

from verordening.language.tables import tables


@functools.cache
def keywords() -> dict[str, str]:
    """Every keyword terminal with the words it stands for, such as `TOT_EN_MET`: `tot en met`."""
    return {each.name: each.keyword for each in tables("regeling").terminals.values() if each.keyword}


@functools.cache
def marks() -> dict[str, str]:
    """Every terminal that is a mark, such as `EQUAL`: `=`."""
    return {each.name: each.mark for each in tables("regeling").terminals.values() if each.mark}


@functools.cache
def reserved_words() -> frozenset[str]:
    """The single words that no declaration may have as its name."""
    return frozenset(words for words in keywords().values() if words.isidentifier())
