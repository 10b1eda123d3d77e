"""What a comparison found, as data: `present` puts it into words."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction

from verordening.evaluate.outcome import Cited, Outcome
from verordening.model.case import Case
from verordening.model.rules import Decision
from verordening.model.types import Indefinite
from verordening.records import dataclass


class Direction(StrEnum):
    """What a change means for the resident; `anders` where no regulation says what is better."""

    VOORUIT = "vooruit"
    ACHTERUIT = "achteruit"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class Witness:
    """A complete case in which the outcomes differ, with the whole answer under both corpora.

    `essential` are the facts that make the difference, in Dutch ("gedraging = te laat geregistreerd"); `others` the
    rest of what is filled in. `only_old` and `only_new` are labels of facts that only one corpus knows. `agrees` is
    False where the ordinary evaluation does not come to the same: a fault of this program.
    """

    case: Case
    typed: tuple[tuple[str, str], ...]
    essential: tuple[str, ...]
    others: tuple[str, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    old: Outcome
    new: Outcome
    agrees: bool

    @property
    def given(self) -> dict[str, str]:
        """The facts and oordelen of the case as they are typed, by name."""
        return dict(self.typed)


@dataclass(frozen=True, slots=True)
class Group:
    """Cases in which the same rules decide, before and after, and that change the same way.

    `old` and `new` are the rules that decide (of a conflict several). `most` is by how much at most, in the units of
    the decision and None where that cannot be said; `exact` whether surely no more. `witness` is a case with that most.
    """

    direction: Direction
    old: tuple[Cited, ...]
    new: tuple[Cited, ...]
    most: int | Fraction | Indefinite | None
    exact: bool
    witness: Witness


@dataclass(frozen=True, slots=True)
class Doubt:
    """A difference that may be there, by the rules that would decide: no case was found, and it was not ruled out."""

    old: tuple[Cited, ...]
    new: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class DecisionDifference:
    """What was found for one decision on one day. `complete`: there are no other groups. `tried` is how many cases."""

    day: date
    decision: Decision
    groups: tuple[Group, ...]
    doubts: tuple[Doubt, ...]
    complete: bool
    tried: int


class Way(StrEnum):
    """What became of room."""

    OPEN = "open"
    DICHT = "dicht"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class RoomChange:
    """A power to choose that opened, closed, or is open for something else. `facts` are for whom, in Dutch."""

    day: date
    way: Way
    cited: Cited
    title: str
    decisions: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """Something else that changed: what, and where. No outcome turns on it."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """In which cases something now holds (`open`), or no longer (`dicht`), of which no outcome turns.

    `anders` where it comes to the same in every case; no way at all where that is not proven, with `why` in Dutch.
    `facts` are a case, in Dutch.
    """

    day: date
    what: str
    text: str
    way: Way | None
    facts: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What several acts, or several duties of one act, come to together where something else is said of that.

    `what` is the way in which they meet; `before` and `after` are what holds then, `months` what is taken in the month
    in which that differs most, in Dutch. `most` is that difference in percentage points, of two acts; `exact` whether
    surely no more. `facts` and `acts` are a case, in Dutch. No direction: it comes to the same in every case, or, with
    `why`, that is not proven.
    """

    day: date
    decision: Decision
    what: str
    before: str
    after: str
    direction: Direction | None
    months: tuple[str, ...]
    most: Fraction | None
    exact: bool
    facts: tuple[str, ...]
    acts: tuple[tuple[str, ...], ...]
    why: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. `looked_at` are the decisions in which something changed, `shared` all that both know.

    `only_old` and `only_new` are the labels of decisions that one of the two knows and regulates.
    """

    days: tuple[date, ...]
    decisions: tuple[DecisionDifference, ...]
    room: tuple[RoomChange, ...]
    asides: tuple[Aside, ...]
    only_old: tuple[str, ...]
    only_new: tuple[str, ...]
    shared: int
    turns: tuple[Turn, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether nothing is left that may differ without being found."""
        told = all(each.way is not None for each in self.turns) and not any(
            each.why for each in self.meetings
        )
        return told and all(each.complete and not each.doubts for each in self.decisions)

    @property
    def has_changes(self) -> bool:
        """Whether anything was found that changes in meaning."""
        found = any(each.groups for each in self.decisions)
        return found or bool(self.room or self.asides or self.meetings or self.only_old or self.only_new)

    @property
    def is_equivalent(self) -> bool:
        """Whether surely nothing changes in meaning."""
        return self.is_proven and not self.has_changes

    @property
    def faults(self) -> tuple[Witness, ...]:
        """The cases that do not come to the same when they are worked out again."""
        return tuple(
            group.witness for each in self.decisions for group in each.groups if not group.witness.agrees
        )
