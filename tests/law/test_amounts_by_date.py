"""The norm amounts are known up to 1 July 2026. After that an answer may not rest on them; what needs none, stands."""

from __future__ import annotations

import pytest

from tests.law.asking import WHO, answers, ask, codes, without
from verordening.evaluate.outcome import Outcome

MISSING = "het bedrag `norm alleenstaande, 21 jaar tot AOW` is vanaf 1 juli 2026 niet opgenomen"
AFTER = ("2026-07-01", "2027-01-01")

LATE = {
    **WHO,
    "gedraging": "te_laat_geregistreerd",
    "datum_gedraging": "2026-02-16",
    "eerdere_maatregel_artikel_6": "nee",
}
OFFSET = {
    **WHO,
    "verrekent_terugvordering_of_boete": "ja",
    "weigert_inlichtingen_over_terugbetaling": "nee",
    "voorgestelde_inhouding": "€ 150 per maand",
}


def late(day: str) -> Outcome:
    return ask(LATE, {"verwijtbaarheid": "aanwezig"}, day=day)


def test_on_the_last_day_of_the_norm_the_euros_are_told() -> None:
    decision = late("2026-06-30").decision("verlaging")
    assert decision.amount is not None
    assert decision.amount.text == "€ 70,08"  # 5% of € 1.401,50 is € 70,075, half up
    assert decision.amount_missing == ()


@pytest.mark.parametrize("day", AFTER)
def test_a_percentage_stands_without_its_euros(day: str) -> None:
    outcome = late(day)
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "5%"),
        "duur_verlaging": ("voorbehoud", "1 maand"),
    }
    decision = outcome.decision("verlaging")
    assert decision.amount is None
    assert decision.amount_missing == (MISSING,)
    assert codes(outcome) == (0, 0)


def test_nothing_lowered_needs_no_norm() -> None:
    outcome = ask({**LATE, "gedraging": "geen"}, day="2027-01-01", about=("verlaging",))
    assert answers(outcome) == {"verlaging": ("bepaald", "0%")}
    assert outcome.decision("verlaging").amount_missing == ()


@pytest.mark.parametrize("day", AFTER)
def test_what_a_floor_leaves_of_an_offset_is_open_once_the_norm_has_run_out(day: str) -> None:
    """95% of an unknown norm is unknown (Rv 475da): € 150 may be too much, and the old norm says nothing about it."""
    outcome = ask(OFFSET, about=("inhouding",), day=day)
    decision = outcome.decision("inhouding")
    assert decision.status == "open"
    assert decision.missing_texts == (MISSING,)
    assert decision.missing == ()
    assert codes(outcome)[0] == 4


def test_without_the_household_the_question_comes_before_the_amount() -> None:
    outcome = ask(without(OFFSET, "huishouden"), about=("inhouding",), day="2026-07-01")
    assert "huishouden" in outcome.decision("inhouding").missing


def test_before_the_first_row_nothing_is_known_either() -> None:
    decision = ask(LATE, {"verwijtbaarheid": "aanwezig"}, day="2023-06-01").decision("verlaging")
    assert decision.amount is None
    assert decision.amount_missing == (
        "het bedrag `norm alleenstaande, 21 jaar tot AOW` is voor de dagen vóór 1 januari 2024 niet opgenomen",
    )
