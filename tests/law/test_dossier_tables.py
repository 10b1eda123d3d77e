"""The amounts of the Participatiewet on the five days of the dossier, each typed from its source a second time.

Most amounts decide a norm and stand in the tables of `proeven/landelijk` too. Some do not reach a decision on every day
(the increase of Pw 23 lid 2 is known from July 2025 on), and would otherwise be tested nowhere.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.law.examples import corpus_of
from verordening.model.formatting import format_value
from verordening.model.tables import value_on

DAYS = tuple(map(date.fromisoformat, ("2024-01-01", "2024-07-01", "2025-01-01", "2025-07-01", "2026-01-01")))
HALF_YEARLY, YEARLY = date(2026, 6, 30), date(2026, 12, 31)

# A dash: not found, and so unknown. Dossier 4.5 (Velsen, Westland and Metro) and the Normenbrief of 1-1-2026.
NORMS = {
    "norm_20_alleen": "316,94 323,03 332,17 337,98 345,99",
    "norm_20_gehuwden": "633,88 646,06 664,34 675,96 691,98",
    "norm_20_gemengd": "- - - 1.315,88 1.347,06",
    "norm_20_gehuwden_met_kind": "1.000,69 1.019,90 1.048,75 1.067,12 1.092,41",
    "norm_20_gemengd_met_kind": "- - - 1.707,04 1.747,49",
    "verhoging_20_3": "- - - - 746,45",
    "norm_21_alleen": "1.283,83 1.308,45 1.345,45 1.369,06 1.401,50",
    "norm_21_gehuwden": "1.834,04 1.869,21 1.922,07 1.955,80 2.002,13",
    "norm_22_alleen": "1.425,76 1.456,85 1.501,07 1.530,21 1.564,69",
    "norm_22_gehuwden": "1.933,98 1.976,64 2.053,48 2.094,98 2.144,16",
    "deel_22a_3_met_kind": "- - - 729,14 746,42",
    "deel_22a_3_zonder_kind": "- - - 337,98 345,99",
    "norm_23_alleen": "406,51 414,31 - 433,49 443,76",
    "norm_23_gehuwden": "- - - 674,29 690,27",
    "verhoging_23_alleen": "- - - 45,00 47,00",
    "verhoging_23_gehuwden": "- - - 101,00 106,00",
    "premie_hoogste": "- - - 3.326,00 3.398,00",
    "vrijlating_arbeid_hoogste": "264,00 269,00 - 278,00 285,00",
    "vrijlating_ouder_hoogste": "- - - 173,87 177,66",
    "vrijlating_urenbeperkt_hoogste": "- - - 176,35 180,19",
    "studietoeslag_21": "- - - 376,22 385,14",
    "studietoeslag_20": "- - - 300,98 308,12",
    "studietoeslag_19": "- - - 225,74 231,09",
    "studietoeslag_18": "- - - 188,11 192,57",
    "studietoeslag_17": "- - - 148,61 152,14",
    "studietoeslag_16": "- - - 129,80 132,88",
    "studietoeslag_15": "- - - 112,87 115,55",
    "vrij_stage_inkomsten": "- - - 225,74 231,09",
}
"""Changed on 1 January and 1 July (Pw 38)."""

LIMITS = {
    "vrij_bedrag_giften": "- - - - 1.200,00",
    "vrijwilligersvergoeding_hoogste_maand": "- - - 210,00 220,00",
    "vrijwilligersvergoeding_hoogste_jaar": "- - - 2.100,00 2.200,00",
    "oudedag_vrij_alleen": "- - - 25,70 26,50",
    "oudedag_vrij_gehuwden": "- - - 51,40 53,00",
    "vermogensgrens_alleen": "7.575,00 7.575,00 - 7.770,00 8.000,00",
    "vermogensgrens_samen": "15.150,00 15.150,00 - 15.540,00 16.000,00",
    "vrij_in_woning": "- - - 65.500,00 67.500,00",
    "drempel_bijzondere_bijstand": "- - - 170,00 176,00",
}
"""Changed on 1 January (Pw 39)."""


def shown(name: str, day: date) -> str:
    """The amount of a table on a day, as a person writes it; a dash where there is none."""
    table = corpus_of("").tables[name]
    value = value_on(table, day)
    return "-" if value is None else format_value(value, table.type).removeprefix("€ ")


@pytest.mark.parametrize(("name", "row"), {**NORMS, **LIMITS}.items())
def test_the_amounts_on_the_days_of_the_dossier(name: str, row: str) -> None:
    assert [shown(name, day) for day in DAYS] == row.split()


@pytest.mark.parametrize(("name", "row"), {**NORMS, **LIMITS}.items())
def test_an_amount_holds_until_the_next_and_then_ends(name: str, row: str) -> None:
    last = HALF_YEARLY if name in NORMS else YEARLY
    assert shown(name, last) == row.split()[-1]
    assert shown(name, last + timedelta(days=1)) == "-"
    assert [shown(name, day - timedelta(days=1)) for day in DAYS] == ["-", *row.split()[:-1]]


def test_the_amount_that_is_adopted_for_2027() -> None:
    """Pw 34a lid 1 onderdeel c."""
    assert [
        shown("vrijlating_34a_aow", date(year, 12 if year == 2026 else 1, 31)) for year in (2026, 2027)
    ] == [
        "-",
        "226,00",
    ]
