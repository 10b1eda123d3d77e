"""What can be done with a symbol that is not settled. Each kind of symbol says how, where it is declared.

Terms have the operators of Python too: `+ - *` on numbers, and `== < <= > >=`, which give a truth.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any, TypeAlias

Bool: TypeAlias = Any
"""A truth of a solver or a program, or a plain `bool` where nothing is left to decide."""
Term: TypeAlias = Any
"""A whole number, or a number of a solver or a program."""


@singledispatch
def conjunction(first: Bool, parts: Sequence[Bool]) -> Bool:
    """All of at least two unsettled truths, of which `first` is one."""
    raise TypeError(first)


@singledispatch
def disjunction(first: Bool, parts: Sequence[Bool]) -> Bool:
    """At least one of at least two unsettled truths, of which `first` is one."""
    raise TypeError(first)


@singledispatch
def negation(part: Bool) -> Bool:
    """Not an unsettled truth."""
    raise TypeError(part)


@singledispatch
def choice(when: Bool, one: Any, other: Any) -> Any:
    """`one` when an unsettled truth holds, else `other`: two truths or two numbers, settled or not."""
    raise TypeError(when)


@choice.register
def _(when: bool, one: Any, other: Any) -> Any:
    return one if when else other


@singledispatch
def floor(term: Term, by: int) -> Term:
    """A number divided by a whole number above 0, rounded down."""
    raise TypeError(term)


@singledispatch
def product(term: Term, other: Term, values: frozenset[int] | None) -> Term:
    """The product of two numbers that are not settled; all that the first can be, where these are few."""
    raise TypeError(term)


@floor.register
def _(term: int, by: int) -> int:
    return term // by
