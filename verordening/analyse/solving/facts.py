"""The gegevens and oordelen of a case as unknowns of the solver, within their bounds, and their values in a model.

Of a list so many elements are looked at as its maximum says, with a most; past that is an assumption of its own, so
that a proof that rests on it is seen to.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import lcm

import z3

from verordening.model.corpus import Corpus
from verordening.model.types import INDEFINITE, Items, Kind, Type, Value
from verordening.symbolic.elements import Element, Unrolled
from verordening.symbolic.logic import Truth, every, sure
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import FEW, Choice, Number, Symbol, as_value, constant, equal
from verordening.symbolic.terms import Bool

MOST_ELEMENTS = 8
"""The elements of a list that are looked at, where nothing else is asked."""


class Facts:
    """The facts met so far. `bounds` are the constraints on them."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.most_elements = MOST_ELEMENTS
        self.bounds: list[z3.BoolRef] = []
        self.met: dict[str, Symbol] = {}
        self.lists: dict[str, Unrolled] = {}

    def of(self, name: str) -> Symbol:
        """A fact."""
        found = self.met.get(name)
        if found is None:
            found = self.met[name] = self._unknown(name, self.corpus.inputs[name].type)
        return found

    def list_of(self, name: str) -> Unrolled:
        """A fact that is a list."""
        found = self.lists.get(name)
        if found is None:
            found = self.lists[name] = self._unrolled(name, self.corpus.inputs[name].type)
        return found

    # -------------------------------------------- unknowns

    def _unknown(self, name: str, type_: Type) -> Symbol:
        if type_.kind is Kind.BOOL:
            return sure(z3.Bool(name))
        if type_.kind is Kind.ENUM:
            return self._choice(name, type_)
        if type_.kind is Kind.LIST:
            raise NotEncodableError("een lijst als geheel")
        return self._number(name, type_)

    def _choice(self, name: str, type_: Type) -> Choice:
        options = {each: z3.Bool(f"{name}={each}") for each in type_.options}
        every_one = list(options.values())
        self.bounds.append(z3.Or(every_one))
        self.bounds += [
            z3.Not(z3.And(one, other)) for at, one in enumerate(every_one) for other in every_one[at + 1 :]
        ]
        return Choice(options)

    def _number(self, name: str, type_: Type) -> Number:
        term, endless = z3.Int(name), z3.Bool(f"{name}=onbepaald") if type_.indefinite else False
        if isinstance(type_.low, date) and isinstance(type_.high, date):
            low, high = type_.low.toordinal(), type_.high.toordinal()
            self.bounds += [term >= low, term <= high]
            return Number(term, low=low, high=high, day=True)
        assert type_.low is not None
        assert type_.high is not None
        assert not isinstance(type_.low, date)
        assert not isinstance(type_.high, date)
        first, step = Fraction(type_.low), Fraction(type_.step or 1)
        parts = lcm(first.denominator, step.denominator)
        steps = int((type_.high - first) / step)
        start, by = int(first * parts), int(step * parts)
        last = start + steps * by
        values = frozenset(range(start, last + 1, by)) if steps < FEW else None
        if by == 1:
            self.bounds += [term >= start, term <= last]
            return Number(term, parts, True, endless, low=start, high=last, values=values)
        self.bounds += [term >= 0, term <= steps]
        return Number(by * term + start, parts, True, endless, low=start, high=last, values=values)

    def _unrolled(self, name: str, type_: Type) -> Unrolled:
        most = type_.high
        assert isinstance(most, int)
        size = min(most, self.most_elements)
        there = [z3.Bool(f"{name}[{at}]") for at in range(size)]
        self.bounds += [z3.Implies(later, earlier) for earlier, later in pairwise(there)]
        elements = tuple(
            Element(
                taken,
                {each.name: self._unknown(f"{name}[{at}].{each.name}", each.type) for each in type_.fields},
            )
            for at, taken in enumerate(there)
        )
        return Unrolled(elements, most, z3.Bool(f"{name}~kort") if most > size else None)

    # -------------------------------------------- the values in a model

    def values(self, model: z3.ModelRef) -> dict[str, Value]:
        """The facts of a model, in the order in which they are declared."""
        found = {name: value_in(model, symbol) for name, symbol in self.met.items()}
        for name, unrolled in self.lists.items():
            found[name] = self._items(model, unrolled)
        order = self.corpus.inputs
        return {name: found[name] for name in sorted(found, key=lambda each: order[each].order)}

    def _items(self, model: z3.ModelRef, unrolled: Unrolled) -> Items:
        return Items(
            tuple(
                {name: value_in(model, symbol) for name, symbol in element.fields.items()}
                for element in unrolled.elements
                if holds_in(model, element.there)
            )
        )

    def is_(self, name: str, value: Value) -> Bool:
        """That a fact has this value; of the elements of a list as far as their fields are given."""
        if isinstance(value, Items):
            return self._are(self.list_of(name), value)
        return is_value(self.of(name), value)

    def _are(self, unrolled: Unrolled, items: Items) -> Bool:
        if len(items.elements) > len(unrolled.elements):
            return False
        parts: list[Bool] = []
        for at, element in enumerate(unrolled.elements):
            taken = at < len(items.elements)
            parts.append(element.there if taken else z3.Not(element.there))
            if taken:
                given = items.elements[at]
                parts += [
                    is_value(symbol, given[name]) for name, symbol in element.fields.items() if name in given
                ]
        return every(parts)


def is_value(symbol: Symbol, value: Value) -> Bool:
    """That an unknown has this value."""
    return equal(symbol, constant(value))


def holds_in(model: z3.ModelRef, part: Bool) -> bool:
    """Whether something holds in a model; what it leaves open does not."""
    return part if isinstance(part, bool) else z3.is_true(model.eval(part, model_completion=True))


def value_in(model: z3.ModelRef, symbol: Symbol) -> Value:
    """What a value that is there comes to in a model."""
    if isinstance(symbol, Truth):
        return holds_in(model, symbol.yes)
    if isinstance(symbol, Choice):
        return next(name for name, each in symbol.options.items() if holds_in(model, each))
    if holds_in(model, symbol.endless):
        return INDEFINITE
    return as_value(whole_in(model, symbol.term), symbol.parts, day=symbol.day)


def whole_in(model: z3.ModelRef, term: object) -> int:
    """A whole number in a model."""
    if isinstance(term, int):
        return term
    found: int = model.eval(term, model_completion=True).as_long()
    return found
