"""Changes of meaning made in a copy of the regulations: each is found, in the right direction, with the right most.

Every expectation follows from the text that is changed; the outcomes before are those of the articles.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.analyse.difference.changed import MEASURES, Change, corpus, difference, places, told
from verordening.analyse.difference.comparing import compare
from verordening.analyse.difference.days import days_of
from verordening.analyse.difference.found import Difference, Way

EFFORT = "gedraging = onvoldoende_inspanning"
TEN = f"als      {EFFORT}\n      dan moet verlaging = 10%"
VIOLENCE = "amsterdam/maatregelen artikel 10 lid 2"


def all_replayed(found: Difference) -> bool:
    return not found.faults and all(each.witness.agrees for one in found.decisions for each in one.groups)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            [(MEASURES, TEN, f"als      {EFFORT}\n      dan moet verlaging = 15%")],
            {"verlaging": [("achteruit", "10% → 15%", "5")]},
            id="een percentage",
        ),
        pytest.param(
            # Artikel 10 lid 2 verdubbelt 1 maand; drie keer is 3 maanden.
            [
                (
                    MEASURES,
                    "herhaald_binnen_12_maanden_artikel_10\n    dan moet duur_verlaging = 2 keer",
                    "herhaald_binnen_12_maanden_artikel_10\n    dan moet duur_verlaging = 3 keer",
                )
            ],
            {"duur_verlaging": [("achteruit", "2 maanden → 3 maanden", "1")]},
            id="een duur",
        ),
        pytest.param(
            # Artikel 9 lid 1: wie 24 maanden langer bijstand nodig heeft, kreeg 24 maanden en krijgt er 23.
            [
                (
                    MEASURES,
                    "maanden_langer_bijstand_nodig, 24 maanden",
                    "maanden_langer_bijstand_nodig, 23 maanden",
                )
            ],
            {"duur_verlaging": [("vooruit", "24 maanden → 23 maanden", "1")]},
            id="een grens een maand lager",
        ),
        pytest.param(
            [
                (
                    MEASURES,
                    f"als      {EFFORT}\n",
                    f"als      {EFFORT} en huishouden != alleenstaande_ouder\n",
                ),
                (
                    MEASURES,
                    "    # De bron noemt zowel hier als in artikel 11",
                    "      zin 2\n"
                    f"        als      {EFFORT} en huishouden = alleenstaande_ouder\n"
                    "        dan moet verlaging = 0% en duur_verlaging = 0 maanden\n"
                    "    # De bron noemt zowel hier als in artikel 11",
                ),
            ],
            {
                "verlaging": [("vooruit", "10% → 0%", "10")],
                "duur_verlaging": [
                    ("vooruit", "2 maanden → 0 maanden", "2"),
                    ("vooruit", "1 maand → 0 maanden", "1"),
                ],
            },
            id="een uitzondering voor alleenstaande ouders",
        ),
        pytest.param(
            [
                (
                    MEASURES,
                    "# De 100 procent staat al in de wet; de verordening bepaalt alleen hoe lang.",
                    "  lid 3\n    in afwijking van lid 1 onderdeel c\n    als      bijstand_nog_niet_betaald\n"
                    "    dan moet verlaging = 20%\n    dient    maatwerk\n\n# De wet zegt al 100 procent.",
                )
            ],
            {"verlaging": [("vooruit", "50% → 20%", "30")]},
            id="een nieuwe afwijking",
        ),
        pytest.param(
            # Wat tegenspreekt, staat in een artikel waarvan artikel 3 niet afwijkt: ook dat botst.
            [
                (
                    MEASURES,
                    "als      gedraging = schade_of_dreiging\n      dan moet verlaging = 70%",
                    "als      gedraging = schade_of_dreiging\n      dan moet verlaging = 70%\n      zin 2\n"
                    "        als      gedraging = schade_of_dreiging\n        dan moet verlaging = 60%\n"
                    "      zin 3\n        als      gedraging = schade_of_dreiging\n"
                    "        dan moet duur_verlaging = 1 maand",
                )
            ],
            {"verlaging": [("anders", "70% → strijdig", "")]},
            id="een tegenspraak",
        ),
    ],
)
def test_a_change_of_an_outcome(
    changes: list[Change], expected: dict[str, list[tuple[str, str, str]]]
) -> None:
    found = difference(*changes)
    assert told(found) == expected
    assert all_replayed(found)
    assert found.is_proven


def test_the_group_says_which_rule_decided_and_which_does() -> None:
    longer = (
        MEASURES,
        "datum_gedraging <= datum_laatste_maatregel_artikel_6 + 12 maanden",
        "datum_gedraging <= datum_laatste_maatregel_artikel_6 + 13 maanden",
    )
    found = difference(longer)
    base, doubled = "amsterdam/maatregelen artikel 6 lid 1 onderdeel", "amsterdam/maatregelen artikel 6 lid 2"
    assert places(found, "duur_verlaging") == [
        ([f"{base} {letter}"], [doubled]) for letter in ("a", "a zin 2", "b", "c")
    ]
    assert {direction for direction, _, _ in told(found)["duur_verlaging"]} == {"achteruit"}
    assert found.is_proven


def test_a_floor_that_becomes_weaker_lets_more_be_withheld() -> None:
    """95 procent van de norm blijft over; met 90 procent mag er meer af, en nooit minder."""
    path = "landelijk/rv.vrd"
    found = difference(
        (
            path,
            "vrij_te_laten: bedrag per maand = 95% van norm",
            "vrij_te_laten: bedrag per maand = 90% van norm",
        )
    )
    groups = told(found)["inhouding"]
    assert groups
    assert "vooruit" not in {direction for direction, _, _ in groups}
    assert all_replayed(found)


# ------------------------------------------------ room, days, and what changes nothing


def test_a_way_out_that_is_gone() -> None:
    text = (
        "  lid 3\n"
        "    in afwijking van artikel 6, artikel 7, artikel 9, artikel 10, artikel 11 "
        "wegens dringende_redenen_artikel_3\n"
        "    dan kan  verlaging = 0% en duur_verlaging = 0 maanden\n"
        "    dient    maatwerk\n"
        "    mandaat  college\n"
        '    motiveer waarom_te_zwaar "Waarom is de standaardmaatregel hier te zwaar?"\n'
    )
    found = difference((MEASURES, text, '  lid 3\n    inhoud "Vervallen."\n'))
    assert told(found) == {}
    assert [(each.way, each.cited.id, each.decisions) for each in found.room] == [
        (Way.DICHT, "amsterdam/maatregelen artikel 3 lid 3", ("verlaging", "duur"))
    ]


def test_a_tenzij_that_is_gone_opens_room() -> None:
    """Rotterdam artikel 7 lid 1: een waarschuwing kon alleen de eerste keer."""
    path = "rotterdam/maatregelen.vrd"
    found = difference(
        (path, "    tenzij   herhaald_binnen_12_maanden_zelfde_categorie\n", ""), gemeente="rotterdam"
    )
    assert told(found) == {}
    assert [(each.way, each.cited.id) for each in found.room] == [
        (Way.OPEN, "rotterdam/maatregelen artikel 7 lid 1")
    ]


def test_who_decides_is_no_outcome() -> None:
    path = "rotterdam/maatregelen.vrd"
    found = difference(
        (
            path,
            "    mandaat  college\n    motiveer waarom_afzien",
            "    mandaat  raad\n    motiveer waarom_afzien",
        ),
        gemeente="rotterdam",
    )
    assert told(found) == {}
    assert [(each.what, each.text) for each in found.asides] == [
        ("wie beslist", "Verordening maatregelen en handhaving Participatiewet, IOAW en IOAZ artikel 7 lid 3")
    ]


def test_a_date_is_looked_at_on_the_day_itself() -> None:
    """Artikel 10 vervalt op 1 juli 2026: voor die dag verandert er niets, daarna is er geen regel over geweld meer."""
    before, after = (
        'artikel 10 "Ernstig misdragen"\n',
        'artikel 10 "Ernstig misdragen"\n  in werking vanaf 1 januari 2015 tot 1 juli 2026\n',
    )
    old, new = corpus("amsterdam"), corpus("amsterdam", (MEASURES, before, after))
    assert days_of(old, new, date(2026, 3, 1)) == (date(2026, 3, 1), date(2026, 7, 1))
    assert compare(old, new, [date(2026, 3, 1)]).is_equivalent
    found = compare(old, new, [date(2026, 7, 1)])
    assert {direction for direction, _, _ in told(found)["verlaging"]} <= {"vooruit", "anders"}
    assert all_replayed(found)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            (MEASURES, "# De derde keer en elke keer daarna.", "# Telkens daarna."), id="een opmerking"
        ),
        pytest.param(
            (
                MEASURES,
                'vraag "Op welke dag kreeg de inwoner de laatste maatregel op grond van artikel 6?"',
                'vraag "Wanneer was de laatste?"',
            ),
            id="een vraag",
        ),
        pytest.param(
            (
                MEASURES,
                "als      laatste_maatregel_18_4 = lid_5 en herhaald_binnen_12_maanden_18_4",
                "als      herhaald_binnen_12_maanden_18_4 en laatste_maatregel_18_4 = lid_5",
            ),
            id="de volgorde van voorwaarden",
        ),
        pytest.param(
            (
                MEASURES,
                "als      laatste_maatregel_18_4 is een van (lid_6, lid_7, lid_8) en",
                "als      (laatste_maatregel_18_4 = lid_8 of laatste_maatregel_18_4 is een van (lid_6, lid_7)) en",
            ),
            id="hetzelfde anders gezegd",
        ),
    ],
)
def test_what_changes_in_text_only(change: Change) -> None:
    assert difference(change).is_equivalent


def test_a_floor_that_only_signals_is_told_too() -> None:
    """Van drie naar vier maanden zonder bijstand: geen uitkomst wordt anders, wel waar u redenen bij moet geven."""
    eis = "eis       verlaging < 100% of maanden_honderd_procent_afgelopen_jaar + duur_verlaging <= "
    found = difference(("landelijk/ondergrenzen.vrd", f"{eis}3 maanden", f"{eis}4 maanden"))
    assert told(found) == {}
    assert [(each.what, each.text) for each in found.asides] == [
        ("een ondergrens", "Meer dan drie maanden zonder bijstand vraagt eigen redenen")
    ]
    assert not found.is_equivalent


def test_a_case_is_of_late_where_the_outcome_is_a_day_too() -> None:
    """Artikel 4 lid 1: another first day for the same act; the case need not lie in 1900 for that."""
    first = "dan moet ingang_verlaging = de eerste dag van de maand na datum_bekendmaking"
    found = difference((MEASURES, first, "dan moet ingang_verlaging = datum_bekendmaking"))
    (group,) = (group for one in found.decisions for group in one.groups)
    days = [each for each in group.witness.case.inputs().values() if isinstance(each, date)]
    assert days
    assert all(date(2025, 1, 1) <= each <= date(2026, 3, 1) for each in days)
