"""Types and heads as written: what opens an item."""

from __future__ import annotations

from verordening.language.source import Span
from verordening.language.syntax.expressions import Expression, Name
from verordening.records import dataclass

# ---------------------------------------------------------------- types


@dataclass(frozen=True, slots=True)
class Option:
    """One value of an `een van (…)` with the words people read for it."""

    span: Span
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ListField:
    """A field of the elements of a list: `leeftijd: duur in jaren vraag "Hoe oud is dit kind?"`.

    `ground` is the text behind `bijzonder`; `changes` is `verandert niet` or `neemt alleen toe`, with its text.
    """

    span: Span
    name: Name
    type: TypeExpression
    question: str = ""
    label: str = ""
    protected: bool = False
    ground: str = ""
    changes: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class TypeExpression:
    """A type as written; `kind` as in the language (ja/nee, een van, aantal, …).

    Of a `lijst van kind (…)` the kind is lijst, `element` kind, and `high` the number behind `ten hoogste`.
    `half_open`: its bounds were written with `tot`, so `high` itself is not in it.
    """

    span: Span
    kind: str
    unit: str = ""
    of: Name | None = None
    options: tuple[Option, ...] = ()
    low: Expression | None = None
    high: Expression | None = None
    step: Expression | None = None
    indefinite: bool = False
    element: Name | None = None
    fields: tuple[ListField, ...] = ()
    half_open: bool = False


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
    """`gegeven` or `oordeel` (`keyword`): what a case must say; of each `per`, of which a case may hold several."""

    span: Span
    keyword: str
    name: Name
    type: TypeExpression
    per: Name | None = None


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
    per: Name | None = None


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


@dataclass(frozen=True, slots=True)
class CoherenceHead:
    """`samenhang`: what is always true of facts together, `demand` wherever `condition` is."""

    span: Span
    text: str
    condition: Expression | None
    demand: Expression


@dataclass(frozen=True, slots=True)
class GuaranteeHead:
    """`waarborg`: a property of the rules together."""

    span: Span
    name: Name
    title: str


Head = (
    RegelingHead
    | PlaceHead
    | InputHead
    | ConceptHead
    | TableHead
    | DecisionHead
    | ValueHead
    | FloorHead
    | CoherenceHead
    | GuaranteeHead
)
