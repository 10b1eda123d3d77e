"""Two cases that break a promise, as people read them: nothing in them without need, and evaluated anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from verordening.analyse.guarantees.finding import Side
from verordening.analyse.guarantees.outcomes import SETTLED, Outcome, decisions_in, outcome_of
from verordening.analyse.guarantees.sides import Case, Pairing
from verordening.evaluate.citing import shown_input
from verordening.evaluate.coherence import contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import truth
from verordening.evaluate.unknown import all_of
from verordening.model.case import Case as WholeCase
from verordening.model.case import Judgement
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.guarantees import Guarantee, Subject
from verordening.model.municipalities import municipality
from verordening.model.types import Value
from verordening.records import replace

Pair = tuple[Case, Case]
DAYS_BEFORE: Final = (30, 90, 400, 0, -30)


class Showing:
    """Makes of two cases what people read."""

    def __init__(self, corpus: Corpus, guarantee: Guarantee, subject: Subject, pairing: Pairing) -> None:
        self.corpus, self.guarantee, self.subject, self.pairing = corpus, guarantee, subject, pairing

    def smallest(self, pair: Pair) -> Pair:
        """The same two cases without the facts that make no difference to the promise being broken."""
        one, other = pair
        for name in dict.fromkeys((*one.given, *other.given)):
            fewer = self._without(one, name), self._without(other, name)
            if self._broken(*fewer):
                one, other = fewer
        return self.told(self._lately((one, other)))

    def _lately(self, pair: Pair) -> Pair:
        """The same two cases with all days moved alike, the last of them to shortly before the day itself."""
        days = [value for case in pair for value in case.given.values() if isinstance(value, date)]
        for before in DAYS_BEFORE if days else ():
            by = pair[0].context.day - timedelta(days=before) - max(days)
            one, other = (self._moved(case, by) for case in pair)
            if self.is_broken((one, other)):
                return one, other
        return pair

    def _moved(self, case: Case, by: timedelta) -> Case:
        moved = {name: value + by if isinstance(value, date) else value for name, value in case.given.items()}
        return replace(case, context=Context(self.corpus, moved, case.context.day), outcome=None)

    def told(self, pair: Pair) -> Pair:
        """The same two cases with what they come to."""
        one, other = (replace(each, outcome=outcome_of(self.subject, each.context)) for each in pair)
        return one, other

    def is_broken(self, pair: Pair) -> bool:
        """Whether two cases that no samenhang is against break the promise."""
        possible = not any(
            contradicted(each, case.context) for each in self.corpus.coherences for case in pair
        )
        return possible and self._broken(*pair)

    def side(self, case: Case, other: Case) -> Side:
        """One of the two, with what is different in it."""
        assert case.outcome is not None
        decided = decide(decisions_in(self.subject), Context(self.corpus, case.given, case.context.day))
        told = tuple(
            (self.corpus.decisions[name].label, self._decision_words(name, each.value))
            for name, each in decided.items()
        )
        differs = tuple(
            shown_input(name, value, case.context)
            for name, value in case.given.items()
            if other.given.get(name) != value
        )
        return Side(self._case(case), case.outcome.value, self.words(case.outcome.value), told, differs)

    def shared(self, one: Case, other: Case) -> tuple[str, ...]:
        """What both cases have in common, in Dutch."""
        return tuple(
            shown_input(name, value, one.context)
            for name, value in one.given.items()
            if other.given.get(name) == value
        )

    def words(self, value: Value | None) -> str:
        """What the subject is, in Dutch."""
        return "" if value is None else format_value(value, self.subject.type, with_unit=True)

    def replays(self, case: WholeCase, value: Value | None) -> bool:
        """Whether evaluating a case gives what was found of it."""
        outcome = evaluate(self.corpus, case)
        shown = {
            each.name: each.shown.value for each in outcome.decisions if each.status in SETTLED and each.shown
        }
        given = Context(self.corpus, case.inputs(), case.peildatum)
        found = decide(decisions_in(self.subject), given)
        if any(shown.get(name) != each.value for name, each in found.items()):
            return False
        again = outcome_of(self.subject, Context(self.corpus, case.inputs(), case.peildatum))
        return again is not None and again.value == value

    def _decision_words(self, name: str, value: Value | None) -> str:
        return "" if value is None else format_value(value, self.corpus.decisions[name].type, with_unit=True)

    def _without(self, case: Case, name: str) -> Case:
        left = {each: value for each, value in case.given.items() if each != name}
        return replace(case, context=Context(self.corpus, left, case.context.day), outcome=None)

    def _broken(self, one: Case, other: Case) -> bool:
        """Whether two cases are of this promise and break it, whatever else is known of them."""
        if not any(True for _ in self.pairing.pairs([one, other])):
            return False
        outcomes: list[Outcome] = []
        for case in (one, other):
            held = (truth(self.guarantee.condition, case.context), self.pairing.holds(case))
            if all_of(held) is not True:
                return False
            outcome = outcome_of(self.subject, case.context)
            if outcome is None or not outcome.told:
                return False
            outcomes.append(outcome)
        return self.pairing.kept(*outcomes) is False

    def _case(self, case: Case) -> WholeCase:
        inputs = self.corpus.inputs
        given: Mapping[str, Value] = case.given
        place = municipality(self.corpus.gemeente)
        return WholeCase(
            self.guarantee.title,
            self.corpus.gemeente,
            place.name if place is not None else self.corpus.gemeente,
            case.context.day,
            decisions_in(self.subject),
            {name: value for name, value in given.items() if not inputs[name].judgement},
            {
                name: Judgement(value, "om te laten zien wat de regels doen")
                for name, value in given.items()
                if inputs[name].judgement
            },
        )
