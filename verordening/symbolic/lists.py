"""Expressions over the elements of a list, for the solver: over each of its places."""

from __future__ import annotations

from collections.abc import Callable

from verordening.model import expressions as e
from verordening.records import dataclass
from verordening.symbolic.calculating import added, extreme
from verordening.symbolic.elements import Element, Unrolled
from verordening.symbolic.logic import Truth, all_of, any_of, both, chosen, either, every, negated, partial
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import NOWHERE, Number, Symbol, selected, with_
from verordening.symbolic.terms import Term

Look = Callable[[e.Expression, str, Element], Symbol]
"""What an expression comes to while one element of a list is looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """An element, and whether it is there and meets the condition."""

    element: Element
    truth: Truth


def of_list(node: e.ListExpression, unrolled: Unrolled, look: Look) -> Symbol:
    """The value of an expression that goes over a list."""
    match node:
        case e.CountOf():
            return _count(_kept(node, unrolled, look))
        case e.SumOf():
            return _sum(node, _kept(node, unrolled, look), look)
        case e.ExtremeOf():
            return _extreme(node, _kept(node, unrolled, look), look)
        case e.SomeOf():
            return any_of(each.truth for each in _kept(node, unrolled, look))
        case e.AllOf():
            return all_of(
                any_of((negated(each.truth), _truth(look(node.demand, node.list, each.element))))
                for each in _kept(node, unrolled, look)
            )
    raise NotEncodableError("een element van een lijst buiten de lijst")


def _kept(
    node: e.CountOf | e.SumOf | e.ExtremeOf | e.SomeOf | e.AllOf, unrolled: Unrolled, look: Look
) -> list[_Kept]:
    found = []
    for element in unrolled.elements:
        there = partial(element.there, element.known)
        if node.condition is not None:
            there = all_of((there, _truth(look(node.condition, node.list, element))))
        found.append(_Kept(element, there))
    return found


def _truth(symbol: Symbol) -> Truth:
    assert isinstance(symbol, Truth)
    return symbol


def _number(symbol: Symbol) -> Number:
    assert isinstance(symbol, Number)
    return symbol


def _count(kept: list[_Kept]) -> Number:
    term: Term = 0
    for each in kept:
        term = term + chosen(each.truth.yes, 1, 0)
    return Number(
        term,
        defined=every([each.truth.defined for each in kept]),
        low=0,
        high=len(kept),
        values=frozenset(range(len(kept) + 1)),
    )


def _sum(node: e.SumOf, kept: list[_Kept], look: Look) -> Number:
    """The sum; there is one where it is known which elements count and what each is."""
    total = NOWHERE
    for each in kept:
        own = _number(look(node.subject, node.list, each.element))
        if own.endless is not False or own.below:
            raise NotEncodableError("een som waarin iets onbepaald kan zijn")
        counted = _number(selected(each.truth.yes, own, NOWHERE))
        known = both(each.truth.defined, either(each.truth.no, own.defined))
        total = added(total, with_(counted, defined=known))
    return total


def _extreme(node: e.ExtremeOf, kept: list[_Kept], look: Look) -> Number:
    """The highest or lowest, of at least one element."""
    best: Number | None = None
    some: Symbol | None = None
    there: list[Truth] = []
    for each in kept:
        own = with_known(_number(look(node.subject, node.list, each.element)), each.truth)
        if best is None or some is None:
            best, some = own, each.truth
        else:
            assert isinstance(some, Truth)
            plain = with_(best, defined=True), with_(own, defined=True)
            better = extreme(node.smallest, list(plain))
            found = _number(selected(each.truth.yes, _number(selected(some.yes, better, plain[1])), plain[0]))
            best = with_(found, defined=both(best.defined, own.defined))
            some = any_of((some, each.truth))
        there.append(each.truth)
    if best is None or not isinstance(some, Truth):
        return with_(NOWHERE, defined=False)
    return with_(best, defined=both(best.defined, some.yes))


def with_known(number: Number, counts: Truth) -> Number:
    """What an element adds to know the whole: nothing where it does not count."""
    return with_(number, defined=both(counts.defined, either(counts.no, number.defined)))
