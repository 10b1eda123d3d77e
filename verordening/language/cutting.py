"""Cuts a text at the lines that open an item or a clause, so that a mistake in one does not hide the others."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verordening.language.grammar import keywords
from verordening.language.mistakes.vocabulary import CLAUSE_WORDS, ITEM_WORDS, Meant, meant_by

_TOKEN = re.compile(r'"[^"\n]*"?|#[^\n]*|[^\W\d]\w*|\d[\d.,:]*|[^\s]')
_WORD = re.compile(r"[^\W\d]\w*(?:\.(?=\s))?")
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
    }
)
"""Keywords that can end a clause or head, or that often are a name there."""
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
    continues: bool
    """Whether the line before is not finished, or a text that did not close runs on to here."""


def cut_items(text: str) -> list[Part]:
    """The parts of a text that each open an item; what stands above the first is a part of its own."""
    return _cut(text, Part(0, len(text), 1), _item_word)


def cut_clauses(text: str, item: Part) -> list[Part]:
    """An item cut at the lines that open a clause; the first part is the head."""
    return _cut(text, item, functools.partial(_clause_word, item=item.word))


@functools.cache
def opener() -> re.Pattern[str]:
    """A line that opens an item or a clause, rightly spelt."""
    words = "|".join(
        word.replace(" ", r"[ \t]+") for word in sorted((*ITEM_WORDS, *CLAUSE_WORDS), key=len, reverse=True)
    )
    return re.compile(rf"^[ \t]*({words})(?!\w)", re.MULTILINE)


def _cut(text: str, whole: Part, opening: Callable[[str], str]) -> list[Part]:
    parts: list[Part] = []
    start, number, word = whole.start, whole.line, whole.word
    for line in _lines(text, whole):
        if line.continues:
            continue
        opened = opening(line.text)
        if not opened:
            continue
        if line.start > start:
            parts.append(Part(start, line.start, number, word))
        start, number, word = line.start, line.number, opened
    parts.append(Part(start, whole.end, number, word))
    return parts


def _item_word(line: str) -> str:
    found = opener().match(line)
    if found is not None:
        return found[1] if found[1] in ITEM_WORDS else ""
    meant = _meant(line)
    return meant.word if meant is not None and meant.word in ITEM_WORDS else ""


def _clause_word(line: str, *, item: str) -> str:
    found = opener().match(line)
    word = " ".join(found[1].split()) if found is not None else ""
    if not word:
        meant = _meant(line)
        word = meant.word if meant is not None else ""
    if (
        word not in CLAUSE_WORDS
        or (word == "als" and item == "begrip")
        or (word == "vanaf" and item != "tabel")
    ):
        return ""
    return "" if re.match(r"\s*dan\s+op\s+grond\s+van(?!\w)", line) else word


def _meant(line: str) -> Meant | None:
    """What a line that opens with no word of the language may have meant to open with."""
    line = line.lstrip()
    first = _WORD.match(line)
    return meant_by(line, _OPENING_WORDS) if first is not None else None


_OPENING_WORDS = frozenset(ITEM_WORDS) | frozenset(CLAUSE_WORDS)


def _lines(text: str, part: Part) -> Iterator[_Line]:
    start, number, continues = part.start, part.line, False
    open_until = 0
    while start < part.end:
        end = text.find("\n", start, part.end)
        end = part.end if end < 0 else end
        line = text[start:end]
        yield _Line(start, number, line, continues or number <= open_until)
        tokens = [token for token in _TOKEN.findall(line) if not token.startswith("#")]
        if tokens:
            continues = _unfinished(tokens)
            if number > open_until and _opens_text(tokens):
                open_until = _last_line_of_text(text, end, number, part.end)
        start, number = end + 1, number + 1


def _unfinished(tokens: list[str]) -> bool:
    """Whether a line that ends in these tokens must go on."""
    last = tokens[-1]
    if last in _UNFINISHED_MARKS:
        return True
    if last not in _going_on():
        return False
    return len(tokens) == 1 or tokens[-2] not in _UNFINISHED_MARKS


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
        before, _, after = line.partition('"')
        closes = not after.strip() or after.strip().startswith("#")
        return number + offset if closes and opener().match(before) is None else number
    return number
