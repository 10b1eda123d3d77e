"""Housemates and children as lists: what the law makes of them, and that they say the same as the facts they imply."""

from __future__ import annotations

import pytest

from tests.law.asking import answers
from tests.law.examples import NAMES, corpus_of, example, library
from verordening.evaluate.coherence import check_case
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome
from verordening.language.source import Source
from verordening.model.case_reading import read_case

HEAD = """\
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [algemene_bijstand]
gegevens:
  huishouden: alleenstaande
  leeftijd: 30 jaar
  inkomen: € 0 per maand
  in_inrichting: nee
  vermogen_telt_mee: nee
  uitgesloten_van_bijstand: nee
  huishouden_niet_aangetoond: nee
  mantelzorg_tijdelijk_elders: nee
"""
COUNTS = "{leeftijd: 50 jaar, echtgenoot: nee, zakelijke_prijs: nee, opleiding_19a: nee}"


def asked(facts: str) -> Outcome:
    source = Source("zaak.yaml", HEAD + "".join(f"  {line}\n" for line in facts.splitlines()))
    case, _ = read_case(source, corpus_of, fictional=lambda: library().fictional)
    check_case(case, corpus_of("amsterdam"), source)
    return evaluate(corpus_of("amsterdam"), case)


@pytest.mark.parametrize(
    ("housemates", "amount"),
    [
        # pw 21: alone
        ("huisgenoten: geen", "€ 1.401,50"),
        # pw 22a: one cost sharer, (40% + 2 × 30%) / 2 of € 2.002,13
        (f"huisgenoten: [{COUNTS}]", "€ 1.001,07"),
        # pw 19a lid 1: under 27, whatever else is unknown
        ("huisgenoten: [{leeftijd: 26 jaar}]", "€ 1.401,50"),
        # pw 19a lid 1 onderdeel b and c: a commercial price
        ("huisgenoten: [{leeftijd: 50 jaar, zakelijke_prijs: ja}]", "€ 1.401,50"),
        # pw 19a lid 1 onderdeel d: in education
        ("huisgenoten: [{leeftijd: 28 jaar, opleiding_19a: ja}]", "€ 1.401,50"),
        # two, (40% + 3 × 30%) / 3
        (f"huisgenoten: [{COUNTS}, {COUNTS}, {{leeftijd: 3 jaar}}]", "€ 867,59"),
    ],
)
def test_the_norm_follows_from_who_live_in_the_house(housemates: str, amount: str) -> None:
    assert answers(asked(housemates)) == {"algemene_bijstand": ("bepaald", amount)}


def test_the_list_and_the_number_give_the_same() -> None:
    assert answers(asked(f"huisgenoten: [{COUNTS}]")) == answers(asked("kostendelende_medebewoners: 1"))


def test_a_housemate_of_whom_something_that_matters_is_unknown_leaves_it_open() -> None:
    """Whether the housemate of 50 is the partner decides; of the one of 20 nothing matters any more."""
    outcome = asked(
        "huisgenoten: [{leeftijd: 50 jaar, zakelijke_prijs: nee, opleiding_19a: nee}, {leeftijd: 20 jaar}]"
    )
    (decision,) = outcome.decisions
    assert decision.status.value == "open"
    assert sorted(each.text for each in decision.candidates) == ["€ 1.001,07", "€ 1.401,50"]
    (question, *_) = outcome.questions
    assert question.text == "Huisgenoot 1: is deze huisgenoot de partner?"
    assert question.type_text == "ja of nee"


@pytest.mark.parametrize("name", NAMES)
def test_no_example_contradicts_itself(name: str) -> None:
    read = example(name)
    check_case(read.case, corpus_of(read.case.gemeente), Source(name, ""))
