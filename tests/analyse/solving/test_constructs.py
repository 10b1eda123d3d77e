"""Interpreter, plain procedure and solver say the same of lists, days, terms, samenhang and divisions.

What the solver says loosely (working days, terms of an act, a list longer than it looks at) may be left unsettled, but
never be told wrong: a case that holds up by chance is never ruled out.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.analyse.solving.agreeing import Agreeing, questions_about
from tests.analyse.solving.constructs import DAY, complete_case, regulation
from tests.properties.budgets import FULL
from verordening.analyse.proving.searching import NotProven, search
from verordening.analyse.solving.encoding import holds
from verordening.evaluate.context import Context

REGULATIONS = 1_000 if FULL else 16
PER_TEST = 8
CASES = 6 if FULL else 2
TRIED = 15
"""Complete cases that are only worked out by the interpreter."""


@pytest.mark.parametrize("first", range(0, REGULATIONS, PER_TEST))
def test_solver_interpreter_and_plain_procedure_agree(first: int) -> None:
    settled = asked = 0
    for seed in range(first, first + PER_TEST):
        corpus, text = regulation(seed)
        rng = Random(seed)
        agreeing = Agreeing(corpus, DAY)
        cases = [complete_case(corpus, rng) for _ in range(TRIED)]
        for given in cases[:CASES]:
            assert list(agreeing.disagreements(given)) == [], f"{seed}: {given}\n{text}"
        for question in questions_about(corpus):
            tried = search(corpus, question, DAY, 60)
            solved = agreeing.encoding.case(question, seconds=2, readable=seed % 8 == 0)
            told = f"{seed}: {question}: {tried}, {solved}\n{text}"
            asked += 1
            settled += not isinstance(solved, NotProven)
            if solved is None:
                assert not isinstance(tried, Context), told
                assert not [each for each in cases if holds(question, Context(corpus, each, DAY))], told
            elif isinstance(solved, Context):
                assert tried is not None, told
                assert holds(question, solved), told
    assert settled >= asked * 0.75
