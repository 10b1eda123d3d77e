"""What lies in memory behind a column of Arrow, without a copy where there can be none. Of a null nothing is said."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from verordening.population.engines.bits import Bits


def known_of(array: pa.Array) -> Bits:
    """Where a column is not null, nor a place in a dictionary at which nothing stands."""
    if pa.types.is_dictionary(array.type) and array.dictionary.null_count:
        return Bits.of(np.asarray(array.is_valid()))
    if not array.null_count:
        return Bits.all(len(array))
    bits = array.buffers()[0]
    # Of a column of nulls, and of some forms without room for it, Arrow keeps no bits.
    return Bits.of(np.asarray(array.is_valid())) if bits is None else _bits(bits, array)


def truths_of(array: pa.BooleanArray) -> Bits:
    """What a column of truths holds."""
    bits = array.buffers()[1]
    return ~Bits.all(len(array)) if bits is None else _bits(bits, array)


def numbers_of(array: pa.Array) -> Any:
    """What a column of whole numbers holds, as wide as it is, not to be written in."""
    numbers = array.buffers()[1]
    form = np.dtype(array.type.to_pandas_dtype())
    if numbers is None:
        return np.zeros(len(array), form)
    return np.frombuffer(numbers, form, len(array), array.offset * form.itemsize)


def _bits(bits: pa.Buffer, array: pa.Array) -> Bits:
    """Where Arrow has them, unless they begin in the midst of a byte."""
    first, within = divmod(array.offset, 8)
    packed = np.frombuffer(bits, np.uint8, (within + len(array) + 7) // 8, first)
    if not within:
        return Bits(packed, len(array))
    return Bits.of(np.unpackbits(packed, count=within + len(array), bitorder="little")[within:])
