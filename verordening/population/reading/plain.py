"""Columns of which it is plain that all is within bounds, in as few passes over memory as there can be.

Whoever reads a column tries this first; where it comes to nothing he looks closer, and knows what to say. There is no
branch on whether a row is known: what is not known is made zero by a product, which is ten times as fast.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa

from verordening.population.engines.kernel import type_of
from verordening.population.program import Column
from verordening.population.reading.buffers import numbers_of
from verordening.population.reading.problems import Numbers, Truths

Plain = Callable[[pa.Array, "Truths | None"], "Numbers | None"]
"""The numbers of a column, given where it is known (None: everywhere), or None where it must be looked at closer."""


def nothing_plain(array: pa.Array, known: Truths | None) -> None:
    """A form that is always looked at closer."""


def plain_numbers(form: pa.DataType, column: Column, per: int, step: int) -> Plain:
    """Whole numbers, decimals and days, of which one is `per` in the column; `step` lies between two numbers of it."""
    if pa.types.is_date32(form):
        return _Plain(column, 1, step, _EPOCH, np.dtype(np.int32)).of_numbers
    if pa.types.is_integer(form) and form != pa.uint64():
        return _Plain(column, per, step, 0, np.dtype(form.to_pandas_dtype())).of_numbers
    if pa.types.is_decimal128(form):
        share = Fraction(per) / Fraction(10) ** form.scale
        if share.denominator == 1 and column.low >= 0:
            return _Plain(column, share.numerator, step, 0, np.dtype(np.int64)).of_decimals
    return nothing_plain


_EPOCH = 719_163
"""The day from which Arrow counts, as `date` counts them."""


class _Plain:
    def __init__(self, column: Column, per: int, step: int, offset: int, source: np.dtype[Any]) -> None:
        holds = np.iinfo(source)
        low, left = divmod(column.low - offset, per)
        self._width = type_of(column)
        self._source, self._per, self._least = source, per, column.low
        self._low, self._span = low, min((column.high - offset) // per, int(holds.max)) - low
        self._can = not left and per % step == 0 and per <= column.high and holds.min <= low <= holds.max

    def of_numbers(self, array: pa.Array, known: Truths | None) -> Numbers | None:
        """Whole numbers, or days, as `Plain` says."""
        return self._found(
            numbers_of(array.view(pa.int32()) if pa.types.is_date32(array.type) else array), known
        )

    def of_decimals(self, array: pa.Array, known: Truths | None) -> Numbers | None:
        """Decimals that fit in 63 bits, as `Plain` says."""
        digits = array.buffers()[1]
        if digits is None:
            return None
        halves = np.frombuffer(digits, np.int64, 2 * len(array), 16 * array.offset)
        above, below = halves[1::2], halves[::2]
        if above.any() and (known is None or (above * known).any()):
            return None
        return self._found(below, known)

    def _found(self, given: Numbers, known: Truths | None) -> Numbers | None:
        if not self._can or not len(given):
            return None
        # What is too large to go down by `low` comes out at the other side, and is outside the span as well.
        above = given - self._source.type(self._low) if self._low else given
        if known is not None:
            above = above * known
        if above.min() < 0 or above.max() > self._span:
            return None
        found: Numbers = above.astype(self._width)
        if self._per != 1:
            found *= self._width.type(self._per)
        if self._least:
            found += self._width.type(self._least)
        return found


def looked_up(places: Numbers, known: Truths | None, table: Numbers, column: Column) -> Numbers:
    """What a table that is within the bounds of the column holds at these places; where nothing is known its lowest."""
    width = type_of(column)
    by_byte = width.itemsize == 1 and len(table) < _BYTES
    if not by_byte:
        places = places.astype(np.intp)
    if known is not None:
        # In bytes: a place that is too large for its width by this comes out as the byte that it should be.
        places = (places + 1) * known
        table = np.concatenate(([column.low], table))
    narrow = table.astype(width)
    if by_byte:
        codes = places.astype(np.uint8).tobytes()
        return np.frombuffer(codes.translate(narrow.tobytes().ljust(_BYTES, b"\0")), width)
    found: Numbers = narrow.take(places, mode="clip")
    return found


_BYTES = 256
