"""What is asked about the decisions of a case can change the answer, and what is not asked cannot.

The first is shown by the two cases that come with each question, worked out again here from the start. The second by
trying: with all that is asked filled in, other facts make no difference.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from random import Random

import pytest

from tests.law.asking import ask
from tests.law.examples import NAMES, corpus_of, example
from tests.properties.budgets import FULL
from tests.properties.cases import complete_case
from tests.properties.claims import Bench, came_to
from tests.properties.relevant import relevant_expressions, relevant_inputs
from tests.properties.values import Domains
from verordening.evaluate.outcome import Question, Status
from verordening.evaluate.single import Single, evaluate_single
from verordening.model.case import Case
from verordening.model.types import Value
from verordening.records import replace

TRIES = 400 if FULL else 12


def _cases(name: str) -> list[Case]:
    """The example, or each duty that one of its acts breaches."""
    case = replace(example(name).case, choice=None)
    return [case.with_act(act, kind) for act in case.acts for kind in act.kinds] or [case]


@lru_cache(maxsize=128)
def _asked(name: str, number: int) -> Single:
    case = _cases(name)[number]
    return evaluate_single(corpus_of(case.gemeente), case, witnesses=True)


PARTIAL = [
    (name, number)
    for name in NAMES
    for number in range(len(_cases(name)))
    if _asked(name, number).outcome.questions
]


def test_the_examples_ask_something() -> None:
    questions = [each for name, number in PARTIAL for each in _asked(name, number).outcome.questions]
    assert len(questions) > 30
    assert {each.judgement for each in questions} == {True, False}


@pytest.mark.parametrize(("name", "number"), PARTIAL)
def test_every_question_can_change_the_answer(name: str, number: int) -> None:
    found = _asked(name, number)
    for question in found.outcome.questions:
        _check(question, found)


def _check(question: Question, found: Single) -> None:
    """The two cases differ in this answer alone, hold what was given, and come to something else."""
    witness, context = question.witness, found.context
    assert witness is not None, f"of `{question.name}` iets verandert, is niet te zien"
    assert witness.decision in question.decisions
    first, second = dict(witness.first.inputs), dict(witness.second.inputs)
    assert [key for key in first if first[key] != second[key]] == [question.name]
    assert first.keys() == second.keys()
    assert not first.keys() & context.inputs.keys()
    bench = Bench(context.corpus, context.day)
    answers = [
        bench.answer({**context.inputs, **each}, (witness.decision,)).decisions[0] for each in (first, second)
    ]
    said = [(each.status, each.shown, each.range) for each in answers]
    assert said[0] != said[1], f"`{question.name}`: twee keer {said[0]}"


@pytest.mark.parametrize(("name", "number"), PARTIAL)
def test_what_is_not_asked_changes_nothing(name: str, number: int) -> None:
    found = _asked(name, number)
    corpus, day, given = found.context.corpus, found.context.day, dict(found.context.inputs)
    unsettled = [each for each in found.outcome.decisions if each.status is Status.OPEN]
    if not unsettled:
        return
    asked = {each.name for each in found.outcome.questions}
    about = tuple(each.name for each in unsettled)
    inputs = corpus.inputs
    free = [each for each in relevant_inputs(corpus, about) if each not in given and not inputs[each].general]
    tailoring = {
        route.judgement
        for route in found.outcome.routes
        if route.judgement and inputs[route.judgement].judgement
    }
    domains = Domains.of(corpus, day, list(relevant_expressions(corpus, about)))
    rng, bench = Random(name), Bench(corpus, day)
    for _ in range(TRIES):
        answers = complete_case(domains, [each for each in free if each in asked], rng)
        others = [each for each in free if each not in asked | tailoring]
        rest: list[dict[str, Value]] = [complete_case(domains, others, rng) for _ in range(2)]
        whole = [{**given, **answers, **each} for each in rest]
        if not all(map(bench.goes_together, whole)):
            continue
        for one, other in pairwise(whole):
            ends = [tuple(map(came_to, bench.answer(each, about).decisions)) for each in (one, other)]
            assert ends[0] == ends[1], {
                key: (one[key], other[key]) for key in others if one[key] != other[key]
            }


def test_past_the_limit_it_may() -> None:
    """Of an empty case there are too many completions; nothing is called certain then that was not shown."""
    case = replace(_cases("te-laat-geregistreerd")[0], facts={}, judgements={})
    asked = evaluate_single(corpus_of("amsterdam"), case, witnesses=True).outcome.questions
    unsure = [each for each in asked if each.witness is None]
    assert unsure
    assert all(each.decisions for each in unsure)


def test_what_settles_the_matter_is_asked_before_its_details() -> None:
    """Of an empty case: without a breach nothing is lowered (18 lid 2), whoever the resident is."""
    assert ask({}).questions[0].name == "gedraging"
