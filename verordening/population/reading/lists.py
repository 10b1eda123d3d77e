"""A column of lists (Arrow: list of struct) to the columns per place that `facts` describes."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.types import Type
from verordening.population.engines.bits import Bits
from verordening.population.engines.kernel import type_of
from verordening.population.facts import column_of, count_column, places_in
from verordening.population.reading.problems import Numbers, Problems, Refusal, Truths
from verordening.population.reading.scalars import Numbered, ScalarReader
from verordening.population.reading.units import named_unit


class ListReader:
    """Reads the columns of a fact that is a list. Raises Refusal where the form does not go with it.

    A list that is null is not known: no element is given and there may be any. One that is given is whole. An element
    that is null is there, and nothing of it is known.
    """

    def __init__(self, name: str, form: pa.DataType, type_: Type) -> None:
        if not _is_list(form) or not pa.types.is_struct(form.value_type):
            raise Refusal("VRD463", f"`{form}` past niet bij een lijst", _FORM)
        self.name, self.type, self.most = name, type_, places_in(type_)
        self._readers: dict[str, tuple[str, ScalarReader]] = {}
        for each in form.value_type:
            named = named_unit(each)
            fields = {field.name: field.type for field in type_.fields}
            if named.name not in fields:
                remedy = (
                    bedoelt_u(named.name, fields) or f"kies uit {', '.join(f'`{one}`' for one in fields)}"
                )
                raise Refusal("VRD462", f"een {type_.of} heeft geen veld {shown(named.name)}", remedy)
            self._readers[named.name] = each.name, ScalarReader(each.type, fields[named.name], named.unit)

    def read(self, array: pa.Array, problems: Problems) -> dict[str, Numbers | Truths | Bits]:
        """The columns of a batch."""
        known: Truths = np.asarray(array.is_valid())
        lengths = np.where(known, np.asarray(array.value_lengths().fill_null(0)), 0).astype(np.int64)
        long = lengths > self.most
        if long.any():
            problems.wrong_rows(long, lengths, f"onderdelen is te veel: ten hoogste {self.most}", _FEWER)
        elements = array.flatten()
        rows = np.repeat(np.arange(len(array)), lengths)
        starts = np.cumsum(lengths) - lengths
        places = np.arange(len(rows)) - starts[rows]
        found: dict[str, Numbers | Truths | Bits] = {
            f"{self.name}.aantal": np.minimum(lengths, self.most).astype(
                type_of(count_column(self.name, self.type))
            ),
            f"{self.name}.heel": Bits.of(known),
        }
        within = places < self.most
        for field in self.type.fields:
            numbered = self._field(field.name, elements, rows, problems)
            column = column_of("", field.type)
            own = None if numbered is None else (np.asarray(numbered.numbers), np.asarray(numbered.known))
            for place in range(self.most):
                numbers = np.full(len(array), column.low, type_of(column))
                truths = np.zeros(len(array), np.bool_)
                if own is not None:
                    here = within & (places == place)
                    numbers[rows[here]], truths[rows[here]] = own[0][here], own[1][here]
                name = f"{self.name}.{place}.{field.name}"
                found[name] = Bits.of(numbers) if column.truth else numbers
                found[f"{name}?"] = Bits.of(truths)
        return found

    def _field(self, name: str, elements: pa.Array, rows: Numbers, problems: Problems) -> Numbered | None:
        """What all elements say of a field; None where the column does not have it."""
        known = self._readers.get(name)
        if known is None:
            return None
        own, reader = known
        values = elements.flatten()[elements.type.get_field_index(own)]
        return reader.read(values, problems.within(rows))


_FORM = "maak er een lijst van (list van struct), met de velden bij hun naam; in een csv-bestand kan dat niet"
_FEWER = "noem er minder, of laat de lijst leeg als u haar niet weet"


def _is_list(form: pa.DataType) -> bool:
    return bool(pa.types.is_list(form) or pa.types.is_large_list(form))
