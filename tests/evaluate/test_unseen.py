"""A part of an ordinance that nobody has read may well say what the rest is silent about: that is never "nothing"."""

from __future__ import annotations

from datetime import date

import pytest

from tests.properties.corpora import load
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import DecisionOutcome
from verordening.model.case import Case
from verordening.model.types import Value

DAY = date(2026, 2, 1)
SHARED = """\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"

gegeven gedraging: een van (geen, te_laat, geweld, verhuisd)
gegeven verhinderd: ja/nee
besluit verlaging: percentage, standaard 0%, gunstig lager
"""
ACT = """\
regeling wet "Wet"
  soort wet
  bron "verzonnen"
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen

artikel 8
  inhoud "De raad stelt een verordening vast."

artikel 18
  als gedraging != geen
  dan bepaalt de verordening krachtens artikel 8 verlaging van 0% tot en met 100%
"""
ORDINANCE = """\
regeling maatregelen "Maatregelen"
  soort verordening
  gemeente haarlem
  bron "verzonnen"
  grondslag wet artikel 8
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt wet, begrippen
{left_out}
artikel 1
  als      gedraging = te_laat en niet verhinderd
  dan moet verlaging = 5%

artikel 2
  als     gedraging = verhuisd
  dan kan verlaging van 0% tot en met 10%
"""
LEFT_OUT = '  niet opgenomen artikel 3 "niet gezien"\n'


def decided(left_out: str, **given: Value) -> DecisionOutcome:
    texts = [
        ("begrippen.vrd", SHARED),
        ("wet.vrd", ACT),
        ("haarlem.vrd", ORDINANCE.format(left_out=left_out)),
    ]
    corpus, remarks = load(texts, "haarlem")
    assert not remarks, [(each.code, each.message) for each in remarks]
    return evaluate(corpus, Case("Proef", "haarlem", "Haarlem", DAY, ("verlaging",), given)).decision(
        "verlaging"
    )


def told(found: DecisionOutcome) -> tuple[str, str]:
    return found.status.value, found.shown.text if found.shown is not None else ""


def test_of_an_act_that_no_rule_here_names_the_rest_may_speak() -> None:
    found = decided(LEFT_OUT, gedraging="geweld", verhinderd=False)
    assert told(found) == ("open", "")
    assert found.missing == ()
    assert found.missing_texts == ("Maatregelen is niet helemaal opgenomen",)


def test_where_nothing_was_left_out_silence_means_nothing() -> None:
    assert told(decided("", gedraging="geweld", verhinderd=False)) == ("bepaald", "0%")


@pytest.mark.parametrize("left_out", ["", LEFT_OUT])
def test_what_a_rule_here_names_does_not_wait_for_the_rest(left_out: str) -> None:
    assert told(decided(left_out, gedraging="te_laat", verhinderd=False)) == ("bepaald", "5%")
    assert told(decided(left_out, gedraging="geen", verhinderd=False)) == ("bepaald", "0%")


def test_a_power_that_applies_is_speaking_too() -> None:
    """The ordinance leaves it to the college, and the standaard holds until it chooses."""
    assert told(decided(LEFT_OUT, gedraging="verhuisd", verhinderd=False)) == ("bepaald", "0%")


def test_a_condition_that_is_not_met_leaves_the_rest_open() -> None:
    assert told(decided(LEFT_OUT, gedraging="te_laat", verhinderd=True)) == ("open", "")


def test_what_is_not_known_yet_stays_open_and_says_what_to_ask() -> None:
    found = decided(LEFT_OUT, gedraging="te_laat")
    assert found.status.value == "open"
    assert "verhinderd" in found.missing
