"""Which facts may follow from a samenhang in the cases that give the same facts, and which do in a case.

Which facts are given, says of most samenhang that nothing follows from it. Where cases that give the same facts keep
coming, what is left is written as one straight function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth, value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import settled_by
from verordening.model.types import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

OFTEN = 40
"""After so many cases that give the same facts a function is written for them; that takes as long as some ten cases."""

Fact = tuple[int, str, Value]
"""The place of a samenhang, a fact and the value that follows for it."""


class Following:
    """What may follow from the samenhang at some places in the cases that give these facts and no other."""

    def __init__(self, corpus: Corpus, day: date, given: frozenset[str], places: Iterable[int]) -> None:
        self._corpus, self._day, self._given, self._places = corpus, day, given, tuple(places)
        self._written: Callable[[list[Fact], Context], None] | None = None
        self._times = 0

    def facts(self, context: Context) -> list[Fact]:
        """The facts that have one value left in a case, by samenhang; of one more than once where several say so."""
        found: list[Fact] = []
        if self._written is not None:
            self._written(found, context)
            return found
        for place in self._places:
            coherence = self._corpus.coherences[place]
            if truth(coherence.condition, context) is True:
                found += [(place, name, known) for name, known in settled(coherence.demand, context)]
        self._times += 1
        if self._times == OFTEN:
            self._write()
        return found

    def _write(self) -> None:
        from verordening.evaluate.straight import Straight

        straight = Straight(self._corpus, self._day, self._given, {})
        for place in self._places:
            coherence = self._corpus.coherences[place]
            condition = coherence.condition
            holds = straight.always(True) if condition is None else straight.part(condition)
            for name, term in settled_by(coherence.demand):
                if name not in self._given:
                    known = straight.always(term) if isinstance(term, bool) else straight.part(term)
                    straight.add(holds, place, name, known)
        self._written = straight.function()


def settled(node: e.Expression, context: Context) -> Iterator[tuple[str, Value]]:
    """The missing facts that have one value left when a condition is true."""
    for name, term in settled_by(node):
        if name not in context.inputs:
            known = term if isinstance(term, bool) else value(term, context)
            if not isinstance(known, Unknown):
                yield name, known
