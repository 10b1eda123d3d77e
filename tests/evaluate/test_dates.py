"""Age, whole months, working days and terms in regulations, and what a case without those days is told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluate.small import corpus_of, decision
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Status
from verordening.model.case import Case
from verordening.model.corpus import Corpus

DAYS = """
gegeven geboren: datum van 1 januari 1926 tot en met 31 december 2030
gegeven aanvraag: datum van 1 januari 2023 tot en met 31 december 2027
"""
ADULT = "artikel 1\n  als hele jaren van geboren tot peildatum >= 18 jaar\n  dan moet toeslag = ja\n"


def said(corpus: Corpus, name: str, day: str, /, **given: date) -> str:
    found = decision(corpus, name, day, **given)
    assert found.status is Status.BEPAALD, found
    return found.shown.text if found.shown is not None else ""


@pytest.mark.parametrize(
    ("day", "born", "answer"),
    [
        ("2026-05-10", date(2008, 5, 10), "ja"),
        ("2026-05-09", date(2008, 5, 10), ""),
        ("2026-02-28", date(2008, 2, 29), ""),  # born on 29 February: a year older on 1 March
        ("2026-03-01", date(2008, 2, 29), "ja"),
        ("2028-02-29", date(2010, 2, 28), "ja"),
    ],
)
def test_an_age_from_a_birthday(day: str, born: date, answer: str) -> None:
    assert said(corpus_of(ADULT, declared=DAYS), "toeslag", day, geboren=born) == answer


def test_an_age_that_is_not_known_is_asked_for_and_both_sides_are_tried() -> None:
    found = decision(corpus_of(ADULT, declared=DAYS), "toeslag", "2026-05-10")
    assert found.status is Status.OPEN
    assert found.missing == ("geboren",)
    assert found.sharpened


def test_sinds_counts_to_the_peildatum() -> None:
    corpus = corpus_of(
        "artikel 1\n  als hele maanden sinds aanvraag >= 6 maanden\n  dan moet toeslag = ja\n", declared=DAYS
    )
    assert said(corpus, "toeslag", "2026-08-30", aanvraag=date(2026, 2, 28)) == "ja"
    assert said(corpus, "toeslag", "2026-08-27", aanvraag=date(2026, 2, 28)) == ""
    assert said(corpus, "toeslag", "2026-02-28", aanvraag=date(2025, 8, 31)) == ""
    assert said(corpus, "toeslag", "2026-03-01", aanvraag=date(2025, 8, 31)) == "ja"


def test_whole_weeks_leave_out_the_days_that_are_left() -> None:
    corpus = corpus_of(
        "artikel 1\n  als hele weken sinds aanvraag = 14 dagen\n  dan moet toeslag = ja\n", declared=DAYS
    )
    answers = [
        said(corpus, "toeslag", f"2026-03-{day:02}", aanvraag=date(2026, 3, 1)) for day in (14, 15, 21, 22)
    ]
    assert answers == ["", "ja", "ja", ""]


# ---------------------------------------------------------------- terms

TERM = "begrip einde: datum = termijn van 8 weken na aanvraag\n"
ENDED = "artikel 1\n  als peildatum > einde\n  dan moet toeslag = ja\n"


def ends_after(grounds: str, declared: str = TERM) -> list[str]:
    """Whether the term from 20 March 2026 (8 weeks: Friday 15 May, equated) has ended on these days."""
    corpus = corpus_of(
        'artikel 8\n  inhoud "x"\n' + ENDED,
        'artikel 2\n  inhoud "y"\n',
        declared=f"{DAYS}{declared}  grondslag {grounds}\n",
    )
    days = ("2026-05-15", "2026-05-16", "2026-05-18", "2026-05-19")
    return [said(corpus, "toeslag", day, aanvraag=date(2026, 3, 20)) for day in days]


def test_a_term_of_an_act_never_ends_on_a_day_equated_with_a_holiday() -> None:
    assert ends_after("proefwet artikel 8") == ["", "", "", "ja"]


def test_a_term_of_an_ordinance_ends_as_written() -> None:
    assert ends_after("proefstad/vord artikel 2") == ["", "ja", "ja", "ja"]


def test_a_term_of_a_year_ends_as_written_also_in_an_act() -> None:
    corpus = corpus_of(
        'artikel 8\n  inhoud "x"\n' + ENDED,
        declared=f"{DAYS}begrip einde: datum = termijn van 1 jaar na aanvraag\n  grondslag proefwet artikel 8\n",
    )
    assert said(corpus, "toeslag", "2026-05-16", aanvraag=date(2025, 5, 16)) == ""
    assert said(corpus, "toeslag", "2026-05-17", aanvraag=date(2025, 5, 16)) == "ja"


def test_a_rule_of_an_act_needs_no_grondslag_for_its_own_term() -> None:
    corpus = corpus_of(
        "artikel 1\n  als peildatum > termijn van 1 maand na aanvraag\n  dan moet toeslag = ja\n",
        declared=DAYS,
    )
    # 28 February 2026 is a Saturday: the term ends on Monday 2 March
    assert said(corpus, "toeslag", "2026-03-02", aanvraag=date(2026, 1, 31)) == ""
    assert said(corpus, "toeslag", "2026-03-03", aanvraag=date(2026, 1, 31)) == "ja"


def test_a_holiday_that_is_not_decreed_yet_leaves_the_end_unknown() -> None:
    declared = DAYS.replace("2027", "2031") + TERM + "  grondslag proefwet artikel 8\n"
    corpus = corpus_of('artikel 8\n  inhoud "x"\n' + ENDED, declared=declared)
    found = decision(corpus, "toeslag", "2030-06-01", aanvraag=date(2030, 4, 5))
    assert found.status is Status.OPEN
    (text,) = found.missing_texts
    assert (
        text == "of een gelijkgestelde feestdag de termijn tot 31 mei 2030 langer maakt, is nog niet bekend"
    )


def test_working_days_pass_over_weekends_and_holidays() -> None:
    corpus = corpus_of(
        "artikel 1\n  als peildatum > aanvraag + 3 werkdagen\n  dan moet toeslag = ja\n", declared=DAYS
    )
    # Thursday 30 April 2026: Friday, Monday, then Liberation Day, so Wednesday 6 May is the third
    assert said(corpus, "toeslag", "2026-05-06", aanvraag=date(2026, 4, 30)) == ""
    assert said(corpus, "toeslag", "2026-05-07", aanvraag=date(2026, 4, 30)) == "ja"


def test_what_the_tree_says_of_time() -> None:
    corpus = corpus_of(
        ADULT + ENDED.replace("artikel 1", "artikel 8"),
        declared=f"{DAYS}{TERM}  grondslag proefwet artikel 8\n",
    )
    case = Case(
        "x", "proefstad", "Proefstad", date(2026, 5, 19), ("toeslag",), {"aanvraag": date(2026, 3, 20)}
    )
    tree = evaluate(corpus, case, tree=True).tree
    assert tree is not None
    words = str(tree.words())
    assert "termijn van 8 weken na aanvraag, verlengd volgens de Algemene termijnenwet" in words
    assert "hele jaren van geboren tot peildatum" in words
