"""A text that was only read as it stands since a day: how good it is depends on the day that the case is about."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluate.small import ask, corpus_of, decision
from verordening.present.text import render_toets

READ_SINCE_2026 = """
artikel 6
  herkomst officieel sinds 1 januari 2026, daarvoor reconstructie "afgeleid uit de tekst van 2026"
  lid 1
    dan moet korting = 5%
"""


@pytest.mark.parametrize(
    ("day", "grade", "notes"),
    [
        ("2025-12-31", "reconstructie", ("afgeleid uit de tekst van 2026",)),
        ("2026-01-01", "officieel", ()),
    ],
)
def test_the_peildatum_decides_how_good_the_text_is(day: str, grade: str, notes: tuple[str, ...]) -> None:
    found = decision(corpus_of(READ_SINCE_2026), "korting", day)
    assert (found.provenance, found.provenance_notes) == (grade, notes)
    assert found.cited is not None
    assert found.cited.provenance == grade


def test_a_note_may_stand_with_both() -> None:
    corpus = corpus_of(READ_SINCE_2026.replace("officieel sinds", 'officieel "onze lezing" sinds'))
    assert decision(corpus, "korting", "2026-01-01").provenance_notes == ("onze lezing",)
    assert decision(corpus, "korting", "2025-12-31").provenance_notes == ("afgeleid uit de tekst van 2026",)


def test_what_says_it_itself_does_not_take_it_from_around_it() -> None:
    corpus = corpus_of(READ_SINCE_2026.replace("  lid 1\n", "  lid 1\n    herkomst officieel\n"))
    assert decision(corpus, "korting", "2025-12-31").provenance == "officieel"


def test_by_overgangsrecht_the_text_is_as_good_as_on_the_day_it_is_taken_from() -> None:
    transition = (
        "artikel 14\n  in werking vanaf 1 januari 2026\n  herkomst officieel\n"
        "  als melding < 1 januari 2026\n  overgangsrecht artikel 6 zoals op 31 december 2025\n"
    )
    corpus = corpus_of(READ_SINCE_2026 + transition)
    assert decision(corpus, "korting", "2026-03-01", melding=date(2025, 6, 1)).provenance == "reconstructie"
    assert decision(corpus, "korting", "2026-03-01", melding=date(2026, 2, 1)).provenance == "officieel"


def test_a_begrip_counts_too() -> None:
    declared = (
        "begrip helft: percentage = 50%\n"
        '  herkomst officieel sinds 1 januari 2026, daarvoor parafrase "uit een krant"\n'
    )
    corpus = corpus_of("artikel 6\n  herkomst officieel\n  dan moet korting = helft\n", declared=declared)
    assert decision(corpus, "korting", "2025-12-31").provenance == "parafrase"
    assert decision(corpus, "korting", "2026-01-01").provenance == "officieel"


def test_the_screen_says_it_for_the_older_day_only() -> None:
    corpus = corpus_of(READ_SINCE_2026)
    assert "afgeleid uit de tekst van 2026" in render_toets(ask(corpus, "2025-12-31"), 100)
    assert "reconstructie" not in render_toets(ask(corpus, "2026-01-01"), 100)
