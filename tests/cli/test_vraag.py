"""`vraag`: what is asked, what each answer does, who must show it, and whether the resident was heard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from verordening.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
Capture = pytest.CaptureFixture[str]


def ask(capsys: Capture, name: str, *options: str) -> str:
    assert main(["vraag", str(EXAMPLES / f"{name}.yaml"), *options]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    [
        "te-laat-verwijt-onbekend",
        "te-laat-geregistreerd",
        "verhuizen-contractduur-onbekend",
        "bijstand-inkomen-onbekend",
        "garage-huizen",
        "te-laat-zonder-verwijt",
    ],
)
def test_what_is_asked(capsys: Capture, name: str, snapshot: SnapshotAssertion) -> None:
    assert ask(capsys, name) == snapshot
    assert ask(capsys, name, "--formaat", "schermlezer") == snapshot(name="schermlezer")


def test_who_must_show_it(capsys: Capture) -> None:
    """A breach is for the college to show, absent blame for the resident; of Pw 18 lid 10 no source says."""
    said = " ".join(ask(capsys, "te-laat-verwijt-onbekend").split())
    assert "Is bij de persoon een verwijt aanwezig, of is er geen?" in said
    assert "Wie dit moet aantonen: de inwoner. Bron (reconstructie):" in said
    assert "Onze bronnen zeggen niet wie dit moet aantonen." in said
    moving = " ".join(ask(capsys, "verhuizen-contractduur-onbekend").split())
    assert "Wie dit moet aantonen: het college." in moving


def test_as_json(capsys: Capture) -> None:
    found = json.loads(ask(capsys, "te-laat-verwijt-onbekend", "--formaat", "json"))
    assert found["schema"] == "verordening/vragen/1"
    (question,) = found["vragen"]
    assert question["naam"] == "verwijtbaarheid"
    assert question["bewijslast"] == "belanghebbende"
    assert question["bewijslast_herkomst"] == "reconstructie"
    assert question["zeker"] is True
    assert question["besluiten"] == ["verlaging", "duur_verlaging"]
    assert question["bijvoorbeeld"]["zaken"] == [
        {"antwoord": "elke vorm van verwijtbaarheid ontbreekt", "ook": [], "uitkomst": "0%"},
        {"antwoord": "aanwezig", "ook": [], "uitkomst": "5%"},
    ]
    assert found["gehoord"] is None
    assert found["horen_volgens"] == "awb artikel 4:8 lid 1"


def test_what_guidelines_want_to_know_is_asked_of_a_way_that_is_considered(capsys: Capture) -> None:
    asked = "Staat de stress over geld het zoeken naar werk in de weg?"
    without = " ".join(ask(capsys, "richtlijnen-botsen").split())
    assert asked not in without
    assert "Nog elf richtlijnen kunnen meewegen." in without
    considered = " ".join(ask(capsys, "richtlijnen-botsen", "--regel", "pw artikel 9 lid 2").split())
    assert asked in considered


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("ja", "De inwoner is gehoord. Schrijf in het besluit wat u daarmee deed."),
        ("nee", "De inwoner is nog niet gehoord. Laat de inwoner eerst zijn kant vertellen (Awb 4:8 lid 1)"),
        ("", "Of de inwoner is gehoord, staat niet in de casus"),
    ],
)
def test_whether_the_resident_was_heard(capsys: Capture, tmp_path: Path, heard: str, said: str) -> None:
    text = (EXAMPLES / "te-laat-geregistreerd.yaml").read_text(encoding="utf-8")
    case = tmp_path / "casus.yaml"
    case.write_text(text + (f"gesprek: {{gehoord: {heard}}}\n" if heard else ""), encoding="utf-8")
    assert main(["vraag", str(case)]) == 0
    assert said in " ".join(capsys.readouterr().out.split())


def test_nobody_need_be_heard_on_the_best_there_is(capsys: Capture) -> None:
    assert "Horen hoeft niet voor deze uitkomst" in ask(capsys, "te-laat-zonder-verwijt")


def test_one_decision(capsys: Capture) -> None:
    found = json.loads(ask(capsys, "garage-huizen", "--besluit", "boete", "--formaat", "json"))
    assert found["gevraagd"] == ["boete"]
    assert [each["naam"] for each in found["vragen"]] == ["verwijtbaarheid_boete"]
