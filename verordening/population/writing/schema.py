"""The columns of a file with outcomes: what they are called, of which form they are, and how they are made of numbers.

docs/decisions/0027-columns.md says why; the handleiding lists them for users.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa

from verordening.model.corpus import Corpus
from verordening.model.formatting import machine_value
from verordening.model.rules import Grade
from verordening.model.types import Kind, Type
from verordening.population.engines.bits import Bits
from verordening.population.facts import from_number, scale_of
from verordening.population.outcomes import CONTRADICTED, FLOORS, STATUSES, Part, column, floor_column
from verordening.population.reading.problems import Numbers
from verordening.population.reading.texts import per_unit

ROW: Final = "rij"
_EPOCH_OFFSET: Final = 719_163
_DIGITS: Final = 18

Make = Callable[[Mapping[str, Any], Bits], pa.Array]
"""Makes a column of the numbers of a batch; something is said of the rows that are marked, and of no others."""


class _Out(NamedTuple):
    field: pa.Field
    make: Make


class OutcomeSchema:
    """The columns of the outcomes of these decisions, for an engine that gives the columns `outputs`."""

    def __init__(self, corpus: Corpus, decisions: Sequence[str], outputs: Sequence[str]) -> None:
        self._given = frozenset(outputs)
        self._rules = pa.array([each.id for each in corpus.rules], pa.string())
        self._outs: list[_Out] = []
        for name in decisions:
            self._of_decision(name, corpus.decisions[name].type)
        for floor in corpus.floors:
            own = floor_column(floor.name)
            if own in self._given:
                self._add(f"ondergrens_{floor.name}", _words(own, FLOORS))
        self.schema = pa.schema(
            [
                pa.field(ROW, pa.int64(), nullable=False),
                pa.field(CONTRADICTED, pa.bool_(), nullable=False),
                *(each.field for each in self._outs),
            ]
        )

    def batch(self, numbers: Mapping[str, Numbers], first_row: int) -> pa.RecordBatch:
        """The outcomes of a batch of which the first row has this number (from 1)."""
        contradicted = _bits(numbers[CONTRADICTED])
        there = ~contradicted
        rows = np.arange(first_row, first_row + len(contradicted), dtype=np.int64)
        arrays = [pa.array(rows), _marked(contradicted, None)]
        arrays += [each.make(numbers, there) for each in self._outs]
        return pa.record_batch(arrays, schema=self.schema)

    def _of_decision(self, name: str, type_: Type) -> None:
        form, unit, convert = form_of(type_)
        value, known = column(name, Part.VALUE), column(name, Part.KNOWN)

        def make(numbers: Mapping[str, Any], there: Bits) -> pa.Array:
            return convert(numbers[value], there & _bits(numbers[known]))

        field = pa.field(name, form, metadata={"eenheid": unit} if unit else None)
        self._outs.append(_Out(field, make))
        if type_.kind is Kind.PERCENTAGE and type_.of and column(name, Part.AMOUNT) in self._given:
            self._amount_behind(name)
        self._add(f"{name}_status", _words(column(name, Part.STATUS), STATUSES))
        if column(name, Part.RULE) in self._given:
            self._add(f"{name}_regel", self._rule(column(name, Part.RULE)))
        if column(name, Part.PROVENANCE) in self._given:
            grades = [each.name.lower() for each in Grade]
            of_value = _words(column(name, Part.PROVENANCE), grades)
            self._add(
                f"{name}_herkomst",
                lambda numbers, there: of_value(numbers, there & _bits(numbers[known])),
            )
        for part in (Part.MAY, Part.MUST, Part.HINGES, Part.OVERRIDDEN):
            if column(name, part) in self._given:
                self._add(f"{name}_{part}", _truth(column(name, part)))

    def _amount_behind(self, name: str) -> None:
        """The euros behind a percentage."""
        cents, known = column(name, Part.AMOUNT), column(name, Part.AMOUNT_KNOWN)
        form, unit, convert = form_of(Type(Kind.AMOUNT))

        def make(numbers: Mapping[str, Any], there: Bits) -> pa.Array:
            return convert(numbers[cents], there & _bits(numbers[known]))

        field = pa.field(f"{name}_bedrag", form, metadata={"eenheid": unit} if unit else None)
        self._outs.append(_Out(field, make))

    def _rule(self, own: str) -> Make:
        rules = self._rules

        def make(numbers: Mapping[str, Any], there: Bits) -> pa.Array:
            indices = numbers[own]
            return _coded(np.maximum(indices, 0), there & Bits.of(indices >= 0), rules, pa.int32())

        return make

    def _add(self, name: str, make: Make) -> None:
        none = np.zeros(0, np.int64)
        empty = dict.fromkeys(self._given, none)
        form = make(empty, Bits.of(none)).type
        self._outs.append(_Out(pa.field(name, form), make))


def _words(own: str, words: Sequence[str]) -> Make:
    dictionary = pa.array([str(each) for each in words], pa.string())
    return lambda numbers, there: _coded(numbers[own], there, dictionary, pa.int8())


def _truth(own: str) -> Make:
    return lambda numbers, there: _marked(_bits(numbers[own]), there)


def _bits(truths: Any) -> Bits:
    return truths if isinstance(truths, Bits) else Bits.of(truths != 0)


def _marked(truths: Bits, there: Bits | None) -> pa.Array:
    return _array(pa.bool_(), truths.packed, len(truths), there)


def _coded(indices: Numbers, there: Bits, dictionary: pa.Array, form: pa.DataType) -> pa.Array:
    codes = _array(form, indices.astype(form.to_pandas_dtype(), copy=False), len(indices), there)
    return pa.DictionaryArray.from_arrays(codes, dictionary, safe=False)


def _array(form: pa.DataType, values: Any, length: int, there: Bits | None) -> pa.Array:
    """Values as they lie in memory, of which only those that are marked say something."""
    marks = None if there is None or there.every() else pa.py_buffer(there.packed)
    return pa.Array.from_buffers(form, length, [marks, pa.py_buffer(values)])


# ------------------------------------------------ values


Convert = Callable[[Any, Bits], pa.Array]


def form_of(type_: Type) -> tuple[pa.DataType, str, Convert]:
    """The form of the values of a decision, the unit that goes with it, and how numbers become it."""
    if type_.indefinite:
        return pa.string(), "", _texts(type_)
    match type_.kind:
        case Kind.BOOL:
            return pa.bool_(), "", lambda numbers, there: _marked(_bits(numbers), there)
        case Kind.ENUM:
            options = pa.array(type_.options, pa.string())
            form = pa.dictionary(pa.int16(), pa.string())
            return form, "", lambda numbers, there: _coded(numbers, there, options, pa.int16())
        case Kind.DATE:
            return pa.date32(), "", _dates
        case Kind.DURATION:
            return _duration(type_)
        case Kind.COUNT:
            return pa.int64(), "", _whole_numbers
        case _:
            unit = {Kind.AMOUNT: "euro", Kind.PERCENTAGE: "procent"}.get(type_.kind, "")
            return _decimal(per_unit(type_) * scale_of(type_), type_, unit)


def _whole_numbers(numbers: Numbers, there: Bits) -> pa.Array:
    return _array(pa.int64(), numbers.astype(np.int64), len(numbers), there)


def _dates(numbers: Numbers, there: Bits) -> pa.Array:
    return _array(pa.date32(), numbers.astype(np.int32) - np.int32(_EPOCH_OFFSET), len(numbers), there)


def _duration(type_: Type) -> tuple[pa.DataType, str, Convert]:
    """In the unit of its type, or where steps are smaller than that in months or days."""
    per = per_unit(type_) * scale_of(type_)
    step = (type_.step or 1) * scale_of(type_)
    if step % per == 0:
        return pa.int64(), type_.unit, lambda numbers, there: _whole_numbers(numbers // per, there)
    if scale_of(type_) == 1:
        return pa.int64(), type_.family, _whole_numbers
    return _decimal(scale_of(type_), type_, type_.family)


def _decimal(parts: int, type_: Type, unit: str) -> tuple[pa.DataType, str, Convert]:
    """Numbers of so many parts as decimals; where these do not come out in tens, as exact text (`1/3`)."""
    decimals = next((each for each in range(7) if 10**each % parts == 0), None)
    if decimals is None:
        return pa.string(), unit, _texts(type_)
    form, up = pa.decimal128(_DIGITS, decimals), 10**decimals // parts

    def convert(numbers: Numbers, there: Bits) -> pa.Array:
        halves = np.empty((len(numbers), 2), "<i8")
        np.multiply(numbers, up, out=halves[:, 0], dtype=np.int64)
        np.right_shift(halves[:, 0], 63, out=halves[:, 1])
        return _array(form, halves, len(numbers), there)

    return form, unit, convert


def _texts(type_: Type) -> Convert:
    def convert(numbers: Numbers, there: Bits) -> pa.Array:
        shown = np.asarray(there)
        distinct = np.unique(numbers[shown])
        words: dict[int, str] = {
            int(each): machine_value(from_number(int(each), type_), type_) for each in distinct
        }
        texts: list[Any] = [
            words[number] if show else None
            for number, show in zip(numbers.tolist(), shown.tolist(), strict=True)
        ]
        return pa.array(texts, pa.string())

    return convert
