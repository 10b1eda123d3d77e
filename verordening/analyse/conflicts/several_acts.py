"""A case with an act for each of two rules, or with one act that breaches a duty for each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import NOTHING_GIVEN, NotProven
from verordening.model.case import Act, Case, Judgement
from verordening.model.corpus import Corpus
from verordening.model.rules import Decision, Rule
from verordening.model.types import Value
from verordening.records import replace

Found = Case | NotProven | None
"""A case; that it is not settled; or None: there surely is none."""
Find = Callable[[tuple[c.Claim, ...], tuple[str, ...], Mapping[str, Value]], Found]
"""Looks for a case of one act in which claims hold, about these decisions, beside what is given."""

SHARED = "of twee gedragingen samen kunnen gaan, hangt van de rest van de zaak af"
_GivenT = TypeVar("_GivenT", Value, Judgement)


def case_of_two(rules: tuple[Rule, Rule], decision: Decision, corpus: Corpus, find: Find) -> Found:
    """A case in which one rule decides about one act and the other about another; `rules` may be one rule twice."""
    found = _both(rules, decision, corpus, find, at_once=False)
    if not isinstance(found, tuple):
        return found
    first, second = found
    own = [_act(each, decision.per, corpus) for each in (first, second)]
    return _joined(first, second, tuple(own), decision, corpus)


def case_of_two_duties(rules: tuple[Rule, Rule], decision: Decision, corpus: Corpus, find: Find) -> Found:
    """A case of one act that breaches two duties; one rule decides about the one and the other about the other."""
    found = _both(rules, decision, corpus, find, at_once=True)
    if not isinstance(found, tuple):
        return found
    first, second = found
    left, right = (_act(each, decision.per, corpus) for each in (first, second))
    if left.kinds == right.kinds:
        return None
    both = Act(
        (*left.kinds, *right.kinds),
        {**right.facts, **left.facts},
        {**right.judgements, **left.judgements},
        None,
    )
    return _joined(first, second, (both,), decision, corpus)


def names_of(decision: Decision) -> tuple[str, ...]:
    """A decision with those that say how long and from when it runs."""
    course = decision.course
    return (decision.name, *(() if course is None else filter(None, (course.duration, course.start))))


def _both(
    rules: tuple[Rule, Rule], decision: Decision, corpus: Corpus, find: Find, *, at_once: bool
) -> tuple[Case, Case] | NotProven | None:
    """A case for each rule, of which what they share is the same; `at_once`: all but the kind of act."""
    alone: list[Case] = []
    for rule in rules:
        found = _of(rule, decision, find, NOTHING_GIVEN)
        if not isinstance(found, Case):
            return found
        alone.append(found)
    if rules[0] is rules[1]:
        return alone[0], alone[0]
    for first, other in ((0, 1), (1, 0)):
        facts = alone[first].inputs()
        shared = {
            name: value
            for name, value in facts.items()
            if (name != decision.per if at_once else not corpus.inputs[name].per)
        }
        found = _of(rules[other], decision, find, shared)
        if isinstance(found, Case):
            return (alone[0], found) if other else (found, alone[1])
    return NotProven((SHARED,), 2)


def _of(rule: Rule, decision: Decision, find: Find, given: Mapping[str, Value]) -> Found:
    return find((c.Stands(rule.index, decision.name),), names_of(decision), given)


def _joined(first: Case, second: Case, acts: tuple[Act, ...], decision: Decision, corpus: Corpus) -> Case:
    return replace(
        first,
        facts={**_of_case(second.facts, corpus), **_of_case(first.facts, corpus)},
        judgements={**_of_case(second.judgements, corpus), **_of_case(first.judgements, corpus)},
        acts=acts,
        act_name=decision.per,
    )


def _of_case(given: Mapping[str, _GivenT], corpus: Corpus) -> dict[str, _GivenT]:
    return {name: each for name, each in given.items() if not corpus.inputs[name].per}


def _act(case: Case, name: str, corpus: Corpus) -> Act:
    facts = {each: value for each, value in case.facts.items() if corpus.inputs[each].per}
    judgements = {each: value for each, value in case.judgements.items() if corpus.inputs[each].per}
    kind = facts.pop(name, "")
    return Act((str(kind),), facts, judgements, None)
