"""A synthetic population, batch after batch: the same rows for the same seed, however many there are to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa

from verordening.model.corpus import Corpus
from verordening.model.types import Kind
from verordening.population.facts import column_of, known_column
from verordening.population.reading.matching import Columns
from verordening.population.synthetic.cohering import Cohering
from verordening.population.synthetic.drawing import BLOCK, Draws, usual
from verordening.population.synthetic.households import households
from verordening.population.synthetic.lists import drawable_lists, forget, lists
from verordening.population.synthetic.marking import marked
from verordening.population.writing.facts import FactSchema

EVERYWHERE: Final = ""
"""The key of the share of unknowns that holds for every fact without one of its own."""


class Recipe(NamedTuple):
    """What makes a population. `unknown` are the shares (0 to 1) of what is not known, by fact and `EVERYWHERE`."""

    seed: int
    day: date
    facts: tuple[str, ...] = ()
    unknown: Mapping[str, float] = {}


class SyntheticPopulation:
    """The households of a recipe. Without `facts` there are columns for all facts of the corpus but lists."""

    def __init__(self, corpus: Corpus, recipe: Recipe) -> None:
        self.corpus, self.recipe = corpus, recipe
        self.facts: Sequence[str] = recipe.facts or scalars(corpus)
        self.stated = frozenset(
            (*households(corpus, recipe.day, Draws(recipe.seed, 0)), *drawable_lists(corpus))
        )
        self._cohering = Cohering(corpus, recipe.day, self.facts, self.stated)
        self._columns = FactSchema(corpus, self.facts)
        self.schema = marked(self._columns.schema)

    def batches(self, count: int) -> Iterator[pa.RecordBatch]:
        """So many rows, in order."""
        for block in range(-(-count // BLOCK)):
            rows = min(BLOCK, count - block * BLOCK)
            yield self._columns.batch(self.columns(block)).slice(0, rows)

    def columns(self, block: int) -> Columns:
        """A block as columns of whole numbers."""
        draws = Draws(self.recipe.seed, block)
        stated = households(self.corpus, self.recipe.day, draws)
        listed = lists(self.corpus, draws, stated) if self._has_lists() else {}
        columns: Columns = {}
        for name in self.facts:
            if name in listed:
                columns.update(listed[name])
                continue
            type_ = self.corpus.inputs[name].type
            drawn = stated.get(name) or usual(name, type_, self.recipe.day, draws)
            columns[name], columns[known_column(name).name] = drawn
        self._cohering.apply(columns, BLOCK)
        self._forget(columns, draws)
        return columns

    def _forget(self, columns: Columns, draws: Draws) -> None:
        """Make unknown what the recipe asks. What goes together goes on doing so with less known."""
        everywhere = self.recipe.unknown.get(EVERYWHERE, 0.0)
        for name in self.facts:
            share = self.recipe.unknown.get(name, everywhere)
            type_ = self.corpus.inputs[name].type
            if share > 0 and type_.kind is Kind.LIST:
                forget(name, type_, columns, share, draws)
            elif share > 0:
                known = known_column(name).name
                columns[known] = columns[known] & ~draws.chance(f"{name} onbekend", share)
                columns[name] = np.where(columns[known], columns[name], column_of(name, type_).low)

    def _has_lists(self) -> bool:
        return any(self.corpus.inputs[name].type.kind is Kind.LIST for name in self.facts)


def scalars(corpus: Corpus) -> tuple[str, ...]:
    """The facts that are no lists; what follows from a list is among them."""
    return tuple(name for name, each in corpus.inputs.items() if each.type.kind is not Kind.LIST)
