"""The page about a code or a word, and the list of both, for a terminal (`render_…`) or a screen reader (`read_…`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from verordening.language.diagnostics import printable
from verordening.language.explanations import (
    REMEDY,
    RIGHT,
    WHY,
    WRONG,
    Block,
    Example,
    Explanation,
    Paragraph,
    Term,
)
from verordening.present.dutch import after_colon, sentence
from verordening.present.explained import titled
from verordening.present.screen_reader import statement
from verordening.present.wrapping import display_width, padded, wrap

_MARGIN: Final = 2
_EXAMPLE: Final = 4
_WIDEST: Final = 80
"""Running text reads badly in longer lines, however wide the window."""

_WHERE: Final = {
    "regeling": "in een regeling",
    "bepaling": "in een regeling",
    "casus": "in een casus",
    "proef": "in een proef",
    "populatie": "in een csv-bestand met zaken",
    "opdracht": "op de opdrachtregel",
    "instellingen": "in verordening.toml",
}
_MORE: Final = ("verordening uitleg VRD203", "de hele uitleg van een melding")
_ABOUT_WORDS: Final = ("verordening uitleg voorbehoud", "de uitleg van een woord")


def render_explanation(page: Explanation, width: int = 80) -> str:
    """The page about a code for a terminal of `width` columns."""
    width = min(width, _WIDEST)
    lines = [*wrap(f"{page.code}: {page.title}", width), "", *_blocks(page.meaning, width)]
    for heading, blocks in _sections(page):
        lines += ["", heading.upper(), "", *_blocks(blocks, width)]
    return _text(lines)


def read_explanation(page: Explanation) -> str:
    """The same for a screen reader: one statement a line; the lines of an example stay as they are typed."""
    lines = [statement(f"Uitleg bij {page.code}: {page.title}"), *_spoken(page.meaning)]
    for heading, blocks in _sections(page):
        lines += [f"{heading}:", *_spoken(blocks)]
    return _text(lines)


def render_term(term: Term, width: int = 80) -> str:
    """What a word means, for a terminal of `width` columns."""
    width = min(width, _WIDEST)
    return _text([*wrap(f"{term.name} ({term.group})", width), "", *_blocks(term.meaning, width)])


def read_term(term: Term) -> str:
    """The same for a screen reader."""
    return _text([f"Uitleg bij het woord {term.name}, {after_colon(term.group)}.", *_spoken(term.meaning)])


def render_index(terms: Sequence[Term], width: int = 80) -> str:
    """All codes and all words, grouped, for a terminal of `width` columns."""
    lines = ["Uitleg van meldingen en woorden", ""]
    column = max(len(command) for command, _ in (_MORE, _ABOUT_WORDS)) + 2
    for command, what in (_MORE, _ABOUT_WORDS):
        lines += _beside(command, what, column, width)
    for group, codes in groupby(titled(), lambda each: each.group):
        lines += ["", *wrap(group.upper(), width)]
        for each in codes:
            lines += _beside(each.code, each.title, len(each.code) + 2, width)
    for group, members in groupby(terms, lambda term: term.group):
        names = ", ".join(term.name for term in members)
        lines += ["", *wrap(group.upper(), width), *_indented(wrap(names, width - _MARGIN), _MARGIN)]
    return _text(lines)


def read_index(terms: Sequence[Term]) -> str:
    """The same for a screen reader."""
    lines = ["Uitleg van meldingen en woorden."]
    lines += [f"Typ {command} voor {what}." for command, what in (_MORE, _ABOUT_WORDS)]
    for group, codes in groupby(titled(), lambda each: each.group):
        lines += [f"{group}:", *(statement(f"{each.code}: {each.title}") for each in codes)]
    for group, members in groupby(terms, lambda term: term.group):
        lines += [f"{group}: {', '.join(term.name for term in members)}."]
    return _text(lines)


def _sections(page: Explanation) -> Iterator[tuple[str, tuple[Block, ...]]]:
    yield WHY, page.why
    yield f"{WRONG} {_WHERE[page.wrong.kind]}", (page.wrong,)
    yield f"{RIGHT} {_WHERE[page.right.kind]}", (page.right,)
    yield REMEDY, page.remedy


def _blocks(blocks: tuple[Block, ...], width: int) -> Iterator[str]:
    """Paragraphs and examples with a blank line between them; the points of a list stand together."""
    last: Block | None = None
    for each in blocks:
        both_points = all(isinstance(one, Paragraph) and one.point for one in (last, each))
        if last is not None and not both_points:
            yield ""
        if isinstance(each, Example):
            yield from _indented((printable(line) for line in each.text.splitlines()), _EXAMPLE)
        else:
            yield from _paragraph(each, width)
        last = each


def _paragraph(each: Paragraph, width: int) -> Iterator[str]:
    start = " " * _MARGIN + ("- " if each.point else "")
    first, *others = wrap(each.text, width - len(start))
    yield start + first
    yield from _indented(others, len(start))


def _spoken(blocks: tuple[Block, ...]) -> Iterator[str]:
    for each in blocks:
        if isinstance(each, Example):
            yield from (printable(line) for line in each.text.splitlines() if line.strip())
            yield "Einde van het voorbeeld."
        else:
            yield sentence(printable(each.text))


def _beside(name: str, what: str, column: int, width: int) -> Iterator[str]:
    """A name with what it is beside it, or under it where there is no room."""
    room = width - _MARGIN - column
    if room < _WIDEST // 4 or display_width(name) >= column:
        yield " " * _MARGIN + name
        yield from _indented(wrap(what, width - 2 * _MARGIN), 2 * _MARGIN)
        return
    first, *others = wrap(what, room)
    yield " " * _MARGIN + padded(name, column) + first
    yield from _indented(others, _MARGIN + column)


def _indented(lines: Iterable[str], by: int) -> Iterator[str]:
    return (" " * by + line for line in lines)


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line.rstrip()}\n" for line in lines)
