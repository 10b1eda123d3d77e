"""The kostendelersnorm of Pw 22a: `(40% + A keer 30%) / A` of B, a whole number of cents per person.

B is the norm for couples: Pw 21 onderdeel b below the pension age, 22 onderdeel b or c where either has reached it.
A counts the kostendelende medebewoners, the person, and the partner of 21 or older. The amounts are worked out with
that formula from the published norms for couples; those that are published themselves are named.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.law.asking import Facts, answers, ask
from verordening.cli.main import main
from verordening.evaluate.outcome import Outcome

SINGLE: Facts = {
    "huishouden": "alleenstaande",
    "leeftijd": "40 jaar",
    "mantelzorg_tijdelijk_elders": "nee",
    "in_inrichting": "nee",
}
COUPLE: Facts = {
    **SINGLE,
    "huishouden": "gehuwden",
    "leeftijd_partner": "41 jaar",
    "partner_in_inrichting": "nee",
    "partner_zonder_recht": "nee",
}
PENSION: Facts = {"leeftijd": "70 jaar", "aow_leeftijd_bereikt": "ja"}
PARTNER_PENSION: Facts = {"leeftijd_partner": "70 jaar", "aow_leeftijd_partner_bereikt": "ja"}
PAID: Facts = {
    "inkomen": "€ 0 per maand",
    "vermogen_telt_mee": "nee",
    "uitgesloten_van_bijstand": "nee",
    "huishouden_niet_aangetoond": "nee",
}

# Per day of the norm tables the amount with 1 to 8 kostendelende medebewoners.
SINGLE_BELOW = {
    "2024-01-01": "917,02 794,75 733,62 696,94 672,48 655,01 641,91 631,72",
    "2024-07-01": "934,61 809,99 747,68 710,30 685,38 667,58 654,22 643,84",
    "2025-01-01": "961,04 832,90 768,83 730,39 704,76 686,45 672,72 662,05",
    "2025-07-01": "977,90 847,51 782,32 743,20 717,13 698,50 684,53 673,66",
    "2026-01-01": "1.001,07 867,59 800,85 760,81 734,11 715,05 700,75 689,62",
}
"""A = 2 to 9, B = Pw 21 onderdeel b. Published: 977,90 and 1.001,07 (Normenbrief 1-1-2026, IOAW artikel 5 lid 3)."""

COUPLE_BELOW = {
    "2024-01-01": "1.589,50 1.467,24 1.393,88 1.344,96 1.310,02 1.283,82 1.263,44 1.247,14",
    "2024-07-01": "1.619,98 1.495,36 1.420,60 1.370,76 1.335,16 1.308,44 1.287,68 1.271,06",
    "2025-01-01": "1.665,80 1.537,66 1.460,78 1.409,52 1.372,90 1.345,44 1.324,10 1.307,00",
    "2025-07-01": "1.695,02 1.564,64 1.486,40 1.434,26 1.397,00 1.369,06 1.347,32 1.329,94",
    "2026-01-01": "1.735,18 1.601,70 1.521,62 1.468,22 1.430,10 1.401,50 1.379,24 1.361,44",
}
"""A = 3 to 10, each partner rounded and then added: with one medebewoner on 1-1-2026 twice 867,59."""

SINGLE_PENSION = {
    "2024-01-01": "966,99 838,06 773,59 734,91 709,13 690,71 676,89 666,15",
    "2024-07-01": "988,32 856,54 790,66 751,12 724,77 705,94 691,82 680,84",
    "2025-01-01": "1.026,74 889,84 821,39 780,32 752,94 733,39 718,72 707,31",
    "2025-07-01": "1.047,49 907,82 837,99 796,09 768,16 748,21 733,24 721,60",
    "2026-01-01": "1.072,08 929,14 857,66 814,78 786,19 765,77 750,46 738,54",
}
"""A = 2 to 9, B = Pw 22 onderdeel b."""

COUPLE_PENSION = {
    "2024-01-01": "1.676,12 1.547,18 1.469,82 1.418,26 1.381,42 1.353,78 1.332,30 1.315,10",
    "2024-07-01": "1.713,08 1.581,32 1.502,24 1.449,54 1.411,88 1.383,64 1.361,68 1.344,12",
    "2025-01-01": "1.779,68 1.642,78 1.560,64 1.505,88 1.466,78 1.437,44 1.414,62 1.396,36",
    "2025-07-01": "1.815,64 1.675,98 1.592,18 1.536,32 1.496,42 1.466,48 1.443,20 1.424,58",
    "2026-01-01": "1.858,28 1.715,32 1.629,56 1.572,38 1.531,54 1.500,92 1.477,08 1.458,02",
}
"""A = 3 to 10, B = Pw 22 onderdeel b for who has reached the pension age and 22 onderdeel c for the other."""


def amounts(table: dict[str, str]) -> list[tuple[str, int, str]]:
    """Every day with every number of medebewoners and the amount."""
    return [
        (day, number, f"€ {amount}")
        for day, row in table.items()
        for number, amount in enumerate(row.split(), start=1)
    ]


def norm(facts: Facts, number: int, day: str) -> Outcome:
    """The norm of Pw 22a with this number of kostendelende medebewoners."""
    asked = {**facts, "kostendelersnorm_gevraagd": "ja", "kostendelende_medebewoners": str(number)}
    return ask(asked, about=("norm_22a",), day=day)


def bijstand(facts: Facts, number: int, day: str) -> dict[str, tuple[str, str]]:
    """The bijstand of who has no income: the whole norm."""
    given = {**facts, **PAID, "kostendelende_medebewoners": str(number)}
    return answers(ask(given, about=("algemene_bijstand",), day=day))


def check(facts: Facts, rule: str, day: str, number: int, amount: str) -> None:
    """The norm, the place in the act that gives it, and the bijstand that follows."""
    outcome = norm(facts, number, day)
    assert answers(outcome) == {"norm_22a": ("bepaald", amount)}
    cited = outcome.decision("norm_22a").cited
    assert cited is not None
    assert cited.id == rule
    assert bijstand(facts, number, day) == {"algemene_bijstand": ("bepaald", amount)}


@pytest.mark.parametrize(("day", "number", "amount"), amounts(SINGLE_BELOW))
def test_single_below_the_pension_age(day: str, number: int, amount: str) -> None:
    check(SINGLE, "pw artikel 22a lid 1", day, number, amount)


@pytest.mark.parametrize(("day", "number", "amount"), amounts(COUPLE_BELOW))
def test_couple_below_the_pension_age(day: str, number: int, amount: str) -> None:
    check(COUPLE, "pw artikel 22a lid 2", day, number, amount)


@pytest.mark.parametrize(("day", "number", "amount"), amounts(SINGLE_PENSION))
def test_single_with_pension(day: str, number: int, amount: str) -> None:
    check({**SINGLE, **PENSION}, "pw artikel 22a lid 1", day, number, amount)


@pytest.mark.parametrize(("day", "number", "amount"), amounts(COUPLE_PENSION))
def test_couple_both_with_pension(day: str, number: int, amount: str) -> None:
    check({**COUPLE, **PENSION, **PARTNER_PENSION}, "pw artikel 22a lid 2", day, number, amount)


@pytest.mark.parametrize("one", [PENSION, PARTNER_PENSION])
def test_couple_of_whom_one_has_pension(one: Facts) -> None:
    """Lid 1, B b and c: 22 onderdeel b for the one, 22 onderdeel c for the other; 130% of 2.144,16 by 3, twice."""
    check({**COUPLE, **one}, "pw artikel 22a lid 2", "2026-03-01", 1, "€ 1.858,28")


def test_on_the_last_day_the_old_amount_holds() -> None:
    check(SINGLE, "pw artikel 22a lid 1", "2025-12-31", 1, "€ 977,90")


def test_after_the_tables_there_is_no_amount() -> None:
    """The row of 1 januari 2026 ends on the next day of indexation: unknown, not the last known amount."""
    outcome = norm(SINGLE, 1, "2026-07-01")
    assert outcome.decision("norm_22a").status.value == "open"
    assert outcome.out_of_bounds == ()


# ------------------------------------------------ lid 3: one of them younger than 21

YOUNG_PARTNER: Facts = {**COUPLE, "leeftijd_partner": "20 jaar", "beroep_op_ouders_mogelijk": "ja"}
YOUNG_PERSON: Facts = {**YOUNG_PARTNER, "leeftijd": "19 jaar", "leeftijd_partner": "30 jaar"}


@pytest.mark.parametrize("facts", [YOUNG_PARTNER, YOUNG_PERSON])
@pytest.mark.parametrize(
    ("children", "day", "rule", "amount"),
    [
        # A = 2: the young partner does not count. 1.001,07 plus 746,42; 1.001,07 plus 345,99.
        ("ja", "2026-03-01", "pw artikel 22a lid 3 onderdeel a", "€ 1.747,49"),
        ("nee", "2026-03-01", "pw artikel 22a lid 3 onderdeel b", "€ 1.347,06"),
        # 977,90 plus 729,14; 977,90 plus 337,98.
        ("ja", "2025-09-01", "pw artikel 22a lid 3 onderdeel a", "€ 1.707,04"),
        ("nee", "2025-09-01", "pw artikel 22a lid 3 onderdeel b", "€ 1.315,88"),
    ],
)
def test_who_is_under_21_does_not_count(
    facts: Facts, children: str, day: str, rule: str, amount: str
) -> None:
    check({**facts, "heeft_ten_laste_komend_kind": children}, rule, day, 1, amount)


# ------------------------------------------------ who it is not for


def test_a_carer_who_lives_elsewhere_for_a_while_keeps_the_whole_norm() -> None:
    """Lid 4: the article does not hold, so the norm of Pw 21 onderdeel a does."""
    away = {**SINGLE, "mantelzorg_tijdelijk_elders": "ja"}
    assert bijstand(away, 3, "2026-03-01") == {"algemene_bijstand": ("bepaald", "€ 1.401,50")}
    assert norm(away, 3, "2026-03-01").decision("norm_22a").shown is None


def test_what_held_for_a_carer_before_2026_is_not_known() -> None:
    """Lid 4 was read in the text of 1-1-2026 only."""
    away = {**SINGLE, "mantelzorg_tijdelijk_elders": "ja"}
    assert bijstand(away, 3, "2025-09-01")["algemene_bijstand"][0] == "open"


def test_nobody_to_share_with_leaves_the_whole_norm() -> None:
    assert bijstand(SINGLE, 0, "2026-03-01") == {"algemene_bijstand": ("bepaald", "€ 1.401,50")}
    assert bijstand(COUPLE, 0, "2026-03-01") == {"algemene_bijstand": ("bepaald", "€ 2.002,13")}


def test_under_21_alone_never_shares() -> None:
    """Lid 1 is for who is 21 or older: Pw 20 lid 1 onderdeel a for who is 20."""
    young = {**SINGLE, "leeftijd": "20 jaar", "beroep_op_ouders_mogelijk": "ja"}
    assert bijstand(young, 3, "2026-03-01") == {"algemene_bijstand": ("bepaald", "€ 345,99")}
    assert norm(young, 3, "2026-03-01").decision("norm_22a").shown is None


# ------------------------------------------------ A = 1

ALONE = """\
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [norm_22a]
gegevens:
  kostendelersnorm_gevraagd: ja
  huishouden: alleenstaande
  leeftijd: 40 jaar
  mantelzorg_tijdelijk_elders: nee
  kostendelende_medebewoners: 0
"""


@pytest.mark.parametrize("command", ["toets", "afwijken"])
def test_one_sharer_is_refused(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A = 1 would give 70% of B by an article for who shares: wrong input, shown with the fact that leads there."""
    path = tmp_path / "alleen.yaml"
    path.write_text(ALONE, encoding="utf-8")
    assert main([command, str(path)]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    text = " ".join(written.err.split())
    assert "fout[VRD432]: `aantal kostendelers` wordt hier 1, maar moet 2 tot en met 10 zijn" in text
    assert "kostendelende_medebewoners: 0" in text
    assert "minstens één kostendelende medebewoner" in text


def test_what_cannot_be_is_no_candidate() -> None:
    """Without the number of medebewoners there are eight possible norms; A = 1 is none of them."""
    asked = {**SINGLE, "kostendelersnorm_gevraagd": "ja"}
    (decision,) = ask(asked, about=("norm_22a",)).decisions
    assert decision.status.value == "open"
    assert decision.missing == ("kostendelende_medebewoners",)
    assert {each.text for each in decision.candidates} == {
        f"€ {amount}" for amount in SINGLE_BELOW["2026-01-01"].split()
    }
