"""A row of columns back to the facts of a case, as the reference interpreter takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verordening.model.corpus import Corpus
from verordening.model.types import Items, Kind, Type, Value
from verordening.population.facts import from_number, places_in

Columns = Mapping[str, Sequence[int] | Any]
"""Columns by name, as `facts` describes them; a fact without columns is not known in any row."""


class Rows:
    """The facts of each row of a batch. A value that comes back often is made once."""

    def __init__(self, corpus: Corpus, columns: Columns) -> None:
        self._columns = columns
        self._inputs = {
            name: each.type
            for name, each in corpus.inputs.items()
            if name in columns or f"{name}.aantal" in columns
        }
        self._made: dict[tuple[Type, int], Value] = {}

    def facts(self, row: int) -> dict[str, Value]:
        """What is known of one row."""
        found: dict[str, Value] = {}
        for name, type_ in self._inputs.items():
            if type_.kind is Kind.LIST:
                value = self._items(name, type_, row)
                if value is not None:
                    found[name] = value
            elif self._columns[f"{name}?"][row]:
                found[name] = self._value(name, type_, row)
        return found

    def _value(self, name: str, type_: Type, row: int) -> Value:
        key = type_, int(self._columns[name][row])
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = from_number(key[1], type_)
        return known

    def _items(self, name: str, type_: Type, row: int) -> Items | None:
        """The list as far as it is known; None where nothing is."""
        count = int(self._columns[f"{name}.aantal"][row])
        whole = bool(self._columns[f"{name}.heel"][row])
        if not count and not whole:
            return None
        assert count <= places_in(type_)
        elements: list[dict[str, Value]] = []
        for place in range(count):
            fields = ((each, f"{name}.{place}.{each.name}") for each in type_.fields)
            elements.append(
                {
                    each.name: self._value(own, each.type, row)
                    for each, own in fields
                    if self._columns[f"{own}?"][row]
                }
            )
        return Items(tuple(elements), whole)
