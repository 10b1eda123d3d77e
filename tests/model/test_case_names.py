"""Names in a case that are not there, and names of persons: each refusal as the whole message."""

from __future__ import annotations

import pytest

from tests.model.case_texts import HEAD, fact, read, refusal, refusals


def test_an_unknown_fact() -> None:
    assert refusal(f"{HEAD}gegevens:\n  gedragin: te_laat\n") == (
        "VRD406",
        4,
        3,
        "er is geen gegeven `gedragin`",
        "bedoelt u `gedraging`?",
    )


@pytest.mark.parametrize(
    ("line", "code", "message", "help"),
    [
        (
            "qqqq: ja",
            "VRD406",
            "er is geen gegeven `qqqq`",
            "haal de regel weg, of kijk in de regeling hoe het gegeven heet",
        ),
        (
            "verwijtbaarheid: geen",
            "VRD409",
            "`verwijtbaarheid` is een oordeel, maar staat onder `gegevens`",
            "zet het onder `oordelen`, met `oordeel` en `motivering`",
        ),
        (
            "verwijtbarheid: geen",
            "VRD406",
            "er is geen gegeven `verwijtbarheid`",
            "bedoelt u `verwijtbaarheid`? dat hoort onder `oordelen`",
        ),
        (
            "verlaging: 5%",
            "VRD409",
            "`verlaging` is een besluit: de uitkomst, en geen gegeven",
            "haal de regel weg, of noem het onder `besluiten`",
        ),
        ("jong: ja", "VRD409", "`jong` rekent het programma zelf uit", "haal de regel weg"),
    ],
)
def test_a_name_that_is_no_fact(line: str, code: str, message: str, help: str) -> None:
    assert fact(line) == (code, message, help)


def test_an_unknown_judgement() -> None:
    text = f"{HEAD}oordelen:\n  dringende_reden: {{oordeel: ja, motivering: x}}\n"
    assert refusal(text)[::3] == ("VRD407", "er is geen oordeel `dringende_reden`")
    assert refusal(text)[4] == "bedoelt u `dringende_redenen`?"


def test_a_fact_among_the_judgements() -> None:
    assert refusal(f"{HEAD}oordelen:\n  gedraging: te_laat\n")[3:] == (
        "`gedraging` is een gegeven, maar staat onder `oordelen`",
        "zet het onder `gegevens`",
    )


def test_an_unknown_decision() -> None:
    assert refusal(f"{HEAD}besluiten: [verlagin]\n") == (
        "VRD408",
        3,
        13,
        "er is geen besluit `verlagin`",
        "bedoelt u `verlaging`?",
    )


def test_an_unknown_decision_that_resembles_none() -> None:
    assert refusal(f"{HEAD}besluiten: [xyz]\n")[4] == "kies uit `verlaging`, `duur_verlaging`, `inhouding`"


def test_a_decision_named_twice() -> None:
    assert refusal(f"{HEAD}besluiten: [verlaging, verlaging]\n")[3:] == (
        "`verlaging` staat twee keer in deze lijst",
        "haal de tweede weg",
    )


def test_decisions_without_brackets() -> None:
    assert refusal(f"{HEAD}besluiten: verlaging, duur_verlaging\n")[3:] == (
        "bij `besluiten` hoort een lijst, maar hier staat één waarde",
        "zet er haakjes omheen: `[verlaging, duur_verlaging]`",
    )


def test_an_unknown_key() -> None:
    assert refusal(f"{HEAD}gegeven: {{gedraging: te_laat}}\n") == (
        "VRD405",
        3,
        1,
        "een casus heeft geen sleutel `gegeven`",
        "bedoelt u `gegevens`?",
    )


def test_an_unknown_key_that_resembles_none() -> None:
    assert refusal(f"{HEAD}opmerking: niets\n")[4] == (
        "de sleutels zijn `casus`, `gemeente`, `peildatum`, `besluiten`, `voorbeeldrichtlijnen`, `gegevens`, "
        "`oordelen`, `gesprek`, `keuze`, `verwacht`"
    )


def test_a_fact_that_is_not_indented() -> None:
    assert refusal(f"{HEAD}gedraging: te_laat\n")[::3] == (
        "VRD409",
        "`gedraging` staat niet onder een sleutel",
    )
    assert refusal(f"{HEAD}gedraging: te_laat\n")[4] == "zet het onder `gegevens`, en spring in met spaties"


# ------------------------------------------------ no persons


@pytest.mark.parametrize(
    "name",
    ["naam", "Naam", "voornaam", "naam_partner", "bsn", "BSN", "b.s.n.", "adres", "e-mail", "postcode"],
)
def test_a_case_has_no_field_for_a_person(name: str) -> None:
    for text in (f"{HEAD}{name}: x\n", f"{HEAD}gegevens: {{{name}: x}}\n"):
        code, _, _, message, help = refusal(text)
        assert (code, message) == ("VRD402", f"een casus heeft geen veld voor `{name}`")
        assert help == "haal deze regel weg; een casus noemt geen personen"


def test_a_date_of_birth_becomes_an_age() -> None:
    assert fact("geboortedatum: 1990-01-01") == (
        "VRD402",
        "een casus heeft geen veld voor `geboortedatum`",
        "haal deze regel weg; vul als het nodig is `leeftijd` in, zoals `29 jaar`",
    )


@pytest.mark.parametrize(
    "text",
    [
        "casus: Zaak van 123456782\n" + HEAD,
        HEAD + "oordelen:\n  verwijtbaarheid: {oordeel: geen, motivering: bsn 1234.56.782 was bekend}\n",
        HEAD + "keuze: {motivering: {omstandigheden: zie 123456782}}\n",
        HEAD + "gegevens:\n  123456782: ja\n",
        HEAD + "verwacht: {opmerking: 123 456 782}\n",
        HEAD + "# van 123456782\n",
        HEAD + "gegevens:\n  leeftijd: 29 jaar   # 123456782\n",
    ],
)
def test_a_bsn_is_refused_and_never_repeated(text: str) -> None:
    found = refusals(text)
    assert [each.code for each in found] == ["VRD401"]
    assert "123456782" not in repr(found).replace(" ", "").replace(".", "")


def test_nine_digits_that_fail_the_elfproef_may_stand() -> None:
    assert read("casus: Dossier 123456789\n" + HEAD).title == "Dossier 123456789"
