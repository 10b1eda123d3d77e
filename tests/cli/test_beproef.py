"""`beproef`: what is as expected is counted, what is not is shown with what came and how to run it alone."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import CASE
from verordening.cli.main import main

Capture = pytest.CaptureFixture[str]

TABLE = """\
proef: Te laat geregistreerd
gemeente: amsterdam
peildatum: 2026-03-01
gegevens:
  huishouden: alleenstaande
  leeftijd: 29 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee
  gedraging: te_laat_geregistreerd
  datum_gedraging: 2026-02-16
  eerdere_maatregel_artikel_6: nee
oordelen: {verwijtbaarheid: aanwezig}
tabel: |
  | naam           | verwijtbaarheid | dan verlaging |
"""
RIGHT = "  | met verwijt    |                 | 5%            |\n"
WRONG = "  | zonder verwijt | geen            | 5%            |\n"
UNJUDGED = "  | onbekend       | ?               | nog te beoordelen |\n"


def run(capsys: Capture, *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("norm.yaml")


def test_what_is_as_expected_is_counted(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT, encoding="utf-8")
    assert run(capsys, "beproef", table) == (0, "1 proef: 1 goed.\n", "")


def test_what_is_not_as_expected_is_shown_with_the_rule(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT + WRONG, encoding="utf-8")
    code, out, err = run(capsys, "beproef", table)
    assert (code, err) == (1, "")
    assert out == (
        "✗ norm.yaml:16 · Te laat geregistreerd: zonder verwijt\n"
        "    verlaging  verwacht  5%\n"
        "               gekregen  0% (volgens Participatiewet artikel 18 lid 9)\n"
        "    → verordening beproef norm.yaml:16\n"
        "\n"
        "2 proeven: 1 goed en 1 niet goed.\n"
    )


def test_that_no_rule_says_anything_can_be_expected(capsys: Capture, table: Path) -> None:
    """Pw 59: of nobody else, so no rule gives an outcome; a family member may be asked, by lid 1."""
    table.write_text(
        """\
proef: Terugvorderen van een ander
gemeente: zonderdam
peildatum: 2026-03-01
gegevens: {bijstand_aan_gezin: aan_gezin}
tabel: |
  | terugvordering_bij_ander | dan terugvordering_van_ander regel |
  | van_niemand_anders       | geen                               |
  | gezinslid                | geen                               |
""",
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "beproef", table)
    assert code == 1
    assert "gekregen  pw artikel 59 lid 1" in out
    assert out.endswith("2 proeven: 1 goed en 1 niet goed.\n")


def test_one_row_alone(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT + WRONG, encoding="utf-8")
    assert run(capsys, "beproef", f"{table}:15")[0] == 0
    assert run(capsys, "beproef", f"{table}:16")[0] == 1


def test_what_is_still_to_be_judged_does_not_pass(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT + UNJUDGED, encoding="utf-8")
    code, out, _ = run(capsys, "beproef", table)
    assert code == 1
    assert out.endswith("2 proeven: 1 goed en 1 nog te beoordelen.\n")


def test_for_a_screen_reader(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + WRONG, encoding="utf-8")
    _, out, _ = run(capsys, "beproef", table, "--formaat", "schermlezer")
    assert out == (
        "Niet goed: norm.yaml:15 · Te laat geregistreerd: zonder verwijt.\n"
        "verlaging: verwacht 5%, gekregen 0%, volgens Participatiewet artikel 18 lid 9.\n"
        "Alleen deze: verordening beproef norm.yaml:15\n"
        "1 proef: 1 niet goed.\n"
    )


def test_in_json(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT + WRONG, encoding="utf-8")
    code, out, _ = run(capsys, "beproef", table, "--formaat", "json")
    answer = json.loads(out)
    assert code == answer["afsluitcode"] == 1
    assert answer["aantal"] == {"goed": 1, "niet_goed": 1, "nog_te_beoordelen": 0, "geweigerd": 0}
    (file,) = answer["bestanden"]
    assert [each["was"] for each in file["proeven"]] == ["goed", "niet_goed"]
    (difference,) = file["proeven"][1]["verschillen"]
    assert difference == {
        "wat": "verlaging",
        "verwacht": "5%",
        "gekregen": "0%",
        "volgens": "Participatiewet artikel 18 lid 9",
    }


def test_how_the_answer_came_to_be(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT + WRONG, encoding="utf-8")
    _, out, _ = run(capsys, "beproef", table, "--boom")
    assert out.count("zonder verwijt · Amsterdam · peildatum 1 maart 2026") == 1


def test_a_case_file_is_compared_with_what_it_names(capsys: Capture, table: Path) -> None:
    expected = "verwacht:\n  besluiten:\n    verlaging: {uitkomst: 5%}\n"
    table.write_text(CASE + expected, encoding="utf-8")
    assert run(capsys, "beproef", table)[0] == 0
    table.write_text(CASE + expected.replace("5%", "10%"), encoding="utf-8")
    code, out, _ = run(capsys, "beproef", table)
    assert code == 1
    assert "verlaging uitkomst  verwacht  10%\n" in out


def test_routes_and_floors_that_are_named_are_all_of_them(capsys: Capture, table: Path) -> None:
    for expected in ("ruimte: []", "ondergrenzen: {}"):
        table.write_text(f"{CASE}verwacht:\n  {expected}\n", encoding="utf-8")
        assert run(capsys, "beproef", table)[0] == 1


def test_a_refusal_can_be_expected(capsys: Capture, table: Path) -> None:
    """A begin later than the act contradicts nothing; a fact out of its bounds is refused with VRD413."""
    column = TABLE.replace("dan verlaging |", "leeftijd | dan fout |")
    table.write_text(f"{column}  | te oud | | 200 jaar | VRD413 |\n", encoding="utf-8")
    assert run(capsys, "beproef", table)[0] == 0
    table.write_text(f"{column}  | gewoon | | 29 jaar | VRD413 |\n", encoding="utf-8")
    code, out, _ = run(capsys, "beproef", table)
    assert code == 1
    assert "verwacht  geweigerd met VRD413\n          gekregen  een antwoord\n" in out


def test_a_mistake_in_one_file_does_not_keep_the_others_from_running(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT, encoding="utf-8")
    Path("fout.yaml").write_text(TABLE.replace("leeftijd", "leeftyd") + RIGHT, encoding="utf-8")
    code, out, err = run(capsys, "beproef", ".")
    assert (code, out) == (2, "2 proeven: 1 goed en 1 niet te beproeven.\n")
    assert "fout[VRD406]: er is geen gegeven `leeftyd`\n" in err


def test_a_folder_takes_its_cases_without_an_expectation_along_in_silence(
    capsys: Capture, table: Path
) -> None:
    table.write_text(TABLE + RIGHT, encoding="utf-8")
    Path("zonder.yaml").write_text(CASE, encoding="utf-8")
    assert run(capsys, "beproef", ".") == (0, "1 proef: 1 goed.\n", "")


def test_without_a_path_the_usual_folders(capsys: Capture, table: Path) -> None:
    code, _, err = run(capsys, "beproef")
    assert code == 2
    assert err.startswith("fout[VRD017]: in deze map staan geen proeven\n")
    Path("proeven").mkdir()
    (Path("proeven") / table).write_text(TABLE + RIGHT, encoding="utf-8")
    assert run(capsys, "beproef") == (0, "1 proef: 1 goed.\n", "")
    assert run(capsys, "test") == (0, "1 proef: 1 goed.\n", "")


def test_own_regulations_are_what_is_tried(capsys: Capture, table: Path) -> None:
    """The same rows, by an ordinance of Haarlem that lowers by 7% (fictitious)."""
    Path("eigen").mkdir()
    (Path("eigen") / "haarlem.vrd").write_text(
        'regeling haarlemse_maatregelen "Maatregelen van Haarlem"\n  soort verordening\n  gemeente haarlem\n'
        '  grondslag pw artikel 8 lid 1 onderdeel a\n  herkomst fictief "een voorbeeld"\n'
        "  in werking vanaf 1 januari 2015\n  gebruikt pw, begrippen\n\nartikel 1\n"
        "  als      gedraging = te_laat_geregistreerd\n"
        "  dan moet verlaging = 7% en duur_verlaging = 1 maand\n",
        encoding="utf-8",
    )
    table.write_text(
        TABLE.replace("amsterdam", "haarlem").replace("  eerdere_maatregel_artikel_6: nee\n", "")
        + RIGHT.replace("5%", "7%"),
        encoding="utf-8",
    )
    assert run(capsys, "beproef", table, "--regelingen", "eigen") == (0, "1 proef: 1 goed.\n", "")


def test_junit_for_a_build_server(capsys: Capture, table: Path) -> None:
    table.write_text(TABLE + RIGHT + WRONG + UNJUDGED, encoding="utf-8")
    Path("fout.yaml").write_text("proef: [", encoding="utf-8")
    assert run(capsys, "beproef", ".", "--junit", "uitslag.xml")[0] == 2
    root = ElementTree.parse("uitslag.xml").getroot()
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "1")
    assert [each.get("name") for each in root] == ["./fout.yaml", "./norm.yaml"]
    cases = root[1]
    assert [each.get("name") for each in cases] == [
        "met verwijt (regel 15)",
        "zonder verwijt (regel 16)",
        "onbekend (regel 17)",
    ]
    assert [each.tag for case in cases for each in case] == ["failure", "failure"]
    assert cases[1][0].text == "verlaging: verwacht 5%, gekregen 0%"
