"""A list of a case, place by place."""

from __future__ import annotations

from verordening.records import dataclass
from verordening.symbolic.symbols import Symbol
from verordening.symbolic.terms import Bool


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One place in a list: whether it is taken, whether that is known, and the fields of what stands there."""

    there: Bool
    fields: dict[str, Symbol]
    known: Bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Unrolled:
    """A list of at `most` so many: its places, the first ones taken.

    `short` says that it is no longer than these; None where it never is.
    """

    elements: tuple[Element, ...]
    most: int
    short: Bool | None
