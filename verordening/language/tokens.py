"""What the parser hands to those who build a tree or explain a mistake: words with their place."""

from __future__ import annotations


class Token(str):
    """A stretch of the text with the terminal it was read as (`type`). Offsets count from 0, the rest from 1."""

    __slots__ = ("column", "end_column", "end_line", "end_pos", "line", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int
    line: int
    column: int
    end_line: int
    end_column: int


Meta = tuple[Token, Token] | None
"""The first and last token of what a rule of the grammar took up; None for an empty file."""

PLACE_WORDS = ("ARTIKEL", "LID", "ONDERDEEL", "ZIN", "RICHTLIJN")
"""Words that open a place or belong to a reference, by where they stand."""

PARTS_OF_HEAD = ("PLACE_NR", "PART_NR", "STRING")
"""What may stand between two words that open places on one line: `lid 1 onderdeel a`."""


def head(terminal: str) -> str:
    """The terminal of a word that opens a place, such as `LID_HEAD`."""
    return f"{terminal}_HEAD"
