"""The time for one question is not taken from the next: a solver that had no time left to find the case to show goes on
to settle what is asked after that.
"""

from __future__ import annotations

import pytest

from tests.analyse.solving.agreeing import questions_about
from tests.properties.corpora import load
from tests.properties.generating import regeling
from verordening.analyse.proving.searching import NotProven
from verordening.analyse.solving import encoding
from verordening.evaluate.context import Context


def test_after_a_case_that_took_all_its_time_the_next_questions_are_settled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(encoding, "SECONDS_TO_READ", 0.0)
    made = regeling(30_001)
    corpus, _ = load(made.sources())
    solver = encoding.Encoding(corpus, made.day)
    answers = [solver.case(each) for each in questions_about(corpus)]
    assert any(isinstance(each, Context) for each in answers[:-1])
    assert not any(isinstance(each, NotProven) for each in answers)
