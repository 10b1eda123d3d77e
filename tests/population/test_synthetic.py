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


LISTS = ("kinderen", "huisgenoten")
AROUND = (
    "huishouden",
    "leeftijd",
    "leeftijd_partner",
    "heeft_ten_laste_komend_kind",
    "leeftijd_jongste_kind",
    "kostendelende_medebewoners",
)


def test_lists_are_read_back_and_go_together_with_what_follows_from_them() -> None:
    """Also where a list, or the age of one child, is not known. No list is too long for the engines."""
    recipe = Recipe(3, DAY, (*AROUND, *LISTS), unknown={"": 0.05})
    made = SyntheticPopulation(corpus_of("amsterdam"), recipe)
    columns = made.columns(0)
    (batch,) = made.batches(3_000)
    read = Matching(made.corpus, made.schema, "bevolking.parquet").read(batch)
    assert set(read) == set(columns)
    for name, numbers in columns.items():
        assert np.array_equal(read[name], numbers[:3_000]), name
    rows = Rows(made.corpus, columns)
    for row in range(0, BLOCK, 101):
        context = with_implied(Context(made.corpus, rows.facts(row), DAY))
        assert [each.text for each in against(context)] == []
    assert max(columns["kinderen.aantal"].max(), columns["huisgenoten.aantal"].max()) <= 8
    assert 0.04 < np.mean(~columns["kinderen.heel"]) < 0.06


def test_a_family_is_told_twice_in_the_same_way() -> None:
    """An alleenstaande ouder has one child in 61,5 % (CBS 71487NED: 375.750 of 610.633); a couple in 37,9 %."""
    made = SyntheticPopulation(corpus_of("amsterdam"), Recipe(3, DAY, (*AROUND, *LISTS)))
    columns = made.columns(0)
    count, child = columns["kinderen.aantal"], columns["heeft_ten_laste_komend_kind"].astype(bool)
    assert ((count > 0) == child).all()
    some = count > 0
    assert (columns["kinderen.0.leeftijd"] == columns["leeftijd_jongste_kind"])[some].all()
    couple = columns["leeftijd_partner?"]
    assert np.mean(count[some & ~couple] == 1) == pytest.approx(0.615, abs=0.03)
    assert np.mean(count[some & couple] == 1) == pytest.approx(0.379, abs=0.04)
    assert (columns["huisgenoten.0.leeftijd"] == columns["leeftijd_partner"])[couple].all()
    counted = np.zeros(BLOCK, np.int64)
    for place in range(8):
        own = {
            name: columns[f"huisgenoten.{place}.{name}"].astype(bool)
            for name in ("echtgenoot", "zakelijke_prijs", "opleiding_19a")
        }
        grown = columns[f"huisgenoten.{place}.leeftijd"] >= 27 * 12
        counted += grown & ~own["echtgenoot"] & ~own["zakelijke_prijs"] & ~own["opleiding_19a"]
    assert (counted == columns["kostendelende_medebewoners"]).all()


def test_an_earlier_measure_has_a_day_and_comes_before_the_act() -> None:
    names = ("gedraging", "datum_gedraging", "laatste_maatregel_18_4", "datum_laatste_maatregel_18_4")
    made = SyntheticPopulation(corpus_of("amsterdam"), Recipe(3, DAY, names))
    columns = made.columns(0)
    options = made.corpus.inputs["laatste_maatregel_18_4"].type.options
    earlier = columns["laatste_maatregel_18_4"] != options.index("geen")
    assert (earlier == columns["datum_laatste_maatregel_18_4?"]).all()
    both = earlier & columns["datum_gedraging?"]
    assert 40 < both.sum() < 110
    assert (columns["datum_laatste_maatregel_18_4"] < columns["datum_gedraging"])[both].all()
