"""Amounts, percentages and durations as most people write them, read without patterns: loading `re` and compiling five
of them takes a tenth of a start. What is written in any other way is read, or refused, in `scalars`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Final

_MOST_DIGITS: Final = 12


def is_plain(digits: str) -> bool:
    """Whether this is a whole number in digits, without a zero before it."""
    return digits.isdigit() and digits.isascii() and (digits[0] != "0" or digits == "0")


def plain_amount(text: str, periods: Collection[str]) -> tuple[int, str | None] | None:
    """The cents and the period of `€ 1.401,50 per maand`; None where it is not written so."""
    body, per, period = text.partition(" per ")
    euros, comma, cents = body.removeprefix("€ ").partition(",")
    if body[:2] != "€ " or (per and period not in periods) or len(euros) > _MOST_DIGITS:
        return None
    if comma and not (len(cents) == 2 and cents.isdigit() and cents.isascii()):
        return None
    first, *groups = euros.split(".")
    if groups and not (comma and first != "0" and len(first) <= 3 and all(len(each) == 3 for each in groups)):
        return None
    digits = "".join(groups)
    if not is_plain(first) or not is_plain(first + digits):
        return None
    return int(first + digits) * 100 + int(cents or 0), period or None


def plain_percentage(text: str) -> int | None:
    """The percents of `5%`; None where it is not written so."""
    digits = text.removesuffix("%")
    return int(digits) if text != digits and is_plain(digits) and len(digits) <= _MOST_DIGITS else None


def plain_duration(text: str, units: Mapping[str, str]) -> tuple[int, str] | None:
    """The number and the unit of `3 maanden`; None where it is not written so."""
    digits, _, word = text.partition(" ")
    unit = units.get(word)
    return None if unit is None or not is_plain(digits) or len(digits) > _MOST_DIGITS else (int(digits), unit)
