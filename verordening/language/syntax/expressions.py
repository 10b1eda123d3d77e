"""References and expressions as written."""

from __future__ import annotations

from verordening.language.source import Span
from verordening.records import dataclass

# ---------------------------------------------------------------- references


@dataclass(frozen=True, slots=True)
class Reference:
    """A legal reference as written; empty parts were left out. `up_to` is the last number of a range."""

    span: Span
    regeling: str = ""
    artikel: str = ""
    lid: str = ""
    onderdeel: str = ""
    zin: str = ""
    richtlijn: str = ""
    up_to: str = ""
    itself: bool = False
    every: str = ""

    def __str__(self) -> str:
        if self.every:
            return f"elke {self.every}"
        if self.itself:
            return "deze regeling"
        names = ("artikel", "lid", "onderdeel", "zin", "richtlijn")
        parts = [self.regeling] if self.regeling else []
        parts += [f"{name} {getattr(self, name)}" for name in names if getattr(self, name)]
        if self.up_to:
            parts.append(f"tot en met {self.up_to}")
        return " ".join(parts)


# ---------------------------------------------------------------- expressions


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as written. `kind`: bedrag, percentage, duur, datum, getal, ja/nee, onbepaald; `number` in its `unit`.

    Amounts are in cents, percentages in percent, durations in the unit written.
    """

    span: Span
    kind: str
    number: object
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of something declared, or of one of the values of an `een van (…)`."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class CaseDate:
    """`peildatum`."""

    span: Span


@dataclass(frozen=True, slots=True)
class NoValue:
    """`onbekend`: no value is known."""

    span: Span


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands.

    `operator`: and, or, not, =, !=, <, <=, >, >=, +, -, *, /, van (percentage of), kleinste, grootste.
    """

    span: Span
    operator: str
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """`inkomen omgerekend per jaar [met 52]`: an amount for another period, with the factor where one is stated."""

    span: Span
    amount: Expression
    period: str
    factor: Expression | None = None


@dataclass(frozen=True, slots=True)
class OneOf:
    """`x is een van (a, b)`."""

    span: Span
    subject: Expression
    options: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ListOperation:
    """Something of the elements of a list, `subject` of each element, of those for which `condition` holds.

    `operator`: aantal, som, hoogste, laagste (`of` names the list); een, geen, elk (`of` names one element). `demand`
    is what must hold for `elk`. `wording` is the word that depends on the noun behind it: de, het, elk or elke.
    """

    span: Span
    operator: str
    of: Name
    subject: Expression | None = None
    condition: Expression | None = None
    demand: Expression | None = None
    wording: str = ""


@dataclass(frozen=True, slots=True)
class RuleValue:
    """`de duur van lid 1`: what the rule there gives; `aspect` is duur, bedrag, percentage or uitkomst."""

    span: Span
    aspect: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class OrdinaryOutcome:
    """`de gewone uitkomst`: what would hold without this rule."""

    span: Span


@dataclass(frozen=True, slots=True)
class Elapsed:
    """`hele jaren van A tot B`; `sinds A` is up to the peildatum. `unit` as in a duration."""

    span: Span
    unit: str
    start: Expression
    end: Expression


@dataclass(frozen=True, slots=True)
class Term:
    """`termijn van 8 weken na D`: its last day."""

    span: Span
    duration: Expression
    day: Expression


Expression = (
    Literal
    | Name
    | CaseDate
    | NoValue
    | Operation
    | Conversion
    | OneOf
    | ListOperation
    | RuleValue
    | OrdinaryOutcome
    | Elapsed
    | Term
)
