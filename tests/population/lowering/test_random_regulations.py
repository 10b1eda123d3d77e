"""Program and interpreter say the same of random regulations, whatever is not known.

Here 40; `VERORDENING_VOLLEDIG=1` takes 3,000.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.population.lowering.rows import left_aside
from tests.properties.budgets import FULL
from tests.properties.cases import complete_case
from tests.properties.corpora import load
from tests.properties.generating import regeling
from tests.properties.values import Domains
from verordening.population.by_interpreter import decided_columns
from verordening.population.facts import row_of
from verordening.population.lowering.program import lower
from verordening.population.program import run

REGULATIONS = 3_000 if FULL else 40
FIRST = 70_000
PER_TEST = 10
CASES = 8
BLOCKS = range(FIRST, FIRST + REGULATIONS, PER_TEST)


@pytest.mark.parametrize("first", BLOCKS)
def test_program_and_interpreter_agree(first: int) -> None:
    done = aside = 0
    for seed in range(first, first + PER_TEST):
        made = regeling(seed)
        corpus, _ = load(made.sources())
        decisions = tuple(corpus.decisions)
        lowered = lower(corpus, made.day, decisions)
        given_up = {name for name, _ in lowered.left_out}
        asked = [name for name in decisions if name not in given_up]
        rng, domains = Random(seed), Domains.of(corpus, made.day)
        for _ in range(CASES):
            facts = complete_case(domains, list(corpus.inputs), rng)
            kept = {
                name: value for name, value in facts.items() if rng.random() < rng.choice((0.5, 0.8, 1.0))
            }
            found = run(lowered.program, row_of(lowered.program.columns, kept, corpus))
            if left_aside(found):
                aside += 1
                continue
            wanted = decided_columns(corpus, kept, made.day, asked)
            done += 1
            assert found == {name: wanted[name] for name in found}, f"{seed}: {kept}\n{made.text()}"
    assert done > aside
