"""How facts stand in columns of whole numbers: which columns a fact has, and which number stands for which value.

A fact `f` has the column `f` and, for whether it is known, the truth `f?`. Where it is not known `f` holds its lowest
value, so that every number lies within its bounds. A list `l` has for each place columns as `l.0.veld` and `l.0.veld?`;
`l.aantal` is how many elements are given and `l.heel` is whether these are all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import lcm

from verordening.model.corpus import Corpus
from verordening.model.types import DEFAULT_BOUNDS, INDEFINITE, Items, Kind, Type, Value
from verordening.population.program import Column


@lru_cache(maxsize=1024)
def scale_of(type_: Type) -> int:
    """How many units of a column go in one of the engine's: 100 for a percentage in steps of a hundredth."""
    if not type_.is_numeric:
        return 1
    parts = [
        Fraction(each).denominator
        for each in (*bounds_of(type_), type_.step)
        if isinstance(each, int | Fraction)
    ]
    return lcm(*parts)


def bounds_of(type_: Type) -> tuple[Value, Value]:
    """The lowest and the highest value of a number or a date."""
    low, high, _ = DEFAULT_BOUNDS[type_.kind]
    return low if type_.low is None else type_.low, high if type_.high is None else type_.high


def to_number(value: Value, type_: Type) -> int:
    """The number that stands for a value in a column. Raises ValueError for one between two steps."""
    if value is INDEFINITE:
        return endless(type_)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return type_.options.index(value)
    if isinstance(value, date):
        return value.toordinal()
    assert isinstance(value, int | Fraction)
    whole, rest = divmod(value.numerator * scale_of(type_), value.denominator)
    if rest:
        raise ValueError(value)
    return whole


def from_number(number: int, type_: Type) -> Value:
    """The value that a number in a column stands for."""
    match type_.kind:
        case Kind.BOOL:
            return bool(number)
        case Kind.ENUM:
            return type_.options[number]
        case Kind.DATE:
            return date.fromordinal(number)
    if type_.indefinite and number == endless(type_):
        return INDEFINITE
    found = Fraction(number, scale_of(type_))
    return found.numerator if found.denominator == 1 else found


def endless(type_: Type) -> int:
    """The number for `onbepaald`: one above the highest."""
    _, high = bounds_of(type_)
    assert isinstance(high, int | Fraction)
    return int(high * scale_of(type_)) + 1


def column_of(name: str, type_: Type) -> Column:
    """The column with the values of a fact, or of a field of an element."""
    match type_.kind:
        case Kind.BOOL:
            return Column(name, 0, 1, truth=True)
        case Kind.ENUM:
            return Column(name, 0, len(type_.options) - 1, truth=False)
    low, high = bounds_of(type_)
    most = endless(type_) if type_.indefinite else to_number(high, type_)
    return Column(name, to_number(low, type_), most, truth=False)


def known_column(name: str) -> Column:
    """The column that says whether a fact is known."""
    return Column(f"{name}?", 0, 1, truth=True)


def count_column(name: str, type_: Type) -> Column:
    """The column that says how many elements of a list are given."""
    return Column(f"{name}.aantal", 0, places_in(type_), truth=False)


def complete_column(name: str) -> Column:
    """The column that says whether the elements of a list that are given are all."""
    return Column(f"{name}.heel", 0, 1, truth=True)


def columns_of(corpus: Corpus, name: str) -> tuple[Column, ...]:
    """All columns of a fact of the corpus."""
    type_ = corpus.inputs[name].type
    if type_.kind is not Kind.LIST:
        return column_of(name, type_), known_column(name)
    most = places_in(type_)
    found = [count_column(name, type_), complete_column(name)]
    for place in range(most):
        for field in type_.fields:
            each = f"{name}.{place}.{field.name}"
            found += [column_of(each, field.type), known_column(each)]
    return tuple(found)


def places_in(type_: Type) -> int:
    """How many elements a list may have."""
    assert isinstance(type_.high, int)
    return type_.high


def row_of(columns: Iterable[Column], facts: Mapping[str, Value], corpus: Corpus) -> dict[str, int]:
    """What stands in these columns for one case. Raises ValueError for a value between two steps."""
    return {each.name: _cell(each, facts, corpus) for each in columns}


def _cell(column: Column, facts: Mapping[str, Value], corpus: Corpus) -> int:
    asks_known = column.name.endswith("?")
    name, *inside = column.name.removesuffix("?").split(".")
    type_, value = corpus.inputs[name].type, facts.get(name)
    if type_.kind is Kind.LIST:
        items = value if isinstance(value, Items) else _NOTHING_GIVEN
        if inside == ["aantal"]:
            return len(items.elements)
        if inside == ["heel"]:
            return int(items.complete)
        place, field = int(inside[0]), inside[1]
        value = items.elements[place].get(field) if place < len(items.elements) else None
        type_ = type_.field(field).type
    if asks_known:
        return int(value is not None)
    return column.low if value is None else to_number(value, type_)


_NOTHING_GIVEN = Items((), complete=False)
