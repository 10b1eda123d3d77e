"""`controleer`: one answer on a change, with everything that stands in the way of adopting it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.haarlem import HEADER, RULES, TRIAL
from verordening.cli.main import main


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "regels").mkdir()
    (tmp_path / "proeven").mkdir()
    (tmp_path / "proeven/te_laat.yaml").write_text(TRIAL, encoding="utf-8")


def _written(text: str) -> None:
    Path("regels/maatregelen.vrd").write_text(HEADER + text, encoding="utf-8")
    main(["opmaak", "regels"])


CHOSEN = ("--negeer", "VRD793,VRD729,VRD607")
"""The header of the tests names no source, and fills in one article of many: the rest is a gap."""


def test_all_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    _written(RULES)
    capsys.readouterr()
    assert main(["controleer", "regels", *CHOSEN]) == 0
    assert capsys.readouterr().out == (
        "In orde: er is niets gevonden dat in de weg staat.\n\n1 proef: 1 goed.\n"
    )


def test_a_change_that_a_rule_and_a_trial_see(
    capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion
) -> None:
    _written(RULES.replace("= te_laat_geregistreerd", "= te_laat_geregistreerd en gedraging = geen"))
    assert main(["controleer", "regels", *CHOSEN, "--commentaar", "c.md"]) == 1
    assert Path("c.md").read_text(encoding="utf-8") == snapshot


def test_what_is_not_laid_out_stands_in_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    _written(RULES)
    file = Path("regels/maatregelen.vrd")
    file.write_text(file.read_text(encoding="utf-8").replace("  als ", "    als "), encoding="utf-8")
    capsys.readouterr()
    assert main(["controleer", "regels", *CHOSEN]) == 1
    assert "Nog niet opgemaakt: regels/maatregelen.vrd" in capsys.readouterr().out


def test_a_file_with_a_mistake_is_told_and_no_trial_is_run_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    _written(RULES.replace("te_laat_geregistreerd", "te_laat"))
    capsys.readouterr()
    assert main(["controleer", "regels", "--formaat", "json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in answer["meldingen"]] == ["VRD206", "VRD690"]
    assert answer["proeven"]["bestanden"] == []


def test_beside_a_file_that_cannot_be_read_the_others_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    _written(RULES)
    Path("regels/tweede.vrd").write_bytes("regeling tweede".encode("utf-16"))
    capsys.readouterr()
    assert main(["controleer", "regels", "--formaat", "json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in answer["meldingen"]] == ["VRD007", "VRD690"]
    assert answer["proeven"]["bestanden"] == []


def test_a_folder_without_trials_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    _written(RULES)
    Path("proeven/te_laat.yaml").unlink()
    capsys.readouterr()
    assert main(["controleer", "regels", *CHOSEN]) == 0
    assert "geen proeven" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["controleer", "bestaat-niet"]) == 2
    assert "bestaat-niet" in capsys.readouterr().err
