"""Columns of facts as a file has them: in the forms that `reading` reads back to the same numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from verordening.model.corpus import Corpus
from verordening.population.facts import known_column
from verordening.population.reading.matching import Columns
from verordening.population.writing.schema import form_of


class FactSchema:
    """The columns of these facts (no lists), each under its own name."""

    def __init__(self, corpus: Corpus, facts: Sequence[str]) -> None:
        self._forms = {name: form_of(corpus.inputs[name].type) for name in facts}
        self.schema = pa.schema(
            [
                pa.field(name, form, metadata={"eenheid": unit} if unit else None)
                for name, (form, unit, _) in self._forms.items()
            ]
        )

    def batch(self, columns: Columns) -> pa.RecordBatch:
        """A batch of columns of whole numbers as a file has it."""
        arrays = [
            convert(columns[name].astype(np.int64), ~columns[known_column(name).name].astype(np.bool_))
            for name, (_, _, convert) in self._forms.items()
        ]
        return pa.record_batch(arrays, schema=self.schema)
