"""What is asked about a list that is given in part: only what can still make a difference."""

from __future__ import annotations

import pytest

from tests.evaluate.lists import DAY, HEAD, facts
from tests.properties.corpora import load
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Question
from verordening.model.case import Case

RULES = """\
regeling regels "Regels"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
besluit toeslag: bedrag, standaard € 0, gunstig hoger
artikel 1
  als      er is een kind met (leeftijd < 12 jaar en thuiswonend)
  dan moet toeslag = € 10
"""
CORPUS, PROBLEMS = load([("begrippen.vrd", HEAD), ("regels.vrd", RULES)], "amsterdam")


def first_question(written: str) -> Question:
    case = Case("proef", "amsterdam", "Amsterdam", DAY, ("toeslag",), facts(CORPUS, written))
    return evaluate(CORPUS, case).questions[0]


@pytest.mark.parametrize(
    ("written", "text", "type_text"),
    [
        ("", "Kinderen?", "een lijst van ten hoogste 4, met per kind: leeftijd, thuiswonend"),
        # the other child is too old, whether it lives at home or not
        (
            "kinderen: [{leeftijd: 14 jaar}, {leeftijd: 3 jaar}]",
            "Kind 2: thuiswonend?",
            "ja of nee",
        ),
        (
            "kinderen: [{thuiswonend: ja}, {thuiswonend: nee}]",
            "Kind 1: hoe oud is dit kind?",
            "een duur in jaren, 0 jaar tot en met 30 jaar",
        ),
        (
            "kinderen: [{leeftijd: 3 jaar}, onbekend]",
            "Vul bij kinderen aan: thuiswonend van kind 1, leeftijd van kind 2, thuiswonend van kind 2.",
            "een lijst van ten hoogste 4, met per kind: leeftijd, thuiswonend",
        ),
        (
            "kinderen: {volledig: nee, lijst: [{leeftijd: 14 jaar}]}",
            "Zijn dit alle kinderen, of zijn er meer?",
            "een lijst van ten hoogste 4, met per kind: leeftijd, thuiswonend",
        ),
    ],
)
def test_what_is_asked_about_a_list(written: str, text: str, type_text: str) -> None:
    assert PROBLEMS == ()
    question = first_question(written)
    assert (question.name, question.text, question.type_text) == ("kinderen", text, type_text)


def test_one_missing_field_shows_what_each_answer_leads_to() -> None:
    question = first_question("kinderen: [{leeftijd: 3 jaar}]")
    assert question.answers == (("ja", "€ 10,00"), ("nee", "€ 0"))
