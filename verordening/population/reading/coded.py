"""Columns of texts to whole numbers: each text is read once, however many rows it stands in."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa

from verordening.model.types import Kind, Type
from verordening.population.program import Column
from verordening.population.reading.buffers import known_of, numbers_of
from verordening.population.reading.plain import looked_up
from verordening.population.reading.problems import Numbers, Problems, Refusal, Truths
from verordening.population.reading.texts import Unit, text_reader

_MOST_KEPT: Final = 100_000


class Texts:
    """Reads the texts of one column, of which the numbers are `step` apart and within its bounds."""

    def __init__(self, type_: Type, unit: Unit, column: Column, step: int) -> None:
        self._reader = text_reader(type_, unit)
        self._seen: dict[str, int | Refusal] = {}
        self._form = np.int16 if type_.kind is Kind.ENUM else np.int64
        self._column, self._step = column, step

    def plain(self, array: pa.Array, known: Truths | None) -> Numbers | None:
        """As `Plain`: nothing where any text of the dictionary is refused, whether or not it stands in a row."""
        coded = _coded(array)
        low, high = self._column.low, self._column.high
        table = [low if text is None else self._number_of(text) for text in coded.dictionary.to_pylist()]
        if not all(isinstance(each, int) and low <= each <= high for each in table):
            return None
        numbers = np.array(table, np.int64)
        if not table or (self._step > 1 and ((numbers - low) % self._step).any()):
            return None
        return looked_up(numbers_of(coded.indices), known, numbers, self._column)

    def raw(self, array: pa.Array, problems: Problems) -> Numbers:
        """What is not null, as whole numbers; what is refused is noted."""
        coded = _coded(array)
        # What stands in the place of a null may be no place at all: it is cut off.
        places = numbers_of(coded.indices).astype(np.intp)
        distinct = coded.dictionary.to_pylist()
        if not distinct:
            return np.zeros(len(array), np.int64)
        numbers = np.zeros(len(distinct), self._form)
        for place, text in enumerate(distinct):
            number = self._number_of(text) if text is not None else 0
            if isinstance(number, Refusal):
                here = np.asarray(known_of(array)) & (places == place)
                _refuse_text(number, text, np.flatnonzero(here), problems)
                numbers[place] = self._column.low
            else:
                numbers[place] = number
        found: Numbers = numbers.take(places, mode="clip")
        return found

    def _number_of(self, text: str) -> int | Refusal:
        known = self._seen.get(text)
        if known is None:
            if len(self._seen) >= _MOST_KEPT:
                self._seen.clear()
            try:
                known = self._reader(text)
            except Refusal as refusal:
                known = refusal
            self._seen[text] = known
        return known


def _coded(array: pa.Array) -> pa.DictionaryArray:
    return array if pa.types.is_dictionary(array.type) else array.dictionary_encode()


def _refuse_text(refusal: Refusal, text: str, rows: Numbers, problems: Problems) -> None:
    """Note the first row with a text that is no value; a dictionary may hold texts that no row has."""
    if len(rows):
        problems.text_refused(int(rows[0]), text, refusal)
