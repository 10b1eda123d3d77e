"""The world of a program: columns for facts, and nothing known where the program cannot say it.

What is left out so is *doubtful*: a row that does not settle without it is for the interpreter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, NamedTuple

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.population.building import Builder
from verordening.population.lowering.calendar import ColumnCalendar
from verordening.population.lowering.facts import ColumnFacts, Room
from verordening.population.lowering.list_ends import may_settle
from verordening.population.lowering.relating import looked_up
from verordening.symbolic.logic import EITHER, NEITHER, Truth, both, either, opposite, some
from verordening.symbolic.remembering import Asking, Bench, Memory
from verordening.symbolic.symbols import Symbol, given_that, undefined
from verordening.symbolic.terms import Bool
from verordening.symbolic.world import Relation


class LeftOut(NamedTuple):
    """Where something was left out that the interpreter would know."""

    where: Bool


def doubt_of(asking: Asking) -> Bool:
    """Where something was left out of what was asked that the interpreter would know."""
    return some([each.where for each in asking.notes if isinstance(each, LeftOut)])


class ColumnWorld:
    """One program in the making, for batches with columns for the facts `given` (None: all).

    The facts that are `fixed` have one value, and lists as many elements as there is of `rooms`. `doubted` is where
    something was left out of each expression or list; while `unbounded` a begrip has a value outside its bounds too,
    and while `relations_may` what is not looked into of relations between leden may be either.
    """

    repeats: Final = True

    def __init__(
        self,
        corpus: Corpus,
        day: date,
        builder: Builder,
        given: Collection[str] | None = None,
        fixed: Mapping[str, Value] | None = None,
        rooms: Mapping[str, Room] | None = None,
    ) -> None:
        self.day = day
        self.facts, self.calendar = ColumnFacts(corpus, builder, given, fixed, rooms), ColumnCalendar()
        self.doubted: dict[e.Expression | str, Bool] = {}
        self.unbounded = self.relations_may = False
        self.bench = Bench()
        first = Memory(self.bench)
        self._memories = defaultdict(lambda: Memory(self.bench, first), {(False, False): first})
        self._related: dict[Relation, Truth | None] = {}

    @property
    def memory(self) -> Memory:
        """What was put in symbols with begrippen as bounded, and relations as free, as they are now."""
        return self._memories[self.unbounded, self.relations_may]

    def free_truth(self, name: str) -> Truth:
        """A truth that is not known here."""
        self.bench.mark()
        return EITHER if self.relations_may else NEITHER

    def free_like(self, symbol: Symbol, name: str) -> Symbol:
        """A value that is not known here, of a list that is too long: there is doubt."""
        short = self.facts.list_of(name).short
        if short is not None:
            self._leave_out(name, opposite(short))
        return undefined(symbol)

    def at_most(self, symbol: Symbol, most: int) -> Symbol:
        """The same."""
        return symbol

    def related(self, asked: Relation) -> Truth | None:
        """Whether a value keeps to a relation with all that is given, where that can be looked up."""
        if asked not in self._related:
            self._related[asked] = looked_up(asked, self.facts, self.facts.corpus, self.day)
        return self._related[asked]

    def within(self, value: Symbol, inside: Bool) -> Symbol:
        """A value of a begrip that keeps it inside some bounds: there is none outside them."""
        self.bench.mark()
        return value if self.unbounded else given_that(value, inside)

    def loosely(self, node: e.Expression, symbol: Symbol) -> Symbol:
        """The same; where it is not known there is doubt, if something may be known all the same."""
        self._leave_out(node, both(may_settle(node, self.facts), opposite(symbol.defined)))
        return symbol

    def _leave_out(self, what: e.Expression | str, where: Bool) -> None:
        self.bench.note(LeftOut(where))
        self.doubted[what] = either(self.doubted.get(what, False), where)
