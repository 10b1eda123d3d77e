"""The section `gesprek` of a case: what it says, and each refusal as the whole message with its remedy."""

from __future__ import annotations

import pytest

from tests.model.case_texts import HEAD, read, refusal
from verordening.model.conversation import Conversation, Effects, Proportionality, Purpose
from verordening.model.conversation_questions import QUESTIONS

WHOLE = """\
gesprek:
  gehoord: ja
  inwoner: Ik wil mijn huur
    kunnen betalen.
  medewerker: Dat het gezin in huis blijft.
  doel_van_de_regel: {past: nee, toelichting: 'De regel wil werk, en dat zoekt hij.'}
  gevolgen:
    nu: {inwoner: Hij kan de huur niet betalen., kinderen: Zij moeten verhuizen., gemeente: Geen.}
    over_een_jaar: {inwoner: Hij heeft schulden.}
  afweging:
    geschikt: Nee.
    noodzakelijk: Een gesprek is genoeg.
    evenwichtig: Het nadeel is te groot.
  gelijke_gevallen: Vorig jaar is in zo'n zaak ook afgezien.
  argumenten:
    voor: [Er zijn kinderen., Hij zoekt nu werk.]
    tegen: Hij kende de plicht.
  vraag_aan_het_team: Wegen de kinderen hier zwaarder?
"""


def test_a_whole_conversation() -> None:
    assert read(HEAD + WHOLE).conversation == Conversation(
        heard=True,
        resident="Ik wil mijn huur kunnen betalen.",
        caseworker="Dat het gezin in huis blijft.",
        purpose=Purpose(False, "De regel wil werk, en dat zoekt hij."),
        now=Effects("Hij kan de huur niet betalen.", "Zij moeten verhuizen.", "Geen."),
        in_a_year=Effects(resident="Hij heeft schulden."),
        proportionality=Proportionality("Nee.", "Een gesprek is genoeg.", "Het nadeel is te groot."),
        equal_cases="Vorig jaar is in zo'n zaak ook afgezien.",
        arguments_for=("Er zijn kinderen.", "Hij zoekt nu werk."),
        arguments_against=("Hij kende de plicht.",),
        team_question="Wegen de kinderen hier zwaarder?",
    )


def test_what_was_not_said_is_not_filled_in() -> None:
    assert read(HEAD).conversation is None
    assert read(f"{HEAD}gesprek:\n  inwoner: Ik wil werken.\n").conversation == Conversation(
        resident="Ik wil werken."
    )


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        ("gehord: ja", "VRD405", "een gesprek heeft geen sleutel `gehord`", "bedoelt u `gehoord`?"),
        ("gehoord: misschien", "VRD411", "`misschien` is geen ja of nee", "schrijf `ja` of `nee`"),
        (
            "naam: Jan",
            "VRD402",
            "een casus heeft geen veld voor `naam`",
            "haal deze regel weg; een casus noemt geen personen",
        ),
        (
            "gevolgen: {nu: {inwonr: x}}",
            "VRD405",
            "`nu` in een gesprek heeft geen sleutel `inwonr`",
            "bedoelt u `inwoner`?",
        ),
        (
            "gevolgen: Het wordt zwaar.",
            "VRD416",
            "bij `gevolgen` horen sleutels met elk een waarde, maar hier staat één waarde",
            "zet onder `gevolgen` op elke regel een naam, een dubbele punt en een waarde",
        ),
        (
            "inwoner: [a, b]",
            "VRD416",
            "bij `inwoner` hoort één waarde, maar hier staat een lijst",
            "schrijf achter `inwoner` een tekst",
        ),
        (
            "argumenten: {voor: {een: a}}",
            "VRD416",
            "bij `voor` hoort een lijst, maar hier staan sleutels",
            "zet onder `voor` voor elk argument een streepje met een tekst",
        ),
        (
            "medewerker: weet ik niet",
            "VRD410",
            "bij `medewerker` is niets gezegd",
            "laat deze regel weg; leeg is geen antwoord",
        ),
        (
            "argumenten: {tegen: [Wat pleit ertegen]}",
            "VRD420",
            "bij `tegen` staat de vraag zelf",
            "schrijf het antwoord in uw eigen woorden",
        ),
        (
            f"inwoner: {'a' * 2001}",
            "VRD418",
            "bij `inwoner` staan meer dan 2000 tekens",
            "houd het kort: een paar zinnen",
        ),
        (
            f"argumenten: {{voor: [{', '.join(['a'] * 21)}]}}",
            "VRD413",
            "onder `voor` horen ten hoogste 20 teksten",
            "voeg samen wat bij elkaar hoort",
        ),
    ],
)
def test_a_conversation_that_cannot_be_read(line: str, code: str, message: str, help: str) -> None:
    found = refusal(f"{HEAD}gesprek:\n  {line}\n")
    assert (found[0], found[3], found[4]) == (code, message, help)


@pytest.mark.parametrize("place", QUESTIONS)
def test_no_question_is_its_own_answer(place: str) -> None:
    *above, key = place.split(".")
    written = f"{key}: '{QUESTIONS[place].upper()}'"
    for name in reversed(above):
        written = f"{name}: {{{written}}}"
    assert refusal(f"{HEAD}gesprek:\n  {written}\n")[0] == "VRD420"


def test_a_number_of_a_person_is_refused_here_too() -> None:
    assert refusal(f"{HEAD}gesprek:\n  inwoner: Mijn nummer is 111222333.\n")[0] == "VRD401"
