"""A complete case for a difference, such as a caseworker may meet it, worked out again by the ordinary evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from verordening.analyse.difference.answers import Answer, Answers
from verordening.analyse.difference.elements import Both, is_possible, may_be
from verordening.analyse.difference.essence import Facts, both_of, essential, same
from verordening.analyse.difference.found import Witness
from verordening.analyse.difference.naming import declared, fact_words, told
from verordening.analyse.difference.ordinary import DAYS_AGO, ordinary_values
from verordening.analyse.difference.twin import Different
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import term_of, value
from verordening.evaluate.outcome import DecisionOutcome, Outcome, Status
from verordening.evaluate.unknown import Unknown
from verordening.model.case import Case, Judgement
from verordening.model.formatting import as_typed
from verordening.model.types import Value

REASON: Final = "voorbeeld"
"""Stands as motivering with the oordelen of a case that nobody decided about."""
_MOST_COMPLETED: Final = 12

Look = Callable[[Both], Answers | None]


class Witnesses:
    """Makes cases of the differences in one decision."""

    def __init__(self, decision: str, start: Both, look: Look) -> None:
        self.decision, self.start, self.look = decision, start, look

    def essence(self, found: Different) -> dict[str, Value]:
        """The facts that make a difference, no more than that takes."""
        return essential(found.facts, found.answers, self.start, self.look, reversed(list(found.facts)))

    def witness(self, found: Different) -> Witness:
        """A complete case, with what it comes to under both corpora."""
        kept = self.plain(found)
        both = both_of(self._completed(kept, found.answers), self.start)
        cases = [_case(each, self.decision) for each in both]
        outcomes = [evaluate(each.corpus, case) for each, case in zip(both, cases, strict=True)]
        answers = self.look(both) or found.answers
        rules = answers.old.rules, answers.new.rules
        known = [each.corpus.inputs for each in both]
        agrees = [_is(one, each, self.decision) for one, each in zip(answers, outcomes, strict=True)]
        return Witness(
            cases[1] if len(cases[1].inputs()) >= len(cases[0].inputs()) else cases[0],
            tuple((name, as_typed(each, declared(name, both).type)) for name, each in both.facts.items()),
            told(kept, rules, both),
            tuple(fact_words(name, both) for name in both.facts if name not in kept),
            tuple(
                each.label for name, each in known[0].items() if name in both.facts and name not in known[1]
            ),
            tuple(
                each.label for name, each in known[1].items() if name in both.facts and name not in known[0]
            ),
            outcomes[0],
            outcomes[1],
            all(agrees),
        )

    def plain(self, found: Different) -> dict[str, Value]:
        """The facts that make a difference, with days and values such as are met."""
        return self._ordinary(self.essence(found), found.answers)

    # -------------------------------------------- plausible

    def _ordinary(self, facts: dict[str, Value], wanted: Answers) -> dict[str, Value]:
        """The same difference with days of late and ordinary values, where those do as well."""
        return made_ordinary(facts, self.start, lambda tried: self._is_same(tried, wanted))

    def _is_same(self, facts: Facts, wanted: Answers) -> bool:
        if not all(may_be(each, declared(name, self.start).type) for name, each in facts.items()):
            return False
        both = both_of(facts, self.start)
        found = self.look(both) if is_possible(both) else None
        return found is not None and same(found, wanted)

    # -------------------------------------------- complete

    def _completed(self, facts: dict[str, Value], wanted: Answers) -> dict[str, Value]:
        """With what it takes to tell the euros of a percentage, one by one."""
        for _ in range(_MOST_COMPLETED):
            both = both_of(facts, self.start)
            name = next(self._still_missing(both), None)
            if name is None:
                break
            for each in ordinary_values(name, declared(name, both).type, both.new.day):
                if self._is_same({**facts, name: each}, wanted):
                    facts = {**facts, name: each}
                    break
            else:
                break
        return facts

    def _still_missing(self, both: Both) -> Iterator[str]:
        for context in both:
            whole = term_of(context.corpus.decisions[self.decision].type.of, context.corpus)
            amount = None if whole is None else value(whole, context)
            if isinstance(amount, Unknown):
                yield from sorted(amount.inputs, key=lambda name: context.corpus.inputs[name].order)


def made_ordinary(facts: Facts, start: Both, is_same: Callable[[Facts], bool]) -> dict[str, Value]:
    """These facts with days of late and ordinary values, where it is the same with those."""
    found = dict(facts)
    for by in DAYS_AGO:
        moved = _moved(found, by, start)
        if moved != found and is_same(moved):
            found = moved
            break
    for name in found:
        for each in ordinary_values(name, declared(name, start).type, start.new.day):
            if each == found[name]:
                break
            tried = {**found, name: each}
            if is_same(tried):
                found = tried
                break
    return found


def _moved(facts: Facts, by: int, start: Both) -> dict[str, Value]:
    """All days moved alike, so that the last is so many days ago."""
    days = [each for each in facts.values() if isinstance(each, date)]
    if not days:
        return dict(facts)
    shift = start.new.day - timedelta(days=by) - max(days)
    return {name: each + shift if isinstance(each, date) else each for name, each in facts.items()}


def _case(context: Context, decision: str) -> Case:
    """The case of these facts for a corpus, about one decision."""
    inputs, gemeente = context.corpus.inputs, context.corpus.gemeente
    return Case(
        f"Verschil: {context.corpus.decisions[decision].label}",
        gemeente,
        gemeente.replace("_", " ").title(),
        context.day,
        (decision,),
        {name: each for name, each in context.inputs.items() if not inputs[name].judgement},
        {name: Judgement(each, REASON) for name, each in context.inputs.items() if inputs[name].judgement},
    )


def _is(answer: Answer, outcome: Outcome, name: str) -> bool:
    """Whether the ordinary evaluation comes to the same; what it sharpens may be more settled than what was found."""
    assert answer.decided is not None
    decided, found = answer.decided, outcome.decision(name)
    if decided.status is Status.OPEN:
        return True
    same_status = found.status is decided.status or {found.status, decided.status} <= _SETTLED
    return same_status and _value(found) == decided.value


_SETTLED = frozenset({Status.BEPAALD, Status.VOORBEHOUD})


def _value(found: DecisionOutcome) -> Value | None:
    return None if found.shown is None else found.shown.value
