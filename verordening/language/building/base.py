"""What every part of the tree builder needs: places, names, dates and a list of what cannot be right."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

from verordening.language import syntax as s
from verordening.language.measures import MONTHS, MOST_DIGITS
from verordening.language.source import Span
from verordening.language.tokens import Meta, Token
from verordening.records import dataclass

NO_DATE = datetime.date.min
"""Stands for a date that does not exist; what holds it is dropped."""


@dataclass(frozen=True, slots=True)
class BuildProblem:
    """Something that the grammar lets through but that cannot be right, with its code and place."""

    code: str
    message: str
    span: Span
    help: str = ""


class Base:
    """The state of one build. `problems` fills while the tree is walked; the walk itself goes on."""

    def __init__(self, path: str, reserved: frozenset[str]) -> None:
        self.path = path
        self.reserved = reserved
        self.problems: list[BuildProblem] = []

    def _span(self, meta: Meta) -> Span:
        if meta is None:
            return Span.at(self.path, 1, 1)
        first, last = meta
        return Span(self.path, first.line, first.column, last.end_line, last.end_column)

    def _token_span(self, token: Token) -> Span:
        return Span(self.path, token.line, token.column, token.end_line, token.end_column)

    def _problem(self, code: str, message: str, span: Span, help: str = "") -> None:
        self.problems.append(BuildProblem(code, message, span, help))

    def _name(self, token: Token) -> s.Name:
        return s.Name(self._token_span(token), str(token))

    def _names(self, children: list[Any]) -> tuple[s.Name, ...]:
        return tuple(self._name(child) for child in tokens(children, "NAME"))

    def _declared(self, token: Token) -> s.Name:
        """The name of a declaration: no word of the language itself, or it could not be told from that word."""
        if str(token) in self.reserved:
            self._problem(
                "VRD117",
                f"`{token}` is een woord van de taal zelf en kan geen naam zijn",
                self._token_span(token),
                f"kies een andere naam, zoals `{token}_1`",
            )
        return self._name(token)

    def _date(self, token: Token) -> datetime.date:
        day, month, year = token.split()
        try:
            return datetime.date(int(year), MONTHS.index(month) + 1, int(day))
        except ValueError:
            self._problem(
                "VRD110",
                f"{int(day)} {month} {year} bestaat niet",
                self._token_span(token),
                f"schrijf een dag die in {month} {year} voorkomt",
            )
            return NO_DATE

    def _exact(self, token: Token, text: str) -> int | Fraction:
        """A Dutch decimal, exactly; whole numbers as int."""
        if len(text) > MOST_DIGITS and sum(character.isdigit() for character in text) > MOST_DIGITS:
            self._problem(
                "VRD111",
                f"dit getal heeft meer dan {MOST_DIGITS} cijfers",
                self._token_span(token),
                "kijk of er niet te veel cijfers staan",
            )
            return 0
        if text.isdecimal():
            return int(text)
        number = Fraction(text.replace(",", "."))
        return number.numerator if number.denominator == 1 else number


def tokens(children: list[Any], *types: str) -> list[Token]:
    """The tokens of these types among the children."""
    return [child for child in children if isinstance(child, Token) and child.type in types]


def nodes(children: list[Any]) -> list[Any]:
    """The children that are no tokens."""
    return [child for child in children if not isinstance(child, Token)]


def text(token: Token) -> str:
    """What stands between the quotes."""
    return str(token)[1:-1]
