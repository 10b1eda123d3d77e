"""Cases of several acts, or of one act that breaches several duties: found, and worked out under two corpora."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from verordening.analyse.conflicts.asking import always
from verordening.analyse.conflicts.several_acts import Found, case_of_two, case_of_two_duties, names_of
from verordening.analyse.conflicts.witnessing import completed
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import NotProven, search
from verordening.evaluate.citing import shown_input
from verordening.evaluate.concurring import NO_RULE
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.month_outcomes import Month
from verordening.evaluate.months import NO_RULE_FOR_ACTS
from verordening.evaluate.outcome import DecisionOutcome, Outcome, Status
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_value
from verordening.model.rules import Decision, Rule
from verordening.model.types import Kind, Type, Value, normalised
from verordening.records import replace

MOST_TRIED = 600
WHOLE = Fraction(100)
"""The benefit is never more than the norm, so that no more of it can be taken."""
NOT_COMPLETED = "de zaak is niet af te maken"
NOT_TOLD = "niet bekend"

Share = Fraction | None
"""What is taken in one month, in percent; None where nothing says what holds."""


class Shown(NamedTuple):
    """By how much a case differs in the month in which that is most, and what is taken then, before and after."""

    size: Share
    comes_to: tuple[str, ...]


class MeetingCases:
    """Makes and reads cases about one decision on a day."""

    def __init__(self, old: Corpus, new: Corpus, decision: Decision, day: date) -> None:
        self.corpora, self.new, self.decision, self.day = (old, new), new, decision, day

    def of(self, rules: tuple[Rule, ...], *, at_once: bool) -> Found:
        """A case in which each of one or two rules of the new corpus decides about its own act, or its own duty."""

        def find(claims: tuple[c.Claim, ...], names: tuple[str, ...], given: Mapping[str, Value]) -> Found:
            found = search(self.new, claims, self.day, MOST_TRIED, given=given)
            if not isinstance(found, Context):
                return found
            shown = completed(found, claims, names, always)
            return NotProven((NOT_COMPLETED,), 1) if shown is None else shown.case

        two = rules[0], rules[-1]
        if at_once:
            return case_of_two_duties(two, self.decision, self.new, find)
        found = case_of_two(two, self.decision, self.new, find)
        return replace(found, acts=found.acts[: len(rules)]) if isinstance(found, Case) else found

    def shown(self, case: Case, *, at_once: bool, silent: bool) -> Shown | None:
        """What a case comes to under both, where that is not the same because of how acts meet; else None.

        `silent` where one of the two says nothing of what holds; else each act by itself comes to the same.
        """
        old, new = (evaluate(each, _known(case, each)) for each in self.corpora)
        if at_once:
            before, after = (each.acts[0].outcome.decision(self.decision.name) for each in (old, new))
            told = [NO_RULE not in each.reason for each in (before, after)]
            return Shown(None, (_outcome(before), _outcome(after))) if told[0] is not told[1] else None
        months = [
            {each.first_day: Fraction(each.share) for each in outcome.calendar.months}
            for outcome in (old, new)
        ]
        if silent:
            told = [NO_RULE_FOR_ACTS not in outcome.calendar.notes for outcome in (old, new)]
            if told[0] is told[1] or not any(months):
                return None
            return Shown(None, tuple(percent(max(each.values(), default=None)) for each in months))
        if not self._are_alike(old, new):
            return None
        taken = [
            (months[0].get(day, Fraction(0)), months[1].get(day, Fraction(0)))
            for day in dict.fromkeys((*months[0], *months[1]))
        ]
        widest = max(taken, key=lambda each: abs(each[1] - each[0]), default=(Fraction(0), Fraction(0)))
        size = abs(widest[1] - widest[0])
        return Shown(size, (percent(widest[0]), percent(widest[1]))) if size else None

    def _taken(self, month: Month) -> Fraction:
        """What is taken in a month: never more than the benefit, where the decision says so."""
        course = self.decision.course
        share = Fraction(month.share)
        return min(share, WHOLE) if course is not None and course.most_amount else share

    def _are_alike(self, old: Outcome, new: Outcome) -> bool:
        """Whether each act by itself comes to the same under both, and is settled."""
        return all(
            before.shown is not None and before.shown == after.shown
            for one, other in zip(old.acts, new.acts, strict=True)
            for name in names_of(self.decision)
            for before, after in ((one.outcome.decision(name), other.outcome.decision(name)),)
        )

    def words(self, case: Case) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The facts that the acts of a case share, in Dutch, and those of each act."""
        shared = case.inputs()
        acts = []
        for act in case.acts:
            every = [case.with_act(act, kind).inputs() for kind in act.kinds]
            told = [
                shown_input(name, value, Context(self.new, inputs, self.day))
                for inputs in every
                for name, value in inputs.items()
                if shared.get(name) != value
            ]
            acts.append(tuple(dict.fromkeys(told)))
        context = Context(self.new, shared, self.day)
        return tuple(shown_input(name, value, context) for name, value in shared.items()), tuple(acts)


def percent(share: Share) -> str:
    """A share in Dutch."""
    return NOT_TOLD if share is None else format_value(normalised(share), Type(Kind.PERCENTAGE))


def _known(case: Case, corpus: Corpus) -> Case:
    """The case with the facts that a corpus knows."""
    known = corpus.inputs
    return replace(
        case,
        gemeente=corpus.gemeente,
        facts={name: value for name, value in case.facts.items() if name in known},
        judgements={name: each for name, each in case.judgements.items() if name in known},
        acts=tuple(
            replace(
                act,
                facts={name: value for name, value in act.facts.items() if name in known},
                judgements={name: each for name, each in act.judgements.items() if name in known},
            )
            for act in case.acts
        ),
    )


def _outcome(each: DecisionOutcome) -> str:
    if each.shown is not None:
        return each.shown.text
    return "regels spreken elkaar tegen" if each.status is Status.STRIJDIG else NOT_TOLD
