"""Where several acts meet, the ordinance says whether their measures run together; the months wait for that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.law.examples import corpus_of, library
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.month_outcomes import Calendar
from verordening.language.source import Source
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus

CASE = """
casus: Twee gedragingen
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [verlaging, duur_verlaging]
gegevens:
  datum_bekendmaking: 2026-03-10
  eerdere_maatregel_artikel_6: nee
  huishouden: alleenstaande
  leeftijd: 29 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee
  inkomen: € 0 per maand
gedragingen:
  - gegevens: {gedraging: onvoldoende_inspanning, datum_gedraging: 2026-02-16}
    oordelen: {verwijtbaarheid: {oordeel: aanwezig, motivering: Kende de plicht en hield zich er niet aan.}}
  - gegevens: {gedraging: te_laat_geregistreerd, datum_gedraging: 2026-02-20}
    oordelen: {verwijtbaarheid: {oordeel: aanwezig, motivering: Kende de plicht en hield zich er niet aan.}}
"""


def months_under(corpus: Corpus) -> Calendar:
    case, _ = read_case(Source("casus.yaml", CASE), lambda _: corpus, fictional=lambda: library().fictional)
    return evaluate(corpus, case).calendar


@pytest.fixture
def amsterdam() -> Corpus:
    return corpus_of("amsterdam")


def test_each_measure_counts_where_the_ordinance_says_so(amsterdam: Corpus) -> None:
    """Amsterdam 12 lid 2: 10 and 5 percent in the same month."""
    assert [each.text for each in months_under(amsterdam).months] == ["€ 210,23 (15%)"]


def test_only_the_highest_counts_where_the_ordinance_says_so(amsterdam: Corpus) -> None:
    highest = tuple(replace(each, highest=True) for each in amsterdam.concurrences)
    assert [each.text for each in months_under(replace(amsterdam, concurrences=highest)).months] == [
        "€ 140,15 (10%)"
    ]


def test_without_a_rule_no_months_are_made_up(amsterdam: Corpus) -> None:
    of_duties = tuple(each for each in amsterdam.concurrences if each.of == "verplichtingen")
    found = months_under(replace(amsterdam, concurrences=of_duties))
    assert found.months == ()
    assert found.notes == ("Geen opgenomen regel zegt hoe de maatregelen voor deze gedragingen samenlopen.",)
