"""Promises about the Amsterdam regulations, in a copy in which each is broken somewhere and in one that keeps them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from verordening.analyse.guarantees.finding import GuaranteeFinding, Verdict
from verordening.analyse.guarantees.proving import findings_of
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Status
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library

DAY = date(2026, 3, 1)
AMSTERDAM = Path(__file__).resolve().parents[3] / "ordinances" / "amsterdam"

PROMISES = """
regeling beloften "Beloften"
  soort    begrippen
  gemeente amsterdam
  herkomst fictief "voor de test"

begrip van_ver: ja/nee = verblijfsstatus is een van (gelijkgesteld, andere_vreemdeling)
  toegestaan door pw artikel 11

waarborg afkomst "Waar iemand vandaan komt, maakt geen verschil voor de maatregel"
  als gedraging = onvoldoende_inspanning
  eis verlaging, duur_verlaging hangen niet af van verblijfsstatus

waarborg premie "Wie meer verdient, krijgt geen lagere premie"
  eis premie_deeltijdwerk daalt niet als verdiend_in_deeltijd stijgt

waarborg herhaling "Een tweede maatregel duurt langer dan een eerste"
  als gedraging = te_laat_geregistreerd
      en verwijtbaarheid = aanwezig
      en huishouden = alleenstaande
      en datum_gedraging + 12 maanden >= peildatum
      en datum_gedraging >= datum_laatste_maatregel_artikel_6
      en datum_gedraging <= datum_laatste_maatregel_artikel_6 + 12 maanden
  eis duur_verlaging is langer bij eerdere_maatregel_artikel_6 dan bij niet eerdere_maatregel_artikel_6

waarborg geen_val "Wie meer inkomen heeft, houdt niet minder over"
  als huishouden = alleenstaande
  eis inkomen omgerekend per jaar + hoogte_inkomenstoeslag daalt niet als inkomen stijgt
"""
BREAKING = {
    "maatregelen.vrd": (
        (
            '    onderdeel c\n      omstreden "Artikel 6',
            """    onderdeel x
      in afwijking van onderdeel b
      als      gedraging = onvoldoende_inspanning en van_ver
      dan moet verlaging = 5%
      toegestaan door pw artikel 11
    onderdeel c
      omstreden \"Artikel 6""",
        ),
        ("2 keer de duur van lid 1", "1 keer de duur van lid 1"),
        ("gebruikt   pw, waarden,", "gebruikt   pw, waarden, beloften,"),
    ),
    "nadere_regels.vrd": (
        (
            "als      werkt_in_deeltijd\n",
            "als      werkt_in_deeltijd en verdiend_in_deeltijd <= € 500 per maand\n",
        ),
    ),
    "inkomenstoeslag.vrd": (
        (
            "als      huishouden = alleenstaande\n",
            "als      huishouden = alleenstaande en inkomen <= € 1.300 per maand\n",
        ),
    ),
}
"""Per file what is written otherwise: a derived begrip on a protected ground, a repetition that counts once, and two
amounts that end at a threshold.
"""


@lru_cache(maxsize=2)
def corpus_of(folder: Path) -> Corpus:
    return load_corpus("amsterdam", library=read_library(overlay=folder))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("gebroken")
    (folder / "beloften.vrd").write_text(PROMISES, encoding="utf-8")
    for name, changes in BREAKING.items():
        text = (AMSTERDAM / name).read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        (folder / name).write_text(text, encoding="utf-8")
    return corpus_of(folder)


@pytest.fixture(scope="module")
def repaired(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("heel")
    (folder / "beloften.vrd").write_text(PROMISES, encoding="utf-8")
    return corpus_of(folder)


@lru_cache(maxsize=16)
def found(corpus: Corpus, name: str) -> list[GuaranteeFinding]:
    guarantee = next(each for each in corpus.guarantees if each.name == name)
    return list(findings_of(corpus, guarantee, DAY))


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        # Article 6 lid 1 onderdeel b gives 10%, the rule that was added 5% to whoever counts as van_ver.
        ("afkomst", {10, 5}, "verblijfsstatus"),
        # 30% of € 500 is € 150; from one cent more nothing is given.
        ("premie", {15_000, 0}, "€ 500,00 naar € 500,01"),
        # Onderdeel a: one month; the second time once that.
        ("herhaling", {1}, "het eerste hoort langer te zijn"),
        # 12 times € 1.300 with € 350, against 12 times € 1.300,01 without.
        ("geen_val", {1_560_000 + 35_000, 1_560_012}, "(€ 349,88 per jaar minder)"),
    ],
)
def test_a_broken_promise_is_shown_with_two_cases(
    broken: Corpus, name: str, values: set[int], words: str
) -> None:
    (finding,) = found(broken, name)
    assert finding.verdict is Verdict.BROKEN
    assert finding.sides is not None
    assert {side.value for side in finding.sides} == values
    assert words in finding.words
    assert finding.replayed


@pytest.mark.parametrize("name", ["afkomst", "premie", "herhaling"])
def test_the_two_cases_come_to_what_is_said_of_them(broken: Corpus, name: str) -> None:
    (finding,) = found(broken, name)
    assert finding.sides is not None
    for side in finding.sides:
        (decision,) = evaluate(broken, side.case).decisions
        assert decision.status in (Status.BEPAALD, Status.VOORBEHOUD)
        assert decision.shown is not None
        assert decision.shown.value == side.value


def test_they_differ_in_what_is_promised_and_in_nothing_else(broken: Corpus) -> None:
    (finding,) = found(broken, "afkomst")
    assert finding.sides is not None
    one, other = (side.case.inputs() for side in finding.sides)
    assert {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)} == {
        "verblijfsstatus"
    }


def test_no_fact_stands_in_them_without_need(broken: Corpus) -> None:
    (finding,) = found(broken, "premie")
    assert finding.sides is not None
    for side in finding.sides:
        assert set(side.case.inputs()) == {"werkt_in_deeltijd", "verdiend_in_deeltijd"}


@pytest.mark.parametrize("name", ["afkomst", "premie", "herhaling"])
def test_the_same_promise_of_the_repaired_regulations_is_proved(repaired: Corpus, name: str) -> None:
    assert [each.verdict for each in found(repaired, name)] == [Verdict.HOLDS]


def test_of_what_cannot_be_looked_at_everywhere_nothing_is_said(repaired: Corpus) -> None:
    """The toeslag turns on lists of months and children: nothing is broken, and it is not said to hold."""
    (finding,) = found(repaired, "geen_val")
    assert finding.verdict in (Verdict.HOLDS, Verdict.NOT_PROVEN)
    assert finding.sides is None
