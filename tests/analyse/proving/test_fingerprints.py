"""An answer is kept as long as nothing that it rests on changes, and no longer."""

from __future__ import annotations

from datetime import date

from tests.evaluate.small import corpus_of
from tests.evaluate.test_relations import ONCE, TWICE, ordinance
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.fingerprints import Fingerprints
from verordening.analyse.proving.searching import search
from verordening.model.corpus import Corpus

DAY = date(2026, 3, 1)
DECLARED = """
gegeven kleur: een van (een, twee, drie)
gegeven inkomen: bedrag van € 0 tot en met € 300
gegeven schuld: bedrag van € 0 tot en met € 300
"""
RULES = """
artikel 1
  als kleur = een
  dan moet korting = {first}%
artikel 2
  als kleur = een en inkomen > € 10
  dan moet korting = {second}%
artikel 3
  als kleur = twee
  dan moet korting = {third}%
{more}
"""


def law(
    first: int = 10, second: int = 20, third: int = 30, more: str = "", samenhang: str = "", limit: int = 0
) -> Corpus:
    limiting = f"artikel 8\n  dan korting ten hoogste {limit}%\n" if limit else ""
    text = RULES.format(first=first, second=second, third=third, more=more)
    return corpus_of(limiting, text, declared=DECLARED + samenhang)


def place(corpus: Corpus, path: str) -> int:
    return next(each.index for each in corpus.rules if each.path == path and "vord" in each.regulation)


def stands(corpus: Corpus, day: date = DAY) -> str:
    return Fingerprints(corpus, day).of((c.Stands(place(corpus, "artikel 1"), "korting"),))


def conflicts(corpus: Corpus) -> str:
    one, other = place(corpus, "artikel 1"), place(corpus, "artikel 2")
    differ = c.Differ(one, other, "korting")
    return Fingerprints(corpus, DAY).of((c.Stands(one, "korting"), c.Stands(other, "korting"), differ))


def test_whether_a_rule_stands_does_not_rest_on_its_value_until_a_limit_looks_at_that() -> None:
    assert stands(law()) == stands(law(first=11))
    assert stands(law(limit=50)) != stands(law(limit=50, first=11))
    assert stands(law(limit=50)) != stands(law(limit=51))


def test_whether_two_values_differ_rests_on_these_two() -> None:
    assert conflicts(law()) != conflicts(law(first=11))
    assert conflicts(law()) != conflicts(law(second=21))
    assert conflicts(law()) == conflicts(law(third=31))


def test_a_rule_on_other_cases_more_does_not_matter() -> None:
    assert conflicts(law()) == conflicts(law(more="artikel 4\n  als kleur = drie\n  dan moet korting = 5%\n"))


def test_a_rule_that_takes_the_place_of_one_of_them_matters() -> None:
    more = "artikel 4\n  in afwijking van artikel 1\n  als kleur = een en inkomen > € 20\n  dan moet korting = 5%\n"
    assert conflicts(law()) != conflicts(law(more=more))


def test_where_it_stands_and_what_only_people_read_does_not_matter() -> None:
    moved = law(more='artikel 4\n  inhoud "Dit zegt iets."\n', samenhang="\n# een opmerking\n")
    assert conflicts(law()) == conflicts(moved)


def test_samenhang_matters_where_it_ties_what_is_looked_at() -> None:
    far = 'samenhang "ver"\n  als schuld > € 10\n  dan schuld > € 20\n'
    near = 'samenhang "dichtbij"\n  als kleur = een\n  dan inkomen > € 50\n'
    tied = f'{far}samenhang "tussen"\n  als inkomen > € 50\n  dan schuld > € 15\n'
    assert conflicts(law()) == conflicts(law(samenhang=far))
    assert conflicts(law()) != conflicts(law(samenhang=near))
    assert conflicts(law(samenhang=tied)) != conflicts(law(samenhang=tied.replace("20", "21")))


def test_the_day_matters_where_something_looks_at_it() -> None:
    later = date(2026, 3, 2)
    assert stands(law()) == stands(law(), later)
    instead = "artikel 4\n  in afwijking van artikel 1\n  {}\n  dan moet korting = 5%\n"
    ends = instead.format("in werking vanaf 1 januari 2015 tot 2 maart 2026")
    assert stands(law(more=ends)) != stands(law(more=ends), later)
    dated = instead.format("als melding > peildatum")
    assert stands(law(more=dated)) != stands(law(more=dated), later)


def test_what_fills_in_a_related_delegation_matters_to_what_is_given_beside_it() -> None:
    """Pw 18 lid 5: shorter than what is given on the ground of lid 6, so that decides whether lid 1 stands."""
    found = {}
    for months in ("1 maand", "3 maanden"):
        corpus = ordinance(ONCE.format("2 maanden"), TWICE.format(months)).corpus
        first = next(each for each in corpus.rules if each.path == "artikel 7 lid 1")
        claims = (c.Stands(first.index, "duur_verlaging"),)
        found[months] = Fingerprints(corpus, DAY).of(claims), search(corpus, claims, DAY) is None
    assert found["1 maand"][1] != found["3 maanden"][1]
    assert found["1 maand"][0] != found["3 maanden"][0]
