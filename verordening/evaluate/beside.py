"""What it takes to hold a value beside what another delegation gives (`measuring`), and how to ask for that.

Apart from the measure itself: that is only loaded where a delegation relates its values to those of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verordening.evaluate.context import Context
from verordening.evaluate.unknown import Truth
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule
from verordening.model.types import Value
from verordening.packed import NamedTuple

Speaking = Callable[[Rule, str, Corpus], Iterable[Rule]]
"""The rules that may defeat a rule for a decision, limit what it gives or go before it."""


class Standing(NamedTuple):
    """How to know what stands: a delegation or a rule for a decision, which rules fill one in, which defeat a rule, and
    which may be against it in any way.
    """

    delegation: Callable[[int, str, Context], Truth]
    rule: Callable[[int, str, Context], Truth]
    filling: Callable[[int, str, Corpus], tuple[Rule, ...]]
    defeaters: Speaking
    against: Speaking


NO_RULE = -1


class Beside(NamedTuple):
    """A value that a rule gives to a decision on the ground of one delegation, to be held beside another.

    With `NO_RULE` it is no matter which.
    """

    value: Value
    decision: str
    rule: int
    delegation: int
    other: int


def fits_beside(asked: Beside, standing: Standing, context: Context) -> Truth:
    """Whether a value fits what is given on the ground of the other delegation."""
    from verordening.evaluate.measuring import measured

    return measured(asked, standing, context)
