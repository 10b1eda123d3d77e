"""`lint` as a policy officer uses it: choosing what to see, leaving what is right, mending what can be mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.haarlem import HEADER
from verordening.cli.main import main

NO_REASONS = """\
artikel 3
  als     gedraging = te_laat_geregistreerd en eerdere_maatregel = ja
  dan kan verlaging van 0% tot en met 10%

gegeven eerdere_maatregel: ja/nee
  vraag "Was er al een maatregel?"
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _lint(capsys: pytest.CaptureFixture[str], text: str, *options: str) -> tuple[int, list[str]]:
    """The exit code and the codes that are reported."""
    Path("regels.vrd").write_text(HEADER + text, encoding="utf-8")
    code = main(["lint", "regels.vrd", "--formaat", "json", *options])
    return code, [each["code"] for each in json.loads(capsys.readouterr().out)["meldingen"]]


def test_advice_and_warnings_are_told_and_warnings_count(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = _lint(capsys, NO_REASONS)
    assert {"VRD701", "VRD751", "VRD753"} <= set(found)
    assert code == 1


def test_only_what_was_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert _lint(capsys, NO_REASONS, "--kies", "VRD751") == (1, ["VRD751"])
    assert set(_lint(capsys, NO_REASONS, "--kies", "ruimte")[1]) == {"VRD751", "VRD753"}
    assert _lint(capsys, NO_REASONS, "--kies", "VRD70") == (0, ["VRD701"])
    assert "VRD751" not in _lint(capsys, NO_REASONS, "--negeer", "VRD75")[1]


def test_advice_counts_where_that_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert _lint(capsys, NO_REASONS, "--kies", "taal")[0] == 0
    assert _lint(capsys, NO_REASONS, "--kies", "taal", "--streng")[0] == 1


def test_an_error_is_told_whatever_was_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = _lint(capsys, NO_REASONS.replace("te_laat_geregistreerd", "te_laat"), "--kies", "geld")
    assert (code, found) == (1, ["VRD206", "VRD690"])


@pytest.mark.parametrize("choice", ["ruimtes", "VDR751", "751"])
def test_a_choice_that_chooses_nothing_is_refused(capsys: pytest.CaptureFixture[str], choice: str) -> None:
    Path("regels.vrd").write_text(HEADER + NO_REASONS, encoding="utf-8")
    assert main(["lint", "regels.vrd", "--kies", choice]) == 2
    assert choice in capsys.readouterr().err


def test_the_project_can_choose(capsys: pytest.CaptureFixture[str]) -> None:
    Path("verordening.toml").write_text('[lint]\nkies = ["ruimte"]\nnegeer = ["VRD753"]\n', encoding="utf-8")
    assert _lint(capsys, NO_REASONS)[1] == ["VRD751"]
    assert _lint(capsys, NO_REASONS, "--kies", "taal")[1] == ["VRD701"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[lint]\nkies = "ruimte"\n', "kies"),
        ('[lint]\nstreng = "soms"\n', "streng"),
        ("[lint]\nkiez = []\n", "kiez"),
    ],
)
def test_a_wrong_setting_is_refused(capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    Path("verordening.toml").write_text(text, encoding="utf-8")
    Path("regels.vrd").write_text(HEADER + NO_REASONS, encoding="utf-8")
    assert main(["lint", "regels.vrd"]) == 2
    told = capsys.readouterr().err
    assert "VRD522" in told
    assert said in told


def test_what_is_right_as_it_stands_is_left_with_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    left = "  # negeer VRD751, VRD753: de bron zegt het zo\n  dan kan"
    text = NO_REASONS.replace("  dan kan", left)
    assert {"VRD751", "VRD753", "VRD704", "VRD705"}.isdisjoint(_lint(capsys, text)[1])
    without = text.replace(": de bron zegt het zo", "")
    assert "VRD704" in _lint(capsys, without)[1]
    idle = text.replace("  dan kan", "  mandaat college\n  dan kan")
    assert "VRD705" in _lint(capsys, idle)[1]


def test_what_is_safe_to_mend_is_mended_and_only_then(capsys: pytest.CaptureFixture[str]) -> None:
    Path("regels.vrd").write_text(HEADER + NO_REASONS, encoding="utf-8")
    assert main(["lint", "regels.vrd", "--diff", "--kies", "taal"]) == 0
    assert "+  als     gedraging = te_laat_geregistreerd en eerdere_maatregel\n" in capsys.readouterr().out
    assert "= ja" in Path("regels.vrd").read_text(encoding="utf-8")
    assert main(["lint", "regels.vrd", "--herstel", "--kies", "taal"]) == 0
    assert capsys.readouterr().out == "1 melding hersteld. Er blijft niets over.\n"
    assert "= ja" not in Path("regels.vrd").read_text(encoding="utf-8")


def test_what_may_change_the_meaning_is_mended_only_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    clause = (
        "artikel 2\n  als      gedraging = te_laat_geregistreerd\n  dan moet verlaging = 5%\n\n"
        "artikel 9\n  in afwijking van deze regeling wegens onbillijk\n  dan kan  afgeweken worden\n\n"
        'oordeel onbillijk: ja/nee\n  vraag     "Is het onbillijk?"\n  grondslag artikel 9\n  weeg      gezin\n'
    )
    Path("regels.vrd").write_text(HEADER + clause, encoding="utf-8")
    main(["lint", "regels.vrd", "--herstel", "--kies", "VRD757"])
    assert "soort ruimte" not in Path("regels.vrd").read_text(encoding="utf-8")
    main(["lint", "regels.vrd", "--herstel", "--onveilig", "--kies", "VRD757"])
    assert "  soort ruimte hardheidsclausule\n" in Path("regels.vrd").read_text(encoding="utf-8")
    assert "hersteld" in capsys.readouterr().out


def test_the_shipped_files_are_never_mended(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--herstel"]) == 2
    assert "VRD505" in capsys.readouterr().err
