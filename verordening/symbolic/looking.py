"""What an expression sees beside the facts of a case, and values that are not to be had whatever the facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verordening.model.types import Kind, Type
from verordening.records import dataclass, field
from verordening.symbolic.elements import Element
from verordening.symbolic.logic import NEITHER
from verordening.symbolic.symbols import Choice, Number, Symbol, undefined


@dataclass(frozen=True, slots=True, eq=False)
class Looking:
    """What an expression sees beside the facts: the elements that are looked at, and what decisions come to."""

    elements: Mapping[str, Element] = field(default_factory=dict)
    decided: Mapping[str, Symbol] = field(default_factory=dict)


PLAIN = Looking()


UNTYPED: Symbol = Choice({}, False)
"""A value that is not to be had, of a kind that the place where it stands will say."""


def typed(symbol: Symbol, type_: Type) -> Symbol:
    """The same; of a value of no kind that is not to be had, one of this kind."""
    if symbol is not UNTYPED:
        return symbol
    if type_.kind is Kind.BOOL:
        return NEITHER
    if type_.kind is Kind.ENUM:
        return Choice({type_.options[0]: True}, False)
    day = type_.kind is Kind.DATE
    start = type_.low.toordinal() if isinstance(type_.low, date) else 0
    return Number(start, 1, False, low=start, high=start, values=frozenset({start}), day=day)


def like(symbol: Symbol, others: list[Symbol]) -> Symbol:
    """The same, or where it has no kind, one of the kind of the others."""
    if symbol is not UNTYPED:
        return symbol
    return next((undefined(each) for each in others if each is not UNTYPED), symbol)
