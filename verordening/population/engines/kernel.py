"""What every engine gives for a program: a kernel, from columns to columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from verordening.population.engines.widths import bits_for
from verordening.population.program import Column, Node, Program

Array: TypeAlias = NDArray[Any]
"""A row of whole numbers or truths."""


class Kernel(Protocol):
    """A program made ready by one engine. May be called from more than one thread at once."""

    def run(
        self, columns: Mapping[str, Array], rows: int, into: Mapping[str, Array] | None = None
    ) -> dict[str, Array]:
        """What the program gives for each of so many rows.

        Columns of another width than `type_of` are converted; every number must lie within the bounds of its column.
        Columns that the program does not need may be given too. The outcomes have the width of `type_of`. `into` has
        room for them (contiguous, of the right type and length), for who would rather not ask for memory again.
        Raises KeyError where a column is missing, ValueError where one has another length.
        """
        ...


def type_of(part: Column | Node) -> np.dtype[Any]:
    """How a column or an outcome lies in memory: `bool` for a truth, else the narrowest number with a sign."""
    return np.dtype(np.bool_ if part.truth else f"int{bits_for(part.low, part.high)}")


def checked(program: Program, columns: Mapping[str, Array], rows: int) -> list[Array]:
    """The columns of a program in its order. Raises KeyError or ValueError as in `Kernel.run`."""
    found = [columns[each.name] for each in program.columns]
    for column, array in zip(program.columns, found, strict=True):
        if array.shape != (rows,):
            raise ValueError(f"{column.name}: {array.shape} instead of {rows} rows")
    return found


def outcomes(program: Program, rows: int, into: Mapping[str, Array] | None) -> dict[str, Array]:
    """Room for what a program gives: what the caller has, or new. Raises ValueError where what he has does not fit."""
    if into is None:
        return {name: np.empty(rows, type_of(program.nodes[at])) for name, at in program.outputs}
    for name, at in program.outputs:
        array = into[name]
        if (
            array.shape != (rows,)
            or array.dtype != type_of(program.nodes[at])
            or not array.flags.c_contiguous
        ):
            raise ValueError(f"{name}: no room for {rows} rows of {type_of(program.nodes[at])}")
    return {name: into[name] for name, _ in program.outputs}
