"""A case with several acts is talked over one act at a time, and each answer stands with the act that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.cli.conversing.talks import Talk
from verordening.evaluate.outcome import ChoiceStatus
from verordening.model.case_editing import Written

TWO = """\
casus: Twee gedragingen
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [verlaging, duur_verlaging]

gegevens:
  eerdere_maatregel_artikel_6: nee
  laatste_maatregel_18_4: geen
  huishouden: alleenstaande
  leeftijd: 29 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee

gedragingen:
  # uit de eerste melding
  - gegevens:
      gedraging: te_laat_geregistreerd
      datum_gedraging: 2026-02-16
    oordelen:
      verwijtbaarheid: {oordeel: aanwezig, motivering: Kende de plicht.}
  - gegevens:
      gedraging: werk_geweigerd
      datum_gedraging: 2026-02-20
    oordelen:
      verwijtbaarheid: {oordeel: aanwezig, motivering: Kon dit werk doen.}
"""
REASON = "Er is gespaard geld, en er zijn geen kinderen in huis."


def act(talk: Talk, number: int) -> Mapping[str, Written]:
    """What the case says of one act."""
    acts = talk.at("gedragingen")
    assert isinstance(acts, Sequence)
    found = acts[number - 1]
    assert isinstance(found, Mapping)
    return found


def test_it_asks_which_act_and_then_speaks_of_that_one() -> None:
    talk = Talk(TWO)
    assert talk.question == "Welke bespreekt u nu?"
    assert [each.partition(":")[0] for each in talk.options] == [
        "te laat geregistreerd als werkzoekende",
        "werk geweigerd of niet behouden",
    ]
    assert talk.say("2").said == ("Gedraging 2: werk geweigerd of niet behouden.",)
    shown = talk.view.outcome.decision("verlaging").shown
    assert shown is not None
    assert shown.text == "100%"


def test_a_judgement_is_written_with_the_act_that_it_is_about() -> None:
    talk = Talk(TWO)
    talk.say("2")
    talk.on_to("oordelen/dringende_redenen_18_10/oordeel")
    talk.say("nee", "Er is geld achter de hand.")
    wanted = {"oordeel": "nee", "motivering": "Er is geld achter de hand."}
    judged = act(talk, 2)["oordelen"]
    assert isinstance(judged, Mapping)
    assert judged["dringende_redenen_18_10"] == wanted
    assert "dringende_redenen_18_10" not in str(act(talk, 1))
    assert talk.at("oordelen") is None
    assert "# uit de eerste melding" in talk.text


def test_what_is_of_the_case_as_a_whole_stays_at_the_top() -> None:
    talk = Talk(TWO.replace("  eerdere_maatregel_artikel_6: nee\n", ""))
    talk.say("1")
    talk.on_to("gegevens/eerdere_maatregel_artikel_6")
    talk.say("nee")
    assert talk.at("gegevens", "eerdere_maatregel_artikel_6") == "nee"
    assert "eerdere_maatregel" not in str(act(talk, 1))


def test_each_act_has_a_choice_of_its_own_and_they_share_one_conversation() -> None:
    talk = Talk(TWO)
    talk.say("1", "keuze", "1", REASON)
    assert act(talk, 1)["keuze"] == {"afwijken": "nee", "motivering": {"waarom_niet": REASON}}
    assert "keuze" not in act(talk, 2)
    assert talk.at("keuze") is None
    assert talk.question == "Welke bespreekt u nu?"
    talk.say("2")
    talk.on_to("gesprek/inwoner")
    talk.say("Ik wil aan het werk.")
    assert talk.at("gesprek", "inwoner") == "Ik wil aan het werk."


def test_an_answer_that_is_taken_back_goes_from_its_own_act() -> None:
    talk = Talk(TWO)
    talk.say("2")
    talk.on_to("oordelen/dringende_redenen_18_10/oordeel")
    talk.say("nee", "Er is geld achter de hand.", "terug", "terug")
    assert talk.asked == "oordelen/dringende_redenen_18_10/oordeel"
    assert talk.say("weet ik niet").said == ("Weggehaald.",)
    assert act(talk, 2)["oordelen"] == {
        "verwijtbaarheid": {"oordeel": "aanwezig", "motivering": "Kon dit werk doen."}
    }


def test_enter_takes_the_first_act_and_after_that_ends() -> None:
    talk = Talk(TWO)
    assert talk.say("").said == ("Gedraging 1: te laat geregistreerd als werkzoekende.",)
    talk.say("keuze", "1", REASON)
    assert talk.question == "Welke bespreekt u nu?"
    talk.say("")
    assert talk.question == ""


def test_an_act_that_is_not_there() -> None:
    reply = Talk(TWO).say("3")
    assert (reply.refused, reply.stays) == (True, True)
    assert reply.said == ("`3` staat er niet bij", "typ een nummer van 1 tot en met 2")


def test_both_acts_to_the_end() -> None:
    talk = Talk(TWO)
    for number in ("1", "2"):
        talk.say(number)
        while talk.asked.startswith(("gegevens", "oordelen")):
            yes_no = talk.asked.endswith("/oordeel") or talk.asked.startswith("gegevens")
            talk.say("nee" if yes_no else "Dat is nagegaan in het gesprek.")
        talk.say("keuze", "1", REASON)
        while talk.asked.startswith("keuze/"):
            talk.say("De inwoner komt deze maand door met wat er gespaard is.")
    assert talk.question == ""
    choices = [each.outcome.choice for each in talk.view.whole.acts]
    assert [each.status for each in choices if each is not None] == [
        ChoiceStatus.IN_ORDE,
        ChoiceStatus.IN_ORDE,
    ]
