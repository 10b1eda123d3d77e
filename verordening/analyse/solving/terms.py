"""What can be done with the symbols of z3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import z3

from verordening.symbolic.terms import NUMBERS, TRUTHS, Bool, Numbers, Term, Truths


def _conjunction(parts: Sequence[Bool]) -> Bool:
    return z3.And(list(parts))


def _disjunction(parts: Sequence[Bool]) -> Bool:
    return z3.Or(list(parts))


def _negation(part: z3.BoolRef) -> Bool:
    return part.arg(0) if z3.is_not(part) else z3.Not(part)


def _choice(when: z3.BoolRef, one: Any, other: Any) -> Any:
    return z3.If(when, one, other)


def _floor(term: z3.ArithRef, by: int) -> Term:
    return term / by


def _product(term: z3.ArithRef, other: Term, values: frozenset[int] | None) -> Term:
    """A sum by hand where one has few values: z3 is quick with what is linear."""
    if values is None:
        return term * other
    first, *rest = sorted(values)
    found = first * other
    for each in rest:
        found = z3.If(term == each, each * other, found)
    return found


TRUTHS[z3.BoolRef] = Truths(_conjunction, _disjunction, _negation, _choice)
NUMBERS[z3.ArithRef] = Numbers(_floor, _product)
