"""The names that anything in a corpus uses: conditions, values, types, deviations, floors and what a person reads."""

from __future__ import annotations

import re
from functools import lru_cache

from verordening.analyse.lint.look import Look
from verordening.language.source import Source

_WORD = re.compile(r"[a-zà-ÿ][a-zà-ÿ0-9_]*")
_TEXT_OR_COMMENT = re.compile(r'"[^"\n]*"|#[^\n]*')
_DECLARING = re.compile(r"^(?:gegeven|oordeel|begrip|tabel|besluit|waarde)\s+([a-zà-ÿ0-9_]+)", re.MULTILINE)


def mentioned(look: Look) -> frozenset[str]:
    """The names that stand somewhere else than where they are declared."""
    return _mentioned(tuple(look.sources.values()))


@lru_cache(maxsize=2)
def _mentioned(sources: tuple[Source, ...]) -> frozenset[str]:
    found: set[str] = set()
    for source in sources:
        text = _TEXT_OR_COMMENT.sub("", source.text)
        found.update(_WORD.findall(_DECLARING.sub("", text)))
    return frozenset(found)
