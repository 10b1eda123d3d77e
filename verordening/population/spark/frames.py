"""The outcomes of a DataFrame that somebody has already, in his own session of Spark. For who writes Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pyarrow as pa

from verordening.model.loading import load_corpus
from verordening.population.asked import touched
from verordening.population.outcomes import EVERY
from verordening.population.reading.matching import Matching
from verordening.population.reading.problems import Refusal, refused
from verordening.population.reading.units import KEY
from verordening.population.spark.work import Asked, Work, engine_of, work_of
from verordening.population.writing.schema import ROW, OutcomeSchema

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import DataFrame

_NAME: Final = "de DataFrame"
_UNIT: Final = KEY.decode()


def outcomes(
    cases: DataFrame,
    gemeente: str,
    day: date,
    decisions: Sequence[str] = (),
    *,
    overlay: str | Path | None = None,
    ignored: Sequence[str] = (),
) -> DataFrame:
    """What comes of each row of `cases`, with the columns that `verordening doorreken` writes.

    A column is a fact by its name; `rij` must be there too, a whole number of each row of its own, by which the
    outcomes can be joined to the cases. `decisions` are all that the columns bear on where none is named, `overlay` is
    a folder with regulations, `ignored` are columns that are no facts. Raises InputError where a column is refused; a
    value that is refused ends the job of Spark with the same words.
    """
    corpus = load_corpus(gemeente, overlay=overlay)
    schema = _schema_of(cases)
    matching = Matching(corpus, schema, _NAME, ignored)
    wanted = tuple(decisions) or touched(corpus, matching.present)
    asked = Asked(day, wanted, EVERY, matching.present)
    columns = OutcomeSchema(corpus, wanted, engine_of(corpus, asked._replace(engine="numpy")).outputs)
    work = RowsOfFrame(work_of(corpus, asked, schema, _NAME, ignored))
    return cases.mapInArrow(work.outcomes, _declared(columns.schema))


class RowsOfFrame(NamedTuple):
    """The work on batches of rows that each carry their own number."""

    work: Work

    def outcomes(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """For `mapInArrow`: the outcomes of each batch, with the numbers of its rows."""
        ready, matching = self.work.ready(), self.work.matching()
        for batch in batches:
            rows = batch.column(ROW).cast(pa.int64())
            if rows.null_count:
                raise refused(_NO_NUMBER, _NAME)
            matching.problems.numbers = np.asarray(rows)
            numbers = ready.engine.run(matching.read(batch), batch.num_rows)
            found = ready.columns.batch(numbers, 1)
            arrays = [rows, *(_plain(each) for each in found.columns[1:])]
            yield pa.record_batch(arrays, names=found.schema.names)


def _schema_of(cases: DataFrame) -> pa.Schema:
    """The columns as they come to `mapInArrow`, with the unit that the metadata of a column states."""
    if ROW not in cases.columns:
        raise refused(_NO_NUMBER, _NAME)
    units = {each.name: each.metadata.get(_UNIT) for each in cases.schema.fields}
    arrow = cases.limit(0).toArrow().schema
    return pa.schema(
        each.with_metadata({_UNIT: units[each.name]}) if units[each.name] else each for each in arrow
    )


def _declared(schema: pa.Schema) -> str:
    """The columns in Spark's words, with the unit as a comment."""
    return ", ".join(_column(each) for each in schema)


def _column(field: pa.Field) -> str:
    unit = (field.metadata or {}).get(KEY, b"").decode()
    return f"`{field.name}` {_form(field.type)}" + (f" comment '{unit}'" if unit else "")


def _form(form: pa.DataType) -> str:
    if pa.types.is_decimal(form):
        return f"decimal({form.precision}, {form.scale})"
    return "string" if pa.types.is_dictionary(form) else _FORMS[form]


def _plain(array: pa.Array) -> pa.Array:
    """Spark takes no dictionaries."""
    return array.cast(pa.string()) if pa.types.is_dictionary(array.type) else array


_FORMS: Final = {
    pa.int64(): "bigint",
    pa.bool_(): "boolean",
    pa.string(): "string",
    pa.date32(): "date",
}
_NO_NUMBER: Final = Refusal(
    "VRD463",
    "elke rij moet een eigen nummer hebben, in de kolom `rij`",
    "heeft u geen nummer, maak het dan met `monotonically_increasing_id()`",
)
