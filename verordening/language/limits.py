"""What is refused before or beside the grammar: brackets too deep, expressions too long, dates with hyphens.

The parser itself has no bounds, but what walks its trees is recursive; and `2026-01-01` would be read as a subtraction.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from verordening.language.building.base import MONTHS
from verordening.language.cutting import opener
from verordening.language.mistakes.stuck import Complaint

DEEPEST_BRACKETS: Final = 50
"""Brackets inside brackets."""
LONGEST_CLAUSE: Final = 20_000
"""Characters of one clause, texts and comments left out."""
DEEPEST_TREE: Final = 100
"""Levels of a parse tree; each takes a few calls of all that read the tree after it."""

_DATE = re.compile(r"(\d{1,4})[-/](\d{1,2})[-/](\d{1,4})")
_YEAR_DIGITS = 4


def check_text(text: str) -> list[Complaint]:
    """What a glance over the text finds, in order; it costs a few milliseconds for a thousand lines."""
    return list(_check(text))


def _check(text: str) -> Iterator[Complaint]:
    depth, clause, skipped, refused = 0, 0, 0, False
    for found in _scanner().finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "opener":
                if not refused and start - clause - skipped > LONGEST_CLAUSE:
                    yield too_long(text, clause)
                depth, clause, skipped, refused = 0, start, 0, False
            case "skip":
                skipped += end - start
            case "bracket":
                depth += 1 if found["bracket"] == "(" else -1
                if depth > DEEPEST_BRACKETS and not refused:
                    refused = True
                    yield Complaint(
                        "VRD114",
                        f"hier staan meer dan {DEEPEST_BRACKETS} haakjes in elkaar",
                        start,
                        end,
                        help="geef een deel een eigen naam met `begrip`",
                    )
            case "date":
                date = _date_complaint(found["date"], start)
                if date is not None:
                    yield date
    if not refused and len(text) - clause - skipped > LONGEST_CLAUSE:
        yield too_long(text, clause)


def too_long(text: str, start: int) -> Complaint:
    """The complaint about a clause that nobody can follow; it is about the first line with something on it."""
    start += len(text[start:]) - len(text[start:].lstrip())
    line = text[start : start + LONGEST_CLAUSE].split("\n", 1)[0].rstrip()
    return Complaint(
        "VRD115",
        "deze bepaling is te lang om te lezen",
        start,
        start + max(1, len(line)),
        help="geef een deel een eigen naam met `begrip`",
    )


@functools.cache
def _scanner() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<opener>{opener().pattern})"
        r'|(?P<skip>"[^"\n]*"?|#[^\n]*)'
        r"|(?P<bracket>[()])"
        rf"|(?<![\w,.])(?P<date>{_DATE.pattern})(?![\w-])",
        re.MULTILINE,
    )


def _date_complaint(written: str, start: int) -> Complaint | None:
    found = _DATE.fullmatch(written)
    if found is None:
        return None
    first, month, last = found.groups()
    if len(first) == _YEAR_DIGITS:
        day, year = last, first
    elif len(last) == _YEAR_DIGITS:
        day, year = first, last
    else:
        return None
    number = int(month)
    better = f"{int(day)} {MONTHS[number - 1]} {year}" if 1 <= number <= len(MONTHS) else "1 januari 2026"
    return Complaint(
        "VRD109", f"`{written}` schrijft u anders", start, start + len(written), help=f"schrijf `{better}`"
    )
