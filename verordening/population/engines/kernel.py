"""What every engine gives for a program: a kernel, from columns to columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from verordening.population.engines.bits import Bits
from verordening.population.engines.widths import bits_for
from verordening.population.program import Column, Node, Program

Array: TypeAlias = NDArray[Any]
"""A row of whole numbers or truths."""


Given: TypeAlias = "Array | Bits"
"""A column as an engine takes and fills it: truths may be an array of bools, or bits."""


class Kernel(Protocol):
    """A program made ready by one engine. May be called from more than one thread at once."""

    def run(
        self, columns: Mapping[str, Given], rows: int, into: Mapping[str, Given] | None = None
    ) -> dict[str, Any]:
        """What the program gives for each of so many rows.

        Columns of another width than `type_of` are converted; every number must lie within the bounds of its column.
        Columns that the program does not need may be given too. The outcomes have the width of `type_of`. `into` has
        room for them (contiguous, of the right type and length), for who would rather not ask for memory again, or
        wants truths as bits (`room`). Raises KeyError where a column is missing, ValueError where one has another
        length.
        """
        ...


def type_of(part: Column | Node) -> np.dtype[Any]:
    """How a column or an outcome lies in memory: `bool` for a truth, else the narrowest number with a sign."""
    return np.dtype(np.bool_ if part.truth else f"int{bits_for(part.low, part.high)}")


def checked(program: Program, columns: Mapping[str, Given], rows: int) -> list[Given]:
    """The columns of a program in its order. Raises KeyError or ValueError as in `Kernel.run`."""
    found = [columns[each.name] for each in program.columns]
    for column, array in zip(program.columns, found, strict=True):
        if array.shape != (rows,):
            raise ValueError(f"{column.name}: {array.shape} instead of {rows} rows")
    return found


def room(program: Program, rows: int) -> dict[str, Given]:
    """Room for what a program gives, with truths as bits."""
    return {
        name: Bits.room(rows) if program.nodes[at].truth else np.empty(rows, type_of(program.nodes[at]))
        for name, at in program.outputs
    }


def outcomes(program: Program, rows: int, into: Mapping[str, Given] | None) -> dict[str, Given]:
    """Room for what a program gives: what the caller has, or new. Raises ValueError where what he has does not fit."""
    if into is None:
        return {name: np.empty(rows, type_of(program.nodes[at])) for name, at in program.outputs}
    for name, at in program.outputs:
        if not _fits(into[name], program.nodes[at], rows):
            raise ValueError(f"{name}: no room for {rows} rows of {type_of(program.nodes[at])}")
    return {name: into[name] for name, _ in program.outputs}


def _fits(given: Given, node: Node, rows: int) -> bool:
    if isinstance(given, Bits):
        return node.truth and len(given) == rows
    return given.shape == (rows,) and given.dtype == type_of(node) and bool(given.flags.c_contiguous)


def put(room: Given, start: int, stop: int, values: Array | int) -> None:
    """Fill some rows of an outcome, from a multiple of eight, with a value for each or one for all."""
    if isinstance(room, Bits):
        packed = 255 * np.any(values) if np.size(values) == 1 else np.packbits(values, bitorder="little")
        room.part(start, stop).packed[:] = packed
    else:
        room[start:stop] = values


def taken(given: Given, start: int, stop: int) -> Array:
    """Some rows of a column as an array, from a multiple of eight."""
    return np.asarray(given.part(start, stop)) if isinstance(given, Bits) else given[start:stop]
