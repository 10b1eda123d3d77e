"""A text in a case to a typed value: kind, unit, bounds and step. Which name it stands at is decided elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from verordening.language.suggestions import close_names
from verordening.model.case_mismatches import (
    UNIT_WORDS,
    Wanted,
    is_bare_number,
    label,
    other_kind,
    quantity_in,
    unreadable,
    with_unit,
    without_unit,
)
from verordening.model.case_problems import Refusal, quoted
from verordening.model.formatting import format_range, format_value
from verordening.model.scalars import (
    ScalarError,
    read_amount,
    read_bool,
    read_date,
    read_decimal,
    read_duration,
    read_integer,
    read_percentage,
)
from verordening.model.types import (
    FAMILIES,
    INDEFINITE,
    PER_FAMILY_UNIT,
    Kind,
    Number,
    Type,
    Value,
    normalised,
)
from verordening.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

UNKNOWN_WORDS: Final = frozenset(
    {"", "-", "?", "n.v.t.", "nvt", "none", "null", "onbekend", "weet ik niet", "weet niet", "leeg"}
)
"""What people write when they do not know; a case leaves such a line out."""

LEAVE_OUT: Final = "laat een onbekend gegeven weg; leeg is geen antwoord"

_NUMBER_AND_WORDS: Final = pattern(r"([0-9]{1,9}) [^\W\d].*\Z")
_MOST_OPTIONS: Final = 30
_FEW_OPTIONS: Final = 6


def read_value(text: str, wanted: Wanted) -> Value:
    """The value that `text` is, as `wanted` asks for it. Raises Refusal."""
    type_ = wanted.type
    if type_.indefinite and text.strip() == INDEFINITE.value:
        return INDEFINITE
    if text.strip().casefold() in UNKNOWN_WORDS and text not in type_.options:
        raise Refusal("VRD410", f"bij `{wanted.name}` is geen waarde ingevuld", LEAVE_OUT)
    value = _READERS[type_.kind](text, wanted)
    _check_bounds(text, value, wanted)
    return value


# ------------------------------------------------ per kind


def _read_bool(text: str, wanted: Wanted) -> Value:
    try:
        return read_bool(text)
    except ScalarError as error:
        raise Refusal("VRD411", error.reason, error.help, label(wanted)) from None


def _read_option(text: str, wanted: Wanted) -> Value:
    type_ = wanted.type
    if text in type_.options:
        return text
    by_word = dict(zip((*type_.labels, *type_.options), type_.options * 2, strict=True))
    close = close_names(text, by_word, n=1)
    if close and len(type_.options) > _FEW_OPTIONS:
        remedy = f"bedoelt u `{by_word[close[0]]}`?"
    elif close:
        remedy = f"bedoelt u `{by_word[close[0]]}`? kies uit {_listed(type_)}"
    else:
        remedy = f"kies uit {_listed(type_)}"
    raise Refusal(
        "VRD414", f"{quoted(text)} is geen keuze bij `{wanted.name}`", remedy, "dit staat er niet bij"
    )


def _listed(type_: Type) -> str:
    options = ", ".join(f"`{each}`" for each in type_.options[:_MOST_OPTIONS])
    more = len(type_.options) - _MOST_OPTIONS
    return f"{options} en {more} andere" if more > 0 else options


def _read_count(text: str, wanted: Wanted) -> Value:
    return _bare_number(read_integer, text, wanted)


def _read_number(text: str, wanted: Wanted) -> Value:
    return _bare_number(read_decimal, text, wanted)


def _bare_number(read: Callable[[str], Number], text: str, wanted: Wanted) -> Value:
    try:
        return normalised(read(text))
    except ScalarError as error:
        quantity = quantity_in(text)
        if quantity is not None and quantity.kind != "getal":
            raise other_kind(text, wanted, "schrijf alleen het getal, zonder eenheid") from None
        number = _NUMBER_AND_WORDS.match(text.strip())
        if number is not None:
            raise Refusal(
                "VRD411", error.reason, f"schrijf alleen het getal: `{number[1]}`", label(wanted)
            ) from None
        raise unreadable(text, wanted, error) from None


def _read_percentage(text: str, wanted: Wanted) -> Value:
    try:
        return normalised(read_percentage(text).number)
    except ScalarError as error:
        if is_bare_number(text):
            raise without_unit(
                text, wanted, "ontbreekt het procentteken", f"schrijf `{text.strip()}%`"
            ) from None
        raise unreadable(text, wanted, error) from None


def _read_amount(text: str, wanted: Wanted) -> Value:
    unit = wanted.type.unit
    try:
        amount = read_amount(text)
    except ScalarError as error:
        if is_bare_number(text):
            example = f"€ {text.strip()}" + (f" per {unit}" if unit else "")
            raise without_unit(text, wanted, "ontbreekt het euroteken", f"schrijf `{example}`") from None
        raise unreadable(text, wanted, error) from None
    if amount.unit == (unit or None):
        return amount.number
    if amount.unit is None:
        written = " ".join(text.split())
        raise without_unit(
            text, wanted, "staat niet per welke tijd het is", f"schrijf `{written} per {unit}`"
        )
    remedy = (
        f"reken het om naar {wanted.type.describe()}"
        if unit
        else f"laat `per {amount.unit}` weg, of reken het om"
    )
    raise Refusal(
        "VRD412",
        f"`{wanted.name}` is {wanted.type.describe()}, maar hier staat een bedrag per {amount.unit}",
        remedy,
        f"een bedrag per {amount.unit}",
    )


def _read_duration(text: str, wanted: Wanted) -> Value:
    type_ = wanted.type
    if text.strip() == INDEFINITE.value:
        raise Refusal(
            "VRD411",
            f"`{wanted.name}` kan niet `{INDEFINITE.value}` zijn",
            f"schrijf {type_.describe()}",
            label(wanted),
        )
    try:
        duration = read_duration(text)
    except ScalarError as error:
        if is_bare_number(text):
            raise without_unit(text, wanted, "ontbreekt de eenheid", with_unit(text, type_)) from None
        raise unreadable(text, wanted, error) from None
    unit = duration.unit or ""
    if FAMILIES.get(unit) != type_.family:
        raise Refusal(
            "VRD412",
            f"`{wanted.name}` is {type_.describe()}, maar hier staat een duur in {UNIT_WORDS[unit]}",
            f"reken het om naar {UNIT_WORDS[type_.unit]}",
            f"een duur in {UNIT_WORDS[unit]}",
        )
    return normalised(duration.number * PER_FAMILY_UNIT[unit])


def _read_date(text: str, wanted: Wanted) -> Value:
    try:
        return read_date(text)
    except ScalarError as error:
        quantity = quantity_in(text)
        if quantity is not None and quantity.kind != "getal":
            raise other_kind(text, wanted, error.help) from None
        raise Refusal("VRD415", error.reason, error.help, label(wanted)) from None


_READERS: Final[dict[Kind, Callable[[str, Wanted], Value]]] = {
    Kind.BOOL: _read_bool,
    Kind.ENUM: _read_option,
    Kind.COUNT: _read_count,
    Kind.NUMBER: _read_number,
    Kind.PERCENTAGE: _read_percentage,
    Kind.AMOUNT: _read_amount,
    Kind.DURATION: _read_duration,
    Kind.DATE: _read_date,
}


# ------------------------------------------------ bounds


def _check_bounds(text: str, value: Value, wanted: Wanted) -> None:
    type_ = wanted.type
    if not type_.is_numeric and type_.kind is not Kind.DATE:
        return
    if _is_outside(value, type_):
        bounds = format_range(type_.low, type_.high, type_, with_unit=True)
        raise Refusal(
            "VRD413",
            f"{quoted(text)} valt buiten de grenzen van `{wanted.name}`: {bounds}",
            f"kijk de waarde na; de grenzen staan in {wanted.declared_at}",
            "buiten de grenzen",
        )
    if _is_between_steps(value, type_):
        raise Refusal(
            "VRD413",
            f"{quoted(text)} past niet: `{wanted.name}` gaat in stappen van {_step(type_)}",
            f"kijk de waarde na; de stap staat in {wanted.declared_at}",
            "tussen twee stappen in",
        )


def _is_outside(value: Value, type_: Type) -> bool:
    low, high = type_.low, type_.high
    if isinstance(value, date):
        return (isinstance(low, date) and value < low) or (isinstance(high, date) and value > high)
    if isinstance(value, int | Fraction):
        return (isinstance(low, int | Fraction) and value < low) or (
            isinstance(high, int | Fraction) and value > high
        )
    return False


def _is_between_steps(value: Value, type_: Type) -> bool:
    low, step = type_.low, type_.step
    if not isinstance(value, int | Fraction) or not isinstance(low, int | Fraction) or not step:
        return False
    return (Fraction(value) - low) % Fraction(step) != 0


def _step(type_: Type) -> str:
    return format_value(type_.step, type_) if type_.step is not None else ""
