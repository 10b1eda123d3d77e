"""Values that stand in a column as text, as in a csv file, to the numbers that stand for them. Never by guessing."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.formatting import format_value
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
    DAYS_PER_UNIT,
    FAMILIES,
    INDEFINITE,
    MONTHS_PER_UNIT,
    Kind,
    Number,
    Type,
    Value,
)
from verordening.population.facts import bounds_of, endless, to_number
from verordening.population.reading.problems import Refusal

Unit = str
"""What an amount without a euro sign is in: `cent`, `euro`, or nothing where nobody said so."""

_MANY_OPTIONS: Final = 12


def text_reader(type_: Type, unit: Unit) -> Callable[[str], int]:
    """What makes a number of a text, for a fact of this type. It raises Refusal, bounds aside."""

    def read(text: str) -> int:
        try:
            return _number(_value(text, type_, unit), type_)
        except ScalarError as error:
            raise Refusal("VRD464", error.reason, error.help) from None
        except ValueError:
            raise Refusal(
                "VRD464", f"{shown(text)} ligt tussen twee stappen", "schrijf minder cijfers achter de komma"
            ) from None

    return read


def _number(value: Value, type_: Type) -> int:
    """The number for a value; one that is so high that it would mean `onbepaald` is refused."""
    number = to_number(value, type_)
    if type_.indefinite and value is not INDEFINITE and number >= endless(type_):
        low, high = (format_value(each, type_) for each in bounds_of(type_))
        said = f"{shown(format_value(value, type_))} valt buiten de grenzen: {low} tot en met {high}"
        raise ScalarError(said, "verbeter de waarde, of schrijf `onbepaald`")
    return number


def _value(text: str, type_: Type, unit: Unit) -> Value:
    match type_.kind:
        case Kind.BOOL:
            return read_bool(text)
        case Kind.ENUM:
            return _option(text, type_)
        case Kind.DATE:
            return read_date(text)
        case Kind.AMOUNT:
            return _amount(text, type_, unit)
        case Kind.DURATION:
            return _duration(text, type_)
        case Kind.PERCENTAGE:
            return read_percentage(text).number if text.rstrip().endswith("%") else read_decimal(text)
        case Kind.COUNT:
            return read_integer(text)
        case _:
            return read_decimal(text)


def _option(text: str, type_: Type) -> str:
    if text in type_.options:
        return text
    listed = ", ".join(f"`{each}`" for each in type_.options[:_MANY_OPTIONS])
    more = " …" if len(type_.options) > _MANY_OPTIONS else ""
    raise ScalarError(
        f"{shown(text)} is geen van de keuzes",
        bedoelt_u(text, type_.options) or f"kies uit {listed}{more}",
    )


def _amount(text: str, type_: Type, unit: Unit) -> Number:
    """Cents. Without a euro sign or decimals nothing tells euros from cents, unless the column does; 0 is 0."""
    if unit == "cent":
        return read_integer(text)
    folded = text.casefold()
    if "€" in folded or "eur" in folded:
        found = read_amount(text)
        if found.unit is not None and found.unit != type_.unit:
            raise ScalarError(
                f"{shown(text)} is niet {_period(type_)}", f"schrijf het bedrag {_period(type_)}"
            )
        return found.number
    euros = read_decimal(text)
    if not unit and euros and not any(sign in text for sign in ",."):
        raise ScalarError(f"{shown(text)} kan in euro's en in centen zijn", _which_unit(text))
    return euros * 100


def _which_unit(text: str) -> str:
    return f"schrijf `{text.strip()},00`, of noem de kolom naar de eenheid: `…_euro` of `…_cent`"


def _period(type_: Type) -> str:
    return f"per {type_.unit}" if type_.unit else "in één keer"


def _duration(text: str, type_: Type) -> Value:
    """In the engine's own units; a bare number is in the unit of the type."""
    word = text.strip()
    if word == INDEFINITE.value and type_.indefinite:
        return INDEFINITE
    if word.replace(",", "").lstrip("-").isdigit():
        return read_decimal(word) * per_unit(type_)
    remedy = f"schrijf een heel getal, in {type_.describe()[12:]}"
    try:
        found = read_duration(word)
    except ScalarError as error:
        raise ScalarError(error.reason, remedy) from None
    assert found.unit is not None
    if FAMILIES[found.unit] != type_.family:
        raise ScalarError(f"{shown(text)} is {_not_in(type_)}", remedy)
    return Fraction(found.number) * MONTHS_PER_UNIT.get(found.unit, DAYS_PER_UNIT.get(found.unit, 1))


def _not_in(type_: Type) -> str:
    return f"geen {type_.describe().removeprefix('een ')}"


def per_unit(type_: Type) -> int:
    """How many of the engine's units go in one of those that people write: 12 months in a year, 100 cents in a euro."""
    if type_.kind is Kind.AMOUNT:
        return 100
    if type_.kind is Kind.DURATION:
        return MONTHS_PER_UNIT.get(type_.unit) or DAYS_PER_UNIT.get(type_.unit, 1)
    return 1
