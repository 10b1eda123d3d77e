"""What was said about a case, in the words of the people who said it: weighing, never a fact that a rule reads."""

from __future__ import annotations

from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Purpose:
    """Whether the rule, applied here, does what it is for; None while nobody said."""

    fits: bool | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Effects:
    """What the decision does at one moment, for whom."""

    resident: str = ""
    children: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Proportionality:
    """Whether the decision is suitable, necessary and balanced (Awb 3:4); `necessary` only for one that burdens."""

    suitable: str = ""
    necessary: str = ""
    balanced: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The section `gesprek` of a case. An empty text was not said, and nothing fills it in.

    `heard` is whether the resident could tell their side (Awb 4:8), None while that is not known. `resident` and
    `caseworker` are what each wants to reach.
    """

    heard: bool | None = None
    resident: str = ""
    caseworker: str = ""
    purpose: Purpose = Purpose()
    now: Effects = Effects()
    in_a_year: Effects = Effects()
    proportionality: Proportionality = Proportionality()
    equal_cases: str = ""
    arguments_for: tuple[str, ...] = ()
    arguments_against: tuple[str, ...] = ()
    team_question: str = ""
