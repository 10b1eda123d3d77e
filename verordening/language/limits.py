"""What is refused before or beside the grammar: brackets too deep, expressions too long, dates with hyphens.

The parser itself has no bounds, but what walks its trees is recursive; and `2026-01-01` would be read as a subtraction.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Final

from verordening.language.complaint import Complaint
from verordening.language.measures import MONTHS
from verordening.language.opening import opening

DEEPEST_BRACKETS: Final = 50
"""Brackets inside brackets."""
LONGEST_CLAUSE: Final = 20_000
"""Characters of one clause, texts and comments left out."""
MOST_MISTAKES: Final = 100
"""After so many mistakes the rest of the file is left unread."""
AFTER_MISTAKES: Final = "verbeter eerst de fouten hierboven"
DEEPEST_TREE: Final = 100
"""Levels of a parse tree; each takes a few calls of all that read the tree after it."""

_DATE = re.compile(r"(\d{1,4})[-/](\d{1,2})[-/](\d{1,4})")
_YEAR_DIGITS = 4
_LIKE_A_DATE = re.compile(r"\d[-/]\d")
_BRACKET = re.compile(r'[()]|"[^"\n]*"?|#[^\n]*')
_OFTEN = re.compile(r"^[ \t]*(?:artikel|lid|dan|begrip|gegeven)[ \t]", re.MULTILINE)
"""Lines that surely open something; hardly a page is without one."""


def check_text(text: str) -> list[Complaint]:
    """What a glance over the text finds, in order."""
    return [] if _is_sound(text) else list(refusals_in(text))


def _is_sound(text: str) -> bool:
    """Whether surely nothing is found in a text: at a fifth of the price, and so it is for nearly all of them."""
    return not _LIKE_A_DATE.search(text) and _has_short_clauses(text) and _has_few_brackets(text)


def _has_short_clauses(text: str) -> bool:
    """Whether no stretch of a text is without a line that opens something for long."""
    start = 0
    while len(text) - start > LONGEST_CLAUSE:
        found = _OFTEN.search(text, start + LONGEST_CLAUSE // 2, start + LONGEST_CLAUSE)
        if found is None:
            return False
        start = found.start()
    return True


def _has_few_brackets(text: str) -> bool:
    """Whether brackets stay few even where those of one clause are counted with those of the next."""
    depth = 0
    for found in _BRACKET.finditer(text):
        mark = found[0][0]
        if mark == "(":
            depth += 1
            if depth > DEEPEST_BRACKETS:
                return False
        elif mark == ")" and depth:
            depth -= 1
    return True


def refusals_in(text: str) -> Iterator[Complaint]:
    """What is found sign by sign."""
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
        rf"(?P<opener>{opening()})"
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
