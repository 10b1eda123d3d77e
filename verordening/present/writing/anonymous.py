"""Facts and texts without what could point at one person: coarse dates, ages and amounts; no address or number.

Nobody can leave a name out of free text by rule. Who makes the sheet is told to read it through.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final

from verordening.model.formatting import format_date, format_value
from verordening.model.types import Items, Kind, Type, Value

LEFT_OUT: Final = "[weggelaten]"
OF_A_MUNICIPALITY: Final = "[gemeente]"

_AGES: Final = (0, 4, 12, 18, 21, 27, 35, 45, 55, 67)
"""Where a band of ages starts: on ages at which rules change, so that the band still tells which rules hold."""
_COARSE_FROM: Final = 10_000
_MONTHS: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_WRITTEN_DAY: Final = re.compile(rf"\b\d{{1,2}} ({_MONTHS})\b", re.IGNORECASE)
_NUMERIC_DAY: Final = re.compile(r"\b(\d{1,2})[-/](\d{1,2})[-/](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_POINTERS: Final = re.compile(
    r"""
    \b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b          # IBAN
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                     # e-mail
    | \b[1-9]\d{3}\s?[A-Z]{2}\b                        # postcode
    | (?<!\d)(?:\+31|0031|0)[-\s]?[1-9](?:[-\s]?\d){8}\b    # telephone
    | \b\d{7,}\b                                       # any long number
    """,
    re.VERBOSE,
)


def coarse_value(name: str, value: Value, type_: Type) -> str:
    """A fact as the sheet tells it: the month of a day, the band of an age, an amount without its last figures."""
    if isinstance(value, date):
        return _month(value)
    if isinstance(value, Items):
        return str(len(value.elements)) if value.complete else f"ten minste {len(value.elements)}"
    if type_.kind is Kind.DURATION and "leeftijd" in name and isinstance(value, int | Fraction):
        return _band(value, type_)
    if type_.kind is Kind.AMOUNT and isinstance(value, int | Fraction) and value > _COARSE_FROM:
        rounded = round(Fraction(value) / _COARSE_FROM * 10) * _COARSE_FROM // 10
        text = format_value(rounded, type_, with_unit=True).replace(",00", "")
        return text if rounded == value else f"ongeveer {text}"
    return format_value(value, type_, with_unit=True)


def coarse_text(text: str, gemeente: str = "") -> str:
    """Text with months for days, without the municipality and what surely is a number or address of a person."""
    if gemeente:
        text = re.sub(rf"\b{re.escape(gemeente)}\b", OF_A_MUNICIPALITY, text, flags=re.IGNORECASE)
    text = _NUMERIC_DAY.sub(_to_month, text)
    text = _WRITTEN_DAY.sub(r"\1", text)
    return _POINTERS.sub(LEFT_OUT, text)


def _to_month(found: re.Match[str]) -> str:
    day, month, year = (found[1], found[2], found[3]) if found[3] else (found[6], found[5], found[4])
    try:
        return _month(date(int(year), int(month), int(day)))
    except ValueError:
        return LEFT_OUT


def _month(day: date) -> str:
    return format_date(day).partition(" ")[2]


def _band(age: int | Fraction, type_: Type) -> str:
    years = int(Fraction(age) / 12)
    low = max(each for each in _AGES if each <= max(years, 0))
    above = [each for each in _AGES if each > low]
    return f"{low} tot {above[0]} jaar" if above else f"{low} jaar of ouder"
