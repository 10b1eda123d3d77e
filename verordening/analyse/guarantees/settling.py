"""The second tier of a promise: what a solver makes of what trying leaves open, where it is installed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from verordening.analyse.guarantees.sides import Case, Pairing
from verordening.model.corpus import Corpus
from verordening.model.expressions import Expression
from verordening.model.guarantees import Subject
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Solved:
    """Two cases that may break a promise, or none. Where none and `why` is empty, it holds."""

    pair: tuple[Case, Case] | None
    why: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the promise is proved."""
        return self.pair is None and not self.why


Settle = Callable[[Corpus, Expression | None, Subject, Pairing, date], Solved | None]
"""What becomes of one part of a promise; None where it cannot be put to the solver."""
