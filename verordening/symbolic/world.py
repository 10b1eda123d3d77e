"""What rules in symbols need of whoever fills the symbols in."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from verordening.model import expressions as e
from verordening.symbolic.elements import Unrolled
from verordening.symbolic.logic import Truth
from verordening.symbolic.remembering import Memory
from verordening.symbolic.symbols import Number, Symbol
from verordening.symbolic.terms import Bool


class Facts(Protocol):
    """The facts of a case."""

    def of(self, name: str) -> Symbol:
        """A fact."""

    def list_of(self, name: str) -> Unrolled:
        """A fact that is a list."""


class Calendar(Protocol):
    """What months and years make of days that turn on the case."""

    def months_later(self, day: Number, months: Number) -> Number:
        """A day so many months later; the last day of a month that is too short."""

    def next_month(self, day: Number) -> Number:
        """The first day of the next month."""

    def elapsed(self, unit: str, start: Number, end: Number) -> Number:
        """The whole units that have passed; negative where the end is earlier."""

    def term_end(self, day: Number, length: int, family: str) -> Number | None:
        """The last day of a statutory term after a day; None where that cannot be said."""

    def loosely_after(self, day: Number, most: int) -> Number:
        """A day that is at most so many days after another: nothing else is said of it."""


class Relation(NamedTuple):
    """A question about what the lower regulations as a whole give, beside a value that a rule gives."""

    rule: int
    decision: str
    delegation: int
    other: int
    given: Symbol


class World(Protocol):
    """The facts, the calendar, and what stands where symbols cannot say it."""

    @property
    def facts(self) -> Facts:
        """The facts of a case."""

    @property
    def calendar(self) -> Calendar:
        """Days, months and years."""

    @property
    def memory(self) -> Memory:
        """What was put in symbols as the world is now."""

    @property
    def repeats(self) -> bool:
        """Whether what is put in symbols again, of the same element or with the same outcomes, is the same again."""

    def free_truth(self, name: str) -> Truth:
        """A truth of which nothing is said."""

    def free_like(self, symbol: Symbol, name: str) -> Symbol:
        """A value of the same kind of which nothing is said."""

    def at_most(self, symbol: Symbol, most: int) -> Symbol:
        """The same whole number, from nothing to a most."""

    def related(self, asked: Relation) -> Truth | None:
        """Whether a value keeps to a relation with all that is given; None where that is left free."""

    def within(self, value: Symbol, inside: Bool) -> Symbol:
        """A value of a begrip that keeps it inside some bounds: there is none outside them."""

    def loosely(self, node: e.Expression, symbol: Symbol) -> Symbol:
        """A symbol of which less is said than an expression comes to, in its place."""
