"""Which column of a file is which fact, and what cannot be one: a person, a slip of the pen, another form."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa

from verordening.language.bsn import passes_elfproef
from verordening.language.suggestions import bedoelt_u
from verordening.model.case_names import refuse_person
from verordening.model.corpus import Corpus
from verordening.model.types import Kind
from verordening.population.facts import known_column
from verordening.population.reading.buffers import numbers_of
from verordening.population.reading.lists import ListReader
from verordening.population.reading.problems import PERSON, Problems, Refusal
from verordening.population.reading.scalars import ScalarReader
from verordening.population.reading.units import named_unit

Columns = dict[str, Any]
"""The columns of a batch by name, as `facts` describes them, truths as an array or as bits; of no other facts than the
file has."""

ROW: Final = "rij"
"""A column that may stand in any file and says nothing: the number that a row had elsewhere."""
_BSN_LIKE: Final = 3
_LEAST_PERSON: Final = 10_000_000


class _Matched(NamedTuple):
    column: str
    fact: str
    reader: ScalarReader | ListReader


class Matching:
    """What to read of a file with these columns. Raises InputError with all columns that cannot be used.

    `ignored` are columns that the user says are no facts. `missing` are the facts of the corpus that the file has no
    column for: unknown in every row; `columns` are those of the file that are read.
    """

    def __init__(self, corpus: Corpus, schema: pa.Schema, file: str, ignored: Collection[str] = ()) -> None:
        self.corpus = corpus
        self.problems = Problems(file)
        self._matched: list[_Matched] = []
        seen: dict[str, str] = {}
        facts = frozenset(corpus.inputs)
        for field in schema:
            if field.name == ROW or field.name in ignored:
                continue
            self.problems.about(field.name)
            try:
                name, unit = named_unit(field, facts)
                self._match(field, name, unit, seen)
            except Refusal as refusal:
                self.problems.column_refused(refusal)
        if not self._matched and not self.problems.found:
            self.problems.about("")
            self.problems.file_refused(_NO_FACTS)
        self.problems.check()
        self.missing = tuple(name for name in corpus.inputs if name not in seen)
        self.present = tuple(seen)
        self.columns = tuple(each.column for each in self._matched)

    def read(self, batch: pa.RecordBatch) -> Columns:
        """The columns of a batch. Raises InputError with what is wrong in it."""
        found: Columns = {}
        for each in self._matched:
            array = batch.column(each.column)
            self.problems.about(each.column, secret=self.corpus.inputs[each.fact].protected)
            if _looks_like_persons(array):
                self.problems.column_refused(PERSON)
            elif isinstance(each.reader, ListReader):
                found.update(each.reader.read(array, self.problems))
            else:
                found[each.fact], found[known_column(each.fact).name] = each.reader.read(array, self.problems)
        self.problems.rows += batch.num_rows
        self.problems.check()
        return found

    def _match(self, field: pa.Field, name: str, unit: str, seen: dict[str, str]) -> None:
        declared = self.corpus.inputs.get(name)
        if declared is None:
            raise _unknown(field.name, self.corpus)
        if name in seen:
            raise Refusal(
                "VRD463",
                f"dit gegeven staat er twee keer, ook in de kolom `{seen[name]}`",
                "haal een van beide weg",
            )
        if field.name != name and declared.type.kind is not Kind.AMOUNT:
            raise Refusal("VRD463", f"`{name}` is geen bedrag", f"noem de kolom `{name}`")
        seen[name] = field.name
        reader = (
            ListReader(name, field.type, declared.type)
            if declared.type.kind is Kind.LIST
            else ScalarReader(field.type, declared.type, unit)
        )
        self._matched.append(_Matched(field.name, name, reader))


def _unknown(column: str, corpus: Corpus) -> Refusal:
    person = refuse_person(column, corpus)
    if person is not None:
        return Refusal(
            person.code,
            "een populatie heeft geen kolom voor iets van een persoon",
            "haal de kolom uit het bestand; koppel zo nodig later, op het nummer van de rij",
        )
    remedy = bedoelt_u(column, corpus.inputs)
    skip = f"Is het geen gegeven van een regeling, sla de kolom dan over met `--negeer {column}`"
    return Refusal("VRD462", "er is geen gegeven met deze naam", f"{remedy} {skip}" if remedy else skip)


_NO_FACTS: Final = Refusal(
    "VRD462",
    "in dit bestand staat geen enkele kolom met een gegeven",
    "geef elke kolom de naam van een gegeven, zoals `huishouden` of `leeftijd`",
)


def _looks_like_persons(array: pa.Array) -> bool:
    """Whether every number is nine digits that pass the elfproef: one may by chance, a whole column does not."""
    if not pa.types.is_integer(array.type) or len(array) < _BSN_LIKE:
        return False
    if numbers_of(array).max() < _LEAST_PERSON:
        return False
    numbers = np.asarray(array.drop_null())
    if len(numbers) < _BSN_LIKE or numbers.min() < _LEAST_PERSON or numbers.max() > 999_999_999:
        return False
    distinct = np.unique(numbers)
    return len(distinct) >= _BSN_LIKE and all(
        passes_elfproef(f"{each:09d}") for each in distinct[:1000].tolist()
    )
