"""Which clause may stand under which head; the whole table against the grammar, and each refusal once."""

from __future__ import annotations

import pytest

from verordening.language.mistakes.examples import EXAMPLES
from verordening.language.mistakes.stuck import openers
from verordening.language.opening import CLAUSE_WORDS, ITEM_WORDS
from verordening.language.parsing import parse
from verordening.language.placement import ALLOWED, HEAD_WORDS
from verordening.language.source import Source

HEADS = {
    "regeling": 'regeling r "R"',
    "plaats": "artikel 1",
    "gegeven": "gegeven x: datum",
    "oordeel": "oordeel x: ja/nee",
    "begrip": "begrip x = 1",
    "tabel": "tabel x: bedrag",
    "besluit": "besluit x: datum",
    "waarde": 'waarde x "X"',
    "richtlijn": "richtlijn 1",
    "ondergrens": 'ondergrens x "X"',
    "samenhang": 'samenhang "X" dan x',
    "waarborg": 'waarborg werken_loont "Meer verdienen maakt niemand armer"',
}


def codes(text: str) -> list[str]:
    return [each.code for each in parse(Source("x", text))[1]]


def test_the_table_knows_every_clause_of_the_grammar() -> None:
    whole = {
        "in werking",
        "soort ruimte",
        "verrekend over",
        "samen ten hoogste",
        "heroverwegen voor",
        "bij meer",
        "nagelezen op",
        "dode verwijzing",
        "verandert niet",
        "verordening verplicht",
        "neemt alleen toe",
    }
    one_terminal = {words: words.upper().replace(" ", "_") for words in whole} | {
        "in afwijking van": "AFWIJKING"
    }
    first = {one_terminal.get(words) or words.split()[0].upper() for words in ALLOWED}
    heads = {word.upper() for word in ITEM_WORDS} | {f"{word.upper()}_HEAD" for word in ITEM_WORDS}
    assert openers() - heads - {"$END"} == first
    assert set(EXAMPLES) == {*ITEM_WORDS, *CLAUSE_WORDS}


def test_every_kind_of_head_is_named() -> None:
    assert set(HEADS) == set(HEAD_WORDS) == {kind for kinds in ALLOWED.values() for kind in kinds}


@pytest.mark.parametrize("kind", HEADS)
@pytest.mark.parametrize("keyword", ALLOWED)
def test_a_clause_is_refused_where_it_does_not_belong(keyword: str, kind: str) -> None:
    if keyword == "als" and kind == "begrip":
        pytest.skip("there it opens a branch")
    found = codes(f"{HEADS[kind]}\n  {EXAMPLES[keyword]}")
    assert ("VRD120" in found) == (kind not in ALLOWED[keyword])
    assert set(found) <= {"VRD120", "VRD123"}


@pytest.mark.parametrize("keyword", ALLOWED)
def test_a_clause_stands_once_unless_it_may_repeat(keyword: str) -> None:
    found = codes(f"{HEADS[ALLOWED[keyword][0]]}\n  {EXAMPLES[keyword]}\n  {EXAMPLES[keyword]}")
    repeats = {
        "niet opgenomen",
        "geen regeling",
        "volledig",
        "past toe",
        "dode verwijzing",
        "vanaf",
        "weeg",
        "motiveer",
        "bewijs",
        "spreekt tegen",
    }
    assert ("VRD121" in found) == (keyword not in repeats)


@pytest.mark.parametrize(
    "text",
    [
        'artikel 1\n lid 1\n inhoud "x"',
        'artikel 1\n oordeel x: ja/nee\n lid 1\n inhoud "x"',
        'artikel 1\n onderdeel a\n zin 1\n inhoud "x"',
        "artikel 1\n lid 1\n als x ==\n",
    ],
)
def test_a_place_with_something_in_it_is_not_empty(text: str) -> None:
    assert "VRD122" not in codes(text)


@pytest.mark.parametrize(
    "text", ['artikel 1 "T"', 'artikel 1\nartikel 2\n inhoud "x"', 'lid 2\nlid 3\n inhoud "x"']
)
def test_an_empty_place_is_an_error(text: str) -> None:
    assert codes(text) == ["VRD122"]


def test_nothing_is_concluded_from_a_clause_that_is_lost() -> None:
    assert codes("artikel 1\n als x\n dan moet y ==") == ["VRD118"]
    assert codes("artikel 1\n inhoud x") == ["VRD104"]
