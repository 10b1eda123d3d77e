"""`bevolking`: a file by a seed, that `doorreken` takes."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from verordening.cli.main import main
from verordening.population.synthetic.marking import is_made_up

Capture = pytest.CaptureFixture[str]
ON = ("--gemeente", "amsterdam", "--peildatum", "2026-03-01")


def test_a_population_that_can_be_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    making = [
        "bevolking",
        "huishouden",
        "inkomen",
        *ON,
        "--besluit",
        "verlaging",
        "--aantal",
        "40",
        "--zaad",
        "5",
    ]
    assert main([*making, "--onbekend", "5%,gedraging=0%", "-o", "a.parquet"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "40 rijen met zaad 5. Zij staan in a.parquet." in said
    assert "niets hierin gaat over een echt mens" in said
    onward = "verordening doorreken a.parquet --gemeente amsterdam --peildatum 2026-03-01 --besluit verlaging"
    assert said.endswith(f"{onward} --uit uitkomst.parquet")
    assert main([*making, "--onbekend", "5%,gedraging=0%", "-o", "b.parquet", "--formaat", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["rijen"], answer["zaad"]) == (40, 5)
    assert {"huishouden", "gedraging"} <= set(answer["met_een_eigen_verdeling"])
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    table = pq.read_table("a.parquet")
    assert is_made_up(table.schema)
    assert {"huishouden", "inkomen", "gedraging", "verwijtbaarheid"} <= set(table.column_names)
    assert table["gedraging"].null_count == 0
    for motor in ("interpreter", "numpy", "python"):
        run = ["doorreken", "a.parquet", *ON, "--besluit", "verlaging", "--kort", "--motor", motor]
        assert main([*run, "-o", f"{motor}.parquet"]) == 0
        assert (tmp_path / f"{motor}.parquet").read_bytes() == (tmp_path / "interpreter.parquet").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--aantal", "0", "--zaad", "1"), "geen getal voor `--aantal`"),
        (("--aantal", "10"), "`--zaad` ontbreekt"),
        (("--zaad", "1"), "`--aantal` ontbreekt"),
        (("--aantal", "10", "--zaad", "1", "--onbekend", "101%"), "geen deel"),
        (("--aantal", "10", "--zaad", "1", "--onbekend", "leeftyd=1%"), "bedoelt u `leeftijd`?"),
        (("inkomensmaanden", "--aantal", "10", "--zaad", "1"), "is een lijst die dit programma niet maakt"),
        (("leeftyd", "--aantal", "10", "--zaad", "1"), "bedoelt u `leeftijd`?"),
    ],
)
def test_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["bevolking", *words, *ON, "-o", "b.parquet"]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_list_does_not_go_in_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["bevolking", "kinderen", "--aantal", "10", "--zaad", "1", *ON, "-o", "b.csv"]) == 2
    assert "eindigen op `.parquet`" in " ".join(capsys.readouterr().err.split())
