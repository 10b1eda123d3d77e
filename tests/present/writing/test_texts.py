"""The texts as people read them, and what must hold of every one of them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.law.examples import NAMES, corpus_of, example
from tests.present.writing.texts import MAKERS, TALK, body, part_named, text_of
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import ChoiceStatus, Status
from verordening.model.case import Choice, Judgement
from verordening.present.writing.markdown import render_markdown
from verordening.present.writing.motivation import motivation
from verordening.present.writing.written import Written

READ = (
    "te-laat-dringende-redenen-keuze",
    "opleiding-klein-contract-keuze",
    "garage-huizen",
    "verrekening",
    "te-laat-niet-afwijken",
)
A_DAY = re.compile(
    r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november)\b"
)
UNSETTLED = (Status.OPEN, Status.LEEMTE, Status.STRIJDIG, Status.AFSTEMMEN)
INTERNAL = re.compile(r"\w*_\w*|\b(?:pw|awb|gw|rv|\w+/\w+) artikel\b|\bNone\b|\bFraction\b|\{|\}")
QUOTED = re.compile(r"“([^”]*)”")


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("name", READ)
def test_the_text_of_an_example(kind: str, name: str, snapshot: SnapshotAssertion) -> None:
    assert render_markdown(text_of(kind, name)) == snapshot


@pytest.mark.parametrize("kind", MAKERS)
def test_a_text_with_a_whole_conversation(kind: str, snapshot: SnapshotAssertion) -> None:
    text = text_of(kind, "te-laat-dringende-redenen-keuze", talk=TALK)
    assert text.missing() == ()
    assert render_markdown(text) == snapshot


@pytest.mark.parametrize("name", NAMES)
def test_what_holds_of_every_text(name: str) -> None:
    """One test an example: making its texts is what takes time."""
    for kind in MAKERS:
        text = text_of(kind, name)
        said = [text.title, *text.about, *body(text), *part_named(text, "medewerker")]
        shows_no_name_of_the_program(said)
        if kind == "casusblad":
            is_anonymous(text, name)
        else:
            tells_nothing_open_as_decided(text, name)
            invents_no_reason(text, name)


def shows_no_name_of_the_program(said: list[str]) -> None:
    """What a key of the case is called stands between its own marks."""
    assert INTERNAL.findall(re.sub(r"`[^`]*`", "", "\n".join(said))) == []


def invents_no_reason(text: Written, name: str) -> None:
    """What a text puts in the mouth of a person stands in the case, word for word."""
    written = " ".join(re.sub(r"\n\s*#?", " ", example(name).text).split()).casefold()
    labels = {label for _, label in example(name).outcome.labels}
    quotes = {quote.rstrip(".") for each in body(text) for quote in QUOTED.findall(each)}
    assert {quote for quote in quotes - labels if quote.casefold() not in written} == set()


def is_anonymous(text: Written, name: str) -> None:
    """No day, and not which municipality."""
    said = " ".join(body(text))
    assert A_DAY.findall(said) == []
    assert example(name).case.gemeente_name not in said


def tells_nothing_open_as_decided(text: Written, name: str) -> None:
    """Open, strijdig, leemte, and afstemmen without a choice that stands: named as not decided, and not motivated."""
    outcomes = (example(name).outcome, *(each.outcome for each in example(name).outcome.acts))
    told = [each for each in part_named(text, "besluit") if "nog niet" in each.casefold()]
    for outcome in outcomes:
        choice = outcome.choice
        passes = choice is not None and choice.status is ChoiceStatus.IN_ORDE
        chosen = [key for key, _ in choice.chosen] if choice is not None and passes else []
        for each in outcome.decisions:
            if each.status in UNSETTLED and each.name not in chosen:
                assert any(each.label in said for said in told)
                assert not any(
                    f"{each.label}: hiervoor geldt".casefold() in said.casefold()
                    for said in part_named(text, "regels")
                )
                assert text.missing()


def test_an_outcome_under_reservation_is_not_a_decision() -> None:
    """Whether the duty of Pw 18 lid 10 applies is not judged yet, so 5% is what the rule gives, and no decision."""
    told = part_named(text_of("motivering", "te-laat-geregistreerd"), "besluit")
    assert told[0].startswith("Dit is de uitkomst van de regel: de bijstand wordt 5% van de norm lager")
    assert told[1] == (
        "Dit ligt nog niet vast, want deze vraag is nog niet beantwoord. Zijn er dringende redenen om de maatregel af "
        "te stemmen?"
    )
    assert "5%" not in " ".join(body(text_of("samenvatting", "te-laat-geregistreerd")))


def test_a_choice_that_does_not_stand_is_no_decision() -> None:
    """0% was chosen, but nobody wrote down which circumstances make it so (Pw 18 lid 10)."""
    text = text_of("motivering", "te-laat-dringende-redenen-keuze-zonder-redenen")
    told = part_named(text, "besluit")
    assert told == [
        "Nog niet besloten: verlaging en duur. De reden: de keuze in de casus is nog niet in orde."
    ]
    assert part_named(text, "keuze") == []
    assert text.missing()[0] == (
        "Over uw keuze: de reden bij `omstandigheden` ontbreekt: welke omstandigheden maken deze maatregel hier te "
        "zwaar?"
    )


def test_a_floor_that_changed_the_outcome_is_told_to_the_resident() -> None:
    """€ 1.401,50 minus 95% of it, rounded up (€ 1.331,43), leaves € 70,07 to withhold instead of € 150."""
    meaning = " ".join(part_named(text_of("samenvatting", "verrekening"), "betekenis"))
    assert "€ 70,07 per maand, en niet € 150,00" in meaning
    assert "Algemene wet bestuursrecht artikel 4:93 lid 4" in meaning


def test_a_text_that_is_not_official_is_named_to_the_caseworker_only() -> None:
    text = text_of("motivering", "te-laat-dringende-redenen-keuze")
    assert any("een parafrase" in each for each in part_named(text, "medewerker"))
    assert not any("parafrase" in each for each in body(text))


def test_who_deviates_must_say_how_it_was_weighed() -> None:
    """Awb 3:4 lid 2: without a word on balance the draft leaves a place open; with one it does not."""
    name = "te-laat-dringende-redenen-keuze"
    assert text_of("motivering", name).missing() == (
        "Welke belangen zijn gewogen, en waarom is dit besluit in evenwicht?",
    )
    assert any(
        "weegt niet op tegen ontruiming" in each
        for each in part_named(text_of("motivering", name, talk=TALK), "belangen")
    )


def test_of_several_decisions_only_what_was_chosen_is_told_as_chosen() -> None:
    """Half is not taken back (Pw 58 lid 8); herziening stays bound by 54 lid 3, and the fine stays open."""
    found = example("garage-huizen")
    reason = "De persoon heeft geen buffer en betaalt al drie schulden af."
    case = replace(
        found.case,
        judgements={**found.case.judgements, "dringende_redenen_58_8": Judgement(True, reason)},
        choice=Choice(
            (("terugvordering", 50),),
            "pw artikel 58 lid 8",
            "college",
            "bestaanszekerheid",
            (("waarom_minder", "Alles terugvorderen maakt de schulden niet op te lossen."),),
        ),
    )
    corpus = corpus_of("huizen")
    outcome = evaluate(corpus, case, tree=True)
    text = motivation(outcome, case, corpus)
    assert "Van de te veel betaalde bijstand wordt 50% teruggevorderd." in part_named(text, "besluit")
    # what nothing was chosen about keeps what the rules say of it
    bound = "De toekenning van bijstand over het verleden herzien of intrekken: ja."
    assert any(each.startswith(bound) for each in part_named(text, "besluit"))
    assert any(each.startswith("Nog niet besloten: boete.") for each in part_named(text, "besluit"))
    chosen = part_named(text, "keuze")
    assert "Wij kiezen: terugvordering 50%." in chosen
    assert (
        "Zonder deze keuze was dit de uitkomst: van de te veel betaalde bijstand wordt 100% teruggevorderd."
        in chosen
    )
    assert "Herziening: de wet laat ons hier geen andere keuze." in chosen


def test_that_no_rule_applies_is_a_reason_too() -> None:
    """Zonderdam says that it has no ordinance on maatregelen; then nothing is lowered."""
    why = part_named(text_of("samenvatting", "zonderdam-te-laat"), "waarom")
    assert why[0].startswith(
        "Verlaging en duur: hiervoor geldt geen regel. De reden: Zonderdam heeft geen regeling"
    )


def test_what_was_chosen_is_told_in_euros() -> None:
    """3% of € 1.401,50 is € 42,045: half a cent goes up."""
    found = example("te-laat-dringende-redenen-keuze")
    assert found.case.choice is not None
    chosen = replace(found.case.choice, decisions=(("verlaging", 3), ("duur_verlaging", 1)))
    case = replace(found.case, choice=chosen)
    outcome = evaluate(corpus_of("amsterdam"), case, tree=True)
    text = motivation(outcome, case, corpus_of("amsterdam"))
    assert part_named(text, "besluit") == [
        "De bijstand wordt 3% van de norm lager, 1 maand lang: € 42,05 van € 1.401,50."
    ]
    assert "Zo is het bedrag berekend: 3% van € 1.401,50 (norm) is € 42,05, afgerond." in part_named(
        text, "keuze"
    )
    assert not any("berekend" in each for each in part_named(text, "regels"))


def test_not_deviating_is_told_with_its_reason() -> None:
    text = text_of("motivering", "te-laat-niet-afwijken")
    assert text.missing() == ()
    assert part_named(text, "keuze")[0] == (
        "Wij wijken niet af van de regel. Onze reden: “De inwoner kan dit dragen en heeft gezegd waarom het misging.”"
    )
