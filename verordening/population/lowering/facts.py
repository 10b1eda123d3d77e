"""The facts of a case as columns of the batch, known or not, with what follows from others by a samenhang."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Type, Value
from verordening.population.building import Builder
from verordening.population.facts import (
    bounds_of,
    column_of,
    complete_column,
    count_column,
    endless,
    known_column,
    places_in,
    scale_of,
)
from verordening.population.lowering.terms import bit, whole
from verordening.population.program import Column
from verordening.records import replace
from verordening.symbolic.elements import Element, Unrolled
from verordening.symbolic.logic import both, either, partial
from verordening.symbolic.looking import UNTYPED, typed
from verordening.symbolic.symbols import FEW, Choice, Number, Symbol, constant
from verordening.symbolic.terms import Bool, Term

MOST_ELEMENTS = 8
"""The elements of a list that the program looks at; a row with more is for the interpreter."""


class Room(NamedTuple):
    """How many elements of a list a row gives, at least and at most."""

    least: int
    most: int


class ColumnFacts:
    """The facts met so far. `settled` are those that a samenhang may give a value, as they are then.

    `fixed` are those that are the same in every row: they have no column. Of a list without one of the `rooms` a row
    may give any number of elements.
    """

    def __init__(
        self,
        corpus: Corpus,
        builder: Builder,
        given: Collection[str] | None,
        fixed: Mapping[str, Value] | None = None,
        rooms: Mapping[str, Room] | None = None,
    ) -> None:
        self.corpus, self.builder, self.columns = corpus, builder, given
        self.fixed, self.rooms = fixed or {}, rooms or {}
        self.settled: dict[str, Symbol] = {}
        self.met: set[str] = set()
        self._given: dict[str, Symbol] = {}
        self._lists: dict[str, Unrolled] = {}

    def of(self, name: str) -> Symbol:
        """A fact."""
        found = self.settled.get(name)
        return self.given(name) if found is None else found

    def given(self, name: str) -> Symbol:
        """A fact as the batch gives it."""
        self.met.add(name)
        found = self._given.get(name)
        if found is None:
            fixed = self.fixed.get(name)
            found = self._column(name, self.corpus.inputs[name].type) if fixed is None else constant(fixed)
            self._given[name] = found
        return found

    def list_of(self, name: str) -> Unrolled:
        """A fact that is a list."""
        self.met.add(name)
        found = self._lists.get(name)
        if found is None:
            found = self._lists[name] = self._unrolled(name, self.corpus.inputs[name].type)
        return found

    def _column(self, name: str, type_: Type) -> Symbol:
        if not self._is_given(name):
            return typed(UNTYPED, type_)
        known = self._truth(known_column(name))
        if type_.kind is Kind.BOOL:
            return partial(self._truth(column_of(name, type_)), known)
        term = self._number(column_of(name, type_))
        if type_.kind is Kind.ENUM:
            return Choice({option: term == at for at, option in enumerate(type_.options)}, known)
        low, high = bounds_of(type_)
        if isinstance(low, date) and isinstance(high, date):
            return Number(term, 1, known, low=low.toordinal(), high=high.toordinal(), day=True)
        assert isinstance(low, int | Fraction)
        assert isinstance(high, int | Fraction)
        scale, step = scale_of(type_), type_.step or 1
        start, steps = int(low * scale), int((high - low) / step)
        by = int(step * scale)
        values = frozenset(range(start, start + steps * by + 1, by)) if steps < FEW else None
        without_end: Bool = term == endless(type_) if type_.indefinite else False
        top = endless(type_) if type_.indefinite else int(high * scale)
        return Number(term, scale, known, without_end, low=start, high=top, values=values)

    def _unrolled(self, name: str, type_: Type) -> Unrolled:
        most = places_in(type_)
        size = min(most, MOST_ELEMENTS)
        room = Room(0, 0)
        count: Term = 0
        complete: Bool = False
        if self._is_given(name):
            room, counted = self.rooms.get(name, Room(0, most)), count_column(name, type_)
            count = self._number(replace(counted, low=room.least, high=min(room.most, most)))
            complete = self._truth(complete_column(name))
        elements = []
        for at in range(min(size, room.most + 1)):
            # The first place that no row takes stands for all of them.
            taken = count > at
            fields = {
                each.name: self._column(f"{name}.{at}.{each.name}", each.type)
                if at < room.most
                else typed(UNTYPED, each.type)
                for each in type_.fields
            }
            elements.append(Element(taken, fields, either(taken, complete)))
        # Where there may be more, the first place that is not taken stands for all of them.
        short = None if most == size else either(count < size, both(complete, count <= size))
        return Unrolled(tuple(elements), most, short)

    def _is_given(self, name: str) -> bool:
        return self.columns is None or name.split(".")[0] in self.columns

    def _truth(self, column: Column) -> Bool:
        return bit(self.builder, self.builder.column(column.name, column.low, column.high, truth=True))

    def _number(self, column: Column) -> Term:
        return whole(self.builder, self.builder.column(column.name, column.low, column.high))
