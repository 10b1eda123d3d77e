"""A document to lines for a terminal of a given width: headings on the left, who speaks on the right. No content."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from verordening.present.document import Document, Item, Section
from verordening.present.wrapping import display_width, padded, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

NARROWEST: Final = 24
WIDEST: Final = 100
"""Longer lines read badly, however wide the window."""

_HEADING = 13
_MARGIN = 2
_GUTTER = 2
_COLUMNS_FROM = 64
"""Below this width headings stand on a line of their own and margins under their text."""

_NARROWEST_ANSWER = 16
"""Where less is left beside the answers, what each leads to goes on after it."""

_BODY = _COLUMNS_FROM - _MARGIN - _HEADING


def lay_out(document: Document, width: int) -> str:
    """The whole document, ending in a newline."""
    width = max(NARROWEST, min(width, WIDEST))
    blocks = [
        [*wrap(document.title, width), *(wrap(document.subtitle, width) if document.subtitle else ())],
        _paragraphs(document.answer, width),
        *_sections(document.sections, width),
        _paragraphs(document.closing, width),
    ]
    text = "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block)
    return text + "\n"


def _sections(sections: Iterable[Section], width: int) -> Iterable[list[str]]:
    """Blocks to be set apart by a blank line: a new question, or a section whose items stand apart."""
    close: list[str] = []
    for each in sections:
        if each.question or each.apart or each.gap or (each.heading and width < _COLUMNS_FROM):
            yield close
            close = []
        if each.question:
            yield wrap(each.question, width)
            yield _paragraphs(each.lead, width)
        elif each.lead:
            close += _paragraphs(each.lead, width)
        if each.apart:
            yield from (
                [*_heading(each), *_indented(_block((item,), width - _MARGIN), _MARGIN)]
                for item in each.items
            )
        else:
            close += _columns(each, width) if width >= _COLUMNS_FROM else _stacked(each, width)
    yield close


def _paragraphs(texts: Iterable[str], width: int) -> list[str]:
    return [" " * _MARGIN + line for text in texts for line in wrap(text, width - _MARGIN)]


def _heading(each: Section) -> list[str]:
    return [" " * _MARGIN + each.heading] if each.heading else []


def _columns(each: Section, width: int) -> list[str]:
    lines = _block(each.items, width - _MARGIN - _HEADING, gutter=True)
    heading = each.heading
    if lines and display_width(heading) >= _HEADING:
        return [*_heading(each), *_indented(lines, _MARGIN + _HEADING)]
    return [
        " " * _MARGIN + padded(heading if number == 0 else "", _HEADING) + line
        for number, line in enumerate(lines)
    ]


def _stacked(each: Section, width: int) -> list[str]:
    if not each.items:
        return []
    by = _MARGIN + (0 if any(item.sign for item in each.items) else _GUTTER) if each.heading else _MARGIN
    return [*_heading(each), *_indented(_block(each.items, width - by), by)]


def _indented(lines: Iterable[str], by: int) -> list[str]:
    return [" " * by + line for line in lines]


def _block(items: tuple[Item, ...], width: int, gutter: bool = False) -> list[str]:
    """Items under each other: leads and signs aligned, answers drawn as branches."""
    lines: list[str] = []
    for branch, run in groupby(items, key=lambda item: item.branch):
        group = tuple(run)
        lines += _branches(group, width) if branch else _statements(group, width, gutter)
    return lines


def _statements(items: tuple[Item, ...], width: int, gutter: bool) -> list[str]:
    by = _GUTTER if gutter or any(item.sign for item in items) else 0
    lead = max(display_width(item.lead) for item in items)
    lead = lead + 2 if lead and width >= _BODY - _GUTTER else 0
    lines: list[str] = []
    hanging = by + lead or (_GUTTER if width < _BODY - _GUTTER else 0)
    for item in items:
        text = item.text if lead or not item.lead else f"{item.lead}: {item.text}"
        first, *others = _with_margin(text, item.margin, width - hanging, width - by - lead)
        lines.append(padded(item.sign, by) + padded(item.lead if lead else "", lead) + first)
        lines += _indented(others, hanging)
        lines += _indented(_block(item.inside, width - hanging), hanging)
    return lines


def _branches(items: tuple[Item, ...], width: int) -> list[str]:
    """The answers to a question, drawn as its branches."""
    lead = max(display_width(item.lead) for item in items)
    lines: list[str] = []
    for number, item in enumerate(items):
        last = number == len(items) - 1
        sign, beside = "└" if last else "├", f"{padded(item.lead, lead)} → "
        by = display_width(beside)
        if width - by < _NARROWEST_ANSWER:
            beside, by = "", 2
        first, rest = f"{sign} {beside}", f"{' ' if last else '│'} " + " " * by
        room = width - 2 - by
        text = item.text if beside else f"{item.lead} → {item.text}"
        head = _with_margin(text, item.margin, room, room if beside else room + by)
        lines.append(first + head[0])
        lines += [rest + line for line in (*head[1:], *_block(item.inside, room))]
    return lines


def _with_margin(text: str, margin: str, width: int, first: int) -> list[str]:
    """The wrapped text with the margin at the right of its first line, or under it where there is no room."""
    if not margin:
        return wrap(text, width, first)
    beside = first - display_width(margin) - 2
    if width < _BODY - _GUTTER or beside < width // 2:
        return [*wrap(text, width, first), *wrap(f"({margin})", width)]
    line, *others = wrap(text, width, first=beside)
    if display_width(line) > beside:
        return [line, *others, *wrap(f"({margin})", width)]
    return [padded(line, first - display_width(margin)) + margin, *others]
