"""What can be done with a symbol that is not settled. Each kind of symbol says how, where it is declared.

Terms have the operators of Python too: `+ - *` on numbers, and `== < <= > >=`, which give a truth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

Bool: TypeAlias = Any
"""A truth of a solver or a program, or a plain `bool` where nothing is left to decide."""
Term: TypeAlias = Any
"""A whole number, or a number of a solver or a program."""


class Truths(NamedTuple):
    """What can be done with the unsettled truths of a kind.

    `conjunction` and `disjunction` take at least two, `negation` one; `choice` a truth, then what holds if it does and
    what else: two truths or two numbers, settled or not.
    """

    conjunction: Callable[[Sequence[Bool]], Bool]
    disjunction: Callable[[Sequence[Bool]], Bool]
    negation: Callable[[Bool], Bool]
    choice: Callable[[Bool, Any, Any], Any]


class Numbers(NamedTuple):
    """What can be done with the unsettled numbers of a kind.

    `floor` divides by a whole number above 0 and rounds down. `product` takes two numbers and all that the first can
    be, where these are few.
    """

    floor: Callable[[Term, int], Term]
    product: Callable[[Term, Term, frozenset[int] | None], Term]


TRUTHS: Final[dict[type, Truths]] = {}
"""The kinds of truths, by their class."""
NUMBERS: Final[dict[type, Numbers]] = {}
"""The kinds of numbers, by their class."""
_Ways = TypeVar("_Ways")


def truths_like(symbol: Bool) -> Truths:
    """What can be done with a truth that is not settled."""
    return TRUTHS.get(symbol.__class__) or _inherited(TRUTHS, symbol.__class__)


def choice(when: Bool, one: Any, other: Any) -> Any:
    """`one` when, else `other`: two truths or two numbers, settled or not."""
    if isinstance(when, bool):
        return one if when else other
    return truths_like(when).choice(when, one, other)


def floor(term: Term, by: int) -> Term:
    """A number divided by a whole number above 0, rounded down."""
    if isinstance(term, int):
        return term // by
    return _numbers_like(term).floor(term, by)


def product(term: Term, other: Term, values: frozenset[int] | None) -> Term:
    """The product of two numbers that are not settled; all that the first can be, where these are few."""
    return _numbers_like(term).product(term, other, values)


def _numbers_like(symbol: Term) -> Numbers:
    return NUMBERS.get(symbol.__class__) or _inherited(NUMBERS, symbol.__class__)


def _inherited(ways: dict[type, _Ways], kind: type) -> _Ways:
    for each in kind.__mro__:
        if each in ways:
            found = ways[kind] = ways[each]
            return found
    raise TypeError(kind)
