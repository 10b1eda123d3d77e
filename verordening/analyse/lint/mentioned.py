"""The names that anything in a corpus uses: conditions, values, types, deviations, floors and what a person reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from verordening.analyse.lint.look import Look
from verordening.language.source import Source
from verordening.patterns import pattern

_WORD = pattern(r"[a-zà-ÿ][a-zà-ÿ0-9_]*")
_TEXT_OR_COMMENT = pattern(r'"[^"\n]*"|#[^\n]*')
_DECLARING = pattern(r"^(?:gegeven|oordeel|begrip|tabel|besluit|waarde)\s+([a-zà-ÿ0-9_]+)", re.MULTILINE)

_MANY: Final = 20
"""To look for so many names one by one takes longer than to take the text apart."""


def unmentioned(look: Look, names: Iterable[str]) -> frozenset[str]:
    """Those of these names that stand nowhere else than where they are declared.

    Most stand in the linted files themselves: the law is looked through for what is left.
    """
    left = set(names)
    for source in (*look.texts, *look.sources.values()):
        if len(left) > _MANY or any(name in source.text for name in left):
            left -= _mentioned(source)
    return frozenset(left)


@lru_cache(maxsize=256)
def _mentioned(source: Source) -> frozenset[str]:
    text = _TEXT_OR_COMMENT.sub("", source.text)
    return frozenset(_WORD.findall(_DECLARING.sub("", text)))
