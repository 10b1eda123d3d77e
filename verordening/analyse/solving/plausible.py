"""The case to show among all in which claims hold: the usual value of each fact, round numbers, and few facts.

The facts are settled in the order in which a reader meets them, each with the value nearest to the usual one that the
facts before it leave. So the case does not depend on which one the solver finds first. What the claims hold without is
left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

import z3

from verordening.analyse.solving.facts import Facts, whole_in
from verordening.model.types import Kind, Type, Value
from verordening.symbolic.logic import Truth, both, every, opposite
from verordening.symbolic.symbols import Choice, Number, Symbol, constant, equal
from verordening.symbolic.terms import Bool

Ask = Callable[[Bool], z3.ModelRef | None]
"""A model in which something holds beside what was settled; None where none was found."""

_ADULT: Final = 40 * 12
_LIFE: Final = 50 * 12
_ROUND: Final = (100_000, 10_000, 1_000, 100)
"""€ 1.000, € 100, € 10 and € 1, in cents."""


def settled(facts: Facts, order: dict[str, int], day: date, ask: Ask) -> Iterator[Bool]:
    """What settles the facts one after another; each is given to be held on to before the next is asked for."""
    names = sorted(
        (*facts.met, *facts.lists), key=lambda each: (order.get(each, len(order)), _place(facts, each))
    )
    parts = [part for name in names for part in _parts(facts, name, day)]
    yield from _settle(parts, ask)


def _place(facts: Facts, name: str) -> int:
    return facts.corpus.inputs[name].order


def _settle(parts: list[_Part], ask: Ask) -> Iterator[Bool]:
    """All at once where they can all be usual; else the first half and then the other, given the first."""
    usual = every([part.usual for part in parts])
    if usual is True or (parts and ask(usual) is not None):
        yield usual
    elif len(parts) == 1:
        yield from parts[0].nearest(ask)
    elif parts:
        half = len(parts) // 2
        yield from _settle(parts[:half], ask)
        yield from _settle(parts[half:], ask)


class _Part:
    """Something to settle: a fact, the length of a list, or a field of an element."""

    def __init__(self, symbol: Symbol, value: Value, *, rounded: bool = False) -> None:
        self.symbol, self.value, self.rounded = symbol, value, rounded
        self.usual = equal(symbol, constant(value))

    def nearest(self, ask: Ask) -> Iterator[Bool]:
        """What settles it where it cannot be usual."""
        if isinstance(self.symbol, Truth):
            yield opposite(self.usual)
        elif isinstance(self.symbol, Choice):
            for each in self.symbol.options.values():
                if ask(each) is not None:
                    yield each
                    return
        else:
            yield from self._nearest_number(self.symbol, ask)

    def _nearest_number(self, number: Number, ask: Ask) -> Iterator[Bool]:
        finite = opposite(number.endless)
        model = ask(finite)
        if model is None:
            yield number.endless
            return
        wanted = constant(self.value)
        assert isinstance(wanted, Number)
        middle = wanted.term * (number.parts // wanted.parts)
        low, high = 0, abs(whole_in(model, number.term) - middle)
        while low < high:
            tried = (low + high) // 2
            model = ask(both(finite, number.term >= middle - tried, number.term <= middle + tried))
            if model is None:
                low = tried + 1
            else:
                high = min(tried, abs(whole_in(model, number.term) - middle))
        for each in (*self._round(middle + low), middle + low, middle - low):
            here = both(finite, number.term == each)
            if ask(here) is not None:
                yield here
                return

    def _round(self, least: int) -> Iterator[int]:
        """Round amounts that are not much more."""
        for unit in _ROUND if self.rounded else ():
            if 10 * (-least % unit) <= least:
                yield least + -least % unit


def _parts(facts: Facts, name: str, day: date) -> Iterator[_Part]:
    type_ = facts.corpus.inputs[name].type
    if name in facts.met:
        yield _part(facts.met[name], type_, day)
        return
    elements = facts.lists[name].elements
    for element in elements:
        yield _Part(Truth(element.there, opposite(element.there), True), False)
    for element in elements:
        for each in type_.fields:
            yield _part(element.fields[each.name], each.type, day)


def _part(symbol: Symbol, type_: Type, day: date) -> _Part:
    return _Part(symbol, _usual(type_, day), rounded=type_.kind is Kind.AMOUNT)


def _usual(type_: Type, day: date) -> Value:
    """The usual value of a fact: no, the first option, nothing, an adult, the peildatum."""
    if type_.kind is Kind.BOOL:
        return False
    if type_.kind is Kind.ENUM:
        return type_.options[0]
    low, high = type_.low, type_.high
    if isinstance(low, date) and isinstance(high, date):
        return min(max(day, low), high)
    assert low is not None
    assert high is not None
    assert not isinstance(low, date)
    assert not isinstance(high, date)
    if type_.kind is Kind.DURATION and type_.unit == "jaar" and high >= _LIFE:
        return max(_ADULT, low)
    return low
