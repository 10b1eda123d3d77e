"""What a text is about: an outcome with its case, as a whole or for one act, and how far each decision stands."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import Final

from verordening.evaluate.outcome import (
    ActOutcome,
    ChoiceStatus,
    Cited,
    DecisionOutcome,
    Outcome,
    Route,
    Status,
)
from verordening.model.case import Act, Case, Choice, Judgement
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of
from verordening.model.formatting import format_value
from verordening.model.rules import Form
from verordening.model.types import Kind, Value
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.words import Words
from verordening.records import replace

NOTIFICATION: Final = "datum_bekendmaking"
"""The gegeven with the day on which a decision is made known: the term of bezwaar runs from the day after (Awb 6:8)."""


class Stand(Enum):
    """How far a decision stands, as far as a text may tell it."""

    CHOSEN = "gekozen"
    SETTLED = "vast"
    RESERVED = "voorbehoud"
    UNDECIDED = "open"


class Matter:
    """One outcome with the case it is of. `act` is None for the case as a whole. Made once per text."""

    def __init__(
        self,
        outcome: Outcome,
        case: Case,
        corpus: Corpus,
        act: ActOutcome | None = None,
        given: Act | None = None,
    ) -> None:
        self.outcome = outcome
        self.case = case
        self.corpus = corpus
        self.act = act
        self.own_facts = dict(given.facts) if given is not None else dict(case.facts)
        self.judgements = {**case.judgements, **(given.judgements if given is not None else {})}
        self.words = Words(outcome)

    @cached_property
    def choice(self) -> Choice | None:
        """The choice in the case about this matter."""
        return self.case.choice

    @cached_property
    def chosen(self) -> dict[str, DecisionOutcome]:
        """The decisions that a choice in orde settles, with what was chosen as their outcome."""
        choice = self.outcome.choice
        if choice is None or choice.status is not ChoiceStatus.IN_ORDE:
            return {}
        amounts = dict(choice.amounts)
        return {
            name: replace(
                self.words.decisions[name], shown=shown, amount=amounts.get(name), before_floors=None
            )
            if self._differs(name, shown.value)
            else self.words.decisions[name]
            for name, shown in choice.chosen
            if name in self.words.decisions
        }

    def _differs(self, name: str, value: Value) -> bool:
        ordinary = self.words.decisions[name].shown
        return ordinary is None or ordinary.value != value

    def stand(self, decision: DecisionOutcome) -> Stand:
        """How far this decision stands. A choice that is not in orde settles nothing."""
        choice = self.outcome.choice
        if decision.name in self.chosen:
            return Stand.CHOSEN
        if choice is not None and any(name == decision.name for name, _ in choice.chosen):
            return Stand.UNDECIDED
        if decision.status is Status.BEPAALD:
            return Stand.SETTLED
        return Stand.RESERVED if decision.status is Status.VOORBEHOUD else Stand.UNDECIDED

    def standing(self, *stands: Stand) -> list[DecisionOutcome]:
        """The decisions that stand so far, with what was chosen as the outcome of those that were chosen."""
        return [
            self.chosen.get(each.name, each) for each in self.outcome.decisions if self.stand(each) in stands
        ]

    @cached_property
    def deviating(self) -> tuple[DecisionOutcome, ...]:
        """The decisions for which something else was chosen than what holds without a choice, or where nothing did."""
        return tuple(
            each
            for name, each in self.chosen.items()
            if self.words.decisions[name].status is Status.AFSTEMMEN
            or (each.shown is not None and self._differs(name, each.shown.value))
        )

    @cached_property
    def route(self) -> MergedRoute | None:
        """The way that the choice takes, with its range for each decision."""
        cited = self.words.named(self.choice.route) if self.choice is not None and self.choice.route else None
        names = {each.name for each in self.deviating}
        routes = (each for each in self.outcome.routes if cited is not None and each.cited.id == cited.id)
        return next(iter(merge_routes(each for each in routes if each.decision in names)), None)

    @cached_property
    def looked_at(self) -> frozenset[str]:
        """The gegevens and oordelen that a rule, floor or amount of this outcome looks at."""
        tree = self.outcome.tree
        names = set(tree.layout.facts) if tree is not None else set(self.corpus.inputs)
        return frozenset((*names, NOTIFICATION, *(each.judgement for each in self.outcome.routes)))

    @cached_property
    def guiding(self) -> frozenset[str]:
        """The gegevens and oordelen that guidelines look at, which decide nothing and may be talked over."""
        speaking = (
            each for each in self.corpus.guidelines if self.case.example_guidelines or not each.example
        )
        conditions = (each.condition for each in speaking if each.condition is not None)
        return frozenset(name for node in conditions for name in inputs_of(self.corpus, node))

    def is_used(self, name: str) -> bool:
        """Whether what was given has a part in the outcome; a list is read through what is counted in it."""
        declared = self.corpus.inputs.get(name)
        return name in self.looked_at or (declared is not None and declared.type.kind is Kind.LIST)

    def judged(self) -> Iterator[tuple[str, Judgement]]:
        """The oordelen of this matter, by name."""
        for name, judgement in self.judgements.items():
            if self.is_used(name):
                yield name, judgement

    def value(self, name: str, value: Value) -> str:
        """What was given, as people write it."""
        return format_value(value, self.corpus.inputs[name].type, with_unit=True)

    @cached_property
    def reason_questions(self) -> dict[str, str]:
        """The question behind each reason that a route, a floor or a duty asks for, by its key."""
        duties = (
            (effect.key, effect.question)
            for index in self.corpus.reasons
            for effect in self.corpus.rules[index].effects
            if effect.form is Form.REASONS
        )
        routes = (pair for each in self.outcome.routes for pair in each.motivate)
        floors = (pair for each in self.outcome.floors for pair in each.motivate)
        return {**dict(duties), **dict(floors), **dict(routes)}

    def reason(self, key: str) -> str:
        """The reason that was given under `key`; empty where there is none."""
        return dict(self.choice.reasons).get(key, "").strip() if self.choice is not None else ""

    def cited(self) -> tuple[Cited, ...]:
        """The provisions that what is said here rests on, each once."""
        rules = (each.cited for each in self.outcome.decisions if self.stand(each) is not Stand.UNDECIDED)
        under = (each.under for each in self.outcome.decisions if self.stand(each) is not Stand.UNDECIDED)
        way = self.route.route.cited if self.route is not None else None
        grounds = (
            ground for each in self.outcome.floors if each.before is not None for ground in each.grounds
        )
        return tuple(dict.fromkeys(each for each in (*rules, *under, way, *grounds) if each is not None))

    def routes_of(self, decision: DecisionOutcome) -> tuple[Route, ...]:
        """The ways that reach a decision."""
        return tuple(each for each in self.outcome.routes if each.decision == decision.name)


def matters_of(outcome: Outcome, case: Case, corpus: Corpus) -> tuple[Matter, ...]:
    """The case as a whole, as far as it has decisions of its own, and each act in it."""
    whole = (Matter(replace(outcome, acts=()), replace(case, acts=()), corpus),)
    acts = []
    for each in outcome.acts:
        given = case.acts[each.number - 1]
        acts.append(Matter(each.outcome, case.with_act(given), corpus, each, given))
    return (*(whole if outcome.decisions or not acts else ()), *acts)
