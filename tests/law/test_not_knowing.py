"""What an answer may say while something is missing: nothing that the missing part could still undo."""

from __future__ import annotations

from tests.law.asking import WHO, Facts, answers, ask, first_question, floor, route
from verordening.evaluate.outcome import FloorStatus, RouteStatus
from verordening.present.text import render_afwijken, render_toets

LATE: Facts = {**WHO, "gedraging": "te_laat_geregistreerd", "datum_gedraging": "2026-02-16"}
LATE_IN_AMSTERDAM: Facts = {**LATE, "eerdere_maatregel_artikel_6": "nee"}
REFUSED: Facts = {
    **WHO,
    "gedraging": "werk_geweigerd",
    "datum_gedraging": "2026-02-16",
    "laatste_maatregel_18_4": "geen",
}
BLAME = {"verwijtbaarheid": "aanwezig"}


def test_a_rule_that_may_not_apply_is_not_given_as_the_rule() -> None:
    """Nothing is lowered, with blame (18 lid 2, no ordinance) and without (18 lid 9): nobody knows yet which it is."""
    outcome = ask(LATE, gemeente="zonderdam")
    assert answers(outcome) == {"verlaging": ("bepaald", "0%"), "duur_verlaging": ("bepaald", "0 maanden")}
    for decision in outcome.decisions:
        assert decision.cited is None
        assert "Zonderdam" in decision.reason


def test_a_floor_is_not_held_while_a_missing_text_may_break_it() -> None:
    """Haarlem's ordinance may say 100%, also while blame is unknown."""
    assert floor(ask(LATE, BLAME, gemeente="haarlem"), "inkomen_naar_nul").status is FloorStatus.ONBEKEND
    assert floor(ask(LATE, gemeente="haarlem"), "inkomen_naar_nul").status is FloorStatus.ONBEKEND


def test_a_floor_that_holds_whatever_comes_is_held() -> None:
    """With blame the floor asks nothing of the lowering."""
    outcome = ask(LATE, BLAME, gemeente="haarlem")
    assert floor(outcome, "geen_verwijt_geen_maatregel").status is FloorStatus.GEHOUDEN


def test_there_is_no_duty_to_tailor_what_may_be_nothing() -> None:
    """Without blame there is no measure left to tailor (18 lid 9), so 18 lid 10 hinges on blame too."""
    outcome = ask(LATE_IN_AMSTERDAM, {"dringende_redenen_18_10": "ja"})
    for decision in ("verlaging", "duur_verlaging"):
        tailoring = route(outcome, decision, "pw artikel 18 lid 10")
        assert tailoring.status is RouteStatus.HANGT_AF_VAN
        assert "verwijtbaarheid" in tailoring.hinges


def test_a_floor_that_may_hold_does_not_cut_a_range() -> None:
    """While blame is unknown, the floor `zonder verwijt geen maatregel` takes nothing away yet."""
    facts = {**REFUSED, "verzoek_om_herziening": "ja"}
    review = route(ask(facts, {"inkeer_18_11": "ja"}), "verlaging", "pw artikel 18 lid 11")
    assert review.range is not None
    assert review.range.text != "0%"


def test_what_is_open_is_asked_before_what_is_reserved() -> None:
    """The lowering stands under reservation; the duration is not known at all until the day of the last measure is."""
    outcome = ask({**LATE, "eerdere_maatregel_artikel_6": "ja"}, BLAME)
    assert answers(outcome) == {
        "verlaging": ("voorbehoud", "5%"),
        "duur_verlaging": ("open", "1 maand / 2 maanden"),
    }
    assert first_question(outcome) == "datum_laatste_maatregel_artikel_6"


def test_euros_that_hinge_on_a_missing_fact_lie_between_bounds() -> None:
    """5% of the norm: alone € 1.401,50, with eight medebewoners € 689,62 (Pw 22a: 310% by 9 of € 2.002,13)."""
    facts = {name: value for name, value in LATE_IN_AMSTERDAM.items() if name != "kostendelende_medebewoners"}
    outcome = ask(facts, BLAME)
    found = outcome.decision("verlaging").amount_between
    assert found is not None
    assert found.text == "tussen € 34,48 en € 70,08"
    said = " ".join(render_toets(outcome).split())
    assert "hangt af van wat nog ontbreekt: tussen € 34,48 en € 70,08." in said


def test_bijstand_lies_between_nothing_and_the_norm() -> None:
    """Pw 19 lid 2, income unknown; beside it stands the candidate € 0, and nothing is settled."""
    facts = {
        **WHO,
        "vermogen_telt_mee": "nee",
        "uitgesloten_van_bijstand": "nee",
        "huishouden_niet_aangetoond": "nee",
    }
    outcome = ask(facts, about=("algemene_bijstand",))
    found = outcome.decision("algemene_bijstand")
    assert answers(outcome) == {"algemene_bijstand": ("open", "€ 0")}
    assert found.between is not None
    assert found.between.text == "tussen € 0 en € 1.401,50"
    assert "tussen € 0 en € 1.401,50 per maand" in " ".join(render_afwijken(outcome).split())


def test_an_amount_that_is_not_in_the_tables_has_no_bounds() -> None:
    facts = {
        **WHO,
        "vermogen_telt_mee": "nee",
        "uitgesloten_van_bijstand": "nee",
        "huishouden_niet_aangetoond": "nee",
    }
    outcome = ask(facts, about=("algemene_bijstand",), day="2026-08-01")
    found = outcome.decision("algemene_bijstand")
    assert found.status.value == "open"
    assert found.between is None or found.between.high is None
    assert "tussen" not in render_toets(outcome)


def test_what_cannot_be_worked_out_yet_stands_among_what_is_possible() -> None:
    """Pw 19 lid 2 gives the norm minus the income: € 0 by Pw 19 is not all that it may come to."""
    facts = {
        **WHO,
        "vermogen_telt_mee": "nee",
        "uitgesloten_van_bijstand": "nee",
        "huishouden_niet_aangetoond": "nee",
    }
    outcome = ask(facts, about=("algemene_bijstand",))
    (waiting,) = outcome.decision("algemene_bijstand").uncounted
    assert waiting.id == "pw artikel 19 lid 2"
    said = " ".join(render_toets(outcome).split())
    assert "- een bedrag dat nu nog niet uit te rekenen is, als Participatiewet 19 lid 2 geldt" in said
    known = ask({**facts, "inkomen": "€ 0 per maand"}, about=("algemene_bijstand",))
    assert known.decision("algemene_bijstand").uncounted == ()
