"""The unit of a column of amounts: in its name (`inkomen_cent`) or in the metadata of the field (`eenheid`)."""

from __future__ import annotations

from typing import Final, NamedTuple

import pyarrow as pa

from verordening.population.reading.texts import Unit

KEY: Final = b"eenheid"
_UNITS: Final = ("cent", "euro")


class NamedUnit(NamedTuple):
    """A column by the name of its fact, with the unit that was stated (or nothing)."""

    name: str
    unit: Unit


def named_unit(field: pa.Field, known: frozenset[str] = frozenset()) -> NamedUnit:
    """Which fact a column is about and in which unit; a name in `known` is that of a fact as it stands."""
    stated = (field.metadata or {}).get(KEY, b"").decode("utf-8", "replace")
    unit = stated if stated in _UNITS else ""
    for each in _UNITS:
        if field.name not in known and field.name.endswith(f"_{each}"):
            return NamedUnit(field.name.removesuffix(f"_{each}"), each)
    return NamedUnit(field.name, unit)
