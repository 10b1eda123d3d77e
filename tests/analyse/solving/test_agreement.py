"""Interpreter, plain procedure and solver say the same of random regulations.

Here 500; `VERORDENING_VOLLEDIG=1` takes 10,000, and every question about each.
"""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.analyse.solving.agreeing import Agreeing, questions_about
from tests.properties.budgets import FULL
from tests.properties.cases import complete_case
from tests.properties.corpora import load
from tests.properties.generating import regeling
from tests.properties.values import Domains
from verordening.analyse.proving.interpreting import truths
from verordening.analyse.proving.searching import NotProven, search
from verordening.evaluate.context import Context

REGULATIONS = 10_000 if FULL else 500
FIRST = 30_000
PER_TEST = 25
LEAST = 25
"""Regulations in which each construct occurs, at least."""
CASES = 4 if FULL else 1
QUESTIONS = 1_000 if FULL else 6
ENOUGH = 1_000 if FULL else 3
"""So many questions are enough where one of them was answered with a case."""
READABLE = 1 if FULL else 10
"""Of one in so many the case to show is looked for too, which takes longer."""
TRIES = 60
BLOCKS = range(FIRST, FIRST + REGULATIONS, PER_TEST)


def test_every_construct_occurs_often_enough() -> None:
    found = Counter(
        construct for seed in range(FIRST, FIRST + REGULATIONS) for construct in regeling(seed).constructs
    )
    assert len(found) >= 30
    assert {construct: number for construct, number in found.items() if number < LEAST} == {}


@pytest.mark.parametrize("first", BLOCKS)
def test_solver_interpreter_and_plain_procedure_agree(first: int) -> None:
    with_conflict = 0
    for seed in range(first, first + PER_TEST):
        made = regeling(seed)
        corpus, _ = load(made.sources())
        rng = Random(seed)
        agreeing = Agreeing(corpus, made.day)
        assert not agreeing.refused
        domains = Domains.of(corpus, made.day)
        for _ in range(CASES):
            given = complete_case(domains, list(corpus.inputs), rng)
            assert list(agreeing.disagreements(given)) == [], f"{seed}: {given}\n{made.text()}"
        questions = list(questions_about(corpus))
        conflicts = False
        for number, question in enumerate(rng.sample(questions, min(QUESTIONS, len(questions)))):
            if conflicts and number >= ENOUGH:
                break
            tried = search(corpus, question, made.day, TRIES)
            solved = agreeing.encoding.case(question, seconds=20, readable=seed % READABLE == 0)
            told = f"{seed}: {question}: {tried}, {solved}\n{made.text()}"
            assert not isinstance(solved, NotProven), told
            assert isinstance(tried, NotProven) or (tried is None) is (solved is None), told
            if isinstance(solved, Context):
                assert all(each is True for each in truths(question, solved)), told
                conflicts = True
        with_conflict += conflicts
    assert with_conflict >= PER_TEST / 3
