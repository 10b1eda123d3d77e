"""`controleer` shows one cause once: lint and `conflicten` may both see it, and one of them says it more exactly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verordening.cli.main import main

TEXT = """\
regeling premie "Verordening premie"
  soort      verordening
  gemeente   botsdam
  bron       "verzonnen voorbeeld"
  herkomst   fictief "om te proberen"
  in werking vanaf 1 januari 2020

gegeven dagen: aantal van 0 tot en met 20
  vraag "Hoeveel dagen?"

besluit premie: bedrag van € 0 tot en met € 100, standaard € 0, gunstig hoger
  uitkomstzin "De premie is {uitkomst}"

artikel 1 "Premie"
  lid 1
    als      dagen > 3
    dan moet premie = € 10
  lid 2
    als      dagen > 3
    dan moet premie = € 20
  lid 3
    als      dagen > 9 en dagen < 5
    dan moet premie = € 30
"""


def test_one_message_for_each_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lid 1 and 2 clash: told with the case. Lid 3 never applies: told at its conditions."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "botsdam.vrd").write_text(TEXT, encoding="utf-8")
    assert main(["controleer", ".", "--formaat", "json"]) == 1
    found = {
        each["code"]: each["plaats"]["regel"] for each in json.loads(capsys.readouterr().out)["meldingen"]
    }
    assert found == {"VRD711": 1, "VRD601": 17, "VRD806": 22}


def test_lint_by_itself_still_tells_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "botsdam.vrd").write_text(TEXT, encoding="utf-8")
    main(["lint", ".", "--formaat", "json"])
    said = capsys.readouterr().out
    assert "VRD775" in said
    assert "VRD806" in said
