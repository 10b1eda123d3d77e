"""A file comes to the same whoever works it out: a fast engine with what it leaves, or the interpreter row by row.

Every column of every decision and floor, of several decisions at once, with what is not known.
"""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from tests.properties.cases import complete_case
from tests.properties.corpora import load
from tests.properties.generating import regeling
from tests.properties.values import Domains
from verordening.population.compiled import Compiled
from verordening.population.facts import columns_of, row_of
from verordening.population.interpreting import Interpreter
from verordening.population.outcomes import CONTRADICTED, EVERY
from verordening.population.reading.matching import Columns

ROWS = 24
SEEDS = (70_001, 70_002, 70_022)
"""Of the last one decision is not in the program at all, and a floor guards it together with another."""


@pytest.mark.parametrize("seed", SEEDS)
def test_every_column_is_the_same(seed: int) -> None:
    made = regeling(seed)
    corpus, _ = load(made.sources())
    decisions, rng, domains = tuple(corpus.decisions), Random(seed), Domains.of(corpus, made.day)
    every = [each for name in corpus.inputs for each in columns_of(corpus, name)]
    rows = []
    for _ in range(ROWS):
        case = complete_case(domains, list(corpus.inputs), rng)
        share = rng.choice((0.5, 0.8, 1.0))
        facts = {name: value for name, value in case.items() if rng.random() < share}
        rows.append(row_of(every, facts, corpus))
    columns: Columns = {each.name: np.array([row[each.name] for row in rows], np.int64) for each in every}
    engine = Compiled(corpus, made.day, decisions, EVERY, frozenset(corpus.inputs), "python")
    interpreter = Interpreter(corpus, made.day, decisions, EVERY, sharp=False)
    assert engine.outputs == interpreter.outputs
    found, wanted = engine.run(columns, ROWS), interpreter.run(columns, ROWS)
    told = wanted[CONTRADICTED] == 0
    assert told.any()
    assert np.array_equal(found[CONTRADICTED], wanted[CONTRADICTED])
    for name in engine.outputs:
        assert np.array_equal(np.asarray(found[name])[told], wanted[name][told]), f"{name}\n{made.text()}"
