"""What the examples are told while facts are missing holds in every completion.

Continuous integration tries a few subsets of each, and lets the engine try few completions itself;
`VERORDENING_VOLLEDIG=1` tries what the issue asks: every subset up to ten facts, else all of at most three
and a thousand random ones (hours).
"""

from __future__ import annotations

import os
from functools import lru_cache
from random import Random

import pytest

from tests.law.examples import NAMES, corpus_of, example
from tests.properties.cases import completions, removals
from tests.properties.claims import Bench, Breach, held
from tests.properties.relevant import relevant_expressions, relevant_inputs
from tests.properties.single import floors_kept
from tests.properties.values import Domains

FULL = os.environ.get("VERORDENING_VOLLEDIG") == "1"
MOST_SUBSETS = None if FULL else 4
MOST_COMPLETIONS = 40 if FULL else 6


@lru_cache(maxsize=4)
def _bench(name: str) -> Bench:
    case = example(name).case
    return Bench(corpus_of(case.gemeente), case.peildatum)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_settled_stays_settled(name: str) -> None:
    case, bench = example(name).case, _bench(name)
    corpus, given = bench.corpus, case.inputs()
    asked = case.asked or bench.answer(given, ()).asked
    rng = Random(name)
    domains = Domains.of(corpus, bench.day, list(relevant_expressions(corpus, asked)))
    relevant = relevant_inputs(corpus, asked)
    never = [each for each in relevant if each not in given and not corpus.inputs[each].general]
    removable = [each for each in given if not corpus.inputs[each].general]
    found: list[Breach] = []
    for missing in [(), *removals(removable, rng, MOST_SUBSETS)]:
        partial = {key: value for key, value in given.items() if key not in missing}
        answer = bench.answer(partial, asked)
        found += floors_kept(bench, partial, answer)
        open_inputs = [each for each in (*missing, *never) if each in relevant]
        found += held(bench, partial, answer, completions(given, open_inputs, domains, rng, MOST_COMPLETIONS))
    assert not found, "\n\n".join(map(str, found[:3]))
