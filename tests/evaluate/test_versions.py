"""Which text of a provision holds on a day, and by overgangsrecht in a case."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluate.small import ask, corpus_of, decision
from verordening.evaluate.outcome import DecisionOutcome, Status
from verordening.present.text import render_toets

TWO_VERSIONS = """
artikel 6
  lid 1
    in werking vanaf 1 januari 2020 tot 1 januari 2026
    nieuw vanaf 1 januari 2020
    dan moet korting = 5%
  lid 1
    in werking vanaf 1 januari 2026
    dan moet korting = 10%
"""

TRANSITION = """
artikel 14
  in werking vanaf 1 januari 2026
  als            melding < 1 januari 2026
  overgangsrecht artikel 6 zoals op 31 december 2025
"""


def told(each: DecisionOutcome) -> tuple[str, str]:
    return each.status.value, each.shown.text if each.shown is not None else ""


# ---------------------------------------------------------------- versions


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2020-01-01", ("bepaald", "5%")),
        ("2025-12-31", ("bepaald", "5%")),
        ("2026-01-01", ("bepaald", "10%")),
        ("2019-12-31", ("bepaald", "")),  # the lid did not exist: nothing speaks of the korting
    ],
)
def test_the_version_of_the_peildatum_decides(day: str, answer: tuple[str, str]) -> None:
    assert told(decision(corpus_of(TWO_VERSIONS), "korting", day)) == answer


def test_before_the_first_known_text_nobody_knows() -> None:
    corpus = corpus_of("artikel 6\n  in werking vanaf 1 januari 2020\n  dan moet korting = 5%\n")
    found = decision(corpus, "korting", "2019-06-01")
    assert found.status is Status.OPEN
    assert found.missing_texts == ("de tekst van Proefwet artikel 6 op 1 juni 2019 is niet bekend",)


def test_between_first_day_and_first_known_text_nobody_knows_either() -> None:
    """`nieuw vanaf` says since when the article exists, `in werking vanaf` since when it has this text."""
    corpus = corpus_of(
        "artikel 6\n  in werking vanaf 1 januari 2020\n  nieuw vanaf 1 januari 2018\n  dan moet korting = 5%\n"
    )
    assert decision(corpus, "korting", "2017-12-31").status is Status.BEPAALD
    assert decision(corpus, "korting", "2018-01-01").status is Status.OPEN
    assert told(decision(corpus, "korting", "2020-01-01")) == ("bepaald", "5%")


def test_nieuw_by_itself_says_since_when_the_text_holds() -> None:
    corpus = corpus_of("artikel 6\n  nieuw vanaf 1 januari 2020\n  dan moet korting = 5%\n")
    assert told(decision(corpus, "korting", "2019-12-31")) == ("bepaald", "")
    assert told(decision(corpus, "korting", "2020-01-01")) == ("bepaald", "5%")


def test_a_text_that_ended_and_came_back_is_not_there_in_between() -> None:
    corpus = corpus_of(
        "artikel 6\n  in werking vanaf 1 januari 2015 tot 1 januari 2020\n  dan moet korting = 5%\n"
        "artikel 6\n  in werking vanaf 1 januari 2021\n  nieuw vanaf 1 januari 2021\n  dan moet korting = 10%\n"
    )
    assert told(decision(corpus, "korting", "2020-06-01")) == ("bepaald", "")
    assert told(decision(corpus, "korting", "2021-01-01")) == ("bepaald", "10%")


def test_each_version_is_cited_with_its_own_source() -> None:
    corpus = corpus_of(
        'artikel 6\n  in werking vanaf 1 januari 2015 tot 1 januari 2020\n  bron "oud"\n  herkomst fictief "oud"\n'
        "  dan moet korting = 5%\n"
        'artikel 6\n  in werking vanaf 1 januari 2020\n  herkomst fictief "nieuw"\n  dan moet korting = 10%\n'
    )
    for day, note in (("2019-01-01", "oud"), ("2021-01-01", "nieuw")):
        cited = decision(corpus, "korting", day).cited
        assert cited is not None
        assert cited.provenance_note == note


# ---------------------------------------------------------------- overgangsrecht


@pytest.mark.parametrize(
    ("day", "melding", "answer", "version"),
    [
        ("2026-03-01", date(2025, 12, 31), "5%", "tekst van vóór 1 januari 2026"),
        ("2026-03-01", date(2026, 1, 1), "10%", ""),
        (
            "2025-12-31",
            date(2025, 12, 31),
            "5%",
            "",
        ),  # no overgangsrecht yet: the old text is simply in force
    ],
)
def test_a_case_of_before_the_change_keeps_the_old_text(
    day: str, melding: date, answer: str, version: str
) -> None:
    found = decision(corpus_of(TWO_VERSIONS + TRANSITION), "korting", day, melding=melding)
    assert told(found) == ("bepaald", answer)
    assert found.cited is not None
    assert found.cited.version == version
    assert (found.transition.id if found.transition is not None else "") == (
        "proefwet artikel 14" if version else ""
    )


def test_while_the_day_is_not_known_both_texts_are_possible() -> None:
    found = decision(corpus_of(TWO_VERSIONS + TRANSITION), "korting", "2026-03-01")
    assert found.status is Status.OPEN
    assert found.missing == ("melding",)
    assert [(each.text, each.cited.version if each.cited else "") for each in found.candidates] == [
        ("5%", "tekst van vóór 1 januari 2026"),
        ("10%", "tekst vanaf 1 januari 2026"),
    ]


def test_while_it_makes_no_difference_the_day_is_not_needed() -> None:
    same = TWO_VERSIONS.replace("10%", "5%")
    found = decision(corpus_of(same + TRANSITION), "korting", "2026-03-01")
    assert told(found) == ("bepaald", "5%")


def test_tenzij_takes_a_case_out_of_overgangsrecht() -> None:
    corpus = corpus_of(TWO_VERSIONS + TRANSITION + "  tenzij gunstiger\n")
    early = date(2025, 6, 1)
    assert told(decision(corpus, "korting", "2026-03-01", melding=early, gunstiger=True)) == (
        "bepaald",
        "10%",
    )
    assert told(decision(corpus, "korting", "2026-03-01", melding=early, gunstiger=False)) == (
        "bepaald",
        "5%",
    )
    assert decision(corpus, "korting", "2026-03-01", melding=early).missing == ("gunstiger",)


def test_overgangsrecht_that_ended_holds_nobody_to_the_old_text() -> None:
    corpus = corpus_of(
        TWO_VERSIONS
        + TRANSITION.replace("vanaf 1 januari 2026\n", "vanaf 1 januari 2026 tot 1 juli 2026\n", 1)
    )
    early = date(2025, 6, 1)
    assert told(decision(corpus, "korting", "2026-06-30", melding=early)) == ("bepaald", "5%")
    assert told(decision(corpus, "korting", "2026-07-01", melding=early)) == ("bepaald", "10%")


def test_an_old_text_that_is_not_here_is_unknown_and_not_the_new_one() -> None:
    corpus = corpus_of(
        "artikel 6\n  in werking vanaf 1 januari 2026\n  dan moet korting = 10%\n" + TRANSITION
    )
    found = decision(corpus, "korting", "2026-03-01", melding=date(2025, 6, 1))
    assert found.status is Status.OPEN
    assert found.missing_texts == ("de tekst van Proefwet artikel 6 op 31 december 2025 is niet bekend",)
    assert told(decision(corpus, "korting", "2026-03-01", melding=date(2026, 2, 1))) == ("bepaald", "10%")


def test_a_rule_that_deviates_follows_the_text_that_holds() -> None:
    """An exception to lid 1 reaches whichever version of lid 1 holds."""
    corpus = corpus_of(
        TWO_VERSIONS + "  lid 2\n    in werking vanaf 1 januari 2020\n    in afwijking van lid 1\n"
        "    als gunstiger\n    dan moet korting = 1%\n" + TRANSITION
    )
    for melding in (date(2025, 6, 1), date(2026, 2, 1)):
        found = decision(corpus, "korting", "2026-03-01", melding=melding, gunstiger=True)
        assert told(found) == ("bepaald", "1%")


def test_two_rules_of_overgangsrecht_that_name_different_texts_leave_it_open() -> None:
    corpus = corpus_of(
        "artikel 6\n  in werking vanaf 1 januari 2015 tot 1 januari 2020\n  dan moet korting = 1%\n"
        "artikel 6\n  in werking vanaf 1 januari 2020 tot 1 januari 2026\n  dan moet korting = 5%\n"
        "artikel 6\n  in werking vanaf 1 januari 2026\n  dan moet korting = 10%\n"
        + TRANSITION
        + "artikel 15\n  in werking vanaf 1 januari 2026\n  overgangsrecht artikel 6 zoals op 31 december 2019\n"
    )
    found = decision(corpus, "korting", "2026-03-01", melding=date(2025, 6, 1))
    assert found.status is Status.OPEN
    assert any("wijzen elk een andere tekst" in text for text in found.missing_texts)
    later = decision(corpus, "korting", "2026-03-01", melding=date(2026, 6, 1))
    assert told(later) == ("bepaald", "1%")


def test_what_the_reader_sees_of_it() -> None:
    corpus = corpus_of(TWO_VERSIONS + TRANSITION)
    text = render_toets(ask(corpus, "2026-03-01", melding=date(2025, 6, 1)), 100)
    assert "Proefwet artikel 6 lid 1 (tekst van vóór 1 januari 2026)" in text
    assert "overgangsrecht  Proefwet artikel 14" in text


OLD = """regeling oud "Oude verordening"
  soort verordening
  gemeente proefstad
  bron "verzonnen"
  herkomst fictief
  in werking vanaf 1 januari 2015 tot 1 januari 2026

artikel 1
  dan moet korting = 5%
"""
NEW = """regeling vervanger "Nieuwe verordening"
  soort verordening
  gemeente proefstad
  bron "verzonnen"
  herkomst fictief
  in werking vanaf 1 januari 2026

artikel 1
  dan moet korting = 10%

artikel 9 "Overgangsrecht"
  als melding < 1 januari 2026
  overgangsrecht proefstad/oud, deze regeling zoals op 31 december 2025
"""


@pytest.mark.parametrize(
    ("day", "melding", "answer", "place"),
    [
        ("2025-12-31", date(2025, 6, 1), "5%", "proefstad/oud artikel 1"),
        ("2026-03-01", date(2025, 6, 1), "5%", "proefstad/oud artikel 1"),
        ("2026-03-01", date(2026, 2, 1), "10%", "proefstad/vervanger artikel 1"),
    ],
)
def test_a_whole_ordinance_that_was_replaced_can_go_on_to_hold(
    day: str, melding: date, answer: str, place: str
) -> None:
    found = decision(corpus_of(others=(OLD, NEW)), "korting", day, melding=melding)
    assert told(found) == ("bepaald", answer)
    assert found.cited is not None
    assert found.cited.id == place


def test_the_text_that_gives_way_is_named_with_the_reason() -> None:
    found = decision(corpus_of(TWO_VERSIONS + TRANSITION), "korting", "2026-03-01", melding=date(2025, 6, 1))
    (remark,) = found.not_applied
    assert remark.cited.version == "tekst vanaf 1 januari 2026"
    assert remark.reason == (
        "volgens het overgangsrecht van Proefwet artikel 14 geldt hier nog de tekst van 31 december 2025"
    )


# ---------------------------------------------------------------- gedoogd

AHEAD = """
artikel 24
  in werking vanaf 1 januari 2027
  nieuw vanaf 1 januari 2027
  gedoogd vanaf 1 januari 2026
  als gunstiger
  dan moet toeslag = ja
"""


def routes(corpus_text: str, day: str, **given: bool) -> list[tuple[str, str]]:
    outcome = ask(corpus_of(AHEAD, opgave=corpus_text), day, **given)
    return [(each.kind, each.status.value) for each in outcome.routes if each.decision == "toeslag"]


def test_what_is_tolerated_decides_nothing_but_is_room() -> None:
    corpus = corpus_of(AHEAD)
    assert told(decision(corpus, "toeslag", "2026-03-01", gunstiger=True)) == ("bepaald", "")
    assert routes("", "2026-03-01", gunstiger=True) == [("gedoogd", "mag")]
    assert routes("", "2026-03-01") == [("gedoogd", "hangt_af_van")]
    assert routes("", "2026-03-01", gunstiger=False) == []


@pytest.mark.parametrize("day", ["2025-12-31", "2027-01-01"])
def test_it_is_no_room_before_it_is_tolerated_nor_once_it_holds(day: str) -> None:
    assert routes("", day, gunstiger=True) == []


def test_a_municipality_that_applies_it_is_bound_by_it() -> None:
    corpus = corpus_of(AHEAD, opgave="  past toe proefwet artikel 24\n")
    found = decision(corpus, "toeslag", "2026-03-01", gunstiger=True)
    assert told(found) == ("bepaald", "ja")
    assert found.early == "geldt pas vanaf 1 januari 2027, maar Proefstad past dit nu al toe"
    assert told(decision(corpus, "toeslag", "2025-12-31", gunstiger=True)) == ("bepaald", "")
    assert decision(corpus, "toeslag", "2027-01-01", gunstiger=True).early == ""
    assert routes("  past toe proefwet artikel 24\n", "2026-03-01", gunstiger=True) == []


def test_it_is_applied_no_earlier_than_the_municipality_says() -> None:
    opgave = "  in werking vanaf 1 april 2026\n  past toe proefwet artikel 24\n"
    corpus = corpus_of(AHEAD, opgave=opgave)
    assert told(decision(corpus, "toeslag", "2026-03-31", gunstiger=True)) == ("bepaald", "")
    assert told(decision(corpus, "toeslag", "2026-04-01", gunstiger=True)) == ("bepaald", "ja")
    assert routes(opgave, "2026-03-31", gunstiger=True) == [("gedoogd", "mag")]


def test_an_older_text_gives_way_to_one_that_is_applied() -> None:
    versions = """
artikel 6
  in werking vanaf 1 januari 2015 tot 1 januari 2027
  dan moet korting = 5%
artikel 6
  in werking vanaf 1 januari 2027
  gedoogd vanaf 1 januari 2026
  dan moet korting = 3%
"""
    plain, applied = corpus_of(versions), corpus_of(versions, opgave="  past toe proefwet artikel 6\n")
    assert told(decision(plain, "korting", "2026-03-01")) == ("bepaald", "5%")
    assert told(decision(applied, "korting", "2025-12-31")) == ("bepaald", "5%")
    assert told(decision(applied, "korting", "2026-03-01")) == ("bepaald", "3%")
