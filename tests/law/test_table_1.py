"""The table of cases that the first part of the project had to answer, once more as literal assertions.

Nothing here reads `examples/`: what a file says under `verwacht` and what is said here are two readings of one law.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.law.asking import (
    MEASURE,
    WHO,
    Facts,
    answers,
    ask,
    codes,
    first_question,
    floor,
    route,
    routes,
    without,
)
from verordening.evaluate.outcome import FloorEffect, FloorStatus, Outcome, RouteStatus
from verordening.present.outcome_json import outcome_json
from verordening.present.text import render_afwijken, render_toets

BLAME = {"verwijtbaarheid": "aanwezig"}
NO_BLAME = {"verwijtbaarheid": "geen"}
ARTIKEL_3_3 = "amsterdam/maatregelen artikel 3 lid 3"
ARTIKEL_6_1_A = "amsterdam/maatregelen artikel 6 lid 1 onderdeel a"
ARTIKEL_6_2 = "amsterdam/maatregelen artikel 6 lid 2"
LEEMTE = ("leemte", "ten minste 1 maand en korter dan 3 maanden")
FULL = {"verlaging": ("voorbehoud", "100%"), "duur_verlaging": ("voorbehoud", "1 maand")}
NOTHING = {"verlaging": ("bepaald", "0%"), "duur_verlaging": ("bepaald", "0 maanden")}
EITHER = {"verlaging": ("open", "0% / 100%"), "duur_verlaging": ("open", "0 maanden / 1 maand")}


def every_word(outcome: Outcome) -> str:
    """Both screens."""
    return " ".join((render_toets(outcome) + render_afwijken(outcome)).split())


# ------------------------------------------------ too late

LATE: Facts = {
    **WHO,
    "gedraging": "te_laat_geregistreerd",
    "datum_gedraging": "2026-02-16",
    "eerdere_maatregel_artikel_6": "nee",
}


def again(day: str, measure: str = "2025-03-01", **changes: str) -> Outcome:
    facts = {
        **LATE,
        "eerdere_maatregel_artikel_6": "ja",
        "datum_laatste_maatregel_artikel_6": measure,
        "datum_gedraging": day,
    }
    return ask({**facts, **changes}, BLAME, day=day)


def test_five_percent_is_half_up_on_cents() -> None:
    outcome = ask(LATE, BLAME)
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "5%"),
        "duur_verlaging": ("voorbehoud", "1 maand"),
    }
    lowering = outcome.decision("verlaging")
    amount = lowering.amount
    assert amount is not None
    assert (amount.cents, amount.of_cents) == (7008, 140150)
    assert (amount.text, amount.of_text) == ("€ 70,08", "€ 1.401,50")
    assert amount.rounding == "half omhoog op centen"
    assert lowering.cited is not None
    assert lowering.cited.id == ARTIKEL_6_1_A
    assert lowering.under is not None
    assert lowering.under.id == "pw artikel 18 lid 2"
    assert lowering.provenance == "parafrase"
    assert [each.id for each in lowering.reservations] == ["pw artikel 18 lid 10"]
    assert first_question(outcome) == "dringende_redenen_18_10"
    assert codes(outcome) == (0, 0)


def test_waiving_by_the_ordinance_has_urgent_reasons_of_its_own() -> None:
    outcome = ask(LATE, BLAME)
    assert routes(outcome, "verlaging") == {
        "pw artikel 18 lid 10": ("hangt_af_van", "0% tot en met 5%"),
        ARTIKEL_3_3: ("hangt_af_van", "0%"),
    }
    assert route(outcome, "verlaging", ARTIKEL_3_3).hinges == ("dringende_redenen_artikel_3",)
    assert route(outcome, "verlaging", "pw artikel 18 lid 10").hinges == ("dringende_redenen_18_10",)
    own = ask(LATE, {**BLAME, "dringende_redenen_artikel_3": "ja"})
    assert route(own, "verlaging", ARTIKEL_3_3).status is RouteStatus.MAG
    assert route(own, "verlaging", "pw artikel 18 lid 10").status is RouteStatus.HANGT_AF_VAN


def test_without_the_facts_of_the_norm_the_percentage_still_stands() -> None:
    outcome = ask(without(LATE, "huishouden"), BLAME)
    assert answers(outcome)["verlaging"] == ("voorbehoud", "5%")
    assert outcome.decision("verlaging").amount is None


@pytest.mark.parametrize(
    ("day", "duration"), [("2025-03-02", "2 maanden"), ("2026-03-01", "2 maanden"), ("2026-03-02", "1 maand")]
)
def test_a_measure_counts_for_twelve_months_to_the_day(day: str, duration: str) -> None:
    outcome = again(day)
    assert answers(outcome) == {"verlaging": ("voorbehoud", "5%"), "duur_verlaging": ("voorbehoud", duration)}


def test_a_repeat_defeats_the_first_paragraph_for_the_duration_alone() -> None:
    outcome = again("2026-03-01")
    lowering, duration = outcome.decision("verlaging"), outcome.decision("duur_verlaging")
    assert (lowering.cited and lowering.cited.id) == ARTIKEL_6_1_A
    assert (duration.cited and duration.cited.id) == ARTIKEL_6_2
    assert ARTIKEL_6_1_A not in [each.cited.id for each in lowering.defeated]
    assert ARTIKEL_6_1_A in [each.cited.id for each in duration.defeated]
    assert duration.provenance == "reconstructie"
    assert "laatste dag telt mee" in " ".join(duration.provenance_notes)
    assert codes(outcome) == (0, 0)


def test_without_conduct_there_is_nothing_to_double() -> None:
    assert answers(again("2026-03-01", gedraging="geen")) == NOTHING


def test_whether_it_is_a_repeat_must_be_known() -> None:
    outcome = ask(without(LATE, "eerdere_maatregel_artikel_6"), BLAME)
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "5%"),
        "duur_verlaging": ("open", "1 maand / 2 maanden"),
    }
    assert codes(outcome) == (4, 0)


def test_after_more_than_a_year_the_ordinance_waives() -> None:
    assert answers(ask({**LATE, "datum_gedraging": "2025-03-01"}, BLAME))["verlaging"] == ("voorbehoud", "5%")
    assert answers(ask({**LATE, "datum_gedraging": "2025-02-28"}, BLAME)) == NOTHING


def test_without_blame_the_act_takes_the_delegation_away() -> None:
    outcome = ask(LATE, NO_BLAME)
    assert answers(outcome) == NOTHING
    for decision in outcome.decisions:
        assert (decision.cited and decision.cited.id) == "pw artikel 18 lid 9"
        assert [each.id for each in decision.confirmed_by] == ["amsterdam/maatregelen artikel 3 lid 1"]
        (remark,) = [each for each in decision.defeated if each.cited.id == ARTIKEL_6_1_A]
        assert "artikel 18 lid 9" in remark.reason
    assert outcome.routes == ()
    assert codes(outcome) == (0, 0)


def test_blame_unknown_is_asked_first() -> None:
    outcome = ask(LATE)
    assert answers(outcome) == {
        "verlaging": ("open", "0% / 5%"),
        "duur_verlaging": ("open", "0 maanden / 1 maand"),
    }
    assert first_question(outcome) == "verwijtbaarheid"
    assert codes(outcome) == (4, 0)
    assert floor(outcome, "geen_verwijt_geen_maatregel").status is FloorStatus.ONBEKEND
    assert floor(ask(LATE, BLAME), "geen_verwijt_geen_maatregel").status is FloorStatus.GEHOUDEN


# ------------------------------------------------ urgent reasons and a choice

URGENT = {**BLAME, "dringende_redenen_18_10": "ja"}
CHOICE: dict[str, Any] = {
    "besluiten": {"verlaging": "0%", "duur_verlaging": "0 maanden"},
    "route": "pw artikel 18 lid 10",
    "beslist_door": "college",
    "motivering": {"omstandigheden": "De ontruiming is aangezegd."},
}


def test_urgent_reasons_oblige_to_tailor_and_never_upward() -> None:
    outcome = ask(LATE, URGENT)
    assert answers(outcome) == {
        "verlaging": ("afstemmen", "0% tot en met 5%"),
        "duur_verlaging": ("afstemmen", "0 maanden tot en met 1 maand"),
    }
    assert route(outcome, "verlaging", "pw artikel 18 lid 10").status is RouteStatus.MOET
    assert codes(outcome) == (4, 0)


def test_no_urgent_reasons_settle_it() -> None:
    outcome = ask(LATE, {**BLAME, "dringende_redenen_18_10": "nee"})
    assert answers(outcome) == {"verlaging": ("bepaald", "5%"), "duur_verlaging": ("bepaald", "1 maand")}


@pytest.mark.parametrize(
    ("changes", "status", "exits", "says"),
    [
        ({}, "in_orde", (0, 0), ""),
        ({"besluiten": {"verlaging": "5%", "duur_verlaging": "1 maand"}}, "in_orde", (0, 0), ""),
        ({"besluiten": {"verlaging": "2,5%", "duur_verlaging": "1 maand"}}, "in_orde", (0, 0), ""),
        ({"motivering": {}}, "niet_in_orde", (1, 1), "omstandigheden"),
        ({"motivering": {"omstandigheden": " "}}, "niet_in_orde", (1, 1), "omstandigheden"),
        ({"beslist_door": "stagiair"}, "niet_in_orde", (1, 1), "college"),
        ({"besluiten": {"verlaging": "10%", "duur_verlaging": "1 maand"}}, "niet_in_orde", (1, 1), "10%"),
        ({"besluiten": {"verlaging": "5,01%", "duur_verlaging": "1 maand"}}, "niet_in_orde", (1, 1), "5,01%"),
        (
            {"besluiten": {"verlaging": "0%", "duur_verlaging": "2 maanden"}},
            "niet_in_orde",
            (1, 1),
            "2 maanden",
        ),
        ({"besluiten": {"verlaging": "0%"}}, "niet_in_orde", (1, 1), "duur"),
        ({"route": "pw artikel 18 lid 11"}, "niet_in_orde", (1, 1), "artikel 18 lid 11"),
    ],
)
def test_a_choice_passes_only_with_everything(
    changes: dict[str, Any], status: str, exits: tuple[int, int], says: str
) -> None:
    outcome = ask(LATE, URGENT, choice={**CHOICE, **changes})
    assert outcome.choice is not None
    assert outcome.choice.status.value == status
    assert codes(outcome) == exits
    assert says in " ".join(outcome.choice.defects)


def test_a_choice_while_the_judgement_is_missing_settles_nothing() -> None:
    outcome = ask(LATE, BLAME, choice=CHOICE)
    assert outcome.choice is not None
    assert outcome.choice.status.value == "onbekend"
    assert answers(outcome)["verlaging"] == ("voorbehoud", "5%")
    assert codes(outcome) == (0, 0)


# ------------------------------------------------ no ordinance, and an ordinance that is not here

LATE_ELSEWHERE = without(LATE, "eerdere_maatregel_artikel_6")
REFUSED: Facts = {
    **WHO,
    "gedraging": "werk_geweigerd",
    "datum_gedraging": "2026-02-16",
    "laatste_maatregel_18_4": "geen",
}


def test_a_municipality_without_an_ordinance_lowers_nothing() -> None:
    outcome = ask(LATE_ELSEWHERE, BLAME, gemeente="zonderdam")
    assert answers(outcome) == NOTHING
    assert codes(outcome) == (0, 0)
    for decision in outcome.decisions:
        assert decision.cited is None
        assert "artikel 18 lid 2" in decision.reason
        assert "Zonderdam" in decision.reason


def test_an_ordinance_that_is_not_here_leaves_it_open() -> None:
    outcome = ask(LATE_ELSEWHERE, BLAME, gemeente="haarlem")
    for decision in outcome.decisions:
        assert decision.status.value == "open"
        assert "niet opgenomen" in " ".join(decision.missing_texts)
        assert "Haarlem" in " ".join(decision.missing_texts)
        assert decision.missing == ()
    assert codes(outcome) == (4, 0)


def test_refused_work_without_an_ordinance_leaves_a_gap() -> None:
    outcome = ask(REFUSED, BLAME, gemeente="zonderdam")
    assert answers(outcome) == {"verlaging": ("voorbehoud", "100%"), "duur_verlaging": LEEMTE}
    assert [each.cited and each.cited.id for each in outcome.decisions] == ["pw artikel 18 lid 5"] * 2
    assert codes(outcome) == (4, 0)


def test_a_gap_says_what_courts_did_and_who_must_decide() -> None:
    """RBAMS:2017:5710 left the period out and took one month; the period is for the council to set."""
    text = every_word(ask(REFUSED, BLAME, gemeente="zonderdam"))
    assert "RBAMS:2017:5710" in text
    assert "gemeenteraad" in text


# ------------------------------------------------ the uniform duties

REPEATS = [
    ("geen", None, "1 maand"),
    ("lid_5", "2025-02-16", "2 maanden"),
    ("lid_5", "2025-02-15", "1 maand"),
    ("lid_6", "2025-09-01", "3 maanden"),
    ("lid_7", "2025-09-01", "3 maanden"),
    ("lid_8", "2025-09-01", "3 maanden"),
]


@pytest.mark.parametrize(("last", "when", "duration"), REPEATS)
def test_a_uniform_duty_is_the_whole_norm_and_longer_each_time(
    last: str, when: str | None, duration: str
) -> None:
    facts = {**REFUSED, "laatste_maatregel_18_4": last}
    if when is not None:
        facts["datum_laatste_maatregel_18_4"] = when
    outcome = ask(facts, BLAME)
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "100%"),
        "duur_verlaging": ("voorbehoud", duration),
    }


def test_the_ordinance_may_not_waive_a_uniform_duty() -> None:
    outcome = ask(REFUSED, {**BLAME, "dringende_redenen_artikel_3": "ja"})
    assert answers(outcome) == FULL
    for decision in MEASURE:
        closed = route(outcome, decision, ARTIKEL_3_3)
        assert closed.status is RouteStatus.MAG_NIET
        assert closed.range is None
        assert "artikel 18 lid 5" in closed.reason
        assert route(outcome, decision, "pw artikel 18 lid 10").status is RouteStatus.HANGT_AF_VAN


def test_the_general_duty_to_tailor_does_not_reach_a_measure() -> None:
    """For a measure there is Pw 18 lid 10; lid 1 is for everything else."""
    for facts in (LATE, REFUSED):
        outcome = ask(facts, {**BLAME, "bijzondere_omstandigheden_18_1": "ja"})
        assert "pw artikel 18 lid 1" not in {each.cited.id for each in outcome.routes}
        assert {each.status.value for each in outcome.decisions} == {"voorbehoud"}


def test_reviewing_a_measure_on_request_never_makes_it_heavier() -> None:
    """Pw 18 lid 11: once somebody keeps to the duty again, the measure may be reviewed, not made longer."""
    outcome = ask({**REFUSED, "verzoek_om_herziening": "ja"}, {**BLAME, "inkeer_18_11": "ja"})
    assert routes(outcome, "duur_verlaging")["pw artikel 18 lid 11"] == (
        "mag",
        "0 maanden tot en met 1 maand",
    )


# ------------------------------------------------ a small contract and a training

HOURS: Facts = {
    "gaat_over_meer_uren": "ja",
    "volgt_opleiding": "ja",
    "volledig_duurzaam_arbeidsongeschikt": "nee",
    **WHO,
}
ABLE = {"meer_uren_naar_vermogen": "ja"}
EXEMPT: dict[str, Any] = {
    "besluiten": {"meer_uren_verplicht": "nee"},
    "route": "pw artikel 9 lid 2",
    "beslist_door": "college",
    "dient": "duurzame_uitstroom",
    "motivering": {
        "waarom_ontheffing": "De opleiding breekt anders af.",
        "tot_wanneer": "Tot de opleiding klaar is, op 1 februari 2027.",
    },
}


def hours(judgements: Facts, choice: dict[str, Any] | None = None) -> Outcome:
    return ask(HOURS, judgements, about=("meer_uren_verplicht",), choice=choice)


def test_what_somebody_is_able_to_is_the_first_room() -> None:
    open_yet = hours({})
    assert answers(open_yet) == {"meer_uren_verplicht": ("open", "ja / nee")}
    assert first_question(open_yet) == "meer_uren_naar_vermogen"
    assert codes(open_yet) == (4, 0)
    assert answers(hours({"meer_uren_naar_vermogen": "nee"})) == {"meer_uren_verplicht": ("bepaald", "nee")}


def test_then_come_exemption_and_tailoring_and_no_clause_of_the_ordinance() -> None:
    outcome = hours(ABLE)
    assert answers(outcome) == {"meer_uren_verplicht": ("bepaald", "ja")}
    assert outcome.decision("meer_uren_verplicht").kind == "beoordeling"
    assert [each.cited.id for each in outcome.routes] == ["pw artikel 9 lid 2", "pw artikel 18 lid 1"]
    assert codes(outcome) == (0, 0)


def test_the_general_duty_opens_the_whole_range() -> None:
    outcome = hours({**ABLE, "bijzondere_omstandigheden_18_1": "ja"})
    assert answers(outcome) == {"meer_uren_verplicht": ("afstemmen", "ja of nee")}


def test_the_guideline_speaks_for_a_route_used_for_lasting_outflow() -> None:
    used = route(
        hours({**ABLE, "dringende_redenen_9_2": "ja"}, EXEMPT), "meer_uren_verplicht", "pw artikel 9 lid 2"
    )
    assert used.status is RouteStatus.MAG
    (weighed,) = used.weighing.sides
    assert weighed.value == "duurzame_uitstroom"
    assert len(weighed.in_favour) == 1
    assert weighed.against == ()
    quick = {**EXEMPT, "dient": "directe_uitstroom"}
    other = route(
        hours({**ABLE, "dringende_redenen_9_2": "ja"}, quick), "meer_uren_verplicht", "pw artikel 9 lid 2"
    )
    assert all(each.in_favour == () for each in other.weighing.sides)


@pytest.mark.parametrize(
    ("changes", "status", "exits"),
    [
        ({}, "in_orde", (0, 0)),
        ({"motivering": {}}, "niet_in_orde", (1, 1)),
        ({"motivering": {"waarom_ontheffing": "De opleiding breekt anders af."}}, "niet_in_orde", (1, 1)),
        ({"route": "amsterdam/reintegratie artikel 6.2 lid 2"}, "niet_in_orde", (1, 1)),
    ],
)
def test_an_exemption_needs_its_reasons(changes: dict[str, Any], status: str, exits: tuple[int, int]) -> None:
    outcome = hours({**ABLE, "dringende_redenen_9_2": "ja"}, {**EXEMPT, **changes})
    assert outcome.choice is not None
    assert outcome.choice.status.value == status
    assert codes(outcome) == exits


def test_once_work_is_refused_an_exemption_comes_too_late() -> None:
    outcome = ask({**REFUSED, "volgt_opleiding": "ja"}, {**BLAME, "dringende_redenen_9_2": "ja"})
    assert answers(outcome) == FULL
    assert set(routes(outcome, "verlaging")) == {"pw artikel 18 lid 10", "pw artikel 18 lid 11", ARTIKEL_3_3}
    assert answers(ask({**REFUSED, "volgt_opleiding": "ja"}, NO_BLAME)) == NOTHING


# ------------------------------------------------ the garage

GARAGE: Facts = {
    "inlichtingen_niet_gegeven": "ja",
    "college_kon_het_zelf_nagaan": "nee",
    "te_veel_door_schending": "ja",
    "betaalgedrag_tien_jaar": "nog_geen_tien_jaar",
    "eerdere_boete_zelfde_gedraging": "geen",
}
TOLD = {"redelijkerwijs_duidelijk_17_1": "ja"}
PAST = ("herziening", "terugvordering", "boete")


def garage(judgements: Facts = TOLD, about: tuple[str, ...] = PAST, **changes: str) -> Outcome:
    return ask({**GARAGE, **changes}, judgements, about=about, gemeente="huizen")


def test_the_past_is_bound() -> None:
    outcome = garage(about=("herziening", "terugvordering"))
    assert answers(outcome) == {"herziening": ("bepaald", "ja"), "terugvordering": ("bepaald", "100%")}
    assert codes(outcome) == (0, 0)
    assert routes(outcome, "herziening") == {}
    assert routes(outcome, "terugvordering") == {
        "pw artikel 58 lid 7 onderdeel a": ("mag_niet", ""),
        "pw artikel 58 lid 7 onderdeel b": ("mag_niet", ""),
        "pw artikel 58 lid 7 onderdeel c": ("mag_niet", ""),
        "pw artikel 58 lid 7 onderdeel d": ("hangt_af_van", "50% tot en met 100%"),
        "pw artikel 58 lid 8": ("hangt_af_van", "0% tot en met 100%"),
    }


@pytest.mark.parametrize(
    ("paid", "opened"),
    [
        ("volledig_betaald", "pw artikel 58 lid 7 onderdeel a"),
        ("achterstand_alsnog_betaald", "pw artikel 58 lid 7 onderdeel b"),
    ],
)
def test_after_ten_years_the_seventh_paragraph_opens(paid: str, opened: str) -> None:
    outcome = garage(about=("terugvordering",), betaalgedrag_tien_jaar=paid)
    assert routes(outcome, "terugvordering")[opened] == ("mag", "0% tot en met 100%")


def test_half_of_the_rest_at_once_opens_half() -> None:
    outcome = garage(about=("terugvordering",), lost_helft_rest_ineens_af="ja")
    assert routes(outcome, "terugvordering")["pw artikel 58 lid 7 onderdeel d"] == (
        "mag",
        "50% tot en met 100%",
    )


def test_the_fine_is_nothing_without_blame_and_else_not_known() -> None:
    assert answers(garage({**TOLD, "verwijtbaarheid_boete": "geen"}, ("boete",))) == {
        "boete": ("bepaald", "0%")
    }
    fined = garage({**TOLD, "verwijtbaarheid_boete": "aanwezig"}, ("boete",))
    assert fined.decision("boete").status.value == "open"
    assert "niet opgenomen" in " ".join(fined.decision("boete").missing_texts)
    assert codes(fined) == (4, 0)
    unknown = garage(about=("boete",))
    assert "0%" in [each.text for each in unknown.decision("boete").candidates]
    assert first_question(unknown) == "verwijtbaarheid_boete"
    assert routes(unknown, "boete") == {
        "pw artikel 18a lid 4": ("hangt_af_van", "0%"),
        "pw artikel 18a lid 7": ("hangt_af_van", "0%"),
    }


def test_the_text_that_is_missing_for_the_fine_is_named() -> None:
    assert "Boetebesluit" in " ".join(garage(about=("boete",)).decision("boete").missing_texts)


def test_driving_lessons_have_two_grounds() -> None:
    about = ("voorziening_rijlessen", "bijzondere_bijstand")
    facts = {
        "bijzondere_bijstand_gevraagd": "ja",
        "soort_kosten": "rijlessen",
        "elders_niet_noodzakelijk": "nee",
        "uitgesloten_van_bijstand": "nee",
        "bijzondere_kosten": "€ 2400 per jaar",
    }
    needed = {"rijlessen_noodzakelijk_10_1": "ja"}
    costs = {"noodzakelijke_kosten_35_1": "ja", "zelf_te_betalen_35_1": "nee"}
    outcome = ask(facts, {**needed, **costs}, about=about, gemeente="huizen")
    assert answers(outcome) == dict.fromkeys(about, ("bepaald", "ja"))
    rules = [each.cited.id for each in outcome.decisions if each.cited is not None]
    assert rules == ["pw artikel 10 lid 1", "pw artikel 35 lid 1"]
    assert routes(outcome, about[1]) == {"pw artikel 35 lid 2": ("mag_niet", "")}
    open_yet = ask(facts, {}, about=about, gemeente="huizen")
    assert answers(open_yet) == dict.fromkeys(about, ("open", "ja / nee"))


def test_nowhere_may_the_caseworker_what_she_may_not() -> None:
    outcome = garage()
    assert RouteStatus.MAG not in {each.status for each in outcome.routes}
    assert not any(each.status is RouteStatus.MOET for each in outcome.routes)


# ------------------------------------------------ offsets

OFFSET: Facts = {
    **WHO,
    "verrekent_terugvordering_of_boete": "ja",
    "weigert_inlichtingen_over_terugbetaling": "nee",
    "voorgestelde_inhouding": "€ 150 per maand",
}
MARRIED = {
    **OFFSET,
    "huishouden": "gehuwden",
    "leeftijd_partner": "38 jaar",
    "partner_in_inrichting": "nee",
    "partner_zonder_recht": "nee",
}


def offset(facts: Facts, day: str = "2026-03-01") -> Outcome:
    return ask(facts, about=("inhouding",), day=day)


@pytest.mark.parametrize(
    ("facts", "day", "kept"),
    [
        (OFFSET, "2026-03-01", "€ 70,07"),
        ({**OFFSET, "huishouden": "alleenstaande_ouder"}, "2026-03-01", "€ 70,07"),
        (MARRIED, "2026-03-01", "€ 100,10"),
        (OFFSET, "2025-06-01", "€ 67,27"),
        (OFFSET, "2025-12-31", "€ 68,45"),
        (OFFSET, "2025-03-01", "€ 67,27"),
    ],
)
def test_ninety_five_percent_stays_free(facts: Facts, day: str, kept: str) -> None:
    outcome = offset(facts, day)
    assert answers(outcome) == {"inhouding": ("bepaald", kept)}
    decision = outcome.decision("inhouding")
    assert decision.before_floors is not None
    assert decision.before_floors.text == "€ 150,00"
    broken = floor(outcome, "beslagvrije_voet")
    assert (broken.status, broken.effect) == (FloorStatus.GESCHONDEN, FloorEffect.OVERSTEMD)
    assert broken.before is not None
    assert broken.after is not None
    assert (broken.before.text, broken.after.text) == ("€ 150,00", kept)
    assert (broken.overrides and broken.overrides.id) == "amsterdam/beleidsregels artikel 4.1 onderdeel a"
    assert "awb artikel 4:93 lid 4" in [each.id for each in broken.grounds]
    assert "artikel 60 lid 6" in broken.explanation
    assert routes(outcome, "inhouding") == {"awb artikel 4:84": ("hangt_af_van", f"€ 0 tot en met {kept}")}
    assert codes(outcome) == (0, 0)


def test_an_offset_within_the_floor_stands() -> None:
    outcome = offset({**OFFSET, "voorgestelde_inhouding": "€ 70,07 per maand"})
    assert answers(outcome) == {"inhouding": ("bepaald", "€ 70,07")}
    assert floor(outcome, "beslagvrije_voet").status is FloorStatus.GEHOUDEN
    above = offset({**OFFSET, "voorgestelde_inhouding": "€ 70,08 per maand"})
    assert floor(above, "beslagvrije_voet").effect is FloorEffect.OVERSTEMD


def test_the_protection_ends_for_who_refuses_information() -> None:
    """Pw 60 lid 6. The policy's cap of € 150 stays."""
    refused = {**OFFSET, "weigert_inlichtingen_over_terugbetaling": "ja"}
    assert answers(offset(refused)) == {"inhouding": ("bepaald", "€ 150,00")}
    more = {
        **refused,
        "voorgestelde_inhouding": "€ 400 per maand",
        "uitdrukkelijke_toestemming_hogere_inhouding": "nee",
    }
    assert answers(offset(more)) == {"inhouding": ("bepaald", "€ 150,00")}
    unknown = offset(without(OFFSET, "weigert_inlichtingen_over_terugbetaling"))
    assert answers(unknown) == {"inhouding": ("open", "€ 150,00 / € 70,07")}
    assert first_question(unknown) == "weigert_inlichtingen_over_terugbetaling"


def test_without_the_household_the_offsets_per_household() -> None:
    outcome = offset(without(MARRIED, "huishouden"))
    assert answers(outcome) == {"inhouding": ("open", "€ 100,10 / € 70,07")}
    assert first_question(outcome) == "huishouden"
    assert codes(outcome) == (4, 0)
    asked = {answer: leads for question in outcome.questions[:1] for answer, leads in question.answers}
    assert asked == {"alleenstaande": "€ 70,07", "alleenstaande ouder": "€ 70,07", "gehuwden": "€ 100,10"}


def test_before_the_policy_the_college_chooses_up_to_the_floor() -> None:
    outcome = offset(OFFSET, "2024-03-01")
    assert answers(outcome) == {"inhouding": ("afstemmen", "€ 0 tot en met € 64,19")}
    assert routes(outcome, "inhouding") == {"pw artikel 60 lid 4": ("mag", "€ 0 tot en met € 64,19")}
    assert codes(outcome) == (4, 0)
    assert answers(offset(OFFSET, "2025-02-28")) == {"inhouding": ("afstemmen", "€ 0 tot en met € 67,27")}


def test_before_the_policy_the_answer_says_that_it_did_not_hold_yet() -> None:
    text = every_word(offset(OFFSET, "2024-03-01"))
    assert "Beleidsregels" in text
    assert "1 maart 2025" in text


# ------------------------------------------------ unpaid work

PLACE: Facts = {
    **REFUSED,
    "gedraging": "participatieplaats_geweigerd",
    "additioneel_werk": "ja",
    "maand_participatieplaats": "3",
    "participatieplaats_verlengingen": "0",
}


def test_work_that_is_not_additional_may_be_refused() -> None:
    outcome = ask({**PLACE, "additioneel_werk": "nee"}, BLAME)
    assert answers(outcome) == NOTHING
    assert codes(outcome) == (0, 0)
    assert outcome.routes == ()
    broken = floor(outcome, "geen_verdringing")
    assert broken.effect is FloorEffect.OVERSTEMD
    assert [each.id for each in broken.grounds] == ["pw artikel 10a lid 2"]
    assert "RBAMS:2014:4727" in broken.explanation
    assert answers(ask(PLACE, BLAME)) == FULL


def test_a_condition_of_the_act_itself_needs_no_word_of_the_constitution() -> None:
    outcome = ask({**PLACE, "additioneel_werk": "nee"}, BLAME)
    assert all(each.who_may_act == "" for each in outcome.floors)
    assert all(each.effect is not FloorEffect.SIGNAAL for each in outcome.floors)
    assert "Grondwet" not in every_word(outcome)


def test_what_gives_nothing_is_the_floor_and_not_the_rule_that_it_overrode() -> None:
    text = every_word(ask({**PLACE, "additioneel_werk": "nee"}, BLAME))
    assert "Participatiewet 10a lid 2" in text
    assert "volgt uit Participatiewet artikel 18 lid 5" not in text


@pytest.mark.parametrize(
    ("month", "extended", "wanted"),
    [
        ("1", "0", FULL),
        ("24", "0", FULL),
        ("25", "0", NOTHING),
        ("25", "1", FULL),
        ("36", "1", FULL),
        ("37", "1", NOTHING),
        ("37", "2", FULL),
        ("48", "2", FULL),
        ("49", "2", NOTHING),
    ],
)
def test_a_place_lasts_two_years_and_a_year_longer_each_time(
    month: str, extended: str, wanted: dict[str, tuple[str, str]]
) -> None:
    facts = {**PLACE, "maand_participatieplaats": month, "participatieplaats_verlengingen": extended}
    assert answers(ask(facts, BLAME)) == wanted


# ------------------------------------------------ moving house, childcare

MOVE: Facts = {
    **REFUSED,
    "gedraging": "verhuizen_geweigerd",
    "contractduur": "12 maanden",
    "nettoloon": "€ 1.401,50 per maand",
}
NO_OTHER_WAY = {**BLAME, "geen_andere_mogelijkheid_18_4": "ja"}
PARENT: Facts = {
    **REFUSED,
    "huishouden": "alleenstaande_ouder",
    "leeftijd_jongste_kind": "11 jaar",
    "kinderopvang_beoordeeld": "nee",
}


@pytest.mark.parametrize(
    ("contract", "wage", "wanted"),
    [
        ("12 maanden", "€ 1.401,50", FULL),
        ("1 jaar", "€ 1.401,50", FULL),
        ("onbepaald", "€ 1.401,50", FULL),
        ("11 maanden", "€ 1.401,50", NOTHING),
        ("12 maanden", "€ 1.401,49", NOTHING),
        ("onbepaald", "€ 1.401,49", NOTHING),
    ],
)
def test_moving_house_takes_a_year_and_the_norm(
    contract: str, wage: str, wanted: dict[str, tuple[str, str]]
) -> None:
    facts = {**MOVE, "contractduur": contract, "nettoloon": f"{wage} per maand"}
    assert answers(ask(facts, NO_OTHER_WAY)) == wanted


def test_moving_house_is_the_last_way() -> None:
    assert answers(ask(MOVE, {**BLAME, "geen_andere_mogelijkheid_18_4": "nee"})) == NOTHING


@pytest.mark.parametrize(
    ("age", "assessed", "wanted"),
    [
        ("11", "nee", NOTHING),
        ("12", "nee", FULL),
        ("11", "ja", FULL),
        ("0", "nee", NOTHING),
        ("17", "nee", FULL),
    ],
)
def test_childcare_comes_first_until_twelve(
    age: str, assessed: str, wanted: dict[str, tuple[str, str]]
) -> None:
    facts = {**PARENT, "leeftijd_jongste_kind": f"{age} jaar", "kinderopvang_beoordeeld": assessed}
    assert answers(ask(facts, BLAME)) == wanted


def test_childcare_protects_the_single_parent() -> None:
    assert answers(ask({**PARENT, "huishouden": "alleenstaande"}, BLAME)) == FULL


@pytest.mark.parametrize(
    ("facts", "judgements", "missing"),
    [
        (without(PLACE, "additioneel_werk"), BLAME, "additioneel_werk"),
        ({**without(PLACE, "maand_participatieplaats")}, BLAME, "maand_participatieplaats"),
        (without(MOVE, "contractduur"), NO_OTHER_WAY, "contractduur"),
        (without(MOVE, "nettoloon"), NO_OTHER_WAY, "nettoloon"),
        (MOVE, BLAME, "geen_andere_mogelijkheid_18_4"),
        (without(PARENT, "leeftijd_jongste_kind"), BLAME, "leeftijd_jongste_kind"),
        ({**without(PARENT, "kinderopvang_beoordeeld")}, BLAME, "kinderopvang_beoordeeld"),
        (without(PARENT, "huishouden"), BLAME, "huishouden"),
    ],
)
def test_without_the_deciding_fact_it_is_open(facts: Facts, judgements: Facts, missing: str) -> None:
    outcome = ask(facts, judgements)
    assert answers(outcome) == EITHER
    assert first_question(outcome) == missing
    assert codes(outcome) == (4, 0)


# ------------------------------------------------ the language requirement

LANGUAGE: Facts = {
    **WHO,
    "kennisgeving_taaleis_gedaan": "ja",
    "maanden_na_kennisgeving_taaleis": "14 maanden",
    "taaltoets_uitkomst": "onvoldoende_zonder_voortgang",
    "taaldocument_overgelegd": "nee",
    "wil_taal_leren": "nee",
}
TAUGHT = {"voortgang_18b_6": "nee", "verwijtbaarheid_18b_6": "aanwezig"}


def language(judgements: Facts = TAUGHT, **changes: str) -> Outcome:
    return ask({**LANGUAGE, **changes}, judgements, about=("verlaging_taaleis",))


@pytest.mark.parametrize(
    ("months", "percentage"),
    [("0", "20%"), ("5", "20%"), ("6", "40%"), ("11", "40%"), ("12", "100%"), ("14", "100%")],
)
def test_the_steps_of_the_language_requirement(months: str, percentage: str) -> None:
    outcome = language(maanden_na_kennisgeving_taaleis=f"{months} maanden")
    assert answers(outcome) == {"verlaging_taaleis": ("voorbehoud", percentage)}


def test_a_hundred_percent_without_an_end_is_weighed_and_stands() -> None:
    outcome = language()
    assert answers(outcome) == {"verlaging_taaleis": ("voorbehoud", "100%")}
    assert codes(outcome) == (0, 0)
    (weighed,) = [each for each in outcome.floors if each.status is not FloorStatus.NIET_VAN_TOEPASSING]
    assert weighed.name == "honderd_procent_zonder_einde"
    assert (weighed.status, weighed.effect) == (FloorStatus.GESCHONDEN, FloorEffect.SIGNAAL)
    assert weighed.before is None
    assert weighed.after is None
    assert "welke dag" in weighed.question
    assert [key for key, _ in weighed.motivate] == ["heroverweging_taaleis"]
    assert "Grondwet artikel 120" in weighed.who_may_act
    assert "rechter" in weighed.who_may_act


def test_the_language_requirement_yields_to_will_and_to_no_blame() -> None:
    zero = {"verlaging_taaleis": ("bepaald", "0%")}
    assert answers(language({**TAUGHT, "verwijtbaarheid_18b_6": "geen"})) == zero
    assert answers(language({**TAUGHT, "voortgang_18b_6": "ja"}, wil_taal_leren="ja")) == zero
    tailored = language({**TAUGHT, "dringende_redenen_18b_7": "ja"})
    assert answers(tailored) == {"verlaging_taaleis": ("afstemmen", "0% tot en met 100%")}
    unknown = ask(LANGUAGE, {"voortgang_18b_6": "nee"}, about=("verlaging_taaleis",))
    assert answers(unknown) == {"verlaging_taaleis": ("open", "0% / 100%")}


# ------------------------------------------------ an advance

ADVANCE: Facts = {
    **WHO,
    "recht_nog_niet_vastgesteld": "ja",
    "gegevens_verwijtbaar_onvolledig": "nee",
    "onvoldoende_medewerking": "nee",
    "duidelijk_geen_recht": "nee",
    "inkomen": "€ 0 per maand",
}


def advance(amount: str, facts: Facts = ADVANCE) -> Outcome:
    choice = {
        "besluiten": {"voorschot": f"€ {amount} per maand"},
        "route": "pw artikel 52 lid 1",
        "beslist_door": "college",
        "motivering": {"hoogte_voorschot": "95 procent van de bijstand."},
    }
    return ask(facts, about=("voorschot",), choice=choice)


@pytest.mark.parametrize(
    ("amount", "status", "exits"),
    [
        ("1.331,42", "niet_in_orde", (1, 1)),
        ("1.331,43", "in_orde", (0, 0)),
        ("1.401,50", "in_orde", (0, 0)),
        ("1.401,51", "niet_in_orde", (1, 1)),
    ],
)
def test_an_advance_is_ninety_five_percent_at_least(amount: str, status: str, exits: tuple[int, int]) -> None:
    outcome = advance(amount)
    assert answers(outcome) == {"voorschot": ("afstemmen", "€ 1.331,43 tot en met € 1.401,50")}
    assert outcome.choice is not None
    assert outcome.choice.status.value == status
    assert codes(outcome) == exits


def test_an_advance_that_is_no_duty_has_no_least() -> None:
    outcome = advance("500,00", {**ADVANCE, "gegevens_verwijtbaar_onvolledig": "ja"})
    assert answers(outcome) == {"voorschot": ("afstemmen", "€ 0 tot en met € 1.401,50")}
    assert codes(outcome) == (0, 0)


@pytest.mark.parametrize(
    "missing", ["gegevens_verwijtbaar_onvolledig", "inkomen", "huishouden", "duidelijk_geen_recht"]
)
def test_without_a_fact_of_the_advance_it_is_open(missing: str) -> None:
    outcome = advance("1.331,42", without(ADVANCE, missing))
    assert outcome.decision("voorschot").status.value == "open"
    assert outcome.choice is not None
    assert outcome.choice.status.value == "onbekend"
    assert codes(outcome) == (4, 0)


# ------------------------------------------------ the same in JSON


def test_the_answer_in_json() -> None:
    outcome = ask(LATE, BLAME)
    written: Any = outcome_json(outcome, exit_code=0)
    lowering = written["besluiten"]["verlaging"]
    assert (lowering["status"], lowering["uitkomst"], lowering["tekst"]) == ("voorbehoud", "5", "5%")
    assert (lowering["bedrag"]["uitkomst"], lowering["bedrag"]["van"]) == ("70.08", "1401.50")
    assert lowering["bedrag"]["afronding"] == "half omhoog op centen"
    assert lowering["regel"] == ARTIKEL_6_1_A
    assert written["besluiten"]["duur_verlaging"]["uitkomst"] == "1"
    assert written["vragen"] == ["dringende_redenen_18_10"]
    assert written["afsluitcode"] == 0
    (waive,) = [
        each for each in written["ruimte"] if (each["besluit"], each["regel"]) == ("verlaging", ARTIKEL_3_3)
    ]
    assert (waive["status"], waive["bereik"], waive["mandaat"]) == ("hangt_af_van", "0%", "college")


def test_a_floor_in_json() -> None:
    written: Any = outcome_json(offset(OFFSET), exit_code=0)
    (broken,) = [each for each in written["ondergrenzen"] if each["naam"] == "beslagvrije_voet"]
    assert (broken["status"], broken["werking"], broken["effect"]) == ("geschonden", "absoluut", "overstemd")
    assert (broken["voor"], broken["na"]) == ("150.00", "70.07")
    assert written["besluiten"]["inhouding"]["uitkomst"] == "70.07"
