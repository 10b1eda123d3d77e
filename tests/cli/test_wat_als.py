"""`--wat-als`: what is said of the nearest changes, in every form, and that a fault of ours ends with 3."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from verordening.cli.main import main
from verordening.evaluate.trying import Trials

Capture = pytest.CaptureFixture[str]
EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = pytest.mark.parametrize("name", ["te-laat-geregistreerd", "inkomen-net-boven-105-procent"])


def said(capsys: Capture, *tokens: object) -> str:
    assert main([str(each) for each in tokens]) == 0
    return capsys.readouterr().out


def section(text: str) -> str:
    """From the first line on what would change the answer."""
    return text[text.index("  WAT ALS") if "  WAT ALS" in text else text.index("Wat als:") :]


@NAMES
@pytest.mark.parametrize("command", ["toets", "afwijken"])
def test_text(capsys: Capture, snapshot: SnapshotAssertion, command: str, name: str) -> None:
    text = said(capsys, command, EXAMPLES / f"{name}.yaml", "--wat-als")
    assert section(text) == snapshot
    before = text[: text.index("  WAT ALS")].rstrip()
    assert said(capsys, command, EXAMPLES / f"{name}.yaml").startswith(before)


@NAMES
def test_screen_reader(capsys: Capture, snapshot: SnapshotAssertion, name: str) -> None:
    text = said(capsys, "toets", EXAMPLES / f"{name}.yaml", "--wat-als", "--formaat", "schermlezer")
    assert section(text) == snapshot


def test_json(capsys: Capture) -> None:
    name = EXAMPLES / "inkomen-net-boven-105-procent.yaml"
    found = json.loads(said(capsys, "toets", name, "--wat-als", "--formaat", "json"))["wat_als"]
    (change,) = found["gegevens"]
    assert change["als"] == [
        {
            "gegeven": "inkomensmaanden",
            "gedraging": None,
            "onderdeel": 1,
            "veld": "inkomen",
            "nu": "1480.00",
            "wordt": ["1471.57"],
            "tot_en_met": "0.00",
            "en_verder": True,
        }
    ]
    assert [(each["besluit"], each["soort"], each["status"], each["uitkomst"]) for each in change["dan"]] == [
        ("inkomenstoeslag", "uitkomst", "afstemmen", None),
        ("hoogte_inkomenstoeslag", "uitkomst", "bepaald", "200.00"),
    ]
    assert (found["oordelen"], found["verder_niet_gezocht"]) == ([], False)
    assert "wat_als" not in json.loads(said(capsys, "toets", name, "--formaat", "json"))


def test_a_change_that_does_not_come_out_again_is_our_fault(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Trials, "replayed", lambda *_: None)
    assert main(["toets", str(EXAMPLES / "te-laat-geregistreerd.yaml"), "--wat-als"]) == 3
    assert capsys.readouterr().out == ""
