"""`beproef --dekking`: what trials put to the test counts; what they only pass by does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.haarlem import HEADER
from verordening.cli.main import main

Capture = pytest.CaptureFixture[str]

ORDINANCE = f"""\
{HEADER}\
artikel 1
  als      gedraging = te_laat_geregistreerd
  dan moet verlaging = 7%

artikel 2
  in afwijking van artikel 1
  als      gedraging = te_laat_geregistreerd en kostendelende_medebewoners >= 3
  dan moet verlaging = 9%
"""
ABOVE = """\
proef: Te laat geregistreerd in Haarlem
gemeente: haarlem
peildatum: 2026-03-01
oordelen: {verwijtbaarheid: aanwezig}
tabel: |
  | kostendelende_medebewoners | gedraging              | dan verlaging |
"""
ROWS = {
    "minder": "  | 2 | te_laat_geregistreerd  | 7%            |\n",
    "precies": "  | 3 | te_laat_geregistreerd  | 9%            |\n",
    "meer": "  | 4 | te_laat_geregistreerd  | 9%            |\n",
    "anders": "  | 4 | onvoldoende_meegewerkt | 0%            |\n",
    "onbekend": "  | ?        | te_laat_geregistreerd  | open          |\n",
}
NUMBER = "kostendelende medebewoners ≥ 3"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("eigen").mkdir()
    Path("eigen/haarlem.vrd").write_text(ORDINANCE, encoding="utf-8")


def run(capsys: Capture, *rows: str, form: str = "tekst") -> str:
    Path("haarlem.yaml").write_text(ABOVE + "".join(ROWS[each] for each in rows), encoding="utf-8")
    options = ("--dekking", "--regelingen", "eigen", "--alleen", "eigen/haarlem", "--formaat", form)
    assert main(["beproef", "haarlem.yaml", *options]) == 0
    return capsys.readouterr().out


def ways(capsys: Capture, *rows: str) -> dict[str, dict[str, Any]]:
    """Per rule the ways it went, and per condition in it."""
    answer = json.loads(run(capsys, *rows, form="json"))
    return {
        each["plaats"].removeprefix("haarlem/haarlemse_maatregelen "): {
            **each["wegen"],
            **{one["tekst"]: one["wegen"] for one in each["voorwaarden"]},
        }
        for each in answer["plaatsen"]
    }


def test_below_on_and_above_a_threshold_each_count_by_themselves(capsys: Capture) -> None:
    assert ways(capsys, "minder")["artikel 2"][NUMBER] == {"eronder": True, "erop": False, "erboven": False}
    assert ways(capsys, "minder", "precies", "meer")["artikel 2"][NUMBER] == dict.fromkeys(
        ("eronder", "erop", "erboven"), True
    )


def test_a_threshold_beside_a_condition_that_fails_is_only_passed_by(capsys: Capture) -> None:
    assert ways(capsys, "anders")["artikel 2"][NUMBER] == {"eronder": False, "erop": False, "erboven": False}


def test_a_rule_applies_does_not_or_is_unknown(capsys: Capture) -> None:
    found = ways(capsys, "precies")["artikel 2"]
    assert (found["geldt"], found["geldt niet"], found["onbekend"]) == (True, False, False)
    found = ways(capsys, "minder", "onbekend")["artikel 2"]
    assert (found["geldt"], found["geldt niet"], found["onbekend"]) == (False, True, True)


def test_a_rule_that_loses_counts_for_it_made_the_other_one_deviate(capsys: Capture) -> None:
    assert ways(capsys, "meer")["artikel 1"]["geldt"] is True


def test_a_trial_that_is_not_good_covers_nothing(capsys: Capture) -> None:
    Path("eigen/haarlem.vrd").write_text(ORDINANCE.replace("7%", "8%"), encoding="utf-8")
    assert not any(ways(capsys, "minder")["artikel 2"][NUMBER].values())


def test_the_drawing_shows_what_no_trial_does(capsys: Capture) -> None:
    out = run(capsys, "minder", "meer")
    assert f"    {NUMBER}  " in out
    assert "✓ eronder ✗ erop ✓ erboven\n" in out
    assert "  haarlem/haarlemse_maatregelen artikel 2 (regel 13)\n" in out


def test_for_a_screen_reader(capsys: Capture) -> None:
    out = run(capsys, "minder", "meer", form="schermlezer")
    assert f"haarlem/haarlemse_maatregelen artikel 2 (regel 13), {NUMBER}: geen proef voor erop.\n" in out
