"""Finding and hiding a burgerservicenummer in text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verordening.patterns import pattern, re

_DIGITS = pattern(r"\d+")
_CAN_BE = pattern(r"\d(?:[\s.\-\u2010-\u2015/_]{0,40}\d){8}")
"""What every number has; hardly a text does, and without it nothing more is looked at."""
_SEPARATOR = pattern(r"\s{0,3}[.\-\u2010-\u2015/_]\s{0,3}|\s{1,40}")
_LENGTH = 9
_NINE = "0" * _LENGTH
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
MASK = "•"


def contains_bsn(text: str) -> tuple[int, int] | None:
    """Start and end of the first nine digits in `text` that pass the elfproef, or None.

    Digits count when they stand together, or in groups with one and the same separator (space, dot, hyphen,
    slash or underscore): groups of two or more digits, or all digits apart. A longer run of digits is no BSN.
    """
    return next(_find(text), None) if _can_hold_one(text) else None


def mask_bsn(text: str) -> str:
    """The same text, as long as before, with the digits of each BSN replaced by `•`."""
    if not _can_hold_one(text):
        return text
    parts: list[str] = []
    done = 0
    for start, end in _find(text):
        parts.append(text[done:start])
        parts.append(re.sub(r"\d", MASK, text[start:end]))
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _can_hold_one(text: str) -> bool:
    """Whether nine digits stand together or apart by separators only; that hardly ever needs the pattern."""
    kinds = {ord(each): "0" if each.isdecimal() else None if _separates(each) else "a" for each in set(text)}
    return _NINE in text.translate(kinds) and _CAN_BE.search(text) is not None


def _separates(character: str) -> bool:
    return character.isspace() or character in "._-/" or "\u2010" <= character <= "\u2015"


def passes_elfproef(digits: str) -> bool:
    """Whether nine digits pass the elfproef: weighted by 9 to 2 and -1 a multiple of 11, not all zero."""
    if len(digits) != _LENGTH:
        return False
    numbers = [int(digit) for digit in digits]
    if not any(numbers):
        return False
    return sum(weight * number for weight, number in zip(_WEIGHTS, numbers, strict=True)) % 11 == 0


def _find(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that hold a BSN, from left to right and without overlap."""
    places = [match.span() for match in _DIGITS.finditer(text)]
    groups = [text[start:end] for start, end in places]
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(places)]
    separators = {gap: _separator(gap) for gap in set(gaps)}
    between = [separators[gap] for gap in gaps]
    index = 0
    while index < len(groups):
        size = _groups_of_bsn(groups, between, index)
        if size:
            yield places[index][0], places[index + size - 1][1]
        index += size or 1


def _separator(gap: str) -> str | None:
    """What parts two groups of one number: a sign, or nothing for white space; None when they are two numbers."""
    return gap.strip() if _SEPARATOR.fullmatch(gap) else None


def _groups_of_bsn(groups: list[str], between: list[str | None], first: int) -> int:
    """How many digit groups from `first` on form a BSN together; 0 when they do not."""
    length, last = len(groups[first]), first
    while length < _LENGTH and last < len(between):
        if between[last] is None or between[last] != between[first]:
            return 0
        last += 1
        length += len(groups[last])
    if length != _LENGTH:
        return 0
    size = last - first + 1
    if size != _LENGTH and any(len(group) == 1 for group in groups[first : last + 1]):
        return 0
    return size if passes_elfproef("".join(groups[first : last + 1])) else 0
