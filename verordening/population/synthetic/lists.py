"""The lists of a household that does not exist: its children, and who else lives there.

What follows from a list goes together with it: the youngest child is the youngest in the list, and each kostendelende
medebewoner is in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Type
from verordening.population.facts import (
    column_of,
    complete_column,
    count_column,
    known_column,
    places_in,
)
from verordening.population.reading.matching import Columns
from verordening.population.reading.problems import Numbers, Truths
from verordening.population.reading.scalars import Numbered
from verordening.population.synthetic.drawing import BLOCK, Draws

CHILDREN_OF_ONE: Final = (375_750, 176_748, 58_135)
CHILDREN_OF_TWO: Final = (770_893, 905_095, 358_648)
"""Households of one parent, and of a couple, with 1, 2, and 3 or more children: CBS StatLine 71487NED, 2023.

The Netherlands, children at home of any age; not of those with bijstand alone.
"""

# Assumptions, with the range in which they are plausible.
FOURTH: Final = 0.25  # of those with three or more children has four, and nobody more: 0.15 to 0.35
NOT_COUNTED: Final = 0.03  # has a housemate who does not count, by price, school or age: 0.01 to 0.08
PARTLY_GROWN: Final = 18
COUNTED_FROM: Final = 27
OLDEST: Final = 80
YEAR: Final = 12
_CHILDREN: Final = "kinderen"
_HOUSEMATES: Final = "huisgenoten"
_MOST: Final = 8  # a row with more is for the interpreter


class _Person(NamedTuple):
    """Who may be there: in which rows, and what is so of him, by field. A field that is not named is nee."""

    there: Truths
    fields: Mapping[str, Numbers]


def drawable_lists(corpus: Corpus) -> tuple[str, ...]:
    """The lists that can be drawn."""
    return tuple(name for name in corpus.inputs if name in (_CHILDREN, _HOUSEMATES))


def lists(corpus: Corpus, draws: Draws, stated: Mapping[str, Numbered]) -> dict[str, Columns]:
    """The columns of each list, beside what was drawn of the households of the block."""
    children = _children(corpus, draws, stated)
    people = {_CHILDREN: children, _HOUSEMATES: _housemates(draws, stated, children)}
    return {name: _columns(name, corpus.inputs[name].type, people[name]) for name in drawable_lists(corpus)}


def forget(name: str, type_: Type, columns: Columns, share: float, draws: Draws) -> None:
    """Make unknown this share of the lists, and of what is said of who is in them."""
    whole = draws.chance(f"{name} onbekend", share)
    columns[complete_column(name).name] &= ~whole
    columns[count_column(name, type_).name] = np.where(whole, 0, columns[count_column(name, type_).name])
    for place in range(places_in(type_)):
        for field in type_.fields:
            own = f"{name}.{place}.{field.name}"
            known = columns[known_column(own).name] & ~whole & ~draws.chance(f"{own} onbekend", share)
            columns[known_column(own).name] = known
            columns[own] = np.where(known, columns[own], column_of(own, field.type).low)


def _children(corpus: Corpus, draws: Draws, stated: Mapping[str, Numbered]) -> list[_Person]:
    """The youngest first. All are ten laste, and their parent was 16 or older."""
    form = corpus.inputs["huishouden"].type.options.index("alleenstaande_ouder")
    alone = stated["huishouden"].numbers == form
    shares = {"ouder": CHILDREN_OF_ONE, "paar": CHILDREN_OF_TWO}
    one, two = (draws.one_of(f"{_CHILDREN} {of}", each) for of, each in shares.items())
    count = np.where(alone, one, two) + 1
    count += (count == len(CHILDREN_OF_ONE)) & draws.chance(f"{_CHILDREN} vierde", FOURTH)
    count = np.where(stated["heeft_ten_laste_komend_kind"].numbers > 0, count, 0)
    youngest = stated["leeftijd_jongste_kind"].numbers // YEAR
    oldest = np.minimum(17, stated["leeftijd"].numbers // YEAR - 16)
    others = (
        draws.between(f"{_CHILDREN} {at}", youngest, np.maximum(youngest, oldest))
        for at in range(len(CHILDREN_OF_ONE))
    )
    ours = np.ones(BLOCK, np.int64)
    return [
        _Person(count > at, {"leeftijd": age * YEAR, "ten_laste": ours})
        for at, age in enumerate([youngest, *others])
    ]


def _housemates(draws: Draws, stated: Mapping[str, Numbered], children: Sequence[_Person]) -> list[_Person]:
    """The partner, the children, who counts as kostendelende medebewoner, and sometimes one who does not."""
    age, couple = stated["leeftijd_partner"]
    people = [_Person(couple, {"leeftijd": age, "echtgenoot": np.ones(BLOCK, np.int64)})]
    people += [each._replace(fields={"leeftijd": each.fields["leeftijd"]}) for each in children]
    lodgers = stated["kostendelende_medebewoners"].numbers
    for at in range(int(lodgers.max(initial=0))):
        years = draws.between(f"{_HOUSEMATES} {at}", COUNTED_FROM, OLDEST)
        people.append(_Person(lodgers > at, {"leeftijd": years * YEAR}))
    room = sum(each.there.astype(np.int64) for each in people) < _MOST
    why = draws.between(f"{_HOUSEMATES} telt niet mee", 0, 2)
    lowest = np.where(why == 0, PARTLY_GROWN, COUNTED_FROM)
    years = draws.between(f"{_HOUSEMATES} ander", lowest, np.where(why == 0, COUNTED_FROM - 1, OLDEST))
    other = {
        "leeftijd": years * YEAR,
        "zakelijke_prijs": (why == 1).astype(np.int64),
        "opleiding_19a": (why == 2).astype(np.int64),
    }
    return [*people, _Person(room & draws.chance(f"{_HOUSEMATES} niet mee", NOT_COUNTED), other)]


def _columns(name: str, type_: Type, people: Sequence[_Person]) -> Columns:
    """Who is there, one after the other, in the places of the list."""
    taken = np.zeros(BLOCK, np.int64)
    nobody = np.zeros(BLOCK, np.bool_)
    found: Columns = {}
    for place in range(places_in(type_)):
        for field in type_.fields:
            column = column_of(f"{name}.{place}.{field.name}", field.type)
            assert field.type.kind is Kind.BOOL or column.low == 0
            found[column.name] = np.full(BLOCK, column.low, np.int64)
            found[known_column(column.name).name] = nobody.copy()
    for there, fields in people:
        for place in range(places_in(type_)):
            here = there & (taken == place)
            if not here.any():
                continue
            for field in type_.fields:
                own = f"{name}.{place}.{field.name}"
                found[known_column(own).name] |= here
                if field.name in fields:
                    found[own][here] = fields[field.name][here]
        taken += there
    found[count_column(name, type_).name] = taken
    found[complete_column(name).name] = ~nobody
    return found
