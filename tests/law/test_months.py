"""What a maatregel means for the months: first and last day, spreading, several at once, never below nothing."""

from __future__ import annotations

import pytest

from tests.law.asking import answer_to, check_text
from verordening.evaluate.outcome import Outcome, Status
from verordening.language.diagnostics import InputError

WHO = "huishouden: alleenstaande, leeftijd: 29 jaar, kostendelende_medebewoners: 0, in_inrichting: nee"
BLAME = "{verwijtbaarheid: {oordeel: aanwezig, motivering: Kende de plicht.}}"
LATE = "gedraging: te_laat_geregistreerd, datum_gedraging: 2026-02-16"
REFUSED = "gedraging: werk_geweigerd, datum_gedraging: 2026-02-16"


def of_one(act: str = LATE, day: str = "2026-03-10", asked: str = "", choice: str = "") -> Outcome:
    before = "eerdere_maatregel_artikel_6: nee, laatste_maatregel_18_4: geen"
    return answer_to(
        f"gemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging{asked}]\n"
        f"gegevens: {{{act}, {WHO}, {before}, datum_bekendmaking: {day}}}\noordelen: {BLAME}\n{choice}"
    )


def of_several(*acts: str, facts: str = "inkomen: € 0 per maand", gemeente: str = "amsterdam") -> Outcome:
    listed = "".join(f"  - {{gegevens: {{{act}}}, oordelen: {BLAME}}}\n" for act in acts)
    shared = "eerdere_maatregel_artikel_6: nee, laatste_maatregel_18_4: geen, datum_bekendmaking: 2026-03-10"
    if gemeente != "amsterdam":
        shared = shared.replace("eerdere_maatregel_artikel_6: nee, ", "")
    return answer_to(
        f"gemeente: {gemeente}\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        f"gegevens: {{{shared}, {WHO}, {facts}}}\ngedragingen:\n{listed}"
    )


def days(outcome: Outcome) -> tuple[str, str]:
    return (str(outcome.calendar.start), str(outcome.calendar.end))


def months(outcome: Outcome) -> list[tuple[str, int | None]]:
    return [(str(each.first_day)[:7], each.cents) for each in outcome.calendar.months]


# ------------------------------------------------ ingang (Maatregelenverordening 4 lid 1) en heroverwegen (Pw 18 lid 3)


@pytest.mark.parametrize(
    ("notified", "first", "last"),
    [
        ("2026-03-10", "2026-04-01", "2026-04-30"),
        ("2026-03-01", "2026-04-01", "2026-04-30"),
        ("2026-03-31", "2026-04-01", "2026-04-30"),
        ("2025-12-31", "2026-01-01", "2026-01-31"),
        ("2026-01-31", "2026-02-01", "2026-02-28"),
    ],
)
def test_it_starts_on_the_first_of_the_month_after_notification(notified: str, first: str, last: str) -> None:
    assert days(of_one(day=notified)) == (first, last)


def test_twice_as_long_ends_a_month_later() -> None:
    """Artikel 6 lid 2: herhaald binnen twaalf maanden, dus twee maanden."""
    outcome = answer_to(
        "gemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        f"gegevens: {{{LATE}, {WHO}, eerdere_maatregel_artikel_6: ja, datum_laatste_maatregel_artikel_6: 2025-06-01, "
        f"datum_bekendmaking: 2026-03-10}}\noordelen: {BLAME}"
    )
    assert days(outcome) == ("2026-04-01", "2026-05-31")
    assert months(outcome) == [("2026-04", 7008), ("2026-05", 7008)]


def test_without_the_day_of_notification_no_month_is_named() -> None:
    outcome = answer_to(
        "gemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        f"gegevens: {{{LATE}, {WHO}, eerdere_maatregel_artikel_6: nee}}\noordelen: {BLAME}"
    )
    assert outcome.calendar.start is None
    assert outcome.calendar.months == ()


def test_only_a_decision_of_lid_2_is_looked_at_again_within_three_months() -> None:
    assert str(of_one().calendar.review) == "2026-06-10"
    assert of_one(REFUSED).calendar.review is None


def test_where_nothing_is_lowered_there_are_no_months() -> None:
    assert of_one("gedraging: geen").calendar.months == ()


def test_an_amount_of_a_later_table_is_unknown_and_not_that_of_today() -> None:
    """De norm vanaf 1 juli 2026 is niet bekend; dat het 5% is, staat wel vast."""
    outcome = of_one(day="2026-06-10")
    assert months(outcome) == [("2026-07", None)]
    assert outcome.calendar.months[0].share == 5
    assert outcome.calendar.notes


# ------------------------------------------------ verdelen (Pw 18 lid 5, tweede zin)


def spread(number: int) -> Outcome:
    return of_one(
        REFUSED,
        asked=", spreiding",
        choice=f"keuze: {{besluiten: {{spreiding: {number} maanden}}, route: amsterdam/maatregelen artikel 7 lid 4, "
        "beslist_door: college, motivering: {waarom_verdelen: De huur moet betaald kunnen worden.}}",
    )


@pytest.mark.parametrize(("number", "parts"), [(2, [70_075, 70_075]), (3, [46_717, 46_717, 46_716])])
def test_spreading_keeps_the_sum_to_the_cent_and_a_third_in_the_first_month(
    number: int, parts: list[int]
) -> None:
    outcome = spread(number)
    found = [cents for _, cents in months(outcome)]
    assert found == parts
    assert sum(parts) == 140_150
    assert parts[0] * 3 >= 140_150
    assert str(outcome.calendar.start) == "2026-04-01"


# ------------------------------------------------ samenloop (Maatregelenverordening 12)


def test_one_act_that_breaches_two_duties_takes_the_highest() -> None:
    outcome = of_several(
        "gedraging: [te_laat_geregistreerd, onvoldoende_inspanning], datum_gedraging: 2026-02-16"
    )
    [act] = outcome.acts
    assert act.outcome.decision("verlaging").shown is not None
    assert act.outcome.decision("verlaging").shown.text == "10%"  # type: ignore[union-attr]
    assert act.others == (("te laat geregistreerd als werkzoekende", "5%, 1 maand"),)
    assert act.because is not None
    assert act.because.id == "amsterdam/maatregelen artikel 12 lid 1"
    assert months(outcome) == [("2026-04", 14_015)]


def test_the_order_of_the_duties_changes_nothing() -> None:
    one = of_several(
        "gedraging: [onvoldoende_inspanning, te_laat_geregistreerd], datum_gedraging: 2026-02-16"
    )
    other = of_several(
        "gedraging: [te_laat_geregistreerd, onvoldoende_inspanning], datum_gedraging: 2026-02-16"
    )
    assert one.acts[0].outcome.decisions == other.acts[0].outcome.decisions


def test_two_acts_are_two_measures_that_run_together() -> None:
    outcome = of_several(LATE, "gedraging: onvoldoende_inspanning, datum_gedraging: 2026-02-20")
    assert [act.outcome.decision("verlaging").shown.text for act in outcome.acts] == ["5%", "10%"]  # type: ignore[union-attr]
    assert months(outcome) == [("2026-04", 7_008 + 14_015)]
    assert outcome.calendar.months[0].share == 15


def test_together_never_more_than_the_whole_norm() -> None:
    outcome = of_several(LATE, REFUSED)
    [month] = outcome.calendar.months
    assert (month.share, month.cents) == (100, 140_150)
    assert "105%" in month.cut
    assert "reconstructie" in month.cut


def test_nobody_loses_more_than_the_benefit_itself() -> None:
    """Met € 1.000 inkomen is de bijstand € 401,50; 100% van de norm kan er dan niet af."""
    [month] = of_several(REFUSED, facts="inkomen: '€ 1.000,00 per maand'").calendar.months
    assert month.cents == 40_150
    assert "€ 401,50" in month.cut


def test_an_act_of_which_the_blame_is_open_leaves_the_other_as_it_is() -> None:
    outcome = answer_to(
        "gemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        f"gegevens: {{{WHO}, eerdere_maatregel_artikel_6: nee, datum_bekendmaking: 2026-03-10}}\ngedragingen:\n"
        f"  - {{gegevens: {{{LATE}}}, oordelen: {BLAME}}}\n"
        "  - {gegevens: {gedraging: onvoldoende_inspanning, datum_gedraging: 2026-02-20}}\n"
    )
    assert [act.outcome.decision("verlaging").status for act in outcome.acts] == [
        Status.VOORBEHOUD,
        Status.OPEN,
    ]
    assert months(outcome) == [("2026-04", 7_008)]


def test_without_a_rule_on_several_duties_none_is_chosen() -> None:
    """Zonderdam zegt niet wat geldt als één gedraging meer verplichtingen schendt, en de wet ook niet."""
    outcome = of_several(
        "gedraging: [te_laat_geregistreerd, werk_geweigerd], datum_gedraging: 2026-02-16",
        gemeente="zonderdam",
    )
    decision = outcome.acts[0].outcome.decision("verlaging")
    assert decision.status is Status.STRIJDIG
    assert sorted(each.text for each in decision.candidates) == ["0%", "100%"]


# ------------------------------------------------ verkeerde invoer


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "gegevens: {datum_gedraging: 2026-02-16}\ngedragingen:\n  - {gegevens: {gedraging: geen}}",
            "VRD409",
        ),
        ("gedragingen:\n  - {gegevens: {gedraging: geen, huishouden: alleenstaande}}", "VRD409"),
        ("gedragingen: te_laat_geregistreerd", "VRD416"),
        ("gedragingen:\n  - te_laat_geregistreerd", "VRD416"),
        ("gedragingen: []", "VRD413"),
        ("gedragingen:\n  - {gegevens: {gedraging: [geen, te_laat]}}", "VRD414"),
        ("gedragingen:\n  - {feiten: {gedraging: geen}}", "VRD405"),
        ("gegevens: {gedraging: [geen, te_laat_geregistreerd]}", "VRD416"),
    ],
)
def test_what_is_not_an_act_is_refused_with_its_place(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        answer_to(f"gemeente: amsterdam\npeildatum: 2026-03-01\n{text}\n")
    found = refused.value.diagnostics[0]
    assert (found.code, found.span is not None and found.span.line > 2) == (code, True)


# ------------------------------------------------ partners (Pw 9 lid 1, 18 lid 12)

COUPLE = (
    "huishouden: gehuwden, leeftijd: 40 jaar, leeftijd_partner: 38 jaar, "
    "kostendelende_medebewoners: 0, in_inrichting: nee, partner_in_inrichting: nee, partner_zonder_recht: nee"
)


def of_partners(*acts: str, who: str = COUPLE) -> Outcome:
    listed = "".join(f"  - {{gegevens: {{{act}}}, oordelen: {BLAME}}}\n" for act in acts)
    shared = "eerdere_maatregel_artikel_6: nee, laatste_maatregel_18_4: geen, datum_bekendmaking: 2026-03-10"
    return answer_to(
        "gemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        f"gegevens: {{{shared}, {who}, inkomen: 0 euro per maand}}\ngedragingen:\n{listed}"
    )


def test_each_partner_has_duties_and_the_measure_is_of_the_norm_of_the_family() -> None:
    """De norm van gehuwden is € 2.002,13: 5% voor de een is € 100,11 en 10% voor de ander € 200,21."""
    outcome = of_partners(
        f"{LATE}, gedraging_van: aanvrager",
        "gedraging: onvoldoende_inspanning, datum_gedraging: 2026-02-20, gedraging_van: partner",
    )
    amounts = [act.outcome.decision("verlaging").amount for act in outcome.acts]
    assert [(each.cents, each.of_cents) for each in amounts if each is not None] == [
        (10_011, 200_213),
        (20_021, 200_213),
    ]
    assert months(outcome) == [("2026-04", 30_032)]


def test_who_is_single_has_no_partner_who_did_it() -> None:
    text = (
        "gemeente: amsterdam\npeildatum: 2026-03-01\ngegevens: {huishouden: alleenstaande}\ngedragingen:\n"
        "  - {gegevens: {gedraging: werk_geweigerd, gedraging_van: partner}}\n"
    )
    with pytest.raises(InputError) as refused:
        check_text(text)
    [found] = refused.value.diagnostics
    assert found.code == "VRD431"
    assert "partner" in found.message


# ------------------------------------------------ niet zekerder dan het is


def test_while_the_benefit_is_not_known_the_euros_are_said_to_be_a_ceiling() -> None:
    """Zonder inkomen is niet te zeggen hoe hoog de bijstand is; een ontbrekend inkomen is geen € 0."""
    assert any("nooit meer af dan de bijstand" in each for each in of_one().calendar.notes)
    known = of_several(LATE).calendar
    assert not any("nooit meer af dan de bijstand" in each for each in known.notes)


def test_the_day_to_look_again_says_on_what_it_rests() -> None:
    """Pw 18 lid 3 noemt drie maanden, maar niet vanaf welke dag."""
    assert any("reconstructie" in each for each in of_one().calendar.notes)
    assert not any("reconstructie" in each for each in of_one(REFUSED).calendar.notes)
