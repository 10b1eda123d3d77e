"""Consequences and clauses as written, and the file that they make up."""

from __future__ import annotations

from datetime import date

from verordening.language.source import Span
from verordening.language.syntax.expressions import Expression, Name, Reference
from verordening.language.syntax.heads import Head
from verordening.records import dataclass

# ---------------------------------------------------------------- consequences


@dataclass(frozen=True, slots=True)
class Effect:
    """One consequence. `form`: moet, kan, afgestemd, hoogste, minste, mag_niet, bepaalt, gemotiveerd.

    `decision` is None for `moet afgestemd worden` of a class of rules and for `gemotiveerd`; `low`/`high` are the range
    (equal for one value; `half_open`: `high` itself is not in it); `relation` is (hoger|lager|korter|langer, the place
    compared with).
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
    half_open: bool = False


# ---------------------------------------------------------------- clauses


@dataclass(frozen=True, slots=True)
class TextClause:
    """A keyword with texts: bron, inhoud, vraag, omstreden, …"""

    span: Span
    keyword: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordClause:
    """A keyword with words: soort, dient, mandaat, motiveer, …; `text` is what stands behind them."""

    span: Span
    keyword: str
    words: tuple[Name, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class OriginClause:
    """`herkomst`: how good a text is, with a note; before `since`, where that is said, another grade with its own."""

    span: Span
    grade: Name
    text: str = ""
    since: date | None = None
    earlier: Name | None = None
    earlier_text: str = ""
    keyword: str = "herkomst"


@dataclass(frozen=True, slots=True)
class ReferenceClause:
    """A keyword with references: grondslag, onverminderd, vervangt, niet opgenomen, geen regeling, …

    `since` is the day behind it: of `overgangsrecht` that of the text that goes on to hold.
    """

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
class IndependentClause:
    """`eis … hangt niet af van …`: none of the subjects turns on any of these facts."""

    span: Span
    subjects: tuple[Expression, ...]
    facts: tuple[Name, ...]
    keyword: str = "eis"


@dataclass(frozen=True, slots=True)
class MonotoneClause:
    """`eis … daalt niet als … stijgt`: `never` is daalt or stijgt, `moves` is what the fact does."""

    span: Span
    subject: Expression
    never: str
    fact: Name
    moves: str
    keyword: str = "eis"


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """`eis … is [niet] langer bij … dan bij …`: the subject in one condition beside itself in the other."""

    span: Span
    subject: Expression
    negated: bool
    relation: Name
    first: Expression
    second: Expression
    keyword: str = "eis"


@dataclass(frozen=True, slots=True)
class ExcludedClause:
    """`eis … gaat niet samen met …`: two conditions on decisions that are never both true."""

    span: Span
    first: Expression
    second: Expression
    keyword: str = "eis"


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
    | OriginClause
    | ReferenceClause
    | ConditionClause
    | IndependentClause
    | MonotoneClause
    | ComparedClause
    | ExcludedClause
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
