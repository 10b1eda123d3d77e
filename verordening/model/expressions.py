"""Typed expressions: what conditions, values and floors are made of once names are resolved.

They are evaluated in `evaluate`.
"""

from __future__ import annotations

from datetime import date

from verordening.model.types import Below, Kind, Number, Value
from verordening.records import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Constant:
    """A value; `kind` and `unit` say how people read it."""

    value: Value
    kind: Kind
    unit: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoValue:
    """`onbekend`: nobody knows the value. `why` says so in Dutch."""

    why: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Input:
    """A `gegeven` or `oordeel` of the case."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ConceptValue:
    """A `begrip`."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableValue:
    """The row of a `tabel` on the peildatum."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DecisionValue:
    """What a decision comes to; only in floors and guarantees."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CaseDate:
    """The peildatum."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Not:
    """Negation."""

    operand: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class And:
    """All of these."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Or:
    """At least one of these."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compare:
    """`left operator right`, operator one of = != < <= > >=."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OneOf:
    """The subject is one of the options."""

    subject: Expression
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Arithmetic:
    """`+ - * /` on numbers, exactly; division by zero has no value."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Share:
    """`percent % van whole`."""

    percent: Expression
    whole: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DateShift:
    """A date plus (sign 1) or minus (sign -1) a duration in months or days."""

    day: Expression
    sign: int
    duration: Expression
    family: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NextMonth:
    """The first day of the calendar month after a date."""

    day: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DateDifference:
    """The days from the second date to the first."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Elapsed:
    """The whole `unit`s (maand, jaar, dag, week) that have passed from `start` to `end`."""

    unit: str
    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Term:
    """The last day of a term of `duration` (months, days or working days, by `family`) after `day`.

    With `statutory` it is set by an act or amvb, and the Algemene termijnenwet moves its end.
    """

    day: Expression
    duration: Expression
    family: str
    statutory: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Extreme:
    """The smallest or the largest of these."""

    smallest: bool
    operands: tuple[Expression, ...]


# ------------------------------------------------ of the elements of a list , those with `condition`


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FieldValue:
    """A field of the element that is being looked at."""

    list: str
    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CountOf:
    """How many elements."""

    list: str
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SumOf:
    """The sum of `subject`; nothing adds up to 0."""

    list: str
    subject: Expression
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExtremeOf:
    """The lowest (`smallest`) or highest `subject`; there is none without elements."""

    smallest: bool
    list: str
    subject: Expression
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SomeOf:
    """Whether there is an element at all."""

    list: str
    condition: Expression | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllOf:
    """Whether `demand` holds of each; without elements it does."""

    list: str
    condition: Expression | None
    demand: Expression


ListExpression = FieldValue | CountOf | SumOf | ExtremeOf | SomeOf | AllOf
"""What looks into a list."""


# ------------------------------------------------ what other rules give


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RuleValue:
    """What the applying rule among `rules` (indices in the corpus) gives to `decision`."""

    rules: tuple[int, ...]
    decision: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OrdinaryOutcome:
    """What holds of the decision without the tailoring rule this stands in."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Branches:
    """The value of the first branch whose condition holds, else `otherwise`."""

    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rounded:
    """`operand` rounded to `unit` cents: half away from zero, naar boven or naar beneden (`direction`)."""

    operand: Expression
    unit: int
    direction: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Within:
    """`operand`, which the begrip `concept` keeps from `low` to `high`; outside it is no value."""

    operand: Expression
    low: Number | date
    high: Number | date | Below
    concept: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UpTo:
    """The upper end of `van a tot b`: everything below `operand`, itself not."""

    operand: Expression


Expression = (
    Constant
    | NoValue
    | Input
    | ConceptValue
    | TableValue
    | DecisionValue
    | CaseDate
    | Not
    | And
    | Or
    | Compare
    | OneOf
    | Arithmetic
    | Share
    | DateShift
    | NextMonth
    | DateDifference
    | Elapsed
    | Term
    | Extreme
    | FieldValue
    | CountOf
    | SumOf
    | ExtremeOf
    | SomeOf
    | AllOf
    | RuleValue
    | OrdinaryOutcome
    | Branches
    | Rounded
    | Within
    | UpTo
)


def alike(left: object, right: object) -> bool:
    """Whether two expressions are written the same, wherever they stand."""
    if left.__class__ is not right.__class__:
        return False
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(alike, left, right))
    names = getattr(left, "__match_args__", None)
    return left == right if names is None else all(alike(getattr(left, x), getattr(right, x)) for x in names)
