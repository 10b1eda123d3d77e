"""How a symbol of a program is read back as the value that the interpreter gives: Python text over the program's own.

What is not known is `NOT_KNOWN`: which facts are missing for it, the tree's own parts tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from verordening.evaluate.unknown import NOTHING, Unknown
from verordening.model.types import INDEFINITE, Below
from verordening.symbolic.logic import Truth
from verordening.symbolic.looking import UNTYPED
from verordening.symbolic.symbols import Choice, Number, Symbol
from verordening.symbolic.terms import Bool, Term

NOT_KNOWN: Final = Unknown(NOTHING, NOTHING)
"""A part of which the facts of the case leave open what it comes to."""


class Told(NamedTuple):
    """A text in which `{}` stands for what a node of the program comes to."""

    text: str
    node: int


class Where(NamedTuple):
    """One text where a truth of the program holds, else the other."""

    when: int
    one: Reading
    other: Reading


Reading = str | Told | Where
"""How a value is read back."""

NodeOf = Callable[[Bool | Term], int]
"""The node of a truth or a number of the program."""


def _quotient(number: int, parts: int) -> int | Fraction:
    whole, rest = divmod(number, parts)
    return Fraction(number, parts) if rest else whole


NAMES: Final[Mapping[str, object]] = {
    "U": NOT_KNOWN,
    "INDEFINITE": INDEFINITE,
    "below": Below,
    "day": date.fromordinal,
    "quotient": _quotient,
}
"""What the texts of this module name."""


def read_back(symbol: Symbol, node_of: NodeOf) -> Reading:
    """What gives the value of a symbol."""
    if symbol is UNTYPED:
        return "U"
    if isinstance(symbol, Truth):
        return _truth(symbol, node_of)
    found = _option(symbol, node_of) if isinstance(symbol, Choice) else _number(symbol, node_of)
    return where(symbol.defined, found, "U", node_of)


def where(when: Bool, one: Reading, other: Reading, node_of: NodeOf) -> Reading:
    """One where a truth holds, else the other."""
    if isinstance(when, bool):
        return one if when else other
    return one if one == other else Where(node_of(when), one, other)


def _truth(truth: Truth, node_of: NodeOf) -> Reading:
    rest = "False" if truth.total else where(truth.no, "False", "U", node_of)
    return where(truth.yes, "True", rest, node_of)


def _option(chosen: Choice, node_of: NodeOf) -> Reading:
    found: Reading = "U"
    for option, when in chosen.options.items():
        found = where(when, repr(option), found, node_of)
    return found


def _number(number: Number, node_of: NodeOf) -> Reading:
    text = "{}" if number.parts == 1 else f"quotient({{}}, {number.parts})"
    if number.day:
        text = "day({})"
    if number.below:
        text = f"below({text})"
    found = text.format(number.term) if number.fixed else Told(text, node_of(number.term))
    return where(number.endless, "INDEFINITE", found, node_of)
