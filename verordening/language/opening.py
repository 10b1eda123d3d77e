"""The words that open an item or a clause where they are the first of their line."""

from __future__ import annotations

import functools
import re
from typing import Final

from verordening.language.placement import ALLOWED

ITEM_WORDS: Final = (
    "regeling",
    "gegeven",
    "oordeel",
    "begrip",
    "tabel",
    "besluit",
    "waarde",
    "artikel",
    "lid",
    "onderdeel",
    "zin",
    "richtlijn",
    "ondergrens",
    "samenhang",
    "waarborg",
)
"""The words that open an item where they are the first of their line."""

CLAUSE_WORDS: Final = tuple(ALLOWED)
"""The words that open a clause."""


def opening() -> str:
    """The pattern of the beginning of a line that opens an item or a clause, rightly spelt; takes `re.MULTILINE`."""
    words = "|".join(
        word.replace(" ", r"[ \t]+") for word in sorted((*ITEM_WORDS, *CLAUSE_WORDS), key=len, reverse=True)
    )
    return rf"^[ \t]*({words})(?!\w)"


@functools.cache
def opener() -> re.Pattern[str]:
    """That pattern, compiled."""
    return re.compile(opening(), re.MULTILINE)
