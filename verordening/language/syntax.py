"""The syntax tree of a `.vrd` file: what was written and where. What it means is decided in `model`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verordening.language.source import Span

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
class OneOf:
    """`x is een van (a, b)`."""

    span: Span
    subject: Expression
    options: tuple[Name, ...]


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


Expression = Literal | Name | CaseDate | NoValue | Operation | OneOf | RuleValue | OrdinaryOutcome

# ---------------------------------------------------------------- types


@dataclass(frozen=True, slots=True)
class Option:
    """One value of an `een van (…)` with the words people read for it."""

    span: Span
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class TypeExpression:
    """A type as written; `kind` as in the language (ja/nee, een van, aantal, …)."""

    span: Span
    kind: str
    unit: str = ""
    of: Name | None = None
    options: tuple[Option, ...] = ()
    low: Expression | None = None
    high: Expression | None = None
    step: Expression | None = None
    indefinite: bool = False


@dataclass(frozen=True, slots=True)
class Rounding:
    """`afgerond op centen naar boven`: unit centen or euro's, direction half, boven or beneden."""

    span: Span
    unit: str
    direction: str


# ---------------------------------------------------------------- heads


@dataclass(frozen=True, slots=True)
class RegelingHead:
    """`regeling NAAM "titel"`."""

    span: Span
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PlaceHead:
    """`artikel 3 "…"`, `lid 1`, `onderdeel a`, `zin 2` or `richtlijn 4 "…"`: `part` says which."""

    span: Span
    part: str
    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class InputHead:
    """`gegeven` or `oordeel` (`keyword`): what a case must say."""

    span: Span
    keyword: str
    name: Name
    type: TypeExpression


@dataclass(frozen=True, slots=True)
class ConceptHead:
    """`begrip`: branches of (value, condition), then what holds otherwise; no branches: just a value."""

    span: Span
    name: Name
    type: TypeExpression | None
    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression
    rounding: Rounding | None


@dataclass(frozen=True, slots=True)
class TableHead:
    """`tabel`: amounts by date; `indexed` are (month, day) on which a row ends by itself."""

    span: Span
    name: Name
    type: TypeExpression
    indexed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DecisionHead:
    """`besluit`: what the college decides."""

    span: Span
    name: Name
    type: TypeExpression
    default: Expression | None
    rounding: Rounding | None
    favourable: Name | None


@dataclass(frozen=True, slots=True)
class ValueHead:
    """`waarde`: a value that the law serves."""

    span: Span
    name: Name
    text: str


@dataclass(frozen=True, slots=True)
class FloorHead:
    """`ondergrens`: a floor."""

    span: Span
    name: Name
    title: str


Head = RegelingHead | PlaceHead | InputHead | ConceptHead | TableHead | DecisionHead | ValueHead | FloorHead

# ---------------------------------------------------------------- consequences


@dataclass(frozen=True, slots=True)
class Effect:
    """One consequence. `form`: moet, kan, afgestemd, hoogste, minste, mag_niet, bepaalt, gemotiveerd.

    `decision` is None for `moet afgestemd worden` of a class of rules and for `gemotiveerd`; `low`/`high` are the range
    (equal for one value); `relation` is (hoger|lager|korter|langer, the place compared with).
    """

    span: Span
    form: str
    decision: Name | None = None
    low: Expression | None = None
    high: Expression | None = None
    delegate: str = ""
    krachtens: Reference | None = None
    relation: tuple[str, Reference] | None = None
    key: str = ""
    question: str = ""


# ---------------------------------------------------------------- clauses


@dataclass(frozen=True, slots=True)
class TextClause:
    """A keyword with texts: bron, inhoud, vraag, omstreden, …"""

    span: Span
    keyword: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordClause:
    """A keyword with words: soort, dient, mandaat, herkomst, motiveer, …; `text` is what stands behind them."""

    span: Span
    keyword: str
    words: tuple[Name, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceClause:
    """A keyword with references: grondslag, onverminderd, vervangt, niet opgenomen, geen regeling, …"""

    span: Span
    keyword: str
    references: tuple[Reference, ...]
    text: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ConditionClause:
    """als, tenzij or eis."""

    span: Span
    keyword: str
    condition: Expression


@dataclass(frozen=True, slots=True)
class PeriodClause:
    """`in werking`, `nieuw` or `gedoogd`; `start` is None for `onbekend`, `end` is exclusive."""

    span: Span
    keyword: str
    start: date | None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class RowClause:
    """A row of a `tabel`."""

    span: Span
    start: date
    end: date | None
    amount: Expression
    provenance: str = ""
    source: str = ""
    keyword: str = "vanaf"


@dataclass(frozen=True, slots=True)
class DeviationClause:
    """`in afwijking van …`."""

    span: Span
    targets: tuple[Reference, ...]
    excepted: tuple[Reference, ...]
    because: Name | None
    keyword: str = "in afwijking van"


@dataclass(frozen=True, slots=True)
class EffectClause:
    """`dan …` or `herstel …`."""

    span: Span
    keyword: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class WeighingClause:
    """`weegt A boven B bij …`."""

    span: Span
    higher: Name
    lower: Name
    at: tuple[Reference, ...]
    keyword: str = "weegt"


Clause = (
    TextClause
    | WordClause
    | ReferenceClause
    | ConditionClause
    | PeriodClause
    | RowClause
    | DeviationClause
    | EffectClause
    | WeighingClause
)


@dataclass(frozen=True, slots=True)
class Item:
    """A head with its clauses."""

    head: Head
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The items of one file in the order written."""

    path: str
    items: tuple[Item, ...]
