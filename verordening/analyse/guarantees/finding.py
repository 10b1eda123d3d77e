"""What is found of a promise: it holds, it is broken with two cases that show it, or it is not proven."""

from __future__ import annotations

from enum import StrEnum

from verordening.model.case import Case
from verordening.model.guarantees import Guarantee
from verordening.model.types import Value
from verordening.records import dataclass


class Verdict(StrEnum):
    """What became of a promise; the value of each is the word that people read."""

    HOLDS = "bewezen"
    BROKEN = "gebroken"
    NOT_PROVEN = "niet bewezen"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two cases. `value` is what the promise looks at, `words` the same in Dutch.

    `decided` tells each decision in it by name, and `differs` the facts in which the other case has something else.
    """

    case: Case
    value: Value | None
    words: str
    decided: tuple[tuple[str, str], ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuaranteeFinding:
    """What was found of (a part of) a promise on a day.

    `sides` are the two cases where it is broken, `words` says so in a sentence and `shared` what both cases have in
    common. `replayed` is False where evaluating those cases did not give what was found: a mistake of ours. `why` says
    what stood in the way of a proof. `tried` is how many cases were looked at.
    """

    guarantee: Guarantee
    verdict: Verdict
    words: str
    sides: tuple[Side, Side] | None = None
    shared: tuple[str, ...] = ()
    replayed: bool = True
    why: tuple[str, ...] = ()
    tried: int = 0
