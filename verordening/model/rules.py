"""Regulations, declarations and rules once everything in them is resolved: the typed rule tree. Data only."""

from __future__ import annotations

from datetime import date

from verordening.choices import IntEnum, StrEnum
from verordening.model.courses import Course
from verordening.model.expressions import Expression
from verordening.model.types import Changes, Type, Value
from verordening.model.validity import Validity
from verordening.records import dataclass


class Rank(IntEnum):
    """The rank of a regulation; higher is stronger. BEGRIPPEN has none."""

    BEGRIPPEN = 0
    WERKINSTRUCTIE = 1
    GEDRAGSLIJN = 2
    BELEIDSREGEL = 3
    NADERE_REGEL = 4
    VERORDENING = 5
    MINISTERIELE_REGELING = 6
    AMVB = 7
    WET = 8
    GRONDWET = 9
    VERDRAG = 10


RANKS: dict[str, Rank] = {
    "begrippen": Rank.BEGRIPPEN,
    "opgave": Rank.BEGRIPPEN,
    "voorbeeld": Rank.BEGRIPPEN,
    "werkinstructie": Rank.WERKINSTRUCTIE,
    "gedragslijn": Rank.GEDRAGSLIJN,
    "beleidsregel": Rank.BELEIDSREGEL,
    "nadere_regel": Rank.NADERE_REGEL,
    "verordening": Rank.VERORDENING,
    "ministeriele_regeling": Rank.MINISTERIELE_REGELING,
    "amvb": Rank.AMVB,
    "wet": Rank.WET,
    "grondwet": Rank.GRONDWET,
    "verdrag": Rank.VERDRAG,
}


class Grade(IntEnum):
    """How good a text is (`herkomst`); an outcome is as good as the weakest it rests on."""

    FICTIEF = 0
    RECONSTRUCTIE = 1
    PARAFRASE = 2
    OFFICIEEL = 3


GRADES: dict[str, Grade] = {grade.name.lower(): grade for grade in Grade}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place:
    """Where something stands: file and line, and the legal path of a provision within its regulation."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Provenance:
    """`herkomst`: the grade of a text with its note; before `since`, where that is given, it is that of `earlier`."""

    grade: Grade
    note: str
    since: date | None = None
    earlier: Provenance | None = None

    def on(self, day: date) -> Provenance:
        """How good the text is as it stood on `day`."""
        if self.since is None or self.earlier is None or day >= self.since:
            return self
        return self.earlier


@dataclass(frozen=True, slots=True)
class Burden:
    """`bewijslast`: who must show it (college or belanghebbende), and the ground for saying so with its grade."""

    bearer: str
    ground: Provenance


@dataclass(frozen=True, slots=True)
class Checked:
    """The last day that a text was read beside its source, and which text that was (`of`; may be empty)."""

    day: date
    of: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Regulation:
    """The header of a regulation. `id` is `pw` or `amsterdam/maatregelen`.

    `absent` are the grounds on which its municipality says that it has no regulation, and `complete` those on which all
    that it has is here, each with the day from which that is said (None: since the regulation holds).
    """

    id: str
    title: str
    kind: str
    rank: Rank
    gemeente: str
    source: str
    provenance: Provenance
    validity: Validity
    grounds: tuple[str, ...]
    omitted: tuple[tuple[str, str], ...]
    absent: tuple[tuple[str, date | None], ...]
    relation: str
    disputed: tuple[str, ...]
    place: Place
    checked: Checked | None = None
    complete: tuple[tuple[str, date | None], ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Provision:
    """A place in a regulation that says something, with or without a rule.

    `afterwards` is what it asks after a decision: one on the rules `follows`, or what fills them in, or any (`always`).
    `dead` are the references that its text makes and that lead nowhere, each with what is wrong. `checked` is when the
    place was last read beside its source. `ordinance` is whether it orders the council to make an ordinance.
    """

    id: str
    regulation: str
    path: str
    title: str
    summary: str
    source: str
    provenance: Provenance
    validity: Validity
    afterwards: str
    follows: tuple[int, ...]
    always: bool
    place: Place
    dead: tuple[tuple[str, str], ...] = ()
    checked: Checked | None = None
    ordinance: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InputDeclaration:
    """A `gegeven` or (with `judgement`) an `oordeel`.

    `per` is the gegeven of which a case may hold several, each with an answer of its own to this one; that gegeven
    itself has the key under which a case lists them as its `plural`. `changes` is whether it can still become another.
    """

    name: str
    type: Type
    judgement: bool
    question: str
    explanation: str
    label: str
    protected: bool
    weigh: tuple[str, ...]
    grounds: tuple[str, ...]
    burden: Burden | None
    general: bool
    order: int
    place: Place
    per: str = ""
    plural: str = ""
    changes: Changes = Changes.FREELY


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Concept:
    """A `begrip`."""

    name: str
    type: Type
    value: Expression
    label: str
    provenance: Provenance | None
    place: Place
    explanation: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Row:
    """An amount from `start` up to (not including) `end`; None: not known."""

    start: date
    end: date | None
    value: Value | None
    provenance: Provenance | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Table:
    """A `tabel`: rows in order of date."""

    name: str
    type: Type
    rows: tuple[Row, ...]
    indexed: tuple[tuple[int, int], ...]
    label: str
    provenance: Provenance | None
    place: Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Decision:
    """A `besluit`. `rounding` is (unit in cents, direction); `favourable` lager, hoger, ja, nee or empty.

    `sentence` tells the outcome, with `{uitkomst}` in it; `default_sentence` tells it when it is the standaard.
    """

    name: str
    type: Type
    default: Value | None
    rounding: tuple[int, str] | None
    favourable: str
    sentence: str
    default_sentence: str
    label: str
    order: int
    place: Place
    per: str = ""
    course: Course | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LegalValue:
    """A `waarde`: a value that the law serves."""

    name: str
    text: str
    place: Place


class Form(StrEnum):
    """What a consequence does."""

    SET = "moet"
    MAY = "kan"
    TAILOR = "afgestemd"
    AT_MOST = "hoogste"
    AT_LEAST = "minste"
    FORBID = "mag_niet"
    DELEGATE = "bepaalt"
    REASONS = "gemotiveerd"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Effect:
    """One consequence of a rule. `decision` is empty for tailoring a class of rules and for reasons to give.

    `low` and `high` bound a range and are the same expression for one value; `delegate` is the kind of regulation that
    a delegation speaks to and `krachtens` the place that a filling rule must name as its ground.
    """

    form: Form
    decision: str
    low: Expression | None
    high: Expression | None
    delegate: str
    krachtens: str
    relation: tuple[str, tuple[int, ...]] | None
    key: str
    question: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Transition:
    """`overgangsrecht`: where its condition holds, the text of a place goes on to hold as it was on `day`.

    `id` is the place that says so; `validity` and `in_regulation` are when it does.
    """

    id: str
    day: date
    condition: Expression | None
    exception: Expression | None
    validity: Validity
    in_regulation: Validity
    place: Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Rule:
    """One rule. `id` is its regulation and path; `index` its number in the corpus.

    `targets` are the rules it deviates from, `general` whether it deviates from a class (a general duty); `because` is
    the judgement behind `wegens`. `beside` are the places of which it says that it leaves them as they are
    (`onverminderd`). `fills` are the (delegating rule, decision) pairs that it may fill in. `transitions` may hold a
    case to the text of an earlier day.
    """

    index: int
    id: str
    regulation: str
    path: str
    title: str
    condition: Expression | None
    exception: Expression | None
    because: str
    targets: tuple[int, ...]
    deviates: bool
    general: bool
    effects: tuple[Effect, ...]
    serves: tuple[str, ...]
    mandate: tuple[str, ...]
    motivate: tuple[tuple[str, str], ...]
    room: str
    relation: str
    disputed: tuple[str, ...]
    replaces: tuple[int, ...]
    beside: tuple[str, ...]
    grounds: tuple[str, ...]
    fills: tuple[tuple[int, str], ...]
    validity: Validity
    in_regulation: Validity
    provenance: Provenance
    source: str
    explanation: str
    place: Place
    transitions: tuple[Transition, ...] = ()
