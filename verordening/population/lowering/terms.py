"""The symbols of a program: truths and whole numbers that are nodes of it; what is settled is plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verordening.population.building import Builder, TooWideError
from verordening.symbolic.logic import opposite
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.terms import NUMBERS, TRUTHS, Bool, Numbers, Term, Truths


class Bit:
    """A truth that is a node of a program."""

    __slots__ = ("builder", "node")

    def __init__(self, builder: Builder, node: int) -> None:
        self.builder, self.node = builder, node

    def __eq__(self, other: object) -> Bool:
        return bit(self.builder, self.builder.equal(self.node, node_of(self.builder, other)))

    def __ne__(self, other: object) -> Bool:
        return opposite(self == other)

    def __bool__(self) -> bool:
        raise TypeError("a symbol of a program is not settled")

    __hash__ = object.__hash__


class Whole:
    """A whole number that is a node of a program."""

    __slots__ = ("builder", "node")

    def __init__(self, builder: Builder, node: int) -> None:
        self.builder, self.node = builder, node

    def __add__(self, other: Term) -> Term:
        return self._with(self.builder.add, other)

    __radd__ = __add__

    def __sub__(self, other: Term) -> Term:
        return self._with(self.builder.sub, other)

    def __rsub__(self, other: Term) -> Term:
        return number(self.builder, self.builder.sub, node_of(self.builder, other), self.node)

    def __neg__(self) -> Term:
        return self * -1

    def __mul__(self, other: Term) -> Term:
        if isinstance(other, int) and other == 0:
            return 0
        return self._with(self.builder.mul, other)

    __rmul__ = __mul__

    def __eq__(self, other: object) -> Bool:
        return bit(self.builder, self.builder.equal(self.node, node_of(self.builder, other)))

    def __lt__(self, other: Term) -> Bool:
        return bit(self.builder, self.builder.less(self.node, node_of(self.builder, other)))

    def __le__(self, other: Term) -> Bool:
        return bit(self.builder, self.builder.at_most(self.node, node_of(self.builder, other)))

    def __gt__(self, other: Term) -> Bool:
        return bit(self.builder, self.builder.less(node_of(self.builder, other), self.node))

    def __ge__(self, other: Term) -> Bool:
        return bit(self.builder, self.builder.at_most(node_of(self.builder, other), self.node))

    def __ne__(self, other: object) -> Bool:
        return opposite(self == other)

    def __bool__(self) -> bool:
        raise TypeError("a symbol of a program is not settled")

    __hash__ = object.__hash__

    def _with(self, operation: Any, other: Term) -> Term:
        return number(self.builder, operation, self.node, node_of(self.builder, other))


def node_of(builder: Builder, symbol: object) -> int:
    """The node of a symbol, also of a settled one."""
    if isinstance(symbol, Bit | Whole):
        return symbol.node
    assert isinstance(symbol, int)
    return builder.const(int(symbol), truth=isinstance(symbol, bool))


def bit(builder: Builder, node: int) -> Bool:
    """The truth of a node, settled where it is the same for every case. Of one node always the same object."""
    found = builder.symbols.get(node)
    if found is None:
        known = builder.fixed(node)
        found = builder.symbols[node] = Bit(builder, node) if known is None else bool(known)
    return found


def whole(builder: Builder, node: int) -> Term:
    """The number of a node, settled where it is the same for every case. Of one node always the same object."""
    found = builder.symbols.get(node)
    if found is None:
        known = builder.fixed(node)
        found = builder.symbols[node] = Whole(builder, node) if known is None else known
    return found


def number(builder: Builder, operation: Any, *nodes: int) -> Term:
    """What an operation makes of nodes. Raises NotEncodableError where that may be too large for a column."""
    try:
        return whole(builder, operation(*nodes))
    except TooWideError as error:
        raise NotEncodableError("een getal dat te groot kan worden") from error


def _conjunction(parts: Sequence[Bool]) -> Bool:
    builder: Builder = parts[0].builder
    return bit(builder, builder.both(*[each.node for each in parts]))


def _disjunction(parts: Sequence[Bool]) -> Bool:
    builder: Builder = parts[0].builder
    return bit(builder, builder.some(*[each.node for each in parts]))


def _negation(part: Bit) -> Bool:
    return bit(part.builder, part.builder.negated(part.node))


def _choice(when: Bit, one: Any, other: Any) -> Any:
    builder = when.builder
    node = builder.select(when.node, node_of(builder, one), node_of(builder, other))
    return bit(builder, node) if isinstance(one, bool | Bit) else whole(builder, node)


def _floor(term: Whole, by: int) -> Term:
    return number(term.builder, term.builder.div, term.node, term.builder.const(by))


def _product(term: Whole, other: Term, _: frozenset[int] | None) -> Term:
    return term * other


TRUTHS[Bit] = Truths(_conjunction, _disjunction, _negation, _choice)
NUMBERS[Whole] = Numbers(_floor, _product)
