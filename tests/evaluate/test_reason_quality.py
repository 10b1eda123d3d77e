"""What can be a reason, and what is an answer to `tot wanneer` all the same.

Participatiewet artikel 9 lid 2 asks for an exemption that is temporary; its last day is all there is to say of that.
"""

from __future__ import annotations

from datetime import date

import pytest

from verordening.evaluate.reason_quality import asks_a_day, named_day, why_no_reason

UNTIL = "Tot wanneer geldt de ontheffing?"


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-01",
        "1-2-2027",
        "1 februari 2027",
        "1 Februari 2027.",
        "tot 1 februari 2027",
        "Tot en met 1-2-2027",
    ],
)
def test_a_day_answers_until_when(text: str) -> None:
    assert why_no_reason(text, UNTIL, {}) == ""
    assert named_day(text) == date(2027, 2, 1)


@pytest.mark.parametrize("text", ["31-2-2027", "later", "2027", "tot de zomer"])
def test_what_is_no_day_needs_a_sentence(text: str) -> None:
    assert why_no_reason(text, UNTIL, {}) == (
        "is te kort: noem een dag, zoals 1 februari 2027, of schrijf ten minste 20 tekens"
    )


def test_a_sentence_is_an_answer_as_well() -> None:
    assert why_no_reason("Tot zij de opleiding heeft afgerond.", UNTIL, {}) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Op welke dag kijkt u opnieuw, en waarom past een verlaging zonder einddatum tot dan?",
        "Waarom is de standaardmaatregel hier te zwaar?",
        "Wanneerheeft geen woord?",
    ],
)
def test_a_day_is_no_reason_where_a_reason_is_asked(question: str) -> None:
    assert not asks_a_day(question)
    assert why_no_reason("1 februari 2027", question, {}).startswith("is te kort: 15 tekens")


def test_the_same_day_may_answer_two_questions() -> None:
    assert why_no_reason("1-2-2027", UNTIL, {"vanaf": "1-2-2027"}) == ""
