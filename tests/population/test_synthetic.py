"""A population that does not exist: within bounds, going together, by its seed alone, and read back as it was made."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np
import pytest

from tests.law.examples import corpus_of
from verordening.evaluate.coherence import against, with_implied
from verordening.evaluate.context import Context
from verordening.population.reading.matching import Columns, Matching
from verordening.population.rows import Rows
from verordening.population.synthetic.drawing import BLOCK
from verordening.population.synthetic.making import Recipe, SyntheticPopulation

DAY = date(2026, 3, 1)
SOME = ("huishouden", "leeftijd", "heeft_ten_laste_komend_kind", "inkomen", "gedraging", "rijlessen_gevraagd")


@lru_cache(maxsize=1)
def everything() -> tuple[SyntheticPopulation, Columns]:
    """A block with all facts of Amsterdam, of which 2 % is not known."""
    made = SyntheticPopulation(corpus_of("amsterdam"), Recipe(1, DAY, unknown={"": 0.02, "leeftijd": 0.0}))
    return made, made.columns(0)


def test_every_fact_is_read_back_as_it_was_made() -> None:
    """A value outside its bounds or between its steps would be refused."""
    made, columns = everything()
    (batch,) = made.batches(2_000)
    read = Matching(made.corpus, made.schema, "bevolking.parquet").read(batch)
    assert set(read) == set(columns)
    assert len(made.facts) > 400
    for name, numbers in columns.items():
        assert np.array_equal(read[name], numbers[:2_000]), name


def test_every_row_goes_together() -> None:
    made, columns = everything()
    rows = Rows(made.corpus, columns)
    for row in range(0, BLOCK, 101):
        context = with_implied(Context(made.corpus, rows.facts(row), DAY))
        assert [each.text for each in against(context)] == []


def test_a_row_depends_on_the_seed_and_its_number_alone() -> None:
    """Not on how many rows there are, which other facts are asked, or how often something is unknown."""
    corpus = corpus_of("amsterdam")
    few = SyntheticPopulation(corpus, Recipe(7, DAY, SOME))
    (short,) = few.batches(10)
    first, second = few.batches(BLOCK + 10)
    assert first.slice(0, 10).equals(short)
    assert second.num_rows == 10
    assert not second.equals(short)
    (alone,) = SyntheticPopulation(corpus, Recipe(7, DAY, ("inkomen",))).batches(10)
    assert alone.column("inkomen").equals(short.column("inkomen"))
    (other,) = SyntheticPopulation(corpus, Recipe(8, DAY, SOME)).batches(10)
    assert not other.equals(short)


def test_the_stated_shares() -> None:
    """CBS 82015NED: 280.680 of 432.630 alleenstaand is 64,9 %; CBS: 39 of 403 under 27 is 9,7 %; Divosa: 8 % works."""
    made, columns = everything()
    known = columns["huishouden?"]
    alone = columns["huishouden"] == made.corpus.inputs["huishouden"].type.options.index("alleenstaande")
    assert np.mean(alone[known]) == pytest.approx(0.649, abs=0.015)
    assert np.mean(columns["leeftijd"] < 27 * 12) == pytest.approx(0.097, abs=0.01)
    assert np.mean(columns["inkomen"][columns["inkomen?"]] > 0) == pytest.approx(0.08, abs=0.01)


def test_what_is_unknown_is_as_much_as_was_asked() -> None:
    _, columns = everything()
    assert columns["leeftijd?"].all()
    assert np.mean(columns["inkomen?"]) == pytest.approx(0.98, abs=0.005)
    assert np.mean(columns["rijlessen_gevraagd?"]) == pytest.approx(0.98, abs=0.005)
    assert (columns["inkomen"][~columns["inkomen?"]] == 0).all()


def test_a_household_makes_sense() -> None:
    """Only a couple has a partner with an age; an alleenstaande ouder has a child, born after the parent was 15."""
    made, columns = everything()
    form = np.array(made.corpus.inputs["huishouden"].type.options)[columns["huishouden"]]
    form[~columns["huishouden?"]] = ""
    assert not columns["leeftijd_partner?"][form == "alleenstaande"].any()
    parents = (form == "alleenstaande_ouder") & columns["heeft_ten_laste_komend_kind?"]
    assert columns["heeft_ten_laste_komend_kind"][parents].all()
    born = columns["leeftijd_jongste_kind?"]
    assert (columns["leeftijd"] - columns["leeftijd_jongste_kind"] >= 16 * 12)[born].all()
