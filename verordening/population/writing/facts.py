"""Columns of facts as a file has them: in the forms that `reading` reads back to the same numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Type
from verordening.population.engines.bits import Bits
from verordening.population.facts import complete_column, count_column, known_column, places_in
from verordening.population.reading.matching import Columns
from verordening.population.writing.schema import form_of


class FactSchema:
    """The columns of these facts, each under its own name."""

    def __init__(self, corpus: Corpus, facts: Sequence[str]) -> None:
        self._types = {name: corpus.inputs[name].type for name in facts}
        self.schema = pa.schema([_field(name, type_) for name, type_ in self._types.items()])

    def batch(self, columns: Columns) -> pa.RecordBatch:
        """A batch of columns of whole numbers as a file has it."""
        arrays = [
            _listed(name, type_, columns) if type_.kind is Kind.LIST else _array(name, type_, columns)
            for name, type_ in self._types.items()
        ]
        return pa.record_batch(arrays, schema=self.schema)


def _field(name: str, type_: Type) -> pa.Field:
    if type_.kind is Kind.LIST:
        return pa.field(name, pa.list_(pa.struct([_field(each.name, each.type) for each in type_.fields])))
    form, unit, _ = form_of(type_)
    return pa.field(name, form, metadata={"eenheid": unit} if unit else None)


def _array(name: str, type_: Type, columns: Columns) -> pa.Array:
    _, _, convert = form_of(type_)
    return convert(columns[name].astype(np.int64), Bits.of(columns[known_column(name).name].astype(np.bool_)))


def _listed(name: str, type_: Type, columns: Columns) -> pa.Array:
    """The places that are taken, row after row. Of a list that is not whole nothing is said."""
    whole = columns[complete_column(name).name].astype(np.bool_)
    lengths = np.where(whole, columns[count_column(name, type_).name], 0)
    taken = np.arange(places_in(type_)) < lengths[:, np.newaxis]
    fields = []
    for field in type_.fields:
        own = [f"{name}.{place}.{field.name}" for place in range(places_in(type_))]
        numbers = np.stack([columns[each] for each in own], axis=1)[taken].astype(np.int64)
        known = np.stack([columns[known_column(each).name] for each in own], axis=1)[taken]
        _, _, convert = form_of(field.type)
        fields.append(convert(numbers, Bits.of(known.astype(np.bool_))))
    form = _field(name, type_).type
    elements = pa.StructArray.from_arrays(fields, fields=list(form.value_type))
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), elements, form, mask=pa.array(~whole))
