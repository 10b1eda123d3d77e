"""The term of bezwaar (Awb 6:7 and 6:8), with a date only where the case gives the day of notification."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.law.examples import example
from verordening.present.writing.following import objection
from verordening.present.writing.written import Part, lines_of


def told(notified: date | None) -> list[str]:
    case = example("verrekening").case
    facts = {**case.facts, "datum_bekendmaking": notified} if notified is not None else case.facts
    blocks = tuple(objection(replace(case, facts=facts), with_law=True))
    return [each.shown for each in lines_of(Part("bezwaar", "", blocks))]


@pytest.mark.parametrize(
    ("notified", "first", "last"),
    [
        # six weeks are 42 days from the day after; 10 March 2026 is a Tuesday, and so is 21 April
        (date(2026, 3, 10), "11 maart 2026", "21 april 2026"),
        # 42 days end on 5 May, a holiday (Atw 3 lid 1): the next day that is none
        (date(2026, 3, 24), "25 maart 2026", "6 mei 2026"),
        # 42 days end on Saturday 16 May: Monday 18 May (Atw 1 lid 1)
        (date(2026, 4, 4), "5 april 2026", "18 mei 2026"),
    ],
)
def test_the_last_day(notified: date, first: str, last: str) -> None:
    said = told(notified)
    assert f"De zes weken beginnen op {first}." in said
    assert f"U kunt bezwaar maken tot en met {last}." in said


def test_no_date_is_guessed() -> None:
    said = told(None)
    assert "U hebt daarvoor zes weken. Die beginnen op de dag na de dag waarop u het besluit krijgt." in said
    assert not any("tot en met" in each for each in said)
