"""Tells a place that opens (`lid 3` at the start of a line) from a reference to one (`artikel 6 lid 3`)."""

from collections.abc import Iterator

from lark import Token
from lark.lark import PostLex

PLACE_WORDS = ("ARTIKEL", "LID", "ONDERDEEL", "ZIN", "RICHTLIJN")
_PARTS_OF_HEAD = ("PLACE_NR", "PART_NR", "STRING")


class PlaceOpener(PostLex):
    """Renames a place word to its `…_HEAD` form where it opens its line or follows one that does (`lid 1 onderdeel a`).

    A reference such as `artikel 6 lid 3` and the place `lid 3` begin with the same word. Without this the parser would
    swallow `lid 3` into a `grondslag pw artikel 8` on the line above.
    """

    always_accept = PLACE_WORDS

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """Pass the tokens on, with the opening ones renamed."""
        last_line, opening = 0, False
        for token in stream:
            if token.line != last_line:
                last_line, opening = token.line or 0, token.type in PLACE_WORDS
            if opening and token.type in PLACE_WORDS:
                yield Token.new_borrow_pos(f"{token.type}_HEAD", token.value, token)
            else:
                opening = opening and token.type in _PARTS_OF_HEAD
                yield token
