"""Cuts a text at the lines that open an item or a clause, so that a mistake in one does not hide the others."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from verordening.language.grammar import keywords
from verordening.language.mistakes.vocabulary import meant_by
from verordening.language.opening import CLAUSE_WORDS, ITEM_WORDS, opener
from verordening.language.tokens import PLACE_WORDS
from verordening.records import dataclass

_TOKEN = re.compile(r'"[^"\n]*"?|#[^\n]*|[^\W\d]\w*|\d+(?:[.,:]\d+)*|[^\s]')
_WORD = re.compile(r"[^\W\d]\w*(?:\.(?=\s))?")
_DECLARATION = re.compile(
    r"\s*(?:(?:gegeven|oordeel|tabel|besluit)\s+\w+\s*:|begrip\s+\w+\s*[:=]|(?:waarde|ondergrens|waarborg|regeling)\s+\w+\s*\"|samenhang\s+\")"
)
"""A line that opens an item beyond doubt, also below a line that is not finished."""
_LAST_WORDS = frozenset(
    {
        "ja",
        "nee",
        "onbekend",
        "onbepaald",
        "peildatum",
        "uitkomst",
        "worden",
        "boven",
        "beneden",
        "centen",
        "bijzonder",
        "datum",
        "aantal",
        "getal",
        "percentage",
        "bedrag",
        "geen",
        "regeling",
        "verordening",
        "verplicht",
    }
)
"""Keywords that can end a clause or head, or that often are a name there."""
_TAKES_REFERENCE = frozenset(
    {
        ",",
        "en",
        "met",
        "van",
        "bij",
        "toe",
        "door",
        "behalve",
        "grondslag",
        "krachtens",
        "vervangt",
        "opgenomen",
        "onverminderd",
    }
)
"""What a line ends in when a place word on the next line was meant as a reference."""
_TAKES_NAME = frozenset({",", "("})
_TWO_WORDS = frozenset({("deze", "regeling"), ("geen", "regeling"), ("in", "werking")})
_UNFINISHED_MARKS = frozenset("=<>+-,:;(!*/&")
_LONGEST_TEXT = 30
"""Lines over which a text that should stand on one line may run on."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of whole lines: offsets into the text, the number of its first line, and the word it opens with."""

    start: int
    end: int
    line: int
    word: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    number: int
    text: str
    before: str
    """What the line before it ends in."""
    unfinished: bool
    """Whether the line before it must go on."""


def cut_items(text: str) -> Iterator[Part]:
    """The parts of a text that each open an item; what stands above the first is a part of its own."""
    return _cut(text, Part(0, len(text), 1), _item_word)


def cut_clauses(text: str, item: Part) -> Iterator[Part]:
    """An item cut at the lines that open a clause; the first part is the head."""
    return _cut(text, item, functools.partial(_clause_word, item=item.word))


def _cut(text: str, whole: Part, opening: Callable[[_Line], str]) -> Iterator[Part]:
    start, number, word = whole.start, whole.line, whole.word
    for line in _lines(text, whole):
        opened = opening(line)
        if not opened:
            continue
        if line.start > start:
            yield Part(start, line.start, number, word)
        start, number, word = line.start, line.number, opened
    yield Part(start, whole.end, number, word)


def _item_word(line: _Line) -> str:
    word = _opening_word(line)
    return word if word in ITEM_WORDS else ""


def _clause_word(line: _Line, *, item: str) -> str:
    word = _opening_word(line)
    if (
        word not in CLAUSE_WORDS
        or (word == "als" and item == "begrip")
        or (word in ("als", "dan") and item == "samenhang")
        or (word == "vanaf" and item != "tabel")
    ):
        return ""
    return "" if re.match(r"\s*dan\s+(?:op\s+grond\s+van|bij)(?!\w)", line.text) else word


def _opening_word(line: _Line) -> str:
    """The word of the language that a line opens an item or clause with, or was meant to open one with."""
    found = opener().match(line.text)
    if found is not None:
        word = " ".join(found[1].split())
        goes_on = _TAKES_REFERENCE if word in _PLACES else _TAKES_NAME
        if (line.before in goes_on and not _DECLARATION.match(line.text)) or (
            line.before,
            word,
        ) in _TWO_WORDS:
            return ""
        return word
    text = line.text.lstrip()
    if line.unfinished or _WORD.match(text) is None:
        return ""
    meant = meant_by(text, _OPENING_WORDS)
    return meant.word if meant is not None else ""


_PLACES = frozenset(word.lower() for word in PLACE_WORDS)
_OPENING_WORDS = frozenset(ITEM_WORDS) | frozenset(CLAUSE_WORDS)


def _lines(text: str, part: Part) -> Iterator[_Line]:
    """The lines of a part, except those that a text which did not close runs on to."""
    start, number, open_until = part.start, part.line, 0
    tokens: list[str] = []
    while start < part.end:
        end = text.find("\n", start, part.end)
        end = part.end if end < 0 else end
        line = text[start:end]
        if number > open_until:
            yield _Line(start, number, line, tokens[-1] if tokens else "", _unfinished(tokens))
        found = [token for token in _TOKEN.findall(line) if not token.startswith("#")]
        if found and number > open_until and _opens_text(found):
            open_until = _last_line_of_text(text, end, number, part.end)
        tokens = found or tokens
        start, number = end + 1, number + 1


def _unfinished(tokens: list[str]) -> bool:
    """Whether a line that ends in these tokens must go on."""
    if not tokens:
        return False
    last = tokens[-1]
    if last in _UNFINISHED_MARKS:
        return True
    return last in _going_on() and (len(tokens) == 1 or tokens[-2] not in _UNFINISHED_MARKS)


@functools.cache
def _going_on() -> frozenset[str]:
    return frozenset(word for words in keywords().values() for word in words.split()) - _LAST_WORDS


def _opens_text(tokens: list[str]) -> bool:
    return any(token.startswith('"') and (len(token) == 1 or not token.endswith('"')) for token in tokens)


def _last_line_of_text(text: str, end: int, number: int, limit: int) -> int:
    """The line on which a text that did not close on its own line does so after all; else the line itself."""
    for offset, line in enumerate(text[end + 1 : limit].split("\n", _LONGEST_TEXT)[:_LONGEST_TEXT], 1):
        if '"' not in line:
            continue
        after = line.partition('"')[2].strip()
        return number + offset if not after or after.startswith("#") else number
    return number
