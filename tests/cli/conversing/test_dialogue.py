"""The conversation without a terminal: what it asks, what it writes down, and how one goes back, on and away."""

from __future__ import annotations

import pytest

from tests.cli.conversing.talks import NEW, STUDY, TODAY, Talk
from tests.cli.settled import SETTLED
from verordening.evaluate.outcome import ChoiceStatus

OLD = "besluiten: [algemene_bijstand]\ngegevens:\n  leeftijd: 70 jaar\n  aow_leeftijd_bereikt: ja\n"
REASON = "De inwoner kan dit dragen en heeft gezegd waarom het misging."

JUDGED = "oordelen:\n  meer_uren_naar_vermogen: {oordeel: ja, motivering: Er is tijd voor.}\n"
URGENT = SETTLED.replace(
    "dringende_redenen_18_10: {oordeel: nee, motivering: Er zijn geen schulden.}",
    "dringende_redenen_18_10: {oordeel: ja, motivering: De huur is opgezegd.}",
)


# ------------------------------------------------ from nothing


def test_it_begins_with_what_must_be_known_first() -> None:
    talk = Talk()
    assert talk.question == "Welke gemeente beslist?"
    talk.say("Amsterdam")
    assert talk.question == "Van welke dag gelden de regels?"
    talk.say("1-3-2026")
    assert talk.question == "Over welk besluit gaat het?"
    talk.say("meer uren")
    assert talk.text == (
        "casus: Gesprek\ngemeente: amsterdam\npeildatum: 2026-03-01\nbesluiten: [meer_uren_verplicht]\n"
    )
    assert talk.saved[-1] == talk.text
    assert len(talk.saved) == 3


def test_without_a_day_it_is_today() -> None:
    talk = Talk()
    talk.say("amsterdam", "")
    assert talk.at("peildatum") == TODAY.isoformat()


def test_a_municipality_that_is_not_there() -> None:
    reply = Talk().say("amsterdm")
    assert reply.refused
    assert reply.said == ("er is geen gemeente `amsterdm`", "bedoelt u Amsterdam?")


def test_a_word_that_means_several_decisions_gives_them_to_choose_from() -> None:
    talk = Talk()
    reply = talk.say("huizen", "2026-03-01", "herziening, kwijtschelding")
    assert reply.said == ("Dat kunnen meer besluiten zijn. Kies een of meer nummers.",)
    assert not reply.refused
    assert talk.options == ("kwijtschelding van de boete", "kwijtschelding terugdraaien")
    talk.say("1, 2")
    assert talk.at("besluiten") == ["herziening", "kwijtschelding_boete", "kwijtschelding_terugdraaien"]


def test_a_decision_that_lasts_comes_with_its_duration() -> None:
    talk = Talk()
    talk.say("amsterdam", "2026-03-01", "verlaging")
    assert talk.at("besluiten") == ["verlaging", "duur_verlaging"]


def test_a_word_that_means_no_decision() -> None:
    reply = Talk("gemeente: amsterdam\npeildatum: 2026-03-01\n").say("paspoort")
    assert reply.said == (
        "er is geen besluit met `paspoort`",
        "typ een ander woord, of een deel van een woord",
    )


# ------------------------------------------------ facts and judgements


def test_a_judgement_asks_for_its_reason_and_counts_only_then() -> None:
    talk = Talk(STUDY)
    assert talk.asked == "oordelen/meer_uren_naar_vermogen/oordeel"
    assert talk.say("ja").said == ()
    assert talk.question == "Waarom oordeelt u zo?"
    assert talk.say("Er is twee dagen per week tijd.").said == ("Nu: de plicht om meer uren te werken: ja.",)
    assert talk.at("oordelen", "meer_uren_naar_vermogen") == {
        "oordeel": "ja",
        "motivering": "Er is twee dagen per week tijd.",
    }


@pytest.mark.parametrize(
    ("line", "written"),
    [("27", "27 jaar"), ("27 jaar", "27 jaar")],
)
def test_a_number_takes_the_only_unit_there_is(line: str, written: str) -> None:
    talk = Talk(STUDY.replace("  leeftijd: 27 jaar\n", ""))
    talk.on_to("gegevens/leeftijd")
    talk.say(line)
    assert talk.at("gegevens", "leeftijd") == written


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("150", "`150 jaar` valt buiten de grenzen van `leeftijd`: 18 jaar tot en met 120 jaar"),
        ("dertig", "`dertig` is geen duur"),
        ("€ 30", "`leeftijd` is een duur in jaren, maar hier staat een bedrag"),
    ],
)
def test_a_wrong_answer_is_told_as_the_case_tells_it(line: str, said: str) -> None:
    talk = Talk(STUDY.replace("  leeftijd: 27 jaar\n", ""))
    talk.on_to("gegevens/leeftijd")
    before = talk.text
    reply = talk.say(line)
    assert (reply.refused, reply.stays, reply.said[0]) == (True, True, said)
    assert talk.text == before
    assert talk.asked == "gegevens/leeftijd"


def test_what_cannot_go_together_is_refused_and_not_kept() -> None:
    talk = Talk(f"{NEW}gemeente: amsterdam\npeildatum: 2026-03-01\n{OLD}")
    talk.say("terug", "terug")
    assert talk.asked == "gegevens/leeftijd"
    reply = talk.say("30")
    assert reply.refused
    assert reply.said[0].startswith("deze gegevens gaan niet samen: ")
    assert talk.at("gegevens", "leeftijd") == "70 jaar"


def test_a_number_of_a_person_is_never_kept() -> None:
    talk = Talk(SETTLED)
    talk.say("stap")
    talk.on_to("gesprek/inwoner")
    reply = talk.say("Mijn nummer is 111222333.")
    assert reply.said[0] == "hier staan negen cijfers die een burgerservicenummer kunnen zijn"
    assert all("111222333" not in each for each in talk.saved)


def test_the_question_is_no_answer() -> None:
    talk = Talk(SETTLED)
    talk.say("stap")
    talk.on_to("gesprek/inwoner")
    assert talk.say(talk.question).said == (
        "bij `inwoner` staat de vraag zelf",
        "schrijf het antwoord in uw eigen woorden",
    )


def test_nothing_is_asked_that_cannot_change_the_answer() -> None:
    talk = Talk(SETTLED)
    assert talk.question == "Hoe wilt u verder?"


# ------------------------------------------------ the light way


def test_not_deviating_takes_one_choice_and_one_reason() -> None:
    talk = Talk(SETTLED)
    talk.say("keuze", "1", REASON)
    assert talk.question == ""
    assert talk.at("keuze") == {"afwijken": "nee", "motivering": {"waarom_niet": REASON}}
    assert talk.view.outcome.choice is not None
    assert talk.view.outcome.choice.status is ChoiceStatus.IN_ORDE


def test_who_must_tailor_cannot_choose_to_leave_it() -> None:
    talk = Talk(URGENT)
    talk.say("keuze")
    assert talk.options == (
        "Participatiewet 18 lid 10: u moet afstemmen, verlaging 0% tot en met 5%, duur 0 maanden tot en met 1 maand",
    )
    talk.say(
        "1", "0", "0", "college", "bestaanszekerheid", "Met een maatregel volgt ontruiming van het gezin."
    )
    assert talk.at("keuze") == {
        "route": "pw artikel 18 lid 10",
        "besluiten": {"verlaging": "0%", "duur_verlaging": "0 maanden"},
        "beslist_door": "college",
        "dient": "bestaanszekerheid",
        "motivering": {"omstandigheden": "Met een maatregel volgt ontruiming van het gezin."},
    }
    assert talk.question == ""
    assert talk.view.outcome.choice is not None
    assert talk.view.outcome.choice.status is ChoiceStatus.IN_ORDE


def test_another_choice_leaves_nothing_of_the_first_but_its_reasons() -> None:
    talk = Talk(
        f"{STUDY}{JUDGED}  dringende_redenen_9_2: {{oordeel: ja, motivering: De opleiding loopt nog.}}\n"
    )
    talk.say("keuze", "2")
    assert talk.at("keuze") == {"besluiten": {"meer_uren_verplicht": "nee"}, "route": "pw artikel 9 lid 2"}
    talk.say(
        "1", "1", "De opleiding breekt anders af, vlak voor het einde.", "terug", "terug", "terug", "terug"
    )
    assert talk.asked == "keuze"
    talk.say("1")
    assert talk.at("keuze") == {
        "motivering": {"waarom_ontheffing": "De opleiding breekt anders af, vlak voor het einde."},
        "afwijken": "nee",
    }


def test_a_choice_outside_the_way_is_refused_at_once() -> None:
    talk = Talk(URGENT)
    talk.say("keuze", "1")
    reply = talk.say("30")
    assert reply.said == (
        "`30%` valt buiten de grenzen van `verlaging`: 0% tot en met 5%",
        "kies binnen wat deze weg toelaat",
    )
    assert talk.at("keuze") == {"route": "pw artikel 18 lid 10"}
    assert not talk.say("5").refused


def test_a_reason_that_is_none_is_refused_at_once() -> None:
    talk = Talk(URGENT)
    talk.say("keuze", "1", "0", "0", "college", "bestaanszekerheid")
    assert talk.asked == "keuze/motivering/omstandigheden"
    assert talk.say("Te zwaar.").said[0] == (
        "deze reden is te kort: 9 tekens, en het moeten er ten minste 20 zijn"
    )
    assert talk.say(talk.question).said[0] == "deze reden is de vraag zelf, en geen antwoord"
    assert talk.at("keuze", "motivering") is None


def test_a_reservation_leaves_the_choice_open() -> None:
    """Nobody can tell whether an outcome may stay while a duty to tailor has not been judged."""
    talk = Talk(
        SETTLED.replace("  dringende_redenen_18_10: {oordeel: nee, motivering: Er zijn geen schulden.}\n", "")
    )
    talk.say("", "keuze", "1", REASON)
    assert talk.view.outcome.choice is not None
    assert talk.view.outcome.choice.status is ChoiceStatus.ONBEKEND


# ------------------------------------------------ the conversation


def test_the_steps_come_in_order() -> None:
    talk = Talk(STUDY)
    talk.say("ja", "Er is tijd voor.")
    while talk.question:
        talk.say("")
    assert [each.partition(" · ")[2] for each in talk.shown if " · " in each] == list(
        dict.fromkeys(
            [
                "De feiten, en uw oordeel daarover",
                "Wat zegt de regel?",
                "Wat wilt u samen bereiken?",
                "Waar is de regel voor?",
                "Wat doet dit besluit?",
                "Welke ruimte is er, en wat blijft?",
                "Is het geschikt, nodig en evenwichtig?",
                "Gelijke gevallen",
                "De redenen",
                "Uw keuze",
            ]
        )
    )
    assert talk.at("gesprek") is None
    assert talk.at("keuze") is None


def test_whether_it_can_be_lighter_is_asked_only_of_what_burdens() -> None:
    burdening, granting = (
        Talk(SETTLED),
        Talk(
            "gemeente: huizen\npeildatum: 2026-03-01\nbesluiten: [voorziening_rijlessen]\n"
            "gegevens: {rijlessen_gevraagd: ja}\n"
            "oordelen:\n  rijlessen_noodzakelijk_10_1: {oordeel: ja, motivering: Zonder rijbewijs geen baan.}\n"
        ),
    )
    asked: dict[str, set[str]] = {"burdening": set(), "granting": set()}
    for name, talk in (("burdening", burdening), ("granting", granting)):
        while talk.question:
            asked[name].add(talk.asked)
            talk.say("")
    assert "gesprek/afweging/noodzakelijk" in asked["burdening"]
    assert "gesprek/afweging/noodzakelijk" not in asked["granting"]
    assert "gesprek/afweging/evenwichtig" in asked["granting"]


def test_arguments_are_a_list_that_an_empty_line_ends() -> None:
    talk = Talk(SETTLED)
    talk.on_to("gesprek/argumenten/voor")
    talk.say("Er zijn kinderen.", "Hij zoekt nu werk.", "", "Hij kende de plicht.", "")
    assert talk.at("gesprek", "argumenten") == {
        "voor": ["Er zijn kinderen.", "Hij zoekt nu werk."],
        "tegen": ["Hij kende de plicht."],
    }
    assert talk.asked == "gesprek/vraag_aan_het_team"


def test_looking_at_a_way_is_not_choosing_it() -> None:
    talk = Talk(STUDY)
    talk.say("ja", "Er is tijd voor.")
    talk.on_to("weg")
    talk.say("1")
    assert talk.asked == "oordelen/dringende_redenen_9_2/oordeel"
    talk.say("ja", "De opleiding loopt nog een jaar.")
    assert talk.at("keuze") is None


def test_what_a_way_hangs_on_is_asked_although_it_was_passed_over_before() -> None:
    talk = Talk(
        SETTLED.replace("  dringende_redenen_18_10: {oordeel: nee, motivering: Er zijn geen schulden.}\n", "")
    )
    assert talk.asked == "oordelen/dringende_redenen_18_10/oordeel"
    talk.say("", "ruimte", "1")
    assert talk.asked == "oordelen/dringende_redenen_18_10/oordeel"


def test_one_can_look_at_a_way_from_the_choice() -> None:
    talk = Talk(STUDY)
    talk.say(
        "ja", "Er is tijd voor.", "keuze", "ruimte", "1", "ja", "De opleiding loopt nog een jaar.", "keuze"
    )
    assert talk.options[1:] == (
        "Participatiewet 9 lid 2: u mag afwijken, de plicht om meer uren te werken: nee",
    )


def test_facts_and_weighing_stand_apart() -> None:
    talk = Talk(STUDY)
    talk.say("ja", "Er is tijd voor.", "", "ja", "Ik wil mijn opleiding afmaken.")
    assert talk.at("gesprek") == {"gehoord": "ja", "inwoner": "Ik wil mijn opleiding afmaken."}
    assert talk.at("gegevens") == Talk(STUDY).at("gegevens")
    outcome, again = talk.view.outcome, Talk(STUDY + JUDGED).view.outcome
    assert outcome.decisions == again.decisions


# ------------------------------------------------ back, on, away


def test_back_keeps_the_answer_until_another_is_given() -> None:
    talk = Talk(SETTLED)
    talk.say("stap", "ja", "Ik wil werken.", "terug")
    assert (talk.asked, talk.given) == ("gesprek/inwoner", "Ik wil werken.")
    talk.say("")
    assert talk.asked == "gesprek/medewerker"
    assert talk.at("gesprek", "inwoner") == "Ik wil werken."
    talk.say("terug", "terug")
    assert (talk.asked, talk.given) == ("gesprek/gehoord", "ja")
    talk.say("nee")
    assert talk.at("gesprek") == {"gehoord": "nee", "inwoner": "Ik wil werken."}
    assert talk.asked == "gesprek/medewerker"


def test_one_can_go_back_to_what_an_earlier_conversation_answered() -> None:
    talk = Talk(SETTLED)
    assert talk.say("terug", "terug").said == ()
    assert talk.asked == "oordelen/dringende_redenen_artikel_3/oordeel"
    talk.say("ja")
    assert talk.at("oordelen", "dringende_redenen_artikel_3") == {
        "oordeel": "ja",
        "motivering": "Er zijn geen schulden.",
    }
    assert "# uit het dossier" in talk.text


def test_not_knowing_takes_an_answer_back() -> None:
    talk = Talk(SETTLED)
    talk.say("stap", "ja", "terug", "weet ik niet")
    assert talk.at("gesprek") is None
    assert talk.asked == "gesprek/inwoner"


def test_before_the_first_question_there_is_nothing() -> None:
    assert Talk(NEW).say("terug").said == ("Dit is de eerste vraag.",)


def test_of_the_first_questions_one_can_go_back_too() -> None:
    talk = Talk(NEW)
    talk.say("amsterdam", "terug", "utrecht")
    assert talk.text == "casus: Gesprek\ngemeente: utrecht\n"


def test_on_passes_over_the_rest_of_a_step() -> None:
    talk = Talk(SETTLED)
    talk.say("stap", "verder")
    assert talk.asked == "gesprek/doel_van_de_regel/past"


def test_what_was_passed_over_is_asked_again_another_time() -> None:
    talk = Talk(SETTLED)
    talk.say("stap", "ja", "", "Dat de inwoner werk vindt.")
    again = Talk(talk.text)
    assert again.asked == "gesprek/inwoner"


def test_why_stand_and_help_change_nothing() -> None:
    talk = Talk(STUDY)
    question = talk.question
    for word in ("waarom", "stand", "hulp", "?"):
        reply = talk.say(word)
        assert reply.stays
        assert reply.said or reply.help
    assert (talk.question, talk.saved) == (question, [])
    assert talk.say("stand").said == ("Nu: de plicht om meer uren te werken nog open (ja of nee).",)


def test_stop_ends_it() -> None:
    assert Talk(STUDY).say("stop").stopped


# ------------------------------------------------ lists

HOUSEMATES = """\
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [algemene_bijstand]
gegevens:
  huishouden: alleenstaande
  leeftijd: 40 jaar
  huisgenoten:
    - leeftijd: 50 jaar
    - onbekend
"""


def test_of_a_list_is_asked_what_is_missing_of_each() -> None:
    talk = Talk(HOUSEMATES)
    assert talk.asked == "gegevens/huisgenoten/0/echtgenoot"
    talk.say("nee")
    talk.on_to("gegevens/huisgenoten/1/leeftijd")
    assert talk.question == "Huisgenoot 2: hoe oud is deze huisgenoot?"
    talk.say("20")
    assert talk.at("gegevens", "huisgenoten") == [
        {"leeftijd": "50 jaar", "echtgenoot": "nee"},
        {"leeftijd": "20 jaar"},
    ]


def test_one_can_go_back_to_how_many_there_are() -> None:
    talk = Talk(HOUSEMATES)
    talk.say("nee", "terug", "terug")
    assert (talk.asked, talk.given) == ("gegevens/huisgenoten", "2")
    talk.say("0")
    assert talk.at("gegevens", "huisgenoten") == "geen"


def test_a_day_is_an_answer_to_until_when() -> None:
    """Participatiewet 9 lid 2: an exemption is temporary, and `tot wanneer` asks for its last day."""
    judged = (
        "oordelen:\n  dringende_redenen_9_2: {oordeel: ja, motivering: De opleiding loopt nog een jaar.}\n"
    )
    talk = Talk(STUDY + JUDGED + judged.removeprefix("oordelen:\n"))
    talk.say("keuze", "Participatiewet 9 lid 2")
    talk.on_to("keuze/motivering/tot_wanneer")
    assert not talk.say("1-2-2027").refused
    assert talk.at("keuze", "motivering", "tot_wanneer") == "1-2-2027"
