"""`beproef --mutatie`: what trials notice is counted, what they do not is named with its place."""

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
"""
ABOVE = """\
proef: Te laat geregistreerd in Haarlem
gemeente: haarlem
peildatum: 2026-03-01
oordelen: {verwijtbaarheid: aanwezig}
tabel: |
  | peildatum  | gedraging             | dan verlaging |
"""
LATE = "  |            | te_laat_geregistreerd | 7%            |\n"
OTHER = "  |            | onvoldoende_meegewerkt | 0%           |\n"
FIRST = "  | 2015-01-01 | te_laat_geregistreerd | 7%            |\n"
EVE = "  | 2014-12-31 | te_laat_geregistreerd | open: 0%, wat de ontbrekende regeling bepaalt (0% tot en met 100%) |\n"


def stop(*_: object) -> None:
    """A mistake of the program."""
    raise ZeroDivisionError("gedeeld door nul")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("eigen").mkdir()
    Path("eigen/haarlem.vrd").write_text(ORDINANCE, encoding="utf-8")
    return tmp_path


def run(capsys: Capture, rows: str, *words: str) -> tuple[int, str, str]:
    Path("haarlem.yaml").write_text(ABOVE + rows, encoding="utf-8")
    options = ("--mutatie", "--regelingen", "eigen", "--alleen", "eigen/haarlem")
    code = main(["beproef", "haarlem.yaml", *options, *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def answer(capsys: Capture, rows: str, *words: str) -> dict[str, Any]:
    _, out, _ = run(capsys, rows, "--formaat", "json", *words)
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def missed(found: dict[str, Any]) -> set[str]:
    return {each["wijziging"] for each in found["onopgemerkt"]}


def test_a_row_at_each_boundary_notices_everything_there(capsys: Capture, own: Path) -> None:
    found = answer(capsys, LATE + OTHER + FIRST)
    assert missed(found) == {"geldt vanaf 31 december 2014"}
    assert found["totaal"]["telt"] - found["totaal"]["opgemerkt"] == 1
    assert missed(answer(capsys, LATE + OTHER + FIRST + EVE)) == set()


def test_without_a_row_its_boundary_goes_unnoticed(capsys: Capture, own: Path) -> None:
    found = answer(capsys, LATE)
    assert "geldt vanaf 2 januari 2015" in missed(found)
    assert "`verlaging`: 7% wordt 8%" not in missed(found)
    (one,) = [each for each in found["onopgemerkt"] if each["wijziging"] == "geldt vanaf 2 januari 2015"]
    assert (one["bestand"], one["regel"], one["bekeken"]) == ("eigen/haarlem.vrd", 1, True)


def test_in_text(capsys: Capture, own: Path) -> None:
    code, out, err = run(capsys, LATE + OTHER + FIRST)
    assert (code, err) == (1, "")
    assert "van de wijzigingen wordt opgemerkt: " in out
    assert (
        "Onopgemerkt in eigen/haarlem.vrd:\n  regel 1 · regeling haarlem/haarlemse_maatregelen · kenmerk "
        in out
    )
    assert "    - geldt vanaf 31 december 2014\n" in out


def test_what_is_accepted_with_a_reason_does_not_count(capsys: Capture, own: Path) -> None:
    (one,) = answer(capsys, LATE + OTHER + FIRST)["onopgemerkt"]
    entry = {key: one[key] for key in ("bestand", "plaats", "wijziging", "kenmerk")} | {
        "reden": "Toen was er niets."
    }
    Path("aanvaard.yaml").write_text(json.dumps({"aanvaard": [entry]}), encoding="utf-8")
    code, out, _ = run(capsys, LATE + OTHER + FIRST, "--aanvaard", "aanvaard.yaml")
    assert code == 0
    assert out.startswith("100,0% van de wijzigingen wordt opgemerkt")
    assert "1 aanvaard" in out


def test_what_was_accepted_goes_stale_when_the_text_changes(capsys: Capture, own: Path) -> None:
    (one,) = answer(capsys, LATE + OTHER + FIRST)["onopgemerkt"]
    entry = {key: one[key] for key in ("bestand", "plaats", "wijziging")} | {
        "kenmerk": "00000000",
        "reden": "x",
    }
    Path("aanvaard.yaml").write_text(json.dumps({"aanvaard": [entry]}), encoding="utf-8")
    found = answer(capsys, LATE + OTHER + FIRST, "--aanvaard", "aanvaard.yaml")
    assert missed(found) == {"geldt vanaf 31 december 2014"}
    assert len(found["verouderd"]) == 1


def test_what_is_accepted_elsewhere_is_not_stale_here(capsys: Capture, own: Path) -> None:
    entry = {
        "bestand": "model/verrekening.vrd",
        "plaats": "x",
        "wijziging": "y",
        "kenmerk": "z",
        "reden": "r",
    }
    Path("aanvaard.yaml").write_text(json.dumps({"aanvaard": [entry]}), encoding="utf-8")
    assert answer(capsys, LATE, "--aanvaard", "aanvaard.yaml")["verouderd"] == []


def test_where_the_program_itself_stops_the_change_and_the_error_are_named(
    capsys: Capture, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERORDENING_CACHE", "uit")
    monkeypatch.setattr("verordening.analyse.mutation.trying.run_trial", stop)
    code, out, _ = run(capsys, LATE)
    told = " ".join(out.split())
    assert code == 1
    assert (
        "Het programma liep zelf vast op eigen/haarlem.vrd, regel 9, haarlem/haarlemse_maatregelen artikel 1: "
        "`verlaging`: 7% wordt 8%. Dat telt als opgemerkt, maar is een fout in het programma: "
        "ZeroDivisionError: gedeeld door nul (test_mutatie.py:"
    ) in told
    assert "bij de proef haarlem.yaml:7." in told


def test_what_was_tried_is_not_tried_again_until_the_program_changes(
    capsys: Capture, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = answer(capsys, LATE)
    monkeypatch.setattr("verordening.analyse.mutation.trying.run_trial", stop)
    assert answer(capsys, LATE) == first
    monkeypatch.setattr("verordening.cli.mutatie.stamps_of", lambda *_: "another program")
    assert answer(capsys, LATE)["vastgelopen"]


def test_a_trial_that_is_not_good_shows_nothing(capsys: Capture, own: Path) -> None:
    found = answer(capsys, LATE.replace("7%", "8%"))
    assert found["proeven_niet_goed"] == ["haarlem.yaml:7"]
    assert found["totaal"]["opgemerkt"] == 0


def test_a_row_that_cannot_be_read_is_named_too(capsys: Capture, own: Path) -> None:
    unreadable = "  | 2026-13-01 | te_laat_geregistreerd | 7%            |\n"
    assert answer(capsys, LATE + unreadable)["proeven_niet_goed"] == ["haarlem.yaml:8"]


def test_wrong_options(capsys: Capture, own: Path) -> None:
    assert run(capsys, LATE, "--hoogstens", "kort")[2].startswith(
        "fout[VRD504]: `kort` is geen aantal minuten"
    )
    assert run(capsys, LATE, "--alleen", "weg/")[2].startswith(
        "fout[VRD504]: er is geen regeling waarvan het pad"
    )
