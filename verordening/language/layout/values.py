"""How values, names of places and dates are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from verordening.language import syntax as s
from verordening.language.layout.document import FILL, Doc, Row
from verordening.language.measures import MONTHS

MANY: Final = {
    "werkdag": "werkdagen",
    "dag": "dagen",
    "week": "weken",
    "maand": "maanden",
    "jaar": "jaren",
    "uur": "uren",
}
"""Units of time as they stand without a number: `duur in jaren`."""
UP_TO: Final = {False: " tot en met ", True: " tot "}
"""The words between two bounds, by whether the upper one is left out."""
_NEVER_MANY: Final = ("jaar", "uur")
"""Units that stay as they are behind a number: `2 jaar`."""


def quoted(text: str) -> str:
    """A text between its quotes; it holds none itself."""
    return f'"{text}"'


def date_text(day: date) -> str:
    """`1 januari 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"


def day_text(day: tuple[int, int]) -> str:
    """`1 januari`, of a month and a day in it."""
    month, number = day
    return f"{number} {MONTHS[month - 1]}"


def literal_text(literal: s.Literal) -> str:
    """A value; an amount with its cents if it has any."""
    number = literal.number
    match literal.kind:
        case "bedrag":
            assert isinstance(number, int)
            return f"€ {amount_text(number)}{f' per {literal.unit}' if literal.unit else ''}"
        case "percentage":
            return f"{_decimal(number)}%"
        case "getal":
            return _decimal(number)
        case "duur":
            one = number == 1 or literal.unit in _NEVER_MANY
            return f"{number} {literal.unit if one else MANY[literal.unit]}"
        case "datum":
            assert isinstance(number, date)
            return date_text(number)
        case "ja/nee":
            return "ja" if number else "nee"
        case "onbepaald":
            return "onbepaald"
    raise NotImplementedError(f"no layout for a value of kind {literal.kind!r}")


def amount_text(number: int, *, cents: bool = False) -> str:
    """An amount in cents as `1.401,50`; whole euros as `1.401` unless the cents are asked for."""
    euros, rest = divmod(abs(number), 100)
    whole = f"{'-' if number < 0 else ''}{euros:,}".replace(",", ".")
    return f"{whole},{rest:02}" if rest or cents else whole


def _decimal(number: object) -> str:
    """A number that was written with a decimal comma, in as few digits."""
    assert isinstance(number, int | Fraction)
    digits = 0
    while (number * 10**digits) % 1:
        digits += 1
    whole = str(int(number * 10**digits)).rjust(digits + 1, "0")
    return f"{whole[:-digits]},{whole[-digits:]}" if digits else whole


# ---------------------------------------------------------------- references


def reference_rows(references: Sequence[s.Reference], *, opens: bool = False) -> Doc:
    """A list of references, which may end a line only before one that cannot be taken for a place that opens there.

    `opens`: a line may end before the list, too.
    """
    rows: list[list[s.Reference]] = []
    for reference in references:
        if rows and not _may_open_line(reference):
            rows[-1].append(reference)
        else:
            rows.append([reference])
    parts: list[Doc] = []
    for number, row in enumerate(rows):
        text = ", ".join(str(each) for each in row)
        last = number == len(rows) - 1
        if parts:
            parts.append(FILL)
        parts.append(
            Row(row[0].span.to(row[-1].span), text if last else f"{text},", opens=opens or number > 0)
        )
    return tuple(parts)


def _may_open_line(reference: s.Reference) -> bool:
    return bool(reference.regeling or reference.itself or reference.every)
