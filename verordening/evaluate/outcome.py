"""The outcome of one case as data: what `present` lays out, the tests read and the JSON carries. Decides nothing.

Texts in it are Dutch words made where the thing was decided ("Pw 18 lid 9 gaat voor"); values keep their
exact form beside their text.
"""

from __future__ import annotations

from datetime import date

from verordening.choices import StrEnum
from verordening.evaluate.guidance import Weighing
from verordening.evaluate.month_outcomes import NO_CALENDAR, Calendar
from verordening.evaluate.witnesses import Witness
from verordening.model.rules import Burden
from verordening.model.types import Type, Value
from verordening.packed import packed_dataclass
from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.impossible import OutOfBounds
    from verordening.evaluate.tracing import EvaluationTree


class Status(StrEnum):
    """What is known of a decision; the first that holds, in this order after the floors."""

    STRIJDIG = "strijdig"
    LEEMTE = "leemte"
    OPEN = "open"
    AFSTEMMEN = "afstemmen"
    VOORBEHOUD = "voorbehoud"
    BEPAALD = "bepaald"


class RouteStatus(StrEnum):
    """What a route allows."""

    MAG = "mag"
    MOET = "moet"
    MAG_NIET = "mag_niet"
    HANGT_AF_VAN = "hangt_af_van"


class FloorStatus(StrEnum):
    """Whether a floor holds."""

    GEHOUDEN = "gehouden"
    GESCHONDEN = "geschonden"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


class FloorEffect(StrEnum):
    """What a floor did to the outcome."""

    OVERSTEMD = "overstemd"
    SIGNAAL = "signaal"
    GEEN = "geen"


class ChoiceStatus(StrEnum):
    """Whether the choice in the case stands."""

    IN_ORDE = "in_orde"
    NIET_IN_ORDE = "niet_in_orde"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Cited:
    """A rule, provision or regulation that the outcome rests on or names.

    `id` is its full place ("amsterdam/maatregelen artikel 6 lid 1 onderdeel a"), `path` the place within the
    regulation, `kind` the soort of the regulation (wet, verordening, …), `national` whether it is national
    law, `provenance` officieel … fictief, `version` which text of the place, where overgangsrecht leaves a choice.
    """

    id: str
    regulation: str
    regulation_title: str
    path: str
    kind: str
    national: bool
    url: str
    provenance: str
    provenance_note: str
    title: str = ""
    version: str = ""


@packed_dataclass(frozen=True, slots=True)
class Shown:
    """A value with its Dutch text ("5%", "€ 70,07", "1 maand")."""

    value: Value
    text: str


@packed_dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included unless open; None: unknown. `text` is Dutch ("0% tot en met 5%")."""

    low: Value | None
    high: Value | None
    text: str
    low_open: bool = False
    high_open: bool = False


@packed_dataclass(frozen=True, slots=True)
class AmountOf:
    """The euros behind a percentage. In cents; `rounding` in Dutch."""

    cents: int
    of_cents: int
    text: str
    of_text: str
    of_name: str
    rounding: str


@packed_dataclass(frozen=True, slots=True)
class Remark:
    """Something about another rule: why it lost, does not apply or is set aside."""

    cited: Cited
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value the decision may still come to, and the rule that would give it (None: standaard, a missing text)."""

    shown: Shown | None
    text: str
    cited: Cited | None


@packed_dataclass(frozen=True, slots=True)
class DecisionOutcome:
    """What one decision comes to.

    `shown` is the settled value (bepaald, voorbehoud) and the ordinary outcome under `afstemmen`; `range`
    what may be chosen under afstemmen and what the law leaves under leemte. `because` are the facts that made
    the rule apply, `under` the higher law that gives the rule its power. `missing` are names of gegevens and
    oordelen, `missing_texts` sentences about law that is not there. `type` is the type of the decision,
    `favourable` what is good for the resident (lager, hoger, ja, nee or empty). `before_floors` is the value
    that a floor overrode. `omitted` are (title of a regulation, what it leaves out). `amount_missing` says which
    amounts are not there to tell the euros of a percentage.
    `transition` is the overgangsrecht by which an earlier text holds; `early` says that the municipality acts on a text
    that is not in force yet.
    `reservations` are the tailoring duties that may still apply (voorbehoud), `beside` the places of which the rule
    says that they hold as well (onverminderd). `between` are the bounds of an open amount, `amount_between` those of
    the euros behind a percentage, while facts are missing. `uncounted` are the rules that may decide an open decision
    while what they give cannot be worked out yet: no candidate stands for them.
    """

    name: str
    label: str
    sentence: str
    status: Status
    type: Type
    favourable: str
    shown: Shown | None
    range: Range | None
    amount: AmountOf | None
    cited: Cited | None
    reason: str
    kind: str
    because: tuple[str, ...]
    under: Cited | None
    defeated: tuple[Remark, ...]
    not_applied: tuple[Remark, ...]
    confirmed_by: tuple[Cited, ...]
    candidates: tuple[Candidate, ...]
    missing: tuple[str, ...]
    missing_texts: tuple[str, ...]
    idle: tuple[str, ...]
    sharpened: bool
    before_floors: Shown | None
    reservations: tuple[Cited, ...]
    disputed: tuple[str, ...]
    provenance: str
    provenance_notes: tuple[str, ...]
    omitted: tuple[tuple[str, str], ...]
    amount_missing: tuple[str, ...] = ()
    transition: Cited | None = None
    early: str = ""
    between: Range | None = None
    amount_between: Range | None = None
    beside: tuple[Cited, ...] = ()
    uncounted: tuple[Cited, ...] = ()


@packed_dataclass(frozen=True, slots=True)
class Route:
    """A way to deviate from, or to tailor, the outcome of one decision.

    `kind` is the kind of room (kan, plicht tot afstemming, hardheidsclausule, …), `general` whether it comes
    from a duty on a class of rules. `judgement` is the name of the oordeel it turns on (empty: none);
    `reason` why it may not, in Dutch; `hinges` the oordelen and gegevens it depends on; `motivate` key to
    question.
    """

    decision: str
    cited: Cited
    kind: str
    status: RouteStatus
    general: bool
    range: Range | None
    mandate: tuple[str, ...]
    hinges: tuple[str, ...]
    judgement: str
    weigh: tuple[str, ...]
    motivate: tuple[tuple[str, str], ...]
    serves: tuple[str, ...]
    weighing: Weighing
    reason: str
    explanation: str


@packed_dataclass(frozen=True, slots=True)
class FloorOutcome:
    """What one floor says of one decision. `before`/`after` are what the decision was and became (override only)."""

    name: str
    title: str
    group: str
    status: FloorStatus
    effect: FloorEffect
    absolute: bool
    decision: str
    before: Shown | None
    after: Shown | None
    grounds: tuple[Cited, ...]
    overrides: Cited | None
    question: str
    motivate: tuple[tuple[str, str], ...]
    explanation: str
    who_may_act: str
    facts: tuple[str, ...]
    missing: tuple[str, ...]
    provenance: str
    provenance_note: str


@dataclass(frozen=True, slots=True)
class ChoiceOutcome:
    """Whether the choice stands. `defects` are Dutch sentences, `remedies` what to write for each (or nothing).

    `amounts` are the euros behind each percentage chosen, where known; `reasons` those that it asks: key, question.
    """

    status: ChoiceStatus
    defects: tuple[str, ...]
    chosen: tuple[tuple[str, Shown], ...]
    route: str
    amounts: tuple[tuple[str, AmountOf], ...] = ()
    remedies: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Something to ask, most decisive first. `answers` are (answer, what it leads to) where that is known.

    Where that was looked for: the `decisions` that it may change, and the `witness` that it can ("misschien" without).
    """

    name: str
    text: str
    judgement: bool
    type_text: str
    options: tuple[str, ...]
    weigh: tuple[str, ...]
    burden: Burden | None
    answers: tuple[tuple[str, str], ...]
    decisions: tuple[str, ...] = ()
    witness: Witness | None = None


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A line of the tree: what was looked at, what it came to (waar, niet waar, onbekend or a value), and where."""

    text: str
    result: str
    place: str
    children: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class ActOutcome:
    """The outcome of one of several acts.

    `others` are the duties that it breaches too, with what each would give; `because` is the provision that says which
    of them holds.
    """

    number: int
    label: str
    outcome: Outcome
    others: tuple[tuple[str, str], ...]
    because: Cited | None


@packed_dataclass(frozen=True, slots=True)
class Outcome:
    """The whole answer.

    `asked` are the decisions it is about, `others` the labels of those not evaluated, `default_scope` whether
    the case named none and they were derived. `route_questions` are what only the routes turn on, `guideline_questions`
    what only guidelines turn on; they are asked of the routes that are `considered` (places). `duties`
    are provisions that hold in any case (motiveren, …). `calendar` is what it means for the months; `acts` are the
    outcomes of each act where the case lists several.
    """

    case: str
    gemeente: str
    gemeente_name: str
    peildatum: date
    asked: tuple[str, ...]
    default_scope: bool
    others: tuple[str, ...]
    decisions: tuple[DecisionOutcome, ...]
    routes: tuple[Route, ...]
    floors: tuple[FloorOutcome, ...]
    choice: ChoiceOutcome | None
    questions: tuple[Question, ...]
    duties: tuple[Remark, ...]
    notes: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    tree: EvaluationTree | None
    route_questions: tuple[Question, ...] = ()
    guideline_questions: tuple[Question, ...] = ()
    considered: tuple[str, ...] = ()
    calendar: Calendar = NO_CALENDAR
    acts: tuple[ActOutcome, ...] = ()
    out_of_bounds: tuple[OutOfBounds, ...] = ()

    def decision(self, name: str) -> DecisionOutcome:
        """The outcome of one decision. Raises KeyError for a decision that was not asked."""
        for each in self.decisions:
            if each.name == name:
                return each
        raise KeyError(name)
