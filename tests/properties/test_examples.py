"""What the examples are told while facts are missing holds in every completion.

Continuous integration tries a few subsets of each, and lets the engine sharpen with few completions;
`VERORDENING_VOLLEDIG=1` tries what the issue asks: every subset up to ten facts, else all of at most three
and a thousand random ones, each answer as it is before sharpening and many as they are after it (some minutes).
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

import pytest

from tests.law.examples import NAMES, corpus_of, example
from tests.properties.budgets import FULL, tries
from tests.properties.cases import around, removals
from tests.properties.claims import Answers, Bench, Breach, came_to, held, keeps
from tests.properties.pool import Pool
from tests.properties.relevant import relevant_expressions, relevant_inputs
from tests.properties.single import floors_kept
from tests.properties.values import Domains
from verordening.evaluate.outcome import Status

MOST_SUBSETS = None if FULL else 3
MOST_MIXTURES = 2_000 if FULL else 30
SAMPLE = 0.1
"""Of the subsets of more than three facts, the part of which the sharpened answer is looked at too."""


@lru_cache(maxsize=4)
def _bench(name: str) -> Bench:
    case = example(name).case
    return Bench(corpus_of(case.gemeente), case.peildatum)


def _different() -> list[str]:
    """The examples, each set of facts once: what is chosen makes no difference here."""
    found: dict[tuple[object, ...], str] = {}
    for name in NAMES:
        case = example(name).case
        key = (case.gemeente, case.peildatum, case.asked, frozenset(case.inputs().items()))
        found.setdefault(key, name)
    return list(found.values())


@pytest.mark.parametrize("name", _different())
def test_what_is_settled_stays_settled(name: str) -> None:
    case, bench = example(name).case, _bench(name)
    corpus, given = bench.corpus, case.inputs()
    asked = case.asked or bench.answer(given, ()).asked
    rng = Random(name)
    domains = Domains.of(corpus, bench.day, list(relevant_expressions(corpus, asked)))
    relevant = relevant_inputs(corpus, asked)
    free = [each for each in relevant if not corpus.inputs[each].general]
    removable = [each for each in given if not corpus.inputs[each].general]
    pool = Pool(bench, asked, given)
    pool.add(around(given, free, domains, rng, MOST_MIXTURES))
    told: dict[frozenset[str], Answers] = {}
    found: list[Breach] = []
    for missing in [(), *removals(removable, rng, MOST_SUBSETS)]:
        partial = {key: value for key, value in given.items() if key not in missing}
        plain = bench.answer(partial, asked, tries=0)
        told[frozenset(missing)] = tuple(map(came_to, plain.decisions))
        found += floors_kept(bench, partial, plain)
        found += held(partial, plain, pool.completing(missing))
        most = tries(len(missing), rng, SAMPLE)
        if most and any(each.status is Status.OPEN for each in plain.decisions):
            sharp = bench.answer(partial, asked, tries=most)
            found += floors_kept(bench, partial, sharp)
            found += held(partial, sharp, pool.completing(missing))
    assert not found, "\n\n".join(map(str, found[:3]))
    for left_out, answers in told.items():
        for fact in left_out:
            fuller = told.get(left_out - {fact}, answers)
            assert all(map(keeps, answers, fuller)), f"zonder {sorted(left_out)} stelliger dan met {fact}"
