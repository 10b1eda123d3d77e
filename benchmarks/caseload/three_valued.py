"""Numbers and truths that may be unknown, as two nodes of a program: what it is, and whether that is known."""

from __future__ import annotations

from typing import NamedTuple

from verordening.population.building import Builder


class Maybe(NamedTuple):
    """A node and the truth whether it is known."""

    at: int
    known: int


class Rules:
    """Writes rules over facts that may be unknown (or surely are known: then the program is without unknowns)."""

    def __init__(self, *, unknowns: bool) -> None:
        self.make = Builder()
        self._unknowns = unknowns

    def fact(self, name: str, low: int, high: int, *, truth: bool) -> Maybe:
        """A fact of a case."""
        known = self.make.column(f"{name}?", 0, 1, truth=True) if self._unknowns else self.make.yes
        return Maybe(self.make.column(name, low, high, truth=truth), known)

    def number(self, value: int | Maybe) -> Maybe:
        """A number that is the same for every case."""
        return value if isinstance(value, Maybe) else Maybe(self.make.const(value), self.make.yes)

    def worked_out(self, how: str, *values: int | Maybe) -> Maybe:
        """An operation of the builder. Known if all that goes in is known."""
        given = [self.number(each) for each in values]
        return Maybe(
            getattr(self.make, how)(*[each.at for each in given]),
            self.make.both(*[each.known for each in given]),
        )

    def both(self, *truths: Maybe) -> Maybe:
        """Known where all are, or where one surely does not hold."""
        return self._junction(truths, settles=False)

    def some(self, *truths: Maybe) -> Maybe:
        """Known where all are, or where one surely holds."""
        return self._junction(truths, settles=True)

    def no(self, truth: Maybe) -> Maybe:
        """Not."""
        return Maybe(self.make.negated(truth.at), truth.known)

    def either(self, truth: Maybe, then: int | Maybe, otherwise: int | Maybe) -> Maybe:
        """Known where it is known which of two holds, and that one is known."""
        first, second = self.number(then), self.number(otherwise)
        known = self.make.both(truth.known, self.make.select(truth.at, first.known, second.known))
        return Maybe(self.make.select(truth.at, first.at, second.at), known)

    def first(self, *rules: tuple[Maybe, int | Maybe], otherwise: int | Maybe) -> Maybe:
        """What the first rule gives that applies."""
        found = self.number(otherwise)
        for truth, value in reversed(rules):
            found = self.either(truth, value, found)
        return found

    def _junction(self, truths: tuple[Maybe, ...], *, settles: bool) -> Maybe:
        make = self.make
        all_known = make.both(*[each.known for each in truths])
        settled = make.some(*[
            make.both(each.known, each.at if settles else make.negated(each.at)) for each in truths
        ])  # fmt: skip
        found = (make.some if settles else make.both)(*[each.at for each in truths])
        return Maybe(found, make.some(all_known, settled))
