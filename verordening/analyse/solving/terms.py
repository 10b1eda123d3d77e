"""What can be done with the symbols of z3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import z3

from verordening.symbolic.terms import Bool, Term, choice, conjunction, disjunction, floor, negation, product


@conjunction.register
def _(first: z3.BoolRef, parts: Sequence[Bool]) -> Bool:
    return z3.And(list(parts))


@disjunction.register
def _(first: z3.BoolRef, parts: Sequence[Bool]) -> Bool:
    return z3.Or(list(parts))


@negation.register
def _(part: z3.BoolRef) -> Bool:
    return part.arg(0) if z3.is_not(part) else z3.Not(part)


@choice.register
def _(when: z3.BoolRef, one: Any, other: Any) -> Any:
    return z3.If(when, one, other)


@floor.register
def _(term: z3.ArithRef, by: int) -> Term:
    return term / by


@product.register
def _(term: z3.ArithRef, other: Term, values: frozenset[int] | None) -> Term:
    """A sum by hand where one has few values: z3 is quick with what is linear."""
    if values is None:
        return term * other
    first, *rest = sorted(values)
    found = first * other
    for each in rest:
        found = z3.If(term == each, each * other, found)
    return found
