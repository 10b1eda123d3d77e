"""One column of values of one type to whole numbers: nothing is rounded, and what may mean two things is refused.

Which forms of Arrow go with a type, and why not the others: docs/decisions/0027-columns.md.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from verordening.model.formatting import format_value
from verordening.model.types import Kind, Type
from verordening.population.engines.bits import Bits
from verordening.population.engines.kernel import type_of
from verordening.population.facts import bounds_of, column_of, from_number, scale_of
from verordening.population.program import Column
from verordening.population.reading.buffers import known_of, numbers_of, truths_of
from verordening.population.reading.coded import Texts
from verordening.population.reading.plain import Plain, nothing_plain, plain_numbers
from verordening.population.reading.problems import Numbers, Problems, Refusal
from verordening.population.reading.texts import Unit, per_unit

_EPOCH: Final = date(1970, 1, 1).toordinal()
_MOST_EXACT: Final = 2**53


class Numbered(NamedTuple):
    """A column as it stands in a batch: the numbers, and where they are known. Truths are an array, or bits."""

    numbers: Any
    known: Any


Raw = Callable[[pa.Array, Problems], Any]
"""Reads what is not null to whole numbers or truths; what is null, or refused, may come to any of them."""


class ScalarReader:
    """Reads the columns of one fact, or of one field of a list. Raises Refusal where the form does not go with it."""

    def __init__(self, form: pa.DataType, type_: Type, unit: Unit) -> None:
        self.type = type_
        self._column = column_of("", type_)
        self._step = _step(type_)
        self._last = self._column.high - (1 if type_.indefinite else 0)
        # Only a text can say `onbepaald`: a number that happens to be the one that stands for it, is too large.
        self._most = self._column.high if _holds_texts(form) else self._last
        self._width = type_of(self._column)
        bounds = Column("", self._column.low, self._most, truth=False)
        self._plain: Plain = nothing_plain
        self._raw: Raw
        if _holds_texts(form):
            texts = Texts(type_, unit, bounds, self._step)
            self._plain, self._raw = texts.plain, texts.raw
        else:
            self._raw = _raw(form, type_, unit)
            if type_.is_numeric or type_.kind is Kind.DATE:
                self._plain = plain_numbers(form, bounds, _per(type_, unit), self._step)

    def read(self, array: pa.Array, problems: Problems) -> Numbered:
        """The numbers of a batch, all within their bounds; what lies outside them is noted."""
        known = known_of(array)
        if self.type.kind is Kind.BOOL:
            truths = self._raw(array, problems)
            return Numbered((truths if isinstance(truths, Bits) else Bits.of(truths != 0)) & known, known)
        mask = None if known.every() else np.asarray(known)
        numbers = self._plain(array, mask)
        if numbers is None:
            numbers = self._raw(array, problems)
            assert not isinstance(numbers, Bits)
            if mask is not None:
                numbers = np.where(mask, numbers, numbers.dtype.type(self._column.low))
            if self.type.kind is not Kind.ENUM and len(numbers):
                self._check(numbers, problems)
            numbers = numbers.astype(self._width)
        return Numbered(numbers, known)

    def _check(self, numbers: Numbers, problems: Problems) -> None:
        """Note what lies outside the bounds or between two steps; what is not known is the lowest value by now."""
        low, high = self._column.low, self._most
        if numbers.min() < low or numbers.max() > high:
            outside = (numbers < low) | (numbers > high)
            said = f"valt buiten de grenzen: {_bounds(self.type)}"
            problems.wrong_rows(outside, _Shown(numbers, self.type), said, _MEND)
        if self._step > 1:
            between = ((numbers - low) % self._step != 0) & (numbers <= self._last)
            if between.any():
                problems.wrong_rows(between, _Shown(numbers, self.type), "ligt tussen twee stappen", _MEND)


_ALWAYS_WITHIN: Final = (Kind.BOOL, Kind.ENUM)
_MEND: Final = "verbeter de waarde, of laat haar leeg als u het niet weet"


class _Shown:
    """Numbers as people write them, where a message asks for one."""

    def __init__(self, numbers: Numbers, type_: Type) -> None:
        self._numbers, self._type = numbers, type_

    def __getitem__(self, row: int) -> str:
        number = int(self._numbers[row])
        if self._type.kind is Kind.DATE and not 1 <= number <= date.max.toordinal():
            return "deze dag"
        return format_value(from_number(number, self._type), self._type)


def _bounds(type_: Type) -> str:
    low, high = (format_value(each, type_) for each in bounds_of(type_))
    return f"{low} tot en met {high}"


def _step(type_: Type) -> int:
    """How far two values lie apart in the column."""
    if not type_.is_numeric or not type_.step:
        return 1
    return int(Fraction(type_.step) * scale_of(type_))


def _raw(form: pa.DataType, type_: Type, unit: Unit) -> Raw:
    if pa.types.is_null(form):
        return lambda array, _: np.zeros(len(array), np.int64)
    if type_.kind is Kind.BOOL and pa.types.is_boolean(form):
        return lambda array, _: truths_of(array)
    if type_.kind is Kind.DATE and (
        pa.types.is_date(form) or (pa.types.is_timestamp(form) and form.tz is None)
    ):
        return _of_days
    if type_.is_numeric:
        return _of_numbers(form, type_, unit)
    raise Refusal("VRD463", f"`{_words(form)}` past niet bij {type_.describe()}", _FORMS[type_.kind])


_FORMS: Final = {
    Kind.BOOL: "maak er ja/nee van: waar of onwaar, of de tekst `ja` of `nee`",
    Kind.ENUM: "schrijf de keuze als tekst",
    Kind.DATE: "maak er een datum van (date32), of een tekst zoals `2026-03-01`",
    Kind.LIST: "maak er een lijst van (list van struct), met de velden bij hun naam",
}


def _words(form: pa.DataType) -> str:
    return str(form)


def _holds_texts(form: pa.DataType) -> bool:
    return _is_text(form.value_type if pa.types.is_dictionary(form) else form)


def _is_text(form: pa.DataType) -> bool:
    return bool(pa.types.is_string(form) or pa.types.is_large_string(form) or pa.types.is_string_view(form))


# ------------------------------------------------ numbers


def _of_days(array: pa.Array, problems: Problems) -> Numbers:
    days = pc.cast(array, pa.date32(), safe=False)
    if pa.types.is_timestamp(array.type) or pa.types.is_date64(array.type):
        exact = pc.equal(pc.cast(days, array.type), array).fill_null(True)
        late = ~np.asarray(exact)
        problems.wrong_rows(
            late, array, "heeft een tijd op de dag", "maak er een dag zonder tijd van (date32)"
        )
    since: Numbers = numbers_of(days.view(pa.int32())).astype(np.int64)
    since += _EPOCH
    return since


def _of_numbers(form: pa.DataType, type_: Type, unit: Unit) -> Raw:
    per = _per(type_, unit)
    if pa.types.is_decimal(form):
        return lambda array, problems: _of_decimals(array, per, type_, problems)
    if pa.types.is_integer(form):
        if type_.kind is Kind.AMOUNT and not unit:
            raise Refusal("VRD463", f"hele getallen (`{form}`) kunnen euro's zijn, en centen", _UNITS)
        return lambda array, problems: _of_integers(array, per, problems)
    if pa.types.is_float64(form):
        return _of_floats(per, type_, unit)
    raise Refusal("VRD463", f"`{form}` past niet bij {type_.describe()}", _NUMBERS)


def _per(type_: Type, unit: Unit) -> int:
    """How many of the column one of the file is."""
    return scale_of(type_) * (1 if unit == "cent" else per_unit(type_))


_WIDE: Final = 2**62
_TOO_LARGE: Final = "is te groot"
_UNITS: Final = (
    "maak er euro's van met twee decimalen (decimal), of zeg in welke eenheid het is: noem de kolom `…_cent` of "
    "`…_euro`, of geef haar in de metadata `eenheid`"
)
_NUMBERS: Final = "gebruik hele getallen (int64) of getallen met vaste decimalen (decimal)"


def _of_integers(array: pa.Array, per: int, problems: Problems) -> Numbers:
    given = numbers_of(array)
    most = _WIDE // per
    if not len(given) or (int(given.max()) <= most and int(given.min()) >= -most):
        found: Numbers = given.astype(np.int64)
        return found if per == 1 else found * per
    large = given > most if pa.types.is_unsigned_integer(array.type) else (given > most) | (given < -most)
    wrong = large & np.asarray(known_of(array))
    if wrong.any():
        problems.wrong_rows(wrong, array, _TOO_LARGE, _MEND)
    return np.where(large, 0, given).astype(np.int64) * per


def _of_floats(per: int, type_: Type, unit: Unit) -> Raw:
    """A float is believed only where it is the float that is nearest to a value with few enough decimals."""
    if type_.kind is Kind.AMOUNT and not unit:
        raise Refusal(
            "VRD463", "drijvende komma (`double`) is niet exact, en kan euro's zijn, en centen", _UNITS
        )
    if type_.kind is Kind.PERCENTAGE:
        raise Refusal(
            "VRD463",
            "drijvende komma (`double`) kan bij een percentage twee dingen zijn: 0,05 of 5",
            "maak er procenten van met vaste decimalen (decimal): 5 procent is `5.00`",
        )

    def read(array: pa.Array, problems: Problems) -> Numbers:
        given = np.asarray(array.fill_null(0.0))
        finite = np.isfinite(given) & (np.abs(given) < _MOST_EXACT // per)
        scaled = np.rint(np.where(finite, given, 0.0) * per)
        exact = finite & (scaled / per == given)
        if not exact.all():
            problems.wrong_rows(~exact, array, "is geen waarde die precies te schrijven is", _NO_FLOAT)
        numbers = np.where(exact, scaled, 0.0).astype(np.int64)
        return np.where(exact, numbers, column_of("", type_).low)

    return read


_NO_FLOAT: Final = "rond de waarde zelf af en gebruik vaste decimalen (decimal); laat leeg wat u niet weet"


def _of_decimals(array: pa.Array, per: int, type_: Type, problems: Problems) -> Numbers:
    """From the digits themselves: `1401.50` is 140150 with two decimals."""
    form = array.type
    wide = pc.cast(array, pa.decimal128(38, form.scale)) if not pa.types.is_decimal128(form) else array
    halves = np.frombuffer(_buffer(wide), "<i8")[2 * wide.offset : 2 * (wide.offset + len(wide))].reshape(
        -1, 2
    )
    digits, above = halves[:, 0], halves[:, 1]
    known = np.asarray(known_of(array))
    share = Fraction(per, 1) / Fraction(10) ** form.scale
    most = _WIDE // share.numerator
    fits = known & (above == digits >> 63) & (digits >= -most) & (digits <= most)
    digits = np.where(fits, digits, 0)
    numbers: Numbers = digits if share.numerator == 1 else digits * share.numerator
    refused = large = known & ~fits
    if share.denominator != 1:
        whole = numbers // share.denominator
        inexact = fits & (whole * share.denominator != numbers)
        numbers, refused = whole, large | inexact
        if inexact.any():
            problems.wrong_rows(inexact, array, "heeft te veel decimalen", _NO_FLOAT)
    if large.any():
        problems.wrong_rows(large, array, _TOO_LARGE, _MEND)
    return np.where(refused, column_of("", type_).low, numbers) if refused.any() else numbers


def _buffer(array: pa.Array) -> Any:
    found = array.buffers()[1]
    return found if found is not None else b""
