"""A question is asked again on each day on which something that it reads changes; no other day shows more."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

from tests.analyse.solving.agreeing import questions_about
from tests.properties.corpora import load
from tests.properties.generating import regeling
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.changing import Changing
from verordening.analyse.proving.searching import search
from verordening.evaluate.context import Context
from verordening.model.corpus import Corpus

TODAY = date(2026, 1, 10)
FIRST = 70_000
REGULATIONS = 40
QUESTIONS = 4
TRIES = 40


def _shows(corpus: Corpus, question: tuple[c.Claim, ...], day: date) -> bool:
    return isinstance(search(corpus, question, day, TRIES), Context)


def test_what_shows_on_some_day_shows_on_a_day_that_is_looked_at() -> None:
    seen: Counter[str] = Counter()
    for seed in range(FIRST, FIRST + REGULATIONS):
        made = regeling(seed)
        corpus, _ = load(made.sources())
        changing = Changing(corpus, TODAY)
        first = changing.days[0]
        questions = list(questions_about(corpus))
        for question in Random(seed).sample(questions, min(QUESTIONS, len(questions))):
            looked_at = (first, *changing.later(question, first))
            passed = [day for day in changing.days if day not in looked_at]
            seen["looked at again"] += len(looked_at) - 1
            seen["passed"] += len(passed)
            if any(_shows(corpus, question, day) for day in looked_at):
                seen["shown"] += 1
                continue
            for day in passed:
                assert not _shows(corpus, question, day), f"{seed}: {question} on {day}\n{made.text()}"
    assert min(seen["looked at again"], seen["passed"], seen["shown"]) >= REGULATIONS // 2, seen
