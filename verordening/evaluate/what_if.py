"""What a case would come to if something in it were otherwise, as data. Searches nothing."""

from __future__ import annotations

from fractions import Fraction

from verordening.choices import StrEnum
from verordening.evaluate.outcome import DecisionOutcome, Outcome, Route, Shown
from verordening.model.types import Type
from verordening.records import dataclass


class Sort(StrEnum):
    """What a change does to a decision."""

    OUTCOME = "uitkomst"
    ROOM = "ruimte"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Spot:
    """Something in a case that may be otherwise: a fact, a field of an element of a list, or an oordeel.

    `act` is the number of the act that it is of, 0: of the case itself. `position` is that of the element in the list
    `name`, from 0.
    """

    name: str
    act: int = 0
    position: int = 0
    field: str = ""
    judgement: bool = False


@dataclass(frozen=True, slots=True)
class Altered:
    """One fact or oordeel that is otherwise. `before` is None where it was not given.

    `after` are the values that do the same, nearest first; of a number only the nearest, with `until` as the furthest
    in that direction, `to_the_end` where no value further on does otherwise. `size` is how large the step is, beside
    the value itself.
    """

    spot: Spot
    label: str
    type: Type
    before: Shown | None
    after: tuple[Shown, ...]
    size: Fraction
    until: Shown | None = None
    to_the_end: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to one decision, of the case itself or of act number `act`; `opened` are the routes that were
    not open before.
    """

    act: int
    sort: Sort
    before: DecisionOutcome
    after: DecisionOutcome
    opened: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Facts that are otherwise, together, with what they do; `outcome` is the whole answer after them."""

    altered: tuple[Altered, ...]
    effects: tuple[Effect, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The nearest changes: of facts, and of oordelen, which only a person can give.

    `left_out` is how many more were found than are given here. `waiting` are the labels of the decisions that are open:
    those wait for facts, not for other facts. `moving` are the labels of the facts with which an outcome goes along,
    cent by cent. `pairs` is whether two facts at a time were tried, `evaluations` how often the case was worked out,
    `cut` whether the search ended because that was often enough.
    """

    facts: tuple[Change, ...]
    judgements: tuple[Change, ...]
    left_out: int
    waiting: tuple[str, ...]
    moving: tuple[str, ...]
    pairs: bool
    evaluations: int
    cut: bool
