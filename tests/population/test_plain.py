"""The quick way through a column says what the careful way says, or nothing at all."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from verordening.language.diagnostics import InputError
from verordening.model.types import Kind, Type
from verordening.population.engines.bits import Bits
from verordening.population.reading.plain import nothing_plain
from verordening.population.reading.problems import Problems
from verordening.population.reading.scalars import Numbered, ScalarReader
from verordening.population.writing.schema import form_of

MONTHS = Type(Kind.DURATION, unit="maand", low=0, high=120)
YEARS = Type(Kind.DURATION, unit="jaar", low=0, high=1440)
COUNT = Type(Kind.COUNT, low=3, high=20)
AMOUNT = Type(Kind.AMOUNT, low=0, high=3_000_000)
OPTIONS = Type(Kind.ENUM, options=tuple(f"o{each}" for each in range(128)))
ROWS = 70


def _numbers(low: int, high: int, form: pa.DataType) -> pa.Array:
    random = np.random.default_rng(low + high)
    numbers = random.integers(low, high, ROWS, endpoint=True)
    return pa.array(numbers.tolist(), mask=random.random(ROWS) < 0.3).cast(form)


@pytest.mark.parametrize(
    ("type_", "unit", "array"),
    [
        (COUNT, "", _numbers(3, 20, pa.int8())),
        (COUNT, "", _numbers(3, 20, pa.uint16())),
        (COUNT, "", _numbers(2, 20, pa.int64())),
        (COUNT, "", _numbers(3, 21, pa.int64())),
        (MONTHS, "", _numbers(0, 120, pa.int64())),
        (YEARS, "", _numbers(0, 120, pa.int8())),
        (YEARS, "", _numbers(0, 121, pa.int8())),
        (AMOUNT, "cent", _numbers(0, 3_000_000, pa.int32())),
        (AMOUNT, "euro", _numbers(0, 30_000, pa.decimal128(21, 2))),
        (AMOUNT, "euro", _numbers(-1, 30_000, pa.decimal128(21, 2))),
        (AMOUNT, "euro", _numbers(0, 30_001, pa.decimal128(21, 2))),
        (Type(Kind.DATE), "", _numbers(-30_000, 30_000, pa.int32()).view(pa.date32())),
        (OPTIONS, "", pa.DictionaryArray.from_arrays(_numbers(0, 127, pa.int8()), OPTIONS.options)),
        (OPTIONS, "", pa.DictionaryArray.from_arrays(_numbers(0, 127, pa.int8()), OPTIONS.options[::-1])),
        (MONTHS, "", pa.array(["3 maanden", None, "10 jaar"] * 23)),
        (MONTHS, "", pa.array(["3 maanden", None, "11 jaar"] * 23)),
    ],
    ids=lambda each: str(each.type) if isinstance(each, pa.Array) else "",
)
@pytest.mark.parametrize("part", [slice(0, ROWS), slice(0, 8), slice(3, 41), slice(0, 0)], ids=str)
def test_the_quick_way_says_the_same(type_: Type, unit: str, array: pa.Array, part: slice) -> None:
    column = array[part]
    quick, careful = (ScalarReader(array.type, type_, unit) for _ in range(2))
    careful._plain = nothing_plain
    said, wrong = Problems("zaken.parquet"), Problems("zaken.parquet")
    found, wanted = _read(quick, column, said), _read(careful, column, wrong)
    assert [str(each) for each in said.found] == [str(each) for each in wrong.found]
    if found is not None and wanted is not None and not wrong.found:
        assert np.asarray(found.numbers).tolist() == np.asarray(wanted.numbers).tolist()
        assert np.asarray(found.known).tolist() == column.is_valid().to_pylist()


def _read(reader: ScalarReader, column: pa.Array, problems: Problems) -> Numbered | None:
    """Nothing where there are so many problems that reading stops."""
    try:
        return reader.read(column, problems)
    except InputError:
        return None


def test_no_column_here_goes_the_careful_way_without_need(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("the careful way")

    for type_, unit, array in (
        (YEARS, "", _numbers(0, 120, pa.int64())),
        (COUNT, "", _numbers(3, 20, pa.int8())),
    ):
        reader = ScalarReader(array.type, type_, unit)
        monkeypatch.setattr(reader, "_raw", refuse)
        assert len(reader.read(array, Problems("zaken.parquet")).numbers) == ROWS


def test_decimals_are_not_cut_off_in_a_narrow_column() -> None:
    """Steps of half a percent: 240 halves are 120,0 percent, which is 1200 in tenths: too wide for a byte."""
    form, _, convert = form_of(Type(Kind.PERCENTAGE, low=0, high=60, step=Fraction(1, 2)))
    found = convert(np.array([0, 1, 120], np.int8), Bits.all(3))
    assert (str(form), [str(each) for each in found.to_pylist()]) == (
        "decimal128(18, 1)",
        ["0.0", "0.5", "60.0"],
    )
