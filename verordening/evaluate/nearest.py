"""The nearest changes of a case: which few facts or oordelen, if they were otherwise, would change the answer.

One fact at a time first; two at a time for a decision that no single fact changes. Of a number or day the nearest value
on either side, where a comparison of the rules turns. Each change that is given was worked out again, as a case of its
own, by the ordinary evaluation.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from verordening.evaluate.altering import may_change, value_at, without_choice
from verordening.evaluate.effects import answers, signature
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Status
from verordening.evaluate.steps import nearest_of, values_to_try
from verordening.evaluate.trying import NoMoreTriesError, Otherwise, Trials
from verordening.evaluate.turning import relative_size
from verordening.evaluate.what_if import Altered, Change, Effect, Sort, Spot, WhatIf
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.records import replace

MOST_SHOWN = 5
MOST_OPEN = 2
"""Of the changes after which an outcome is open no more than these are given."""
MOST_EVALUATIONS = 200
"""Past so many evaluations nothing is searched any more: well under a second for an ordinary case."""

_ORDER = tuple(Sort)
_ANOTHER_OUTCOME = frozenset({Sort.OUTCOME})

Draft = tuple[tuple[Altered, ...], tuple[Effect, ...]]


class ReplayError(RuntimeError):
    """A change that was found does not do the same when the case is worked out again: a fault of this program."""


def nearest_changes(
    corpus: Corpus, case: Case, names: tuple[str, ...], most: int = MOST_EVALUATIONS
) -> WhatIf:
    """The nearest changes of a case for these decisions, in at most so many evaluations. Raises ReplayError."""
    case = replace(without_choice(case), asked=names)
    before = evaluate(corpus, case)
    search = _Search(Trials(corpus, case, before, names, most))
    cut = search.run()
    facts, judgements = _handful(search.facts), _handful(search.judgements)
    return WhatIf(
        tuple(_replayed(each, search) for each in facts),
        tuple(_replayed(each, search) for each in judgements),
        len(search.facts) + len(search.judgements) - len(facts) - len(judgements),
        tuple(dict.fromkeys(each.label for _, each in answers(before) if each.status is Status.OPEN)),
        tuple(dict.fromkeys(search.trials.label(each) for each in search.spots if search.moves(each))),
        search.paired,
        search.trials.evaluations,
        cut,
    )


class _Search:
    """Gathers changes, the cheapest kinds first."""

    def __init__(self, trials: Trials) -> None:
        self.trials = trials
        seen = trials.looked_at.names
        self.spots = [each for each in may_change(trials.case, trials.corpus) if each.name in seen]
        self.facts: list[Draft] = []
        self.judgements: list[Draft] = []
        self.paired = False

    def run(self) -> bool:
        """Search; whether that ended before everything was tried."""
        settled = any(each.status is not Status.OPEN for _, each in answers(self.trials.before))
        try:
            if settled:
                self.judgements += self._singly(_judgements(self.trials))
                self.facts += self._singly(self.spots)
                self._in_pairs()
        except NoMoreTriesError:
            return True
        return False

    def moves(self, spot: Spot) -> bool:
        """Whether an outcome goes along with what stands at a spot."""
        value = value_at(self.trials.case, spot)
        return not isinstance(value, bool | str) and bool(self.trials.moving(((spot, 0),)))

    def _singly(self, spots: Iterable[Spot]) -> Iterable[Draft]:
        for spot in spots:
            for found in nearest_of(spot, self.trials):
                yield (found.altered,), found.effects

    def _in_pairs(self) -> None:
        """Two facts at a time, the small steps first, for the decisions that no single fact changes."""
        changed = {_decision(each) for _, found in self.facts for each in found if each.sort is Sort.OUTCOME}
        wanted = {
            (act, each.name)
            for act, each in answers(self.trials.before)
            if each.status is not Status.OPEN and (act, each.name) not in changed
        }
        if not wanted or len(self.spots) < 2:
            return
        self.paired = True
        best: dict[tuple[frozenset[Spot], tuple[object, ...]], Draft] = {}
        try:
            for spot, first in self._first_steps():
                for other in self.spots:
                    if other == spot:
                        continue
                    for found in nearest_of(other, self.trials, first, _ANOTHER_OUTCOME):
                        kept = [each for each in found.effects if each.sort is Sort.OUTCOME]
                        if not wanted.isdisjoint(map(_decision, kept)):
                            draft = ((self.trials.told(*first[0]), found.altered), found.effects)
                            key = frozenset((spot, other)), signature(found.effects)
                            if key not in best or _size(draft) < _size(best[key]):
                                best[key] = draft
        finally:
            self.facts += best.values()

    def _first_steps(self) -> list[tuple[Spot, Otherwise]]:
        found = [(each, value) for each in self.spots for value in values_to_try(each, self.trials)]
        found.sort(key=lambda each: relative_size(value_at(self.trials.case, each[0]), each[1]))
        return [(spot, ((spot, value),)) for spot, value in found]


def _judgements(trials: Trials) -> list[Spot]:
    """The oordelen of a case, and those that it still waits for."""
    found: dict[Spot, None] = {}
    outcomes = ((0, trials.before), *((each.number, each.outcome) for each in trials.before.acts))
    for number, outcome in outcomes:
        given = trials.case.acts[number - 1].judgements if number else trials.case.judgements
        asked = (each.name for each in (*outcome.questions, *outcome.route_questions) if each.judgement)
        for name in (*given, *asked):
            if not trials.corpus.inputs[name].general:
                found[Spot(name, number, judgement=True)] = None
    return list(found)


def _decision(effect: Effect) -> tuple[int, str]:
    return effect.act, effect.before.name


def _size(draft: Draft) -> Fraction:
    return sum((each.size for each in draft[0]), Fraction(0))


def _sort_of(draft: Draft) -> Sort:
    return min((each.sort for each in draft[1]), key=_ORDER.index)


def _handful(drafts: list[Draft]) -> list[Draft]:
    """The nearest: another outcome before more room before what becomes open; then the fewest facts, then the smallest
    step.
    """
    ordered = sorted(drafts, key=lambda each: (_ORDER.index(_sort_of(each)), len(each[0]), _size(each)))
    settled = [each for each in ordered if _sort_of(each) is not Sort.OPEN]
    opened = [each for each in ordered if _sort_of(each) is Sort.OPEN][:MOST_OPEN]
    return [*settled, *opened][:MOST_SHOWN]


def _replayed(draft: Draft, search: _Search) -> Change:
    """The change once the case was worked out again with it, at every value that is given. Raises ReplayError."""
    altered, found = draft
    if not {each.spot for each in altered} <= {*search.spots, *_judgements(search.trials)}:
        raise ReplayError("touches what cannot be otherwise")
    first = tuple((each.spot, each.after[0].value) for each in altered[:-1])
    outcomes = []
    for value in _values(altered[-1]):
        again = search.trials.replayed((*first, (altered[-1].spot, value)))
        if again is None or signature(again[0]) != signature(found):
            raise ReplayError(
                f"not the same when worked out again: {', '.join(each.label for each in altered)}"
            )
        outcomes.append(again[1])
    return Change(altered, found, outcomes[0])


def _values(altered: Altered) -> list[Value]:
    """Every value that is given for what is otherwise: the choices, and of a number the nearest and the furthest."""
    furthest = () if altered.until is None else (altered.until,)
    return [each.value for each in (*altered.after, *furthest)]
