"""`conflicten` on a small regulation of a municipality that does not exist: forms, exit codes, what is accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest

from verordening.cli.main import main

HEADER: Final = """\
regeling {naam} "Regels over de premie"
  soort      {soort}
  gemeente   botsdam
  bron       "een voorbeeld"
{grond}  herkomst   fictief "een voorbeeld"
  in werking vanaf 1 januari 2024

"""
DECLARED: Final = """\
besluit feestpremie: bedrag van € 0 tot en met € 1.000, gunstig hoger
  uitkomstzin "De premie is {uitkomst}"

gegeven feestdagen: aantal van 0 tot en met 100
  vraag "Hoeveel feestdagen waren er?"

gegeven feestgangers: aantal van 0 tot en met 100
  vraag "Hoeveel gasten waren er?"

"""
CLASH: Final = """\
artikel 1 "Premie"
  lid 1
    als      feestdagen > 3
    dan moet feestpremie = € 100
  lid 2
    als      feestgangers > 5
    dan moet feestpremie = € 200
"""
MENDED: Final = CLASH.replace("  lid 2\n", "  lid 2\n    in afwijking van lid 1\n")
PRODUCT: Final = CLASH.replace("feestdagen > 3", "feestdagen > 3 en feestgangers < 3")
_SCHEMA: Final = Path(__file__).parents[1] / "present" / "schemas" / "sarif-2.1.0.json"


def _write(folder: Path, rules: str) -> str:
    header = HEADER.format(naam="premie", soort="verordening", grond="")
    (folder / "premie.vrd").write_text(f"{header}{DECLARED}{rules}", encoding="utf-8")
    return str(folder / "premie.vrd")


def _told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["conflicten", *words])
    said = capsys.readouterr()
    assert said.err == ""
    return code, said.out


def _is_silent(code: int, said: str) -> bool:
    """Nothing was found, and it says of which rules and which day."""
    return code == 0 and said.startswith("Niets gevonden. Nagekeken: de regels die hier zijn opgenomen,")


def test_a_municipality_with_a_typing_mistake_is_asked_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicten", "rotterdm"]) == 2
    assert "bedoelt u `rotterdam`?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("haarlem",),
            "VRD512",
            "Haarlem is een gemeente, maar de regelingen van Haarlem zijn hier niet opgenomen",
        ),
        (
            ("'s-Gravenhage",),
            "VRD512",
            "begin met `verordening nieuw gemeente den_haag --uit mijn-regelingen`",
        ),
        (("amsterdam", "--commentaar", "."), "VRD002", "`.` is een map, en hier hoort een bestand"),
    ],
)
def test_what_cannot_be_looked_at_ends_2_at_once(
    words: tuple[str, ...], code: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["conflicten", *words]) == 2
    told = capsys.readouterr()
    assert f"fout[{code}]" in told.err
    assert said in " ".join(told.err.split())
    assert told.out == ""


def test_a_clash_ends_1_with_both_places_and_a_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = _told(capsys, _write(tmp_path, CLASH))
    assert code == 1
    assert "fout[VRD601]" in said
    assert "`artikel 1 lid 1` geeft feestpremie € 100" in said
    assert "`artikel 1 lid 2` geeft feestpremie € 200" in said
    assert "feestdagen =" in said
    assert "feestpremie strijdig: € 100,00 of € 200,00" in " ".join(said.split())


def test_the_mended_regulation_ends_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _is_silent(*_told(capsys, _write(tmp_path, MENDED)))


def test_conditions_that_exclude_each_other_are_no_clash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _is_silent(*_told(capsys, _write(tmp_path, PRODUCT)))


def test_the_case_is_kept_and_holds_as_a_trial(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, kept = _write(tmp_path, CLASH), tmp_path / "zaken"
    _, said = _told(capsys, path, "--bewaar", str(kept))
    (case,) = kept.iterdir()
    assert f"verordening toets {case}" in " ".join(said.split())
    assert main(["beproef", str(case), "--regelingen", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["toets", str(case), "--regelingen", str(tmp_path)]) == 4


def test_json_names_the_case_and_the_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = _told(capsys, _write(tmp_path, CLASH), "--formaat", "json", "--peildatum", "2026-03-01")
    answer: dict[str, Any] = json.loads(said)
    assert answer["peildatum"] == "2026-03-01"
    (found,) = answer["meldingen"]
    assert answer["schema"] == "verordening/conflicten/1"
    assert found["bewezen"] is True
    assert len(found["kenmerk"]) == 8
    (case,) = found["zaken"]
    assert case["verwacht"]["besluiten"] == {"feestpremie": {"status": "strijdig"}}
    assert case["gegevens"].keys() == {"feestdagen", "feestgangers"}


def test_sarif_has_both_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, said = _told(capsys, _write(tmp_path, CLASH), "--formaat", "sarif")
    log = json.loads(said)
    jsonschema.validate(log, json.loads(_SCHEMA.read_text(encoding="utf-8")))
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "VRD601"
    assert result["locations"]
    assert result["relatedLocations"]


@pytest.mark.parametrize("form", ["kort", "junit", "github", "gitlab", "schermlezer"])
def test_every_form_names_the_code(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _told(capsys, _write(tmp_path, CLASH), "--formaat", form)
    assert code == 1
    assert "VRD601" in said


def test_what_was_accepted_stays_away_until_the_text_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _write(tmp_path, CLASH)
    _, said = _told(capsys, path, "--formaat", "json")
    mark = json.loads(said)["meldingen"][0]["kenmerk"]
    entry = {
        "melding": "VRD601",
        "plaats": "botsdam/premie artikel 1 lid 1",
        "kenmerk": mark,
        "reden": "Een proef.",
    }
    accepted = tmp_path / "aanvaard.yaml"
    lines = "\n    ".join(f"{key}: {value}" for key, value in entry.items())
    accepted.write_text(f"aanvaard:\n  - {lines}\n", encoding="utf-8")
    code, said = _told(capsys, path, "--aanvaard", str(accepted))
    assert code == 0
    assert said.startswith("Niets gevonden, behalve wat is aanvaard.")

    _write(tmp_path, CLASH.replace("> 3", "> 4"))
    code, said = _told(capsys, path, "--aanvaard", str(accepted))
    assert code == 1
    assert "was aanvaard: Een proef. Sindsdien is de tekst veranderd" in " ".join(said.split())


def test_an_accepted_file_without_a_reason_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted = tmp_path / "aanvaard.yaml"
    accepted.write_text("aanvaard:\n  - melding: VRD601\n", encoding="utf-8")
    assert main(["conflicten", _write(tmp_path, CLASH), "--aanvaard", str(accepted)]) == 2
    assert "hier ontbreekt `plaats`" in capsys.readouterr().err


def test_the_comment_can_be_read_by_a_council_member(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    comment = tmp_path / "commentaar.md"
    _told(capsys, _write(tmp_path, CLASH), "--commentaar", str(comment))
    said = comment.read_text(encoding="utf-8")
    assert "**Er is 1 zaak gevonden waarin iets misgaat.**" in said
    assert "`artikel 1 lid 1` geeft feestpremie € 100" in said


def test_a_file_that_cannot_be_read_ends_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _write(tmp_path, CLASH.replace("als ", "alss "))
    assert main(["conflicten", path]) == 2
    assert "fout[" in capsys.readouterr().err


def test_a_second_run_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERORDENING_CACHE", str(tmp_path / "cache"))
    path = _write(tmp_path, CLASH)
    first = _told(capsys, path)
    assert _told(capsys, path) == first
    _write(tmp_path, MENDED)
    assert _told(capsys, path)[0] == 0
    _write(tmp_path, CLASH)
    assert _told(capsys, path) == first
