"""`uitleg` through the door: a code, a word, the list of both, and what is neither."""

from __future__ import annotations

import json

import pytest

from verordening.cli.main import main

Capture = pytest.CaptureFixture[str]


def answer(capsys: Capture, *words: str) -> str:
    assert main(["uitleg", *words]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


@pytest.mark.parametrize("typed", [("VRD203",), ("vrd203",), ("203",), ("[VRD203]",), ("VRD", "203")])
def test_a_code_as_people_type_it(capsys: Capture, typed: tuple[str, ...]) -> None:
    assert answer(capsys, *typed).startswith("VRD203: Een naam is van een andere soort dan hier hoort\n\n")


@pytest.mark.parametrize("typed", [("hangt_af_van",), ("Hangt af van",), ("hangt", "af", "van")])
def test_a_word_as_people_type_it(capsys: Capture, typed: tuple[str, ...]) -> None:
    assert answer(capsys, *typed).startswith("hangt af van (Wegen om af te wijken)\n\n")


def test_the_list(capsys: Capture) -> None:
    text = answer(capsys)
    assert text.startswith("Uitleg van meldingen en woorden\n")
    assert "\n  VRD203  Een naam is van een andere soort dan hier hoort\n" in text
    assert "\nHOE VAST EEN BESLUIT STAAT\n  bepaald, voorbehoud, afstemmen, open, leemte, strijdig\n" in text


@pytest.mark.parametrize("words", [(), ("203",), ("voorbehoud",)])
def test_other_formats(capsys: Capture, words: tuple[str, ...]) -> None:
    whole = json.loads(answer(capsys, *words, "--formaat", "json"))
    assert (whole["schema"], whole["afsluitcode"]) == ("verordening/uitleg/1", 0)
    assert answer(capsys, *words, "--formaat", "schermlezer").startswith("Uitleg ")


@pytest.mark.parametrize(
    ("typed", "help"),
    [
        ("VRD214", "kijk met `verordening uitleg` wat er is"),
        ("voorbehout", "bedoelt u `voorbehoud`?"),
        ("fietsenhok", "kijk met `verordening uitleg` wat er is"),
    ],
)
def test_what_has_no_page(capsys: Capture, typed: str, help: str) -> None:
    assert main(["uitleg", typed]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"fout[VRD504]: er is geen melding of woord `{typed}` met uitleg\n = hulp: {help}\n"
        " = uitleg: verordening uitleg VRD504\n\n1 fout.\n"
    )


def test_the_shell_completes_codes_and_words(capsys: Capture) -> None:
    assert main(["aanvulling", "bash"]) == 0
    script = capsys.readouterr().out
    assert "VRD203" in script
    assert "voorbehoud" in script
    assert "'hangt af van'" in script
