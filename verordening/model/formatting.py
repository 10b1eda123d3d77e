"""Exact values to text: Dutch for people, a fixed form for programs. Reading is in `scalars` and `date_reading`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.model.date_reading import write_date as format_date
from verordening.model.types import PER_FAMILY_UNIT, Below, Indefinite, Items, Kind, Number, Type, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = ["format_between", "format_date", "format_range", "format_value", "machine_value"]

_MOST_DECIMALS = 6
"""A number with more decimals than this is called `ongeveer` too: nobody reads them."""

_UNIT_WORDS: Final = {
    "maand": ("maand", "maanden"),
    "jaar": ("jaar", "jaar"),
    "dag": ("dag", "dagen"),
    "week": ("week", "weken"),
    "uur": ("uur", "uur"),
    "werkdag": ("werkdag", "werkdagen"),
}
_SMALLER_UNIT: Final = {"jaar": "maand", "week": "dag"}


def format_value(value: Value, type_: Type, *, with_unit: bool = False) -> str:
    """The value as people write it: `ja`, `5%`, `€ 1.401,50`, `3 maanden`, `1 maart 2026`.

    Nothing is rounded silently: what cannot be written out says `ongeveer`. Zero euros is `€ 0`, every other amount
    has its cents. `with_unit` adds the period of an amount: `€ 70,07 per maand`.
    """
    kind = type(value)
    if kind is int or kind is Fraction:
        return _format_number(value, type_, with_unit)  # type: ignore[arg-type]
    if kind is str:
        return type_.label(value)  # type: ignore[arg-type]
    match value:
        case bool():
            return "ja" if value else "nee"
        case str():
            return type_.label(value)
        case Indefinite():
            return value.value
        case date():
            return format_date(value)
        case Items():
            return _format_items(value, type_)
        case Below():
            return f"minder dan {format_value(value.limit, type_, with_unit=with_unit)}"
        case _:
            return _format_number(value, type_, with_unit)


def format_range(
    low: Value | None,
    high: Value | None,
    type_: Type,
    *,
    with_unit: bool = False,
    low_open: bool = False,
    high_open: bool = False,
) -> str:
    """The range with both ends included: `0% tot en met 5%`, one value when they are equal.

    An upper end that is not in it says so: `0% tot 5% (5% zelf niet)`.

    None is an end that is not known: `ten minste 1 maand`, `ten hoogste € 64,19`, or without both `nog niet bekend`. An
    open end is itself excluded: `ten minste 1 maand en korter dan 3 maanden`.
    """
    if low_open or high_open:
        return _format_open(low, high, type_, low_open, high_open)
    if low is not None and low == high:
        return format_value(low, type_, with_unit=with_unit)
    if isinstance(low, bool) and isinstance(high, bool):
        return "ja of nee"
    if low is None:
        return (
            "nog niet bekend"
            if high is None
            else format_value(high, type_, with_unit=with_unit)
            if isinstance(high, Below)
            else f"ten hoogste {format_value(high, type_, with_unit=with_unit)}"
        )
    if high is None:
        return f"ten minste {format_value(low, type_, with_unit=with_unit)}"
    if isinstance(high, Below):
        limit = format_value(high.limit, type_, with_unit=with_unit)
        return f"{format_value(low, type_)} tot {limit} ({limit} zelf niet)"
    if isinstance(high, Indefinite):
        return f"{format_value(low, type_)} of langer, ook zonder einddatum"
    return f"{format_value(low, type_)} tot en met {format_value(high, type_, with_unit=with_unit)}"


def format_between(low: Number | None, high: Number | None, type_: Type) -> str:
    """Between what a value lies that is not known yet: `tussen € 0 en € 1.401,50`.

    None is an end that nothing is known of: `ten minste € 5`, `ten hoogste € 5`.
    """
    if low is None or high is None or low == high:
        return format_range(low, high, type_)
    return f"tussen {format_value(low, type_)} en {format_value(high, type_)}"


def _format_open(low: Value | None, high: Value | None, type_: Type, low_open: bool, high_open: bool) -> str:
    less, more = ("korter", "langer") if type_.kind is Kind.DURATION else ("minder", "meer")
    parts = []
    if low is not None:
        parts.append(f"{f'{more} dan' if low_open else 'ten minste'} {format_value(low, type_)}")
    if high is not None:
        parts.append(f"{f'{less} dan' if high_open else 'ten hoogste'} {format_value(high, type_)}")
    return " en ".join(parts) or "nog niet bekend"


def machine_value(value: Value, type_: Type) -> str:
    """The value for a program, exact and independent of labels.

    `ja`/`nee`, the name of an option, an ISO date, percents (`5`), euros with at least two decimals (`70.08`), a
    duration as a number in the unit of its type (`29`). What has no finite decimal form is a fraction (`1/3`).
    """
    match value:
        case bool():
            return "ja" if value else "nee"
        case str():
            return value
        case Indefinite():
            return value.value
        case date():
            return value.isoformat()
        case Items():
            raise TypeError("a list is asked of a case, never told by an outcome")
        case Below():
            return machine_value(value.limit, type_)
        case _:
            return _machine_number(value, type_)


def _format_items(items: Items, type_: Type) -> str:
    """`geen`, `2 (leeftijd 3 jaar, thuiswonend ja; leeftijd 14 jaar)`, `ten minste 1 (…)`."""
    count = str(len(items.elements)) if items.complete else f"ten minste {len(items.elements)}"
    if not items.elements:
        return "geen" if items.complete else "nog niet bekend"
    described = [
        ", ".join(
            f"{each.label} {format_value(element[each.name], each.type)}"
            for each in type_.fields
            if each.name in element
        )
        for element in items.elements
    ]
    return f"{count} ({'; '.join(each or 'onbekend' for each in described)})"


def _machine_number(number: Number, type_: Type) -> str:
    match type_.kind:
        case Kind.AMOUNT:
            return _plain_decimal(Fraction(number) / 100, least=2)
        case Kind.DURATION:
            return _plain_decimal(Fraction(number) / PER_FAMILY_UNIT[type_.unit], least=0)
        case _:
            return _plain_decimal(number, least=0)


def _plain_decimal(number: Number, least: int) -> str:
    decimals = _decimals(number)
    if decimals is None:
        return f"{number.numerator}/{number.denominator}"
    sign, whole, digits = _split(number, max(decimals, least))
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def _format_number(number: Number, type_: Type, with_unit: bool) -> str:
    match type_.kind:
        case Kind.PERCENTAGE:
            return f"{_dutch(number, least=0)}%"
        case Kind.AMOUNT:
            amount = _format_amount(number)
            return f"{amount} per {type_.unit}" if with_unit and type_.unit else amount
        case Kind.DURATION:
            return _format_duration(number, type_.unit)
        case _:
            return _dutch(number, least=0)


def _format_amount(cents: Number) -> str:
    if cents == 0:
        return "€ 0"
    if type(cents) is int and cents > 0:
        whole, rest = divmod(cents, 100)
        return f"€ {_thousands(whole)},{rest:02}"
    about = "" if cents.denominator == 1 else "ongeveer "
    sign, whole, digits = _split(Fraction(cents, 100), 2)
    return f"{about}{sign}€ {_thousands(whole)},{digits}"


def _format_duration(number: Number, unit: str) -> str:
    size = PER_FAMILY_UNIT[unit]
    length = -number if number < 0 else number
    if size == 1:
        return _counted(number, unit)
    whole = length // size
    rest = length - whole * size
    sign = "-" if number < 0 else ""
    if rest == 0:
        return sign + _counted(whole, unit)
    smaller = _counted(rest, _SMALLER_UNIT[unit])
    return sign + (f"{_counted(whole, unit)} en {smaller}" if whole else smaller)


def _counted(number: Number, unit: str) -> str:
    singular, plural = _UNIT_WORDS[unit]
    return f"{_dutch(number, least=0)} {singular if abs(number) == 1 else plural}"


def _dutch(number: Number, least: int) -> str:
    """The number with a decimal comma; `ongeveer` and two decimals when it does not end soon enough."""
    if type(number) is int and not least:
        return _thousands(number)
    decimals = _decimals(number)
    if decimals is None or decimals > _MOST_DECIMALS:
        sign, whole, digits = _split(number, 2)
        return f"ongeveer {sign}{_thousands(whole)},{digits}"
    sign, whole, digits = _split(number, max(decimals, least))
    return f"{sign}{_thousands(whole)},{digits}" if digits else f"{sign}{_thousands(whole)}"


def _decimals(number: Number) -> int | None:
    """How many decimals write the number exactly; None: it never ends."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _split(number: Number, decimals: int) -> tuple[str, int, str]:
    """Sign, whole part and `decimals` digits; half away from zero where the number has more."""
    scale = 10**decimals
    scaled = (2 * abs(number.numerator) * scale + number.denominator) // (2 * number.denominator)
    whole, digits = divmod(scaled, scale)
    return "-" if number < 0 and scaled else "", whole, str(digits).zfill(decimals) if decimals else ""


def _thousands(number: int) -> str:
    return str(number) if -1000 < number < 1000 else f"{number:,}".replace(",", ".")


def as_typed(value: Value, type_: Type) -> str:
    """A value as it is typed in a case."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return format_value(value, type_, with_unit=True)
