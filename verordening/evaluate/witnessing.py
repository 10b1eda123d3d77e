"""Whether an answer to a question can still change a decision, shown with two cases that differ in that answer alone.

Looks for them by filling in what else is missing, one input at a time, the same in both cases. Where it has looked
everywhere and found none, the answer changes nothing; past its limit it does not know. An `oordeel` is filled in here
to see what it does, never to decide anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from verordening.evaluate.asking import names_asked
from verordening.evaluate.citing import shown_input
from verordening.evaluate.coherence import coherences_about, contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided, decide
from verordening.evaluate.impossible import out_of_bounds
from verordening.evaluate.outcome import Question, Status
from verordening.evaluate.representatives import relevant, representatives
from verordening.evaluate.thresholds import steps_of, value_at
from verordening.evaluate.unknown import NOTHING, Unknown
from verordening.evaluate.witnesses import Completion, Witness
from verordening.model.formatting import format_value
from verordening.model.types import Kind, Value
from verordening.records import dataclass, replace

MOST_DECIDED: Final = 200
"""Past this many cases the search for one question is given up."""
MOST_IN_ALL: Final = 800
"""Past this many, that for all questions together: about a second."""
_SETTLED: Final = (Status.BEPAALD, Status.VOORBEHOUD)


@dataclass(frozen=True, slots=True)
class Search:
    """What was found for one question: two cases, or none; `exhausted` where every case was looked at, of `decided`."""

    witness: Witness | None
    exhausted: bool
    decided: int


def witness_for(
    name: str, decision: str, status: Status, context: Context, most: int = MOST_DECIDED
) -> Search:
    """Two cases in which the answer to `name` makes a difference to `decision`, whose status is open or voorbehoud."""
    return _Looking(name, decision, status, context, most).search()


def witnessed(
    asked: tuple[Question, ...], found: Mapping[str, Decided], context: Context
) -> tuple[Question, ...]:
    """The questions that can change a decision, each with what shows it; those that surely cannot are left out.

    One without is kept: it may change a decision, but nobody looked at every case ("misschien").
    """
    kept, left = [], MOST_IN_ALL
    for question in asked:
        about = [name for name, decided in found.items() if question.name in names_asked(decided)]
        looked = []
        for decision in about:
            most = min(MOST_DECIDED, left)
            looked.append(witness_for(question.name, decision, found[decision].status, context, most))
            left -= looked[-1].decided
            if looked[-1].witness is not None:
                break
        if looked and all(each.witness is None and each.exhausted for each in looked):
            continue
        witness = next((each.witness for each in looked if each.witness is not None), None)
        kept.append(replace(question, decisions=tuple(about), witness=witness))
    return tuple(kept)


class _Looking:
    def __init__(self, name: str, decision: str, status: Status, context: Context, most: int) -> None:
        self.name, self.decision, self.context = name, decision, context
        self.through = status is Status.VOORBEHOUD
        self.compared = relevant(context.corpus, (decision,))
        self.decided, self.most = 0, most
        self.exhausted = True

    def search(self) -> Search:
        values = self._values(self.name, self.context)
        pairs = [
            (one, other)
            for first, second in combinations(values, 2)
            for one in (self._completed(self.name, first, self.context),)
            for other in (self._completed(self.name, second, self.context),)
            if one is not None and other is not None
        ]
        for one, other in pairs:
            found = self._differing(self.context, one, other, ())
            if found is not None:
                return Search(found, True, self.decided)
        return Search(None, self.exhausted, self.decided)

    def _differing(
        self, bare: Context, one: Context, other: Context, filled: tuple[str, ...]
    ) -> Witness | None:
        """A completion of both cases alike in which the decision differs; `bare` is the same without the answer."""
        if self.decided >= self.most:
            self.exhausted = False
            return None
        without = self._decide(bare)
        if without is None or not self._may_matter(without):
            return None
        found = self._decide(one), self._decide(other)
        if found[0] is None or found[1] is None:
            return None
        missing = self._missing(found[0]) | self._missing(found[1])
        if not missing:
            if found[0].signature() == found[1].signature():
                return None
            names = (self.name, *filled)
            ends = self._completion(found[0], one, names), self._completion(found[1], other, names)
            return Witness(self.decision, *ends)
        name = min(missing, key=lambda each: self.context.corpus.inputs[each].order)
        for value in self._values(name, bare):
            inner = [self._completed(name, value, each) for each in (bare, one, other)]
            possible = [each for each in inner if each is not None]
            if len(possible) == len(inner):
                witness = self._differing(possible[0], possible[1], possible[2], (*filled, name))
                if witness is not None:
                    return witness
        return None

    def _decide(self, context: Context) -> Decided | None:
        """What the decision comes to; None where the case cannot be."""
        self.decided += 1
        found = decide((self.decision,), context)
        return None if out_of_bounds(found, context) else found[self.decision]

    def _may_matter(self, without: Decided) -> bool:
        """Whether the answer can still make a difference; of a duty to tailor that is told once the rest is settled."""
        return self.name in self._missing(without) or (self.through and without.status is Status.OPEN)

    def _missing(self, decided: Decided) -> frozenset[str]:
        """What may still change this answer; what lifts a reservation too, where that is what is asked."""
        inputs = self.context.corpus.inputs
        found = decided.missing.inputs if decided.status is Status.OPEN else NOTHING
        if self.through and decided.status is Status.VOORBEHOUD:
            found = frozenset(
                name
                for each in decided.reserved
                if isinstance(each.truth, Unknown)
                for name in each.truth.inputs
            )
        return frozenset(name for name in found if not inputs[name].general)

    def _completed(self, name: str, value: Value, context: Context) -> Context | None:
        """The case with one more answer; None where a samenhang says that it cannot be."""
        inner = context.completed(name, value)
        about = coherences_about(context.corpus, name)
        return None if any(contradicted(each, inner) for each in about) else inner

    def _values(self, name: str, context: Context) -> list[Value]:
        """Answers that together show what an input can do; just some where that cannot be said."""
        tried = representatives(name, self.compared, context)
        if tried is not None:
            return tried.values
        self.exhausted = False
        tried = representatives(name, self.compared, context, loosely=True)
        return tried.values if tried is not None else list(self._ends(name))

    def _ends(self, name: str) -> Iterator[Value]:
        """The least, the middle and the most that a number or day can be."""
        declared = self.context.corpus.inputs[name].type
        if declared.kind is not Kind.LIST:
            last = steps_of(declared)
            yield from (value_at(declared, step) for step in sorted({0, last // 2, last}))

    def _completion(self, decided: Decided, context: Context, names: tuple[str, ...]) -> Completion:
        inputs = tuple((name, context.inputs[name]) for name in names)
        answer = format_value(context.inputs[self.name], self.context.corpus.inputs[self.name].type)
        others = tuple(shown_input(name, value, context) for name, value in inputs[1:])
        return Completion(inputs, others, answer, self._words(decided))

    def _words(self, decided: Decided) -> str:
        if decided.status in _SETTLED and decided.value is not None:
            return format_value(decided.value, self.context.corpus.decisions[self.decision].type)
        return decided.status.value
