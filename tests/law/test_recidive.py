"""Repeats under Pw 18 lid 6 to 8: which lid was applied last, and whether the breach is within 12 months after that.

Lid 6 follows lid 5, lid 7 follows lid 6, lid 8 follows lid 7 and itself. Only lid 5 to 8 count; a measure of the
ordinance (lid 2) is none of them. Where the text leaves the last day open, the reconstruction counts it.
"""

from __future__ import annotations

import pytest

from tests.law.asking import WHO, Facts, answers, ask
from tests.law.examples import corpus_of
from verordening.evaluate.outcome import Outcome

BLAME = {"verwijtbaarheid": "aanwezig"}
REFUSED: Facts = {**WHO, "gedraging": "werk_geweigerd"}


def breach(day: str, last: str, applied: str | None, *, gemeente: str = "amsterdam") -> Outcome:
    """Work refused on a day, after a measure under a lid of article 18."""
    facts = {**REFUSED, "datum_gedraging": day, "laatste_maatregel_18_4": last}
    if applied is not None:
        facts["datum_laatste_maatregel_18_4"] = applied
    return ask(facts, BLAME, gemeente=gemeente, day="2026-03-01")


def lid_of(outcome: Outcome) -> str:
    """The lid of Pw 18 that sets the lowering."""
    cited = outcome.decision("verlaging").cited
    assert cited is not None
    return cited.id


def months(outcome: Outcome) -> tuple[str, str]:
    """The status and the duration."""
    return answers(outcome)["duur_verlaging"]


@pytest.mark.parametrize(
    ("last", "lid", "duration"),
    [
        ("geen", "pw artikel 18 lid 5", "1 maand"),
        ("lid_5", "pw artikel 18 lid 6", "2 maanden"),
        ("lid_6", "pw artikel 18 lid 7", "3 maanden"),
        ("lid_7", "pw artikel 18 lid 8", "3 maanden"),
        ("lid_8", "pw artikel 18 lid 8", "3 maanden"),
    ],
)
def test_the_lid_applied_last_says_which_comes_next(last: str, lid: str, duration: str) -> None:
    outcome = breach("2026-02-16", last, None if last == "geen" else "2025-09-01")
    assert lid_of(outcome) == lid
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "100%"),
        "duur_verlaging": ("voorbehoud", duration),
    }


def test_a_third_time_is_lid_7_however_long_ago_the_first_was() -> None:
    """Measures on 10-1-2025 (lid 5) and 10-11-2025 (so lid 6), breach on 10-8-2026: within 12 months of lid 6."""
    outcome = breach("2026-08-10", "lid_6", "2025-11-10")
    assert lid_of(outcome) == "pw artikel 18 lid 7"
    assert months(outcome) == ("voorbehoud", "3 maanden")


LAST_DAYS = [
    # 12 months to the day is still within, a day later is a first time again
    ("lid_5", "2025-11-10", "2026-11-10", "pw artikel 18 lid 6"),
    ("lid_5", "2025-11-10", "2026-11-11", "pw artikel 18 lid 5"),
    ("lid_6", "2025-11-10", "2026-11-10", "pw artikel 18 lid 7"),
    ("lid_6", "2025-11-10", "2026-11-11", "pw artikel 18 lid 5"),
    ("lid_7", "2025-11-10", "2026-11-10", "pw artikel 18 lid 8"),
    ("lid_7", "2025-11-10", "2026-11-11", "pw artikel 18 lid 5"),
    ("lid_8", "2025-11-10", "2026-11-10", "pw artikel 18 lid 8"),
    ("lid_8", "2025-11-10", "2026-11-11", "pw artikel 18 lid 5"),
    # 29 februari plus 12 months is 28 februari; 28 februari plus 12 months stays 28 februari in a leap year
    ("lid_6", "2024-02-29", "2025-02-28", "pw artikel 18 lid 7"),
    ("lid_6", "2024-02-29", "2025-03-01", "pw artikel 18 lid 5"),
    ("lid_6", "2023-02-28", "2024-02-28", "pw artikel 18 lid 7"),
    ("lid_6", "2023-02-28", "2024-02-29", "pw artikel 18 lid 5"),
    # a breach before the measure is no repeat of it: lid 6 speaks of what comes after
    ("lid_5", "2025-11-10", "2025-11-09", "pw artikel 18 lid 5"),
]


@pytest.mark.parametrize(("last", "applied", "day", "lid"), LAST_DAYS)
def test_twelve_months_to_the_day(last: str, applied: str, day: str, lid: str) -> None:
    assert lid_of(breach(day, last, applied)) == lid


def test_a_measure_for_late_registration_is_no_first_time_for_refused_work() -> None:
    """5% under article 6 of the ordinance (Pw 18 lid 2) three months ago: refused work falls under lid 5, not lid 6."""
    facts = {
        **REFUSED,
        "datum_gedraging": "2026-02-16",
        "laatste_maatregel_18_4": "geen",
        "eerdere_maatregel_artikel_6": "ja",
        "datum_laatste_maatregel_artikel_6": "2025-11-16",
    }
    outcome = ask(facts, BLAME)
    assert lid_of(outcome) == "pw artikel 18 lid 5"
    assert months(outcome) == ("voorbehoud", "1 maand")


def test_refused_work_is_no_first_time_for_late_registration() -> None:
    """The other way round: Amsterdam's article 6 lid 2 doubles only after a measure under article 6."""
    facts = {
        **WHO,
        "gedraging": "te_laat_geregistreerd",
        "datum_gedraging": "2026-02-16",
        "laatste_maatregel_18_4": "lid_5",
        "datum_laatste_maatregel_18_4": "2025-11-16",
        "eerdere_maatregel_artikel_6": "nee",
    }
    assert answers(ask(facts, BLAME)) == {
        "verlaging": ("voorbehoud", "5%"),
        "duur_verlaging": ("voorbehoud", "1 maand"),
    }


def test_the_fact_says_what_counts() -> None:
    """Who is asked for the last measure must not answer with the 5% of the ordinance."""
    explanation = corpus_of("amsterdam").inputs["laatste_maatregel_18_4"].explanation
    assert "lid 2" in explanation
    assert "telt hier niet mee" in explanation


@pytest.mark.parametrize(
    ("last", "lid", "found"),
    [
        # how long lid 5 and 6 last is for the ordinance, which is not there; lid 6 must be longer than lid 5 and is at
        # most three months, so lid 5 stays below three and lid 6 above one. Lid 7 and 8 say three months themselves
        ("geen", "pw artikel 18 lid 5", ("leemte", "ten minste 1 maand en korter dan 3 maanden")),
        ("lid_5", "pw artikel 18 lid 6", ("leemte", "langer dan 1 maand en ten hoogste 3 maanden")),
        ("lid_6", "pw artikel 18 lid 7", ("voorbehoud", "3 maanden")),
        ("lid_7", "pw artikel 18 lid 8", ("voorbehoud", "3 maanden")),
    ],
)
def test_without_an_ordinance_the_act_itself_speaks_from_the_third_time(
    last: str, lid: str, found: tuple[str, str]
) -> None:
    outcome = breach("2026-02-16", last, None if last == "geen" else "2025-09-01", gemeente="zonderdam")
    assert lid_of(outcome) == lid
    assert months(outcome) == found


def test_without_the_day_it_is_a_first_time_or_a_repeat() -> None:
    outcome = breach("2026-08-10", "lid_6", None)
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "100%"),
        "duur_verlaging": ("open", "1 maand / 3 maanden"),
    }
    assert outcome.decision("duur_verlaging").missing == ("datum_laatste_maatregel_18_4",)


def test_without_the_lid_every_length_is_possible() -> None:
    facts = {**REFUSED, "datum_gedraging": "2026-08-10", "datum_laatste_maatregel_18_4": "2025-11-10"}
    outcome = ask(facts, BLAME)
    assert months(outcome) == ("open", "1 maand / 2 maanden / 3 maanden")
    assert outcome.decision("duur_verlaging").missing == ("laatste_maatregel_18_4",)
