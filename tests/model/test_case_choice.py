"""Judgements and the choice in a case: each refusal as the whole message with its remedy."""

from __future__ import annotations

import pytest

from tests.model.case_texts import HEAD, read, refusal
from verordening.model.case import Choice


def test_a_judgement_without_a_judgement() -> None:
    assert refusal(f"{HEAD}oordelen:\n  verwijtbaarheid: {{motivering: x}}\n")[3:] == (
        "bij `verwijtbaarheid` ontbreekt `oordeel`",
        "schrijf `verwijtbaarheid: {oordeel: …, motivering: …}`",
    )


def test_a_judgement_with_another_key() -> None:
    text = f"{HEAD}oordelen:\n  verwijtbaarheid: {{oordeel: geen, motivring: x}}\n"
    assert refusal(text)[3:] == ("een oordeel heeft geen sleutel `motivring`", "bedoelt u `motivering`?")


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        (
            "besluiten: {verlaging: 110%}",
            "VRD413",
            "`110%` valt buiten de grenzen van `verlaging`: 0% tot en met 100%",
            "kijk de waarde na; de grenzen staan in begrippen.vrd regel 18",
        ),
        (
            "besluiten: {verlagin: 5%}",
            "VRD408",
            "er is geen besluit `verlagin`",
            "bedoelt u `verlaging`?",
        ),
        (
            "route: pw artikel 18 lid 11",
            "VRD417",
            "er is geen regel `pw artikel 18 lid 11`",
            "bedoelt u `pw artikel 18 lid 10`?",
        ),
        (
            "beslist_door: Jan de Vries",
            "VRD402",
            "`Jan de Vries` is geen rol",
            "noem een rol in kleine letters, zoals `college`, en nooit een naam",
        ),
        (
            "dient: bestaanzekerheid",
            "VRD417",
            "er is geen waarde `bestaanzekerheid` die de wet dient",
            "bedoelt u `bestaanszekerheid`?",
        ),
        (
            "motivering: {omstandighden: x}",
            "VRD405",
            "geen regel vraagt om de motivering `omstandighden`",
            "bedoelt u `omstandigheden`?",
        ),
        (
            "afwijken: misschien",
            "VRD411",
            "`misschien` is geen ja of nee",
            "schrijf `ja` of `nee`",
        ),
        (
            "rout: x",
            "VRD405",
            "een keuze heeft geen sleutel `rout`",
            "bedoelt u `route`?",
        ),
        (
            "motivering: Omdat het kan.",
            "VRD416",
            "bij `motivering` horen sleutels met elk een waarde, maar hier staat één waarde",
            "zet onder `motivering` op elke regel een naam, een dubbele punt en een waarde",
        ),
    ],
)
def test_a_choice_that_cannot_be_read(line: str, code: str, message: str, help: str) -> None:
    assert refusal(f"{HEAD}keuze:\n  {line}\n")[::3] == (code, message)
    assert refusal(f"{HEAD}keuze:\n  {line}\n")[4] == help


def test_not_deviating_takes_one_reason() -> None:
    choice = read(
        f"{HEAD}keuze: {{afwijken: nee, beslist_door: klantmanager, motivering: De gewone regel past.}}\n"
    ).choice
    assert choice == Choice(
        (), "", "klantmanager", "", (("waarom_niet", "De gewone regel past."),), deviates=False
    )


def test_not_deviating_may_give_each_reason_a_name() -> None:
    text = f"{HEAD}keuze:\n  afwijken: nee\n  motivering: {{waarom_niet: a, omstandigheden: b}}\n"
    choice = read(text).choice
    assert choice is not None
    assert choice.reasons == (("waarom_niet", "a"), ("omstandigheden", "b"))


def test_deviating_may_be_said_in_as_many_words() -> None:
    choice = read(f"{HEAD}keuze: {{afwijken: ja, route: pw artikel 18 lid 10}}\n").choice
    assert choice is not None
    assert (choice.deviates, choice.route) == (True, "pw artikel 18 lid 10")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("besluiten", "{verlaging: 0%}"),
        ("route", "pw artikel 18 lid 10"),
        ("dient", "bestaanszekerheid"),
    ],
)
def test_who_does_not_deviate_chooses_nothing_else(key: str, value: str) -> None:
    assert refusal(f"{HEAD}keuze:\n  afwijken: nee\n  {key}: {value}\n") == (
        "VRD421",
        5,
        3,
        f"wie niet afwijkt, kiest geen `{key}`",
        f"haal `{key}` weg, of schrijf `afwijken: ja`",
    )


def test_a_reason_of_ones_own_may_stand_beside_the_others() -> None:
    choice = read(f"{HEAD}keuze: {{motivering: {{omstandigheden: a, overleg: b}}}}\n").choice
    assert choice is not None
    assert choice.reasons == (("omstandigheden", "a"), ("overleg", "b"))
