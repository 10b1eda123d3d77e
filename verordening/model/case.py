"""A case once read: typed facts and judgements of one resident without a name, and the choice that was made, if any."""

from __future__ import annotations

from datetime import date

from verordening.language.source import Span
from verordening.model.conversation import Conversation
from verordening.model.types import Value
from verordening.records import dataclass, field, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


@dataclass(frozen=True, slots=True)
class Judgement:
    """An oordeel that a person gave; without a reason it counts as not given."""

    value: Value
    reason: str


WHY_NOT_KEY: Final = "waarom_niet"
"""The key in `motivering` of the reason for not deviating."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: values per decision, by which route (as written) and role, for which value, and why.

    `deviates` is False where the choice is to leave the outcome as it is; its reason then stands at `WHY_NOT_KEY`.
    None: nobody said so in as many words, and the rest tells.
    """

    decisions: tuple[tuple[str, Value], ...]
    route: str
    decided_by: str
    serves: str
    reasons: tuple[tuple[str, str], ...]
    deviates: bool | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One of several acts in a case, with what is its own.

    `kinds` are the values of the gegeven itself, one for each duty that the act breaches; `places` says where each fact
    stands.
    """

    kinds: tuple[str, ...]
    facts: dict[str, Value]
    judgements: dict[str, Judgement]
    choice: Choice | None
    places: dict[str, Span] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One case on one day. `asked` is empty where the case names no decisions.

    `gemeente` is a slug, `gemeente_name` the name that people read. `acts` are given where a case holds several of the
    gegeven `act_name`. `places` says where each fact stands.
    """

    title: str
    gemeente: str
    gemeente_name: str
    peildatum: date
    asked: tuple[str, ...] = ()
    facts: dict[str, Value] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    choice: Choice | None = None
    example_guidelines: bool = False
    acts: tuple[Act, ...] = ()
    act_name: str = ""
    places: dict[str, Span] = field(default_factory=dict, compare=False, repr=False)
    conversation: Conversation | None = None

    def with_act(self, act: Act, kind: str = "") -> Case:
        """The case as it is for one act, and for one of the duties that it breaches."""
        own = {self.act_name: kind} if kind else {}
        return replace(
            self,
            facts={**self.facts, **act.facts, **own},
            judgements={**self.judgements, **act.judgements},
            choice=act.choice,
            acts=(),
            places={**self.places, **act.places},
        )

    def inputs(self) -> dict[str, Value]:
        """Everything that counts as given: facts, and judgements with a reason."""
        given = dict(self.facts)
        given.update({name: each.value for name, each in self.judgements.items() if each.reason.strip()})
        return given
