"""How a symbol of a program is read back as the value that the interpreter gives: Python text over the program's own.

What is not known is `NOT_KNOWN`: which facts are missing for it, the tree's own parts tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from verordening.evaluate.unknown import NOTHING, Unknown
from verordening.model.types import INDEFINITE, Below
from verordening.symbolic.logic import Truth
from verordening.symbolic.looking import UNTYPED
from verordening.symbolic.symbols import Choice, Number, Symbol
from verordening.symbolic.terms import Bool, Term

NOT_KNOWN: Final = Unknown(NOTHING, NOTHING)
"""A part of which the facts of the case leave open what it comes to."""

Text = Callable[[Bool | Term], str]
"""What to write for a truth or a number of the program."""


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


def read_back(symbol: Symbol, text: Text) -> str:
    """The text that gives the value of a symbol."""
    if symbol is UNTYPED:
        return "U"
    if isinstance(symbol, Truth):
        return _truth(symbol, text)
    found = _option(symbol, text) if isinstance(symbol, Choice) else _number(symbol, text)
    return _where(symbol.defined, found, "U", text)


def _truth(truth: Truth, text: Text) -> str:
    rest = "False" if truth.total else _where(truth.no, "False", "U", text)
    return _where(truth.yes, "True", rest, text)


def _option(chosen: Choice, text: Text) -> str:
    found = "U"
    for option, when in chosen.options.items():
        found = _where(when, repr(option), found, text)
    return found


def _number(number: Number, text: Text) -> str:
    term = text(number.term)
    found = term if number.parts == 1 else f"quotient({term}, {number.parts})"
    if number.day:
        found = f"day({term})"
    if number.below:
        found = f"below({found})"
    return _where(number.endless, "INDEFINITE", found, text)


def _where(when: Bool, one: str, other: str, text: Text) -> str:
    if isinstance(when, bool):
        return one if when else other
    return f"({one} if {text(when)} else {other})"
