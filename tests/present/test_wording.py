"""What is said and what is left unsaid, one turn of phrase at a time; the whole screens are in `test_texts`."""

from dataclasses import replace

import pytest

from tests.present.builders import (
    ARTIKEL_3_3,
    ARTIKEL_6_2,
    PERCENT_0,
    PERCENT_100,
    PW_18_9,
    PW_18_10,
    VERWIJT,
    cited,
    decision,
    duration,
    outcome,
    route,
    voice,
)
from tests.present.cases import both_routes, open_verwijt, te_laat
from tests.present.cases_other import uren, verrekening, verrekening_onbekend
from tests.present.reading import afwijken, toets
from verordening.evaluate.guidance import Clash, Weighing
from verordening.evaluate.outcome import (
    Candidate,
    ChoiceOutcome,
    ChoiceStatus,
    Question,
    Range,
    Remark,
    RouteStatus,
    Shown,
    Status,
)
from verordening.model.types import INDEFINITE, Kind, Type
from verordening.present.citing import all_in_short
from verordening.present.text import read_toets

PERCENTAGE = Type(Kind.PERCENTAGE, low=0, high=100)


# ------------------------------------------------------------------------------------------------ the answer


def test_what_a_floor_prevented_is_a_sentence_of_its_own() -> None:
    asked = outcome(
        decision(shown=PERCENT_0, before_floors=PERCENT_100, sentence="De bijstand wordt niet lager"),
        duration(shown=Shown(0, "0 maanden"), before_floors=Shown(1, "1 maand"), sentence="ook geen maand"),
    )
    assert (
        "De bijstand wordt niet lager, ook geen maand. Zonder de ondergrens zou dat 100% en 1 maand zijn."
        in toets(asked)
    )


def test_only_what_changed_is_named_where_a_floor_left_the_rest() -> None:
    asked = outcome(decision(before_floors=PERCENT_100), duration())
    assert "1 maand lang. Zonder de ondergrens zou dat verlaging 100% zijn." in toets(asked)


def test_an_amount_says_its_period() -> None:
    assert "De inhouding is € 70,07 per maand, niet € 150,00." in toets(verrekening())
    assert "Mag u hier afwijken van “inhouding € 70,07 per maand”?" in afwijken(verrekening())
    assert "Nog open: inhouding € 70,07 of € 100,10 per maand." in toets(verrekening_onbekend())


def test_a_sentence_that_has_its_own_period_keeps_it() -> None:
    (offset,) = verrekening().decisions
    asked = replace(
        verrekening(), decisions=(replace(offset, sentence="De inhouding is {uitkomst} per maand"),)
    )
    assert "De inhouding is € 70,07 per maand, niet € 150,00." in toets(asked)


def test_an_own_choice_is_not_contradicted() -> None:
    choice = ChoiceOutcome(ChoiceStatus.IN_ORDE, (), (("verlaging", PERCENT_0),), "pw artikel 18 lid 10")
    said = toets(outcome(decision(), choice=choice))
    assert "Uw keuze is in orde: 0%" in said
    assert "Zonder uw keuze geldt: de bijstand wordt 5% van de norm lager." in said
    assert "staat vast" not in said


def test_candidates_go_from_low_to_high() -> None:
    many = (Candidate(PERCENT_100, "100%", None), Candidate(PERCENT_0, "0%", None))
    asked = outcome(decision(status=Status.OPEN, shown=None, cited=None, candidates=many))
    assert "Nog open: verlaging 0% of 100%." in toets(asked)


# ------------------------------------------------------------------------------------------------ questions


def test_an_answer_list_that_narrows_nothing_is_left_out() -> None:
    nothing = replace(VERWIJT, answers=(("geen", "0% of 5%"), ("aanwezig", "5% of 0%")))
    assert "→" not in toets(replace(open_verwijt(), questions=(nothing,), routes=()))


def test_an_answer_that_narrows_nothing_says_so() -> None:
    half = replace(VERWIJT, answers=(("geen", "0%"), ("aanwezig", "5% of 0%")))
    said = toets(replace(open_verwijt(), questions=(half,), routes=()))
    assert "├ geen → verlaging 0% └ aanwezig → nog open" in said


def test_a_bare_question_is_asked_once() -> None:
    said = toets(verrekening_onbekend())
    assert said.count("oe is het huishouden?") == 1
    assert "Beantwoord eerst: hoe is het huishouden?" in said


def test_how_many_questions_is_said_once() -> None:
    said = afwijken(verrekening())
    assert said.lower().count("hangt af van") == 1
    assert "Als beide antwoorden deze weg openen: u moet afstemmen" in said


def test_one_of_several_ways_says_which_questions_go_together() -> None:
    more = route(cited=cited("pw", "artikel 18 lid 11"), kind="kan", hinges=("a", "b"), judgement="b")
    asked = outcome(decision(), routes=(route(), more))
    assert "Dat hangt af van drie vragen." in afwijken(asked)
    assert "? Participatiewet 18 lid 11 hangt af van twee vragen samen:" in afwijken(asked, whole=True)


def test_a_way_that_hangs_on_two_questions_is_told_in_a_line_beside_one_that_hangs_on_one() -> None:
    more = route(cited=cited("pw", "artikel 18 lid 11"), kind="kan", hinges=("a", "b"), judgement="b")
    said = afwijken(outcome(decision(), routes=(route(), more)))
    assert "? Participatiewet 18 lid 11: u mag afwijken" in said
    assert 'als twee antwoorden deze weg openen. Eerst: a Meer: `--regel "pw artikel 18 lid 11"`.' in said
    alone = afwijken(outcome(decision(), routes=(more,)))
    assert "Als beide antwoorden deze weg openen: u mag afwijken" in alone


def test_questions_start_small_after_a_colon() -> None:
    for said in (toets(te_laat()), toets(open_verwijt()), afwijken(te_laat()), afwijken(uren())):
        for question in ("Zijn er", "Kan de", "Welke omst", "Waarom"):
            assert f": {question}" not in said


# ------------------------------------------------------------------------------------------------ ranges


@pytest.mark.parametrize(
    ("range_", "general", "says"),
    [
        (Range(0, 100, "0% tot en met 100%"), True, "u moet afstemmen └"),
        (Range(0, 100, "0% tot en met 100%"), False, "u moet afstemmen, 0% tot en met 100%"),
        (Range(0, 5, "0% tot en met 5%"), True, "u moet afstemmen, 0% tot en met 5%"),
        (Range(0, None, "ten minste 0%"), False, "u moet afstemmen └"),
        (
            Range(0, None, "0% tot en met de gewone uitkomst"),
            True,
            "u moet afstemmen, 0% tot en met de gewone uitkomst",
        ),
        (Range(None, None, "nog niet bekend"), False, "u moet afstemmen └"),
        (Range(0, None, "nog niet bekend"), False, "u moet afstemmen └"),
        (Range(0, INDEFINITE, "0 maanden of langer, ook zonder einddatum"), False, "ook zonder einddatum"),
    ],
)
def test_a_range_is_said_where_it_tells_something(range_: Range, general: bool, says: str) -> None:
    way = route(range=range_, general=general, motivate=(), mandate=(), cited=cited("pw", "x"))
    asked = outcome(decision(type=PERCENTAGE), routes=(way,))
    assert says in afwijken(asked).replace("Participatiewet x ", "").replace(" Participatiewet x", "")


# ------------------------------------------------------------------------------------------------ rules and texts


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (("artikel 18 lid 6", "artikel 18 lid 7", "artikel 18 lid 8"), "Participatiewet 18 lid 6, 7 en 8"),
        (("artikel 18 lid 6", "artikel 19 lid 6"), "Participatiewet 18 lid 6 en 19 lid 6"),
        (("artikel 9 lid 1", "artikel 9 lid 1 onderdeel a"), "Participatiewet 9 lid 1 en 9 lid 1 onder a"),
        (("artikel 9", "artikel 10"), "Participatiewet 9 en 10"),
        (("artikel 9 lid 2", "artikel 9 lid 2"), "Participatiewet 9 lid 2"),
    ],
)
def test_places_share_what_they_have_in_common(places: tuple[str, ...], said: str) -> None:
    assert all_in_short(cited("pw", each) for each in places) == said


def test_other_rules_are_few_and_the_ways_out_of_the_law_come_first() -> None:
    local = [Remark(cited("amsterdam/maatregelen", f"artikel {n}"), f"reden {n}") for n in (20, 21, 22)]
    same = "laatste maatregel = geen"
    higher = [Remark(cited("pw", f"artikel 18 lid {n}"), same) for n in (6, 7)]
    rest = (*local, Remark(ARTIKEL_6_2, "niet eerder"), Remark(PW_18_9, "want er is een verwijt"), *higher)
    asked = outcome(decision(not_applied=rest, defeated=(Remark(ARTIKEL_3_3, "gaat niet voor"),)))
    said = toets(asked)
    assert said.index("lid 3: gaat niet voor") < said.index("18 lid 9 (geen verwijt): er is een verwijt")
    assert said.index("(geen verwijt)") < said.index(f"Participatiewet 18 lid 6 en 7: {same}")
    assert said.index(same) < said.index("artikel 6 lid 2 (herhaling): niet eerder")
    assert "reden 20" not in said
    assert "- en 3 andere regels (zie --boom)" in said


def test_closed_ways_with_one_reason_are_said_together() -> None:
    shut = tuple(
        route(
            cited=cited("pw", f"artikel 58 lid 7 onderdeel {letter}"),
            status=RouteStatus.MAG_NIET,
            range=None,
            hinges=(),
            reason="want het is te vroeg",
        )
        for letter in "abc"
    )
    for said in (toets(outcome(decision(), routes=shut)), afwijken(outcome(decision(), routes=shut))):
        assert "✗ Participatiewet 58 lid 7 onder a, b en c: mag niet, want het is te vroeg" in said


def test_the_note_on_an_official_text_is_left_out() -> None:
    official = {"provenance": "officieel", "omitted": ()}
    note = ("gelezen in de tekst van 1 januari 2026",)
    assert "Rust op" not in toets(outcome(decision(provenance_notes=note, **official)))
    said = toets(outcome(decision(provenance_notes=("Wij tellen van dag tot dag.",), omitted=())))
    assert said.endswith("niet op de officiële tekst: wij tellen van dag tot dag.")


def test_the_same_reasons_are_given_once() -> None:
    other = cited("pw", "artikel 18 lid 5")
    said = toets(outcome(decision(), duration(cited=other)))
    assert said.count("gedraging = te laat geregistreerd") == 1
    assert "omdat hetzelfde geldt als bij verlaging" in said


def test_what_is_left_out_names_its_regulation() -> None:
    assert "Niet opgenomen uit Maatregelenverordening Participatiewet 2015: artikel 8." in toets(te_laat())


def test_what_a_guideline_says_is_given_once_however_many_ways_it_bears_on() -> None:
    voices = uren().routes[0].weighing
    both = tuple(replace(each, weighing=voices) for each in uren().routes)
    said = afwijken(replace(uren(), routes=both))
    assert said.count("vóór: “Duurzame uitstroom”") == 2
    assert said.count("duurzame uitstroom boven directe uitstroom.") == 1


def test_a_clash_of_guidelines_names_both_and_does_not_choose() -> None:
    lasting, quick = voice("1", "Blijven", "a", "b"), voice("2", "Meteen", "b", "a")
    weighing = Weighing((), (Clash((lasting, quick)),))
    said = afwijken(replace(uren(), routes=(replace(uren().routes[0], weighing=weighing),)))
    assert "! Botsing: “Blijven” en “Meteen” wegen a en b tegengesteld. U weegt; het" in said
    assert "richtlijnen wijzen hier tegengesteld: u weegt" in toets(
        replace(uren(), routes=(replace(uren().routes[0], weighing=weighing),))
    )


def test_a_circle_of_guidelines_is_drawn_once_round() -> None:
    circle = (voice("1", "Een", "a", "b"), voice("2", "Twee", "b", "c"), voice("3", "Drie", "c", "a"))
    weighing = Weighing((), (Clash(circle),))
    said = afwijken(replace(uren(), routes=(replace(uren().routes[0], weighing=weighing),)))
    assert (
        " ".join(said.split()).count(
            "“Een”, “Twee” en “Drie” draaien in een kring: a boven b boven c boven a."
        )
        == 1
    )


def test_guidelines_that_may_speak_are_counted_until_a_way_is_considered() -> None:
    waiting = replace(voice("4", "Deeltijdwerk telt als stap", "a", "b"), example=True, hinges=("uren",))
    routes = (replace(uren().routes[0], weighing=Weighing(maybe=(waiting,))),)
    ask = Question("uren", "Hoeveel uur per week?", False, "aantal", (), (), None, ())
    asked = replace(uren(), routes=routes, guideline_questions=(ask,))
    said = afwijken(asked)
    assert "Nog één richtlijn kan meewegen." in said
    assert "Hoeveel uur per week?" not in said
    chosen = afwijken(replace(asked, considered=("pw artikel 9 lid 2",)))
    assert "Nog één richtlijn kan meewegen." in chosen
    considered = afwijken(replace(asked, considered=("pw artikel 9 lid 2",)), whole=True)
    assert "? “Deeltijdwerk telt als stap”" in considered
    assert "Hoeveel uur per week?" in considered
    assert "Noem het niet als" in considered


def test_outcomes_without_room_are_said_once() -> None:
    settled = {"before_floors": PERCENT_100, "type": PERCENTAGE}
    asked = outcome(
        decision(shown=PERCENT_0, **settled),
        decision("andere", label="andere verlaging", shown=PERCENT_0, cited=PW_18_10, **settled),
    )
    assert afwijken(asked).count("Er is niets om van af te wijken") == 1


def test_a_gap_beside_a_settled_outcome_comes_second() -> None:
    gap = duration(status=Status.LEEMTE, shown=None, range=Range(1, 3, "1 maand tot en met 3 maanden"))
    said = afwijken(outcome(decision(), gap, routes=both_routes()))
    assert "afwijken van “verlaging 5%”, en welke ruimte hebt u bij “duur”?" in said
    assert said.index("Dat hangt af van twee vragen.") < said.index("De uitkomst zelf volgt uit")
    assert said.index("De uitkomst zelf volgt uit") < said.index("Leemte bij duur")


def test_a_screen_reader_hears_small_letters_after_a_heading() -> None:
    asked = replace(te_laat(), notes=("De eigen regels zijn niet opgenomen.",))
    assert "Let op: de eigen regels zijn niet opgenomen." in read_toets(asked).splitlines()
