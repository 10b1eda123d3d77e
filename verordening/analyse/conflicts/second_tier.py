"""The second tier: a solver for what trying leaves open, loaded when the first question asks for it."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import TOO_LONG, Answer, NotProven, search
from verordening.model.corpus import Corpus

if TYPE_CHECKING:
    from verordening.analyse.solving.encoding import Encoding

SECONDS: Final = 4.0
"""For one question; past this it is asked anew, or not proven."""
BRIEFLY: Final = 0.5
"""Seconds that a question gets at first: what the solver is good at takes it less."""
MOST_TRIED_LONGER: Final = 1_500
"""So many tries for what is not settled briefly: what all lower regulations give is said loosely to the solver, and
each time that it is told what the interpreter makes of that takes it seconds.
"""
MOST_ANEW: Final = 4
"""So many questions that took too long are put to a solver of their own, for twice as long."""


def is_installed() -> bool:
    """Whether the extra `analyse` is there."""
    return find_spec("z3") is not None


@cache
def solver_version() -> str:
    """Which solver is there, without loading it; empty where there is none. What another one proved is asked anew."""
    spec = find_spec("z3")
    if spec is None or spec.origin is None:
        return ""
    beside = os.listdir(os.path.dirname(os.path.dirname(spec.origin)))
    return " ".join(sorted(each for each in beside if each.startswith("z3_solver"))) or spec.origin


class SecondTier:
    """The solver for one corpus, with an encoding for each decision and day."""

    def __init__(self, corpus: Corpus, seconds: float = SECONDS) -> None:
        self.corpus, self.seconds = corpus, seconds
        self._encodings: dict[tuple[str, date], Encoding] = {}
        self._anew = 0

    def __call__(self, claims: tuple[c.Claim, ...], day: date) -> Answer:
        """A case in which all these hold, None where there surely is none, or why that was not settled."""
        key = _decision_of(claims, self.corpus), day
        encoding = self._encodings.get(key)
        if encoding is None:
            from verordening.analyse.solving.encoding import Encoding

            encoding = self._encodings[key] = Encoding(self.corpus, day)
        found = encoding.case(claims, min(self.seconds, BRIEFLY), most_tightened=1)
        if isinstance(found, NotProven):
            found = search(self.corpus, claims, day, MOST_TRIED_LONGER)
        if isinstance(found, NotProven):
            found = encoding.case(claims, self.seconds)
        if isinstance(found, NotProven) and found.why == (TOO_LONG,) and self._anew < MOST_ANEW:
            # What was asked before may lead a solver astray: one that knows of nothing else often settles it.
            from verordening.analyse.solving.encoding import Encoding

            self._anew += 1
            found = Encoding(self.corpus, day).case(claims, 2 * self.seconds)
        return found


def _decision_of(claims: tuple[c.Claim, ...], corpus: Corpus) -> str:
    """The decision that claims are about; of a rule that is about none, nothing."""
    for each in claims:
        match each:
            case c.Stands() | c.DelegationStands() | c.Differ() | c.Satisfies():
                return each.decision
            case c.Applies():
                effects = corpus.rules[each.rule].effects
                return next((effect.decision for effect in effects if effect.decision), "")
    return ""
