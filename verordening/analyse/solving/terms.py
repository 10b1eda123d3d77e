"""What can be done with the symbols of z3."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import z3

from verordening.symbolic.terms import Bool, Term, choice, conjunction, disjunction, floor, negation


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
