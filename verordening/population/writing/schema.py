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
from verordening.population.facts import from_number, scale_of
from verordening.population.outcomes import CONTRADICTED, FLOORS, STATUSES, Part, column, floor_column
from verordening.population.reading.problems import Numbers, Truths
from verordening.population.reading.texts import per_unit

ROW: Final = "rij"
_EPOCH_OFFSET: Final = 719_163
_DIGITS: Final = 18

Make = Callable[[Mapping[str, Numbers], Truths], pa.Array]
"""Makes a column of the numbers of a batch; nothing is said of the rows that are marked."""


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
        contradicted: Truths = numbers[CONTRADICTED].astype(np.bool_)
        rows = np.arange(first_row, first_row + len(contradicted), dtype=np.int64)
        arrays = [pa.array(rows), pa.array(contradicted)]
        arrays += [each.make(numbers, contradicted) for each in self._outs]
        return pa.record_batch(arrays, schema=self.schema)

    def _of_decision(self, name: str, type_: Type) -> None:
        form, unit, convert = form_of(type_)
        value, known = column(name, Part.VALUE), column(name, Part.KNOWN)

        def make(numbers: Mapping[str, Numbers], hidden: Truths) -> pa.Array:
            return convert(numbers[value], hidden | (numbers[known] == 0))

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
                lambda numbers, hidden: of_value(numbers, hidden | (numbers[known] == 0)),
            )
        for part in (Part.MAY, Part.MUST, Part.HINGES, Part.OVERRIDDEN):
            if column(name, part) in self._given:
                self._add(f"{name}_{part}", _truth(column(name, part)))

    def _amount_behind(self, name: str) -> None:
        """The euros behind a percentage."""
        cents, known = column(name, Part.AMOUNT), column(name, Part.AMOUNT_KNOWN)
        form, unit, convert = form_of(Type(Kind.AMOUNT))

        def make(numbers: Mapping[str, Numbers], hidden: Truths) -> pa.Array:
            return convert(numbers[cents], hidden | (numbers[known] == 0))

        field = pa.field(f"{name}_bedrag", form, metadata={"eenheid": unit} if unit else None)
        self._outs.append(_Out(field, make))

    def _rule(self, own: str) -> Make:
        rules = self._rules

        def make(numbers: Mapping[str, Numbers], hidden: Truths) -> pa.Array:
            indices = numbers[own]
            return _coded(np.maximum(indices, 0), hidden | (indices < 0), rules, pa.int32())

        return make

    def _add(self, name: str, make: Make) -> None:
        none = np.zeros(0, np.int64)
        empty = dict.fromkeys(self._given, none)
        form = make(empty, none.astype(np.bool_)).type
        self._outs.append(_Out(pa.field(name, form), make))


def _words(own: str, words: Sequence[str]) -> Make:
    dictionary = pa.array([str(each) for each in words], pa.string())
    return lambda numbers, hidden: _coded(numbers[own], hidden, dictionary, pa.int8())


def _truth(own: str) -> Make:
    return lambda numbers, hidden: pa.array(numbers[own].astype(np.bool_), mask=hidden)


def _coded(indices: Numbers, hidden: Truths, dictionary: pa.Array, form: pa.DataType) -> pa.Array:
    codes = pa.array(indices, mask=hidden).cast(form)
    return pa.DictionaryArray.from_arrays(codes, dictionary)


# ------------------------------------------------ values


Convert = Callable[[Numbers, Truths], pa.Array]


def form_of(type_: Type) -> tuple[pa.DataType, str, Convert]:
    """The form of the values of a decision, the unit that goes with it, and how numbers become it."""
    if type_.indefinite:
        return pa.string(), "", _texts(type_)
    match type_.kind:
        case Kind.BOOL:
            return pa.bool_(), "", lambda numbers, hidden: pa.array(numbers.astype(np.bool_), mask=hidden)
        case Kind.ENUM:
            options = pa.array(type_.options, pa.string())
            form = pa.dictionary(pa.int16(), pa.string())
            return form, "", lambda numbers, hidden: _coded(numbers, hidden, options, pa.int16())
        case Kind.DATE:
            return pa.date32(), "", _dates
        case Kind.DURATION:
            return _duration(type_)
        case Kind.COUNT:
            return pa.int64(), "", _whole_numbers
        case _:
            unit = {Kind.AMOUNT: "euro", Kind.PERCENTAGE: "procent"}.get(type_.kind, "")
            return _decimal(per_unit(type_) * scale_of(type_), type_, unit)


def _whole_numbers(numbers: Numbers, hidden: Truths) -> pa.Array:
    return pa.array(numbers.astype(np.int64), mask=hidden)


def _dates(numbers: Numbers, hidden: Truths) -> pa.Array:
    days = np.where(hidden, 0, numbers.astype(np.int64) - _EPOCH_OFFSET).astype(np.int32)
    return pa.array(days, pa.int32(), mask=hidden).cast(pa.date32())


def _duration(type_: Type) -> tuple[pa.DataType, str, Convert]:
    """In the unit of its type, or where steps are smaller than that in months or days."""
    per = per_unit(type_) * scale_of(type_)
    step = (type_.step or 1) * scale_of(type_)
    if step % per == 0:
        return pa.int64(), type_.unit, lambda numbers, hidden: _whole_numbers(numbers // per, hidden)
    if scale_of(type_) == 1:
        return pa.int64(), type_.family, _whole_numbers
    return _decimal(scale_of(type_), type_, type_.family)


def _decimal(parts: int, type_: Type, unit: str) -> tuple[pa.DataType, str, Convert]:
    """Numbers of so many parts as decimals; where these do not come out in tens, as exact text (`1/3`)."""
    decimals = next((each for each in range(7) if 10**each % parts == 0), None)
    if decimals is None:
        return pa.string(), unit, _texts(type_)
    form, up = pa.decimal128(_DIGITS, decimals), 10**decimals // parts

    def convert(numbers: Numbers, hidden: Truths) -> pa.Array:
        halves = np.empty((len(numbers), 2), "<i8")
        halves[:, 0] = numbers.astype(np.int64) * up
        halves[:, 1] = halves[:, 0] >> 63
        valid = pa.array(~hidden)
        return pa.Array.from_buffers(
            form, len(numbers), [valid.buffers()[1], pa.py_buffer(halves)], int(hidden.sum())
        )

    return form, unit, convert


def _texts(type_: Type) -> Convert:
    def convert(numbers: Numbers, hidden: Truths) -> pa.Array:
        distinct = np.unique(numbers[~hidden])
        words: dict[int, str] = {
            int(each): machine_value(from_number(int(each), type_), type_) for each in distinct
        }
        texts: list[Any] = [
            None if hide else words[number]
            for number, hide in zip(numbers.tolist(), hidden.tolist(), strict=True)
        ]
        return pa.array(texts, pa.string())

    return convert
