"""Working out a case again with something otherwise, each combination once, and no more often than is allowed."""

from __future__ import annotations

from verordening.evaluate.altering import altered, field_at, singles, type_at, value_at
from verordening.evaluate.coherence import goes_together
from verordening.evaluate.effects import effects
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome, Shown
from verordening.evaluate.single import evaluate_single
from verordening.evaluate.turning import LookedAt, looked_at_by, relative_size
from verordening.evaluate.what_if import Altered, Effect, Spot
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.types import Value

Otherwise = tuple[tuple[Spot, Value], ...]
"""What is otherwise: at which spots, and what stands there."""


class NoMoreTriesError(Exception):
    """The case was worked out as often as is allowed."""


class Trials:
    """Works out a case of which something is otherwise; `names` are the decisions that the answer is about."""

    def __init__(
        self, corpus: Corpus, case: Case, before: Outcome, names: tuple[str, ...], most: int
    ) -> None:
        self.corpus, self.case, self.before, self.most = corpus, case, before, most
        self.looked_at: LookedAt = looked_at_by(corpus, names)
        self.evaluations = 0
        self._names = names
        self._known: dict[frozenset[tuple[Spot, Value]], tuple[Effect, ...] | None] = {}

    def effects(self, otherwise: Otherwise) -> tuple[Effect, ...] | None:
        """What it does; None where the case could not be so. Raises NoMoreTriesError."""
        key = frozenset(otherwise)
        if key not in self._known:
            outcome = self._outcome(self.case_with(otherwise))
            found = None if outcome is None else effects(self.before, outcome, self.moving(otherwise))
            self._known[key] = found
        return self._known[key]

    def replayed(self, otherwise: Otherwise) -> tuple[tuple[Effect, ...], Outcome] | None:
        """The same by the ordinary evaluation of a case of its own, with the whole answer."""
        case = self.case_with(otherwise)
        if not all(goes_together(each, self.corpus) for each in singles(case)):
            return None
        outcome = evaluate(self.corpus, case)
        return effects(self.before, outcome, self.moving(otherwise)), outcome

    def case_with(self, otherwise: Otherwise) -> Case:
        """The case in which this is otherwise."""
        found = self.case
        for spot, value in otherwise:
            found = altered(found, spot, value)
        return found

    def moving(self, otherwise: Otherwise) -> tuple[str, ...]:
        """The decisions whose outcome goes along with a number that is otherwise."""
        names = {spot.name for spot, _ in otherwise}
        return tuple(each for each in self._names if names & looked_at_by(self.corpus, (each,)).moving)

    def told(
        self, spot: Spot, *after: Value, until: Value | None = None, to_the_end: bool = False
    ) -> Altered:
        """What is otherwise at a spot, with its words."""
        type_, before = type_at(spot, self.corpus), value_at(self.case, spot)

        def shown(value: Value) -> Shown:
            return Shown(value, format_value(value, type_))

        return Altered(
            spot,
            self.label(spot),
            type_,
            None if before is None else shown(before),
            tuple(shown(each) for each in after),
            relative_size(before, after[0]),
            None if until is None else shown(until),
            to_the_end,
        )

    def label(self, spot: Spot) -> str:
        """The words for a spot: `inkomen van maand 2`."""
        declared, field = self.corpus.inputs[spot.name], field_at(spot, self.corpus)
        of_act = f" bij {self.case.act_name.replace('_', ' ')} {spot.act}" if spot.act else ""
        if field is None:
            return declared.label + of_act
        return f"{field.label} van {declared.type.of.replace('_', ' ')} {spot.position + 1}{of_act}"

    def _outcome(self, case: Case) -> Outcome | None:
        self.evaluations += 1
        if self.evaluations > self.most:
            self.evaluations = self.most
            raise NoMoreTriesError
        if not all(goes_together(each, self.corpus) for each in singles(case)):
            return None
        outcome = evaluate(self.corpus, case) if case.acts else evaluate_single(self.corpus, case).outcome
        every = (outcome, *(each.outcome for each in outcome.acts))
        return None if any(each.out_of_bounds for each in every) else outcome
