"""The types of the language and the exact values that belong to them. Nothing here is a float.

Values inside the engine: `bool` (ja/nee), `str` (one of an `een van`), `int | Fraction` (numbers), `date`,
`INDEFINITE` and `Items` (a list). Amounts are in cents, percentages in percent, durations in months (maand, jaar),
days (dag, week), hours (uur) or working days (werkdag).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from verordening.choices import Enum, StrEnum
from verordening.records import dataclass


class Kind(StrEnum):
    """The kinds of value; the value of each is the word of the language."""

    BOOL = "ja/nee"
    ENUM = "een van"
    COUNT = "aantal"
    NUMBER = "getal"
    PERCENTAGE = "percentage"
    AMOUNT = "bedrag"
    DURATION = "duur"
    DATE = "datum"
    LIST = "lijst"


class Indefinite(Enum):
    """The duration without an end, `onbepaald`: longer than every other."""

    INDEFINITE = "onbepaald"


INDEFINITE = Indefinite.INDEFINITE

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Items:
    """The elements of a list as far as they are known; a field that an element does not have is unknown.

    Where the list is not `complete` there may be more, up to the maximum of its type.
    """

    elements: tuple[Mapping[str, Value], ...]
    complete: bool = True

    def __hash__(self) -> int:
        return hash((self.complete, *(frozenset(each.items()) for each in self.elements)))


@dataclass(frozen=True, slots=True)
class Below:
    """The upper end of a range written with `tot`: everything below `limit`, itself not."""

    limit: Number | date


Value = bool | str | int | Fraction | date | Indefinite | Items | Below

MONTHS_PER_UNIT = {"maand": 1, "jaar": 12}
DAYS_PER_UNIT = {"dag": 1, "week": 7}
FAMILIES = {
    "maand": "maand",
    "jaar": "maand",
    "dag": "dag",
    "week": "dag",
    "uur": "uur",
    "werkdag": "werkdag",
}
PER_FAMILY_UNIT = {"maand": 1, "jaar": 12, "dag": 1, "week": 7, "uur": 1, "werkdag": 1}


@dataclass(frozen=True, slots=True)
class Type:
    """A type with its bounds. `unit` is the period of an amount (empty: once) or the unit in which a duration is shown.

    `low`, `high` and `step` are in the engine's own units (cents, percent, months, days, hours; step of a date: days).
    `of` is what it is a percentage of, or what one element of a list is called; `high` of a list is its maximum.
    """

    kind: Kind
    unit: str = ""
    of: str = ""
    options: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    low: Number | date | None = None
    high: Number | date | None = None
    step: Number | None = None
    indefinite: bool = False
    fields: tuple[Field, ...] = ()

    @property
    def family(self) -> str:
        """What must agree for two values to be compared: period of an amount, maand/dag/uur of a duration."""
        return FAMILIES[self.unit] if self.kind is Kind.DURATION else self.unit

    @property
    def is_numeric(self) -> bool:
        """Whether values are numbers."""
        return self.kind in NUMERIC

    def label(self, option: str) -> str:
        """The words people read for an option."""
        return self.labels[self.options.index(option)] if option in self.options else option

    def describe(self) -> str:
        """The type in Dutch, for messages: "een bedrag per maand"."""
        return describe(self)

    def field(self, name: str) -> Field:
        """The field of this name; raises KeyError where the elements of the list have none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)


class Changes(StrEnum):
    """Whether a fact can still become another; the value of each is the clause of the language that says so."""

    FREELY = ""
    UP = "neemt alleen toe"
    NEVER = "verandert niet"


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked of each element of a list."""

    name: str
    type: Type
    label: str
    question: str
    protected: bool
    changes: Changes = Changes.FREELY


NUMERIC = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENTAGE, Kind.AMOUNT, Kind.DURATION})

BOOL = Type(Kind.BOOL)
DATE = Type(Kind.DATE)
NUMBER = Type(Kind.NUMBER)
PERCENTAGE = Type(Kind.PERCENTAGE)

DEFAULT_BOUNDS: dict[Kind, tuple[Number | date, Number | date, Number]] = {
    Kind.COUNT: (0, 1_000, 1),
    Kind.NUMBER: (0, 1_000_000, Fraction(1, 100)),
    Kind.PERCENTAGE: (0, 100, Fraction(1, 100)),
    Kind.AMOUNT: (0, 100_000_000, 1),
    Kind.DURATION: (0, 1_200, 1),
    Kind.DATE: (date(1900, 1, 1), date(2100, 12, 31), 1),
}
"""Bounds and step of a number whose declaration gives none, so that every case is finite: amounts up to € 1.000.000."""

_PLURALS = {
    "maand": "maanden",
    "jaar": "jaren",
    "dag": "dagen",
    "week": "weken",
    "uur": "uren",
    "werkdag": "werkdagen",
}


def describe(type_: Type) -> str:
    """The type in Dutch, for messages."""
    match type_.kind:
        case Kind.BOOL:
            return "ja of nee"
        case Kind.ENUM:
            return "een van " + ", ".join(type_.options)
        case Kind.AMOUNT:
            return f"een bedrag per {type_.unit}" if type_.unit.isalpha() else "een bedrag"
        case Kind.DURATION:
            return f"een duur in {_PLURALS[type_.unit]}"
        case Kind.DATE:
            return "een datum"
        case Kind.LIST:
            return "een lijst"
        case Kind.PERCENTAGE if type_.of:
            return f"een percentage van {type_.of}"
        case _:
            return f"een {type_.kind.value}"


def last_below(limit: Number | date, type_: Type) -> Number | date:
    """The last value of a type below a limit: a day, or a whole number of steps from the lowest value."""
    low, step = type_.low, type_.step or 1
    if isinstance(limit, date):
        return limit - timedelta(days=1)
    start = low if isinstance(low, int | Fraction) else 0
    return normalised(Fraction(start + (ceil(Fraction(limit - start) / step) - 1) * step))


def normalised(number: Number) -> Number:
    """A whole Fraction as int, so that equal values print and hash alike."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return number.numerator
    return number
