"""The facts and days of a case as unknowns of the solver; what symbols cannot say is an unknown of its own."""

from __future__ import annotations

import z3

import verordening.analyse.solving.terms  # noqa: F401 - what can be done with the symbols of z3
from verordening.analyse.solving.calendars import Calendar
from verordening.analyse.solving.facts import Facts
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import varies
from verordening.records import dataclass
from verordening.symbolic.logic import Truth, partial
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.remembering import Memory
from verordening.symbolic.symbols import Number, Symbol, given_that, with_
from verordening.symbolic.terms import Bool
from verordening.symbolic.world import Relation


@dataclass(frozen=True, slots=True, eq=False)
class Loose:
    """An expression of which less is said than it comes to; a case that rests on it may not hold up."""

    node: e.Expression
    symbol: Symbol


class SolverWorld:
    """The unknowns of one corpus in a solver. `loose` is what less is said of than it comes to.

    `beside` those of another in the same solver: what both call a fact is one and the same, and so are its months.
    """

    def __init__(self, corpus: Corpus, beside: SolverWorld | None = None) -> None:
        self.corpus = corpus
        self.facts = Facts(corpus)
        self.calendar: Calendar = Calendar() if beside is None else beside.calendar
        self.mark = "" if beside is None else "ander~"
        self.memory, self.repeats = Memory(), False
        self.loose: list[Loose] = []
        self._free = 0

    def free_truth(self, name: str) -> Truth:
        """A truth of which nothing is said."""
        self._free += 1
        return partial(
            z3.Bool(f"{name}~{self.mark}{self._free}"), z3.Bool(f"{name}~{self.mark}{self._free}~bekend")
        )

    def free_like(self, symbol: Symbol, name: str) -> Symbol:
        """A value of the same kind of which nothing is said."""
        if isinstance(symbol, Truth):
            return self.free_truth(name)
        if isinstance(symbol, Number):
            self._free += 1
            term, there = (
                z3.Int(f"{name}~{self.mark}{self._free}"),
                z3.Bool(f"{name}~{self.mark}{self._free}~bekend"),
            )
            return Number(term, symbol.parts, there, symbol.endless, symbol.below, day=symbol.day)
        raise NotEncodableError("een keuze die van een lange lijst afhangt")

    def at_most(self, symbol: Symbol, most: int) -> Symbol:
        """The same whole number, from nothing to a most."""
        assert isinstance(symbol, Number)
        self.calendar.ties += [symbol.term >= 0, symbol.term <= most]
        return with_(symbol, low=0, high=most, values=frozenset(range(most + 1)))

    def related(self, asked: Relation) -> Truth | None:
        """Whether a value keeps to a relation with all that is given: left free, and tightened afterwards."""
        return None

    def within(self, value: Symbol, inside: Bool) -> Symbol:
        """A value of a begrip that keeps it inside some bounds: there is none outside them."""
        return given_that(value, inside)

    def loosely(self, node: e.Expression, symbol: Symbol) -> Symbol:
        """A symbol in the place of an expression; a case in which it is not what it should be is told so later."""
        if varies(self.corpus, node):
            raise NotEncodableError("iets dat van een element van een lijst of van een ander besluit afhangt")
        self.loose.append(Loose(node, symbol))
        return symbol
