"""What is changed in a regulation: every lid, threshold, exception, alternative and day, told in words."""

from __future__ import annotations

from functools import lru_cache

from tests.evaluate.one_rule import corpus as corpus_with
from tests.law.examples import corpus_of
from verordening.analyse.mutation.gathering import gather
from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.mutation.mutant import Mutant
from verordening.model.corpus import Corpus

DECLARED = """
gegeven leeftijd: duur in jaren van 0 jaar tot en met 120 jaar
gegeven inkomen: bedrag per maand van € 0 tot en met € 10.000
gegeven woning: een van (huur, koop, kamer)
gegeven student: ja/nee
begrip jong = leeftijd < 27 jaar
tabel grens: bedrag per maand
  vanaf 1 januari 2025 tot 1 januari 2026 is € 100,00
besluit v: bedrag per maand van € 0 tot en met € 500, standaard € 0
"""
RULES = """
artikel 1
  als      jong en inkomen <= grens en woning is een van (huur, koop)
  tenzij   student
  dan moet v = € 50,00

artikel 2
  in afwijking van artikel 1
  als      leeftijd >= 0 jaar
  dan kan  v van € 0 tot en met € 60,00
"""


@lru_cache(maxsize=1)
def example() -> Corpus:
    return corpus_with(DECLARED, RULES)


def mutants(name: str) -> list[Mutant]:
    return [each for each in mutants_of(example()) if each.key.name == name]


def words(name: str) -> set[str]:
    return {each.key.words for each in mutants(name)}


def test_a_rule_is_changed_in_each_of_its_parts() -> None:
    whole = "jong en inkomen ≤ grens en woning is een van huur en koop"
    found = {each for each in words("wet artikel 1") if whole not in each}
    assert found == {
        "de hele bepaling weg",
        "zonder “jong”",
        "zonder “inkomen ≤ grens”",
        "“inkomen ≤ grens”: ≤ wordt <",
        *(each for each in found if each.startswith("zonder “woning")),
        "woning: zonder `huur`",
        "woning: zonder `koop`",
        *(each for each in found if each.startswith("niet “")),
        "tenzij: zonder “student”",
        "tenzij: niet “student”",
        "`v`: moet wordt kan",
        "`v`: € 50,00 wordt € 49,99",
        "`v`: € 50,00 wordt € 50,01",
    }


def test_a_deviation_and_both_ends_of_a_range_are_changed() -> None:
    assert words("wet artikel 2") >= {
        "zonder “in afwijking van”",
        "`v`: kan wordt moet",
        "`v`: tot en met € 60,00 wordt € 59,99",
        "`v`: tot en met € 60,00 wordt € 60,01",
    }


def test_a_threshold_of_years_moves_by_a_year() -> None:
    assert {each for each in words("jong") if "wordt" in each} == {
        "“leeftijd < 27 jaar”: < wordt ≤",
        "“leeftijd < 27 jaar”: 27 jaar wordt 26 jaar",
        "“leeftijd < 27 jaar”: 27 jaar wordt 28 jaar",
    }


def test_a_table_moves_by_a_cent_and_by_a_day() -> None:
    assert words("grens") == {
        "vanaf 1 januari 2025: € 100,00 wordt € 99,99",
        "vanaf 1 januari 2025: € 100,00 wordt € 100,01",
        "vanaf 1 januari 2025 wordt 31 december 2024",
        "vanaf 1 januari 2025 wordt 2 januari 2025",
        "tot 1 januari 2026 wordt 31 december 2025",
        "tot 1 januari 2026 wordt 2 januari 2026",
    }


def test_a_table_makes_no_difference_before_anything_asks_it_nor_where_its_value_stays() -> None:
    """The only text that asks the table begins on 1 January 2015; on 1 March 2016 the amount stays what it was.

    On 1 May 2017 it stays unknown; from 1 June 2018 it is known.
    """
    later = (
        "tabel later: bedrag per maand\n  vanaf 1 januari 2015 is € 9,00\n  vanaf 1 maart 2016 is € 9,00\n"
        "  vanaf 1 april 2017 is onbekend\n  vanaf 1 mei 2017 is onbekend\n  vanaf 1 juni 2018 is € 9,00\n"
    )
    found = corpus_with(DECLARED + later, "artikel 3\n  als inkomen <= later\n  dan moet v = € 50,00\n")
    days = {
        each.key.words: each.beyond
        for each in mutants_of(found)
        if each.key.name == "later" and "€" not in each.key.words
    }
    assert days == {
        "vanaf 1 januari 2015 wordt 31 december 2014": True,
        "vanaf 1 januari 2015 wordt 2 januari 2015": False,
        "vanaf 1 maart 2016 wordt 29 februari 2016": True,
        "vanaf 1 maart 2016 wordt 2 maart 2016": True,
        "vanaf 1 april 2017 wordt 31 maart 2017": False,
        "vanaf 1 april 2017 wordt 2 april 2017": False,
        "vanaf 1 mei 2017 wordt 30 april 2017": True,
        "vanaf 1 mei 2017 wordt 2 mei 2017": True,
        "vanaf 1 juni 2018 wordt 31 mei 2018": False,
        "vanaf 1 juni 2018 wordt 2 juni 2018": False,
    }


def test_a_day_that_changes_nothing_is_not_moved() -> None:
    """A text is new from the day on which it begins to hold: from a day later it would say the same on every day."""
    days = "  in werking vanaf 1 januari 2016\n  nieuw vanaf 1 januari 2016\n"
    place = f"artikel 3\n{days}  dan moet v = € 50,00\n"
    found = {
        each.key.words
        for each in mutants_of(corpus_with(DECLARED, place))
        if each.key.name == "wet artikel 3"
    }
    assert {each for each in found if each.startswith("nieuw")} == {"nieuw vanaf 31 december 2015"}


def test_what_no_case_can_tell_apart_says_so() -> None:
    """Everybody is 0 years or older, and of -1 years or older that is no less true; of 1 year or older it is."""
    beyond = {
        each.key.words: each.beyond for each in mutants("wet artikel 2") if "0 jaar wordt" in each.key.words
    }
    assert beyond == {
        "“leeftijd ≥ 0 jaar”: 0 jaar wordt -1 jaar": True,
        "“leeftijd ≥ 0 jaar”: 0 jaar wordt 1 jaar": False,
    }


def test_what_reading_would_refuse_says_so() -> None:
    refused = {each.key.words for each in mutants("wet artikel 2") if each.refused}
    assert "`v`: vanaf € 0 wordt -€ 0,01" in refused
    (gone,) = [each for each in mutants("wet artikel 1") if each.key.words == "de hele bepaling weg"]
    assert gone.refused  # artikel 2 deviates from it


def test_a_change_leaves_everything_else_as_it_was() -> None:
    (mutant,) = [each for each in mutants("wet artikel 1") if each.key.words == "zonder “jong”"]
    changed = mutant.made()
    assert changed.rules[0].condition is not example().rules[0].condition
    assert changed.rules[1] is example().rules[1]
    assert changed.concepts is example().concepts


def test_without_a_delegation_nothing_fills_it_in() -> None:
    """As when the text is read without it; a rule that fills in what nobody left to it cannot be written."""
    (mutant,) = [
        each
        for each in mutants_of(corpus_of("amsterdam"), "landelijk/participatiewet")
        if each.key.name == "pw artikel 18 lid 2"
        and each.key.words == "zonder het gevolg voor `duur_verlaging`"
    ]
    changed = mutant.made()
    (index,) = mutant.rules
    (ordinance,) = [
        each for each in changed.rules if each.id == "amsterdam/maatregelen artikel 6 lid 1 onderdeel b"
    ]
    assert (index, "duur_verlaging") not in ordinance.fills
    assert (index, "verlaging") in ordinance.fills
    assert (index, ordinance.index) in changed.filling


def test_a_guideline_is_changed_in_its_condition_and_its_values() -> None:
    found = {
        each.key.words
        for each in mutants_of(corpus_of("amsterdam"), "model/richtlijnen")
        if each.key.name == "voorbeeldrichtlijnen richtlijn 19"
    }
    condition = "“tijd sinds het laatste gesprek ≥ 6 maanden”"
    assert found == {
        "de hele richtlijn weg",
        "de twee waarden verwisseld",
        f"zonder {condition}",
        f"niet {condition}",
        f"{condition}: ≥ wordt >",
        f"{condition}: 6 maanden wordt 5 maanden",
        f"{condition}: 6 maanden wordt 7 maanden",
    }


def test_every_change_has_a_name_of_its_own_and_the_order_is_fixed() -> None:
    keys = [each.key for each in mutants_of(example())]
    assert len(set(keys)) == len(keys)
    assert [each.key for each in gather({"": example()})] == [each.key for each in gather({"": example()})]


def test_the_mark_of_an_item_changes_with_the_item_alone() -> None:
    before = {each.key.name: each.mark for each in gather({"": example()})}
    other = corpus_with(DECLARED, RULES.replace("60,00", "70,00"))
    after = {each.key.name: each.mark for each in gather({"": other})}
    assert {name for name, mark in after.items() if before[name] != mark} == {"wet artikel 2"}


def test_the_mark_of_an_item_is_that_of_the_first_municipality_with_it() -> None:
    """Vroegdam applies this text early, from a day that can be moved; for the others that day is not there."""
    place, file = "pw artikel 31 lid 5 zin 2", "landelijk/participatiewet.vrd"
    every, early = corpus_of("haarlem"), corpus_of("vroegdam")
    one, both = (
        {each.mark for each in gather(corpora, file) if each.key.name == place}
        for corpora in ({"haarlem": every}, {"haarlem": every, "vroegdam": early})
    )
    assert one == both
