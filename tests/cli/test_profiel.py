"""`profiel`: where the time goes. Times differ from run to run; how often a rule was worked out never does."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from verordening.cli.main import main
from verordening.evaluate import expressions, guarding, routes, rules, single
from verordening.model.expressions import ConceptValue
from verordening.resources import resource_folder

Capture = pytest.CaptureFixture[str]
LID_9 = "pw artikel 18 lid 9"
ON = ("--gemeente", "amsterdam", "--peildatum", "2026-03-01")
ROWS: list[dict[str, Any]] = [
    {"gedraging": "te_laat_geregistreerd", "verwijtbaarheid": "aanwezig"},
    {"gedraging": None, "verwijtbaarheid": "aanwezig"},
]
FORM = pa.schema(
    [("gedraging", pa.string()), ("datum_gedraging", pa.date32()), ("verwijtbaarheid", pa.string())]
)


def measured(path: Path | str, capsys: Capture, *options: str) -> dict[str, Any]:
    assert main(["profiel", str(path), "--formaat", "json", *options]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def worked_out(found: dict[str, Any]) -> dict[str, int]:
    return {each["naam"]: each["keer_uitgerekend"] for each in found["delen"]}


def test_a_settled_case_works_each_rule_out_once(case: Path, capsys: Capture) -> None:
    found = measured(case, capsys, "--herhaal", "3")
    times = worked_out(found)
    assert times[LID_9] == 1
    assert max(times.values()) == 1
    assert worked_out(measured(case, capsys, "--herhaal", "2")) == times


def test_an_open_case_works_a_rule_out_for_each_answer_there_may_be(case: Path, capsys: Capture) -> None:
    """Whether there is blame is not known: once as it stands, once for each of the two answers (`geen`, `aanwezig`)."""
    text = case.read_text("utf-8").partition("oordelen:")[0]
    case.write_text(text, "utf-8")
    found = measured(case, capsys, "--herhaal", "2")
    assert worked_out(found)[LID_9] == 3
    assert "uitproberen wat nog open is" in {each["naam"] for each in found["stappen"]}


def test_each_part_says_where_it_stands_and_what_it_takes(case: Path, capsys: Capture) -> None:
    found = measured(case, capsys, "--herhaal", "3")
    (lid_9,) = [each for each in found["delen"] if each["naam"] == LID_9]
    assert (lid_9["soort"], lid_9["bestand"]) == ("regel", "landelijk/participatiewet.vrd")
    lines = (resource_folder("ordinances") / lid_9["bestand"]).read_text("utf-8").splitlines()
    assert "lid 9" in lines[lid_9["regelnummer"] - 1]
    assert all(each["met_wat_het_vraagt"] >= 0 for each in found["delen"])
    own = [each["zelf"] for each in found["delen"]]
    assert own == sorted(own, reverse=True)
    assert 0 < sum(own) < found["beoordelen_met_klok"]


def test_the_tree_is_a_step_only_where_it_is_asked(case: Path, capsys: Capture) -> None:
    tree = "stap voor stap (boom)"
    without, with_tree = (measured(case, capsys, "--herhaal", "1", *each) for each in ((), ("--boom",)))
    assert tree not in {each["naam"] for each in without["stappen"]}
    assert tree in {each["naam"] for each in with_tree["stappen"]}


def test_no_clock_is_left_behind(case: Path, capsys: Capture) -> None:
    room: Any = single

    def functions() -> list[object]:
        inner = [rules._test, rules.set_value, guarding._in_play, routes._way, room.decide, room.ways]
        return [*inner, expressions._CONDITIONS[ConceptValue]]

    before = functions()
    main(["toets", str(case)])
    answer = capsys.readouterr().out
    measured(case, capsys, "--herhaal", "1")
    assert functions() == before
    main(["toets", str(case)])
    assert capsys.readouterr().out == answer


def test_the_page_names_the_heaviest_with_their_place(case: Path, capsys: Capture) -> None:
    assert main(["profiel", str(case), "--herhaal", "2"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Waar de tijd blijft · Te laat geregistreerd · Amsterdam · peildatum 1 maart 2026" in said
    assert "(het midden van 2 keer)" in said
    assert "landelijk/participatiewet.vrd:" in said
    assert "1 keer uitgerekend" in said
    assert main(["profiel", str(case), "--herhaal", "2", "--formaat", "schermlezer"]) == 0
    assert "Stappen: " in capsys.readouterr().out


def test_a_file_says_what_was_left_to_the_interpreter_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Of an act that is not known (row 2) Pw 18 lid 5 may give the duration, shorter than what lid 6 leads to."""
    monkeypatch.chdir(tmp_path)
    day = {"datum_gedraging": date(2026, 2, 20)}
    pq.write_table(pa.Table.from_pylist([each | day for each in ROWS], FORM), "zaken.parquet")
    found = measured("zaken.parquet", capsys, *ON, "--besluit", "duur_verlaging")
    assert (found["rijen"], found["nagerekende_rijen"]) == (2, 1)
    (left,) = found["nagerekend"]
    assert (left["besluit"], left["rijen"]) == ("duur_verlaging", 1)
    assert left["waarom"] == {"een verband tussen leden, dat naast alle lagere regels gelegd moet worden": 1}
    (cost,) = found["besluiten"]
    assert 0 < cost["alleen_hiervoor"] <= cost["bewerkingen"] <= found["bewerkingen"]
    assert [each["naam"] for each in found["stappen"] if each["per_rij"]] == [
        "kolommen lezen",
        "de motor",
        "rijen nagerekend door de interpreter",
        "kolommen van de uitkomst maken",
        "uitkomst wegschrijven",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["zaken.parquet"]


def test_what_is_not_asked_of_a_file_is_not_in_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """As with doorreken: each column that goes makes the program shorter."""
    monkeypatch.chdir(tmp_path)
    pq.write_table(pa.Table.from_pylist(ROWS, FORM.remove(1)), "zaken.parquet")
    asked = [(), ("--kolommen", "regel,ruimte"), ("--kolommen", "regel"), ("--kort",)]
    found = [measured("zaken.parquet", capsys, *ON, "--besluit", "verlaging", *each) for each in asked]
    assert [each["kolommen"] for each in found] == [
        ["bedrag", "regel", "herkomst", "ruimte", "ondergrenzen"],
        ["regel", "ruimte"],
        ["regel"],
        [],
    ]
    operations = [each["bewerkingen"] for each in found]
    assert operations == sorted(operations, reverse=True)
    assert len(set(operations)) == len(asked)
    assert main(["profiel", "zaken.parquet", *ON, "--besluit", "verlaging", "--kolommen", "regel"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "gevraagd van elk besluit: de uitkomst en de status, en daarnaast regel" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("zaak.yaml", "--motor", "numpy"),
            "`--motor` hoort bij een bestand met veel zaken, niet bij een casus",
        ),
        (
            ("zaak.yaml", "--gemeente", "ede"),
            "`--gemeente` hoort bij een bestand met veel zaken, niet bij een casus",
        ),
        (("zaak.yaml", "--kolommen", "regel"), "`--kolommen` hoort bij een bestand met veel zaken"),
        (("zaak.yaml", "--kort"), "`--kort` hoort bij een bestand met veel zaken"),
        (
            ("zaken.csv", "--herhaal", "3"),
            "`--herhaal` hoort bij een casus, niet bij een bestand met veel zaken",
        ),
        (("zaken.csv",), "de gemeente ontbreekt"),
        (("zaak.yaml", "--herhaal", "0"), "`0` is geen getal voor `--herhaal`"),
    ],
)
def test_a_refusal(words: tuple[str, ...], said: str, capsys: Capture) -> None:
    assert main(["profiel", *words]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
