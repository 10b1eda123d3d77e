"""How the facts of a case are put in the columns that a function takes, one fact at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from verordening.model.types import Items, Kind, Type, Value
from verordening.population.facts import (
    column_of,
    complete_column,
    count_column,
    known_column,
    places_in,
    scale_of,
    to_number,
)

Put = Callable[[list[Any], Value], None]
"""Puts a value in the cells that it has."""


def putting(name: str, type_: Type, places: Mapping[str, int]) -> Put | None:
    """What puts the value of a fact, or of a field of an element, in its cells, of columns that stand at these places.

    None where it has no cell.
    """
    if type_.kind is Kind.LIST:
        return _putting_list(name, type_, places)
    at, known = places.get(column_of(name, type_).name), places.get(known_column(name).name)
    if at is None and known is None:
        return None
    number = _numbering(type_)

    def put(cells: list[Any], value: Value) -> None:
        if at is not None:
            cells[at] = number(value)
        if known is not None:
            cells[known] = True

    return put


def _putting_list(name: str, type_: Type, places: Mapping[str, int]) -> Put | None:
    count, complete = places.get(count_column(name, type_).name), places.get(complete_column(name).name)
    elements = []
    for place in range(places_in(type_)):
        own = {each.name: putting(f"{name}.{place}.{each.name}", each.type, places) for each in type_.fields}
        elements.append({field: put for field, put in own.items() if put is not None})
    while elements and not elements[-1]:
        elements.pop()
    if not elements and count is None and complete is None:
        return None

    def put_list(cells: list[Any], value: Value) -> None:
        assert isinstance(value, Items)
        if count is not None:
            cells[count] = len(value.elements)
        if complete is not None:
            cells[complete] = value.complete
        for element, own in zip(value.elements, elements, strict=False):
            for field, put in own.items():
                if field in element:
                    put(cells, element[field])

    return put_list


def _numbering(type_: Type) -> Callable[[Value], Any]:
    """What makes the number of a column of a value, where that can be quicker than `to_number`."""
    if type_.kind is Kind.BOOL:
        return bool
    if type_.kind is Kind.ENUM:
        return {option: at for at, option in enumerate(type_.options)}.__getitem__  # type: ignore[return-value]
    if not type_.is_numeric:
        return lambda value: to_number(value, type_)
    scale = scale_of(type_)
    return lambda value: value * scale if value.__class__ is int else to_number(value, type_)
