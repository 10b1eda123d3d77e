"""Where the parser cannot go on: what stands there, what came before it, and what the grammar would take instead."""

from __future__ import annotations

import functools
import re

from verordening.language.automaton import Unreadable, automaton
from verordening.language.complaint import Complaint
from verordening.language.tokens import Token

_THING = re.compile(r'[^\W\d]\w*|\d[\d.,]*\w*|"[^"\n]*"?|[<>=!]{1,3}|&+|\|+|.', re.DOTALL)


class Stuck:
    """A text in which the parser stops at `offset`, after `tokens`. `begin` is where the user's own text begins."""

    def __init__(self, text: str, begin: int, offset: int, tokens: tuple[Token, ...]) -> None:
        self.text, self.begin, self.offset, self.tokens = text, begin, offset, tokens

    @functools.cached_property
    def thing(self) -> str:
        """The word, number, text or mark at the offset; nothing at the end of the text."""
        found = _THING.match(self.text, self.offset)
        return found[0] if found else ""

    @property
    def at_end(self) -> bool:
        """Whether the text stops too early."""
        return self.offset >= len(self.text)

    @functools.cached_property
    def expected(self) -> frozenset[str]:
        """The terminals that the grammar takes here."""
        return accepted(self.tokens)

    @functools.cached_property
    def expected_before(self) -> frozenset[str]:
        """The terminals that the grammar would have taken in the place of the last token."""
        return accepted(self.tokens[:-1])

    @property
    def previous(self) -> Token | None:
        """The last token of the user's own text before the offset."""
        return self.token(-1)

    def token(self, index: int) -> Token | None:
        """A token of the user's own text, counted from the last (-1) backwards."""
        if len(self.tokens) < -index:
            return None
        found = self.tokens[index]
        return found if start_of(found) >= self.begin else None

    @functools.cached_property
    def own_tokens(self) -> tuple[Token, ...]:
        """The tokens of the user's own text."""
        return tuple(token for token in self.tokens if start_of(token) >= self.begin)

    @property
    def line_start(self) -> int:
        """Where the line of the offset begins."""
        return max(self.begin, self.text.rfind("\n", 0, self.offset) + 1)

    @property
    def opens_line(self) -> bool:
        """Whether nothing but white space stands before the offset on its line."""
        return not self.text[self.line_start : self.offset].strip()

    def complaint(
        self,
        code: str,
        message: str,
        *,
        start: int | None = None,
        length: int | None = None,
        label: str = "",
        help: str = "",
        also: tuple[int, int, str] | None = None,
    ) -> Complaint:
        """A complaint about the thing at the offset, or about the stretch given."""
        start = self.offset if start is None else start
        length = max(1, len(self.thing)) if length is None else length
        return Complaint(code, message, start, start + length, label, help, also)


def find_stuck(text: str, begin: int) -> Stuck | None:
    """Where the parser stops in a text; None when it reads all of it."""
    parser = automaton()
    try:
        parser.parse(text, parser.no_builders)
    except Unreadable as found:
        return Stuck(text, begin, found.offset, found.tokens)
    return None


def start_of(token: Token) -> int:
    """The offset at which a token begins."""
    return token.start_pos


def end_of(token: Token) -> int:
    """The offset just behind a token."""
    return token.end_pos


def accepted(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The terminals that the grammar takes after these tokens."""
    return automaton().accepted(token.type for token in tokens)


@functools.cache
def openers() -> frozenset[str]:
    """The terminals that open a clause or an item."""
    return automaton().accepted(("ZIN_HEAD", "PLACE_NR"))
