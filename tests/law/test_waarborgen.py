"""What the shipped promises come to: those that are proved of the law as it is, and those that it breaks itself."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from tests.law.examples import corpus_of
from verordening.analyse.guarantees.finding import GuaranteeFinding, Verdict
from verordening.analyse.guarantees.proving import findings, findings_of
from verordening.analyse.guarantees.second_tier import settle

DAY = date(2026, 3, 1)


@lru_cache(maxsize=2)
def found_in(gemeente: str) -> dict[str, GuaranteeFinding]:
    return {each.guarantee.name: each for each in findings(corpus_of(gemeente), DAY)}


def number(value: object) -> int:
    """An amount in whole cents."""
    assert isinstance(value, int)
    return value


def test_every_promise_is_answered_and_every_pair_of_cases_evaluates_to_what_is_said() -> None:
    for gemeente in ("amsterdam", "rotterdam"):
        found = found_in(gemeente)
        assert found.keys() == {each.name for each in corpus_of(gemeente).guarantees}
        assert all(each.replayed for each in found.values())
        assert all((each.sides is not None) == (each.verdict is Verdict.BROKEN) for each in found.values())


@pytest.mark.parametrize(
    "name",
    [
        # No rule on these looks at the status of residence, or at a medical limit on hours.
        "nationaliteit_maatregel",
        "nationaliteit_terugvordering",
        "nationaliteit_hoogte",
        "gezondheid_hoogte",
        "gezondheid_boete",
        # Amsterdam article 7: one month, two months, three months; Pw 18 lid 7 and 8: three months.
        "tweede_keer_langer",
        "derde_keer_niet_korter",
        "daarna_niet_korter",
        # Pw 19 lid 2: the norm less the income, so together the norm; above it the income alone.
        "werken_loont_alleen",
        # Amsterdam 2.4: 30% of what is earned, up to a maximum.
        "premie_deeltijdwerk_zonder_val",
    ],
)
def test_what_holds_in_amsterdam_is_proved(name: str) -> None:
    assert found_in("amsterdam")[name].verdict is Verdict.HOLDS


def test_that_work_pays_in_every_household_takes_the_solver() -> None:
    """Too many norms to try, by ages and kostendelers; always the norm less the income, with the income."""
    pytest.importorskip("z3")
    corpus = corpus_of("amsterdam")
    (promise,) = (each for each in corpus.guarantees if each.name == "werken_loont")
    assert [each.verdict for each in findings_of(corpus, promise, DAY, settle=settle)] == [Verdict.HOLDS]


def test_one_cent_above_the_limit_takes_the_whole_toeslag_in_rotterdam() -> None:
    """Article 3: income at the application up to 130% of the norm. Whoever is above it loses all of article 4."""
    finding = found_in("rotterdam")["toeslag_zonder_val"]
    assert finding.verdict is Verdict.BROKEN
    assert finding.sides is not None
    below, above = finding.sides
    incomes = [number(side.case.facts["inkomen_bij_aanvraag"]) for side in finding.sides]
    assert incomes[1] == incomes[0] + 1
    assert above.decided == (("hoogte van de inkomenstoeslag", "€ 0 per jaar"),)
    lost = {"€ 200,00 per jaar": 20_000, "€ 300,00 per jaar": 30_000, "€ 400,00 per jaar": 40_000}
    # Of the toeslag twelve cents a year come back.
    assert number(below.value) - number(above.value) == lost[below.decided[0][1]] - 12


def test_one_cent_in_one_month_takes_the_whole_toeslag_in_amsterdam() -> None:
    """Article 3 lid 2: up to 105% of the norm and € 5, so € 1.055 at a norm of € 1.000; article 4: € 350."""
    finding = found_in("amsterdam")["toeslag_zonder_val"]
    assert finding.verdict is Verdict.BROKEN
    assert finding.sides is not None
    assert [side.words for side in finding.sides] == ["€ 0 per jaar", "€ 350,00 per jaar"]


def test_whoever_does_not_show_his_household_loses_at_the_edge_of_his_norm() -> None:
    """Pw 53a lid 3 as we read it: the amount of article 22a, more than some norms, ends where the norm does."""
    finding = found_in("amsterdam")["werken_loont_huishouden_onbekend"]
    assert finding.verdict is Verdict.BROKEN
    assert finding.sides is not None
    below, above = finding.sides
    assert above.decided == (("algemene bijstand", "€ 0 per maand"),)
    assert number(below.value) > number(above.value)


def test_of_a_regulation_that_is_not_all_there_nothing_is_said_to_hold() -> None:
    """Rotterdam: the ordinance on maatregelen is not wholly encoded."""
    finding = found_in("rotterdam")["tweede_keer_langer"]
    assert finding.verdict is Verdict.NOT_PROVEN
    assert finding.why
