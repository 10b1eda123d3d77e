"""`doorreken`: a file of cases in, a file of outcomes out; whole or not at all, and the same after going on."""

from __future__ import annotations

import json
import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from verordening.cli.main import main
from verordening.population import interpreting
from verordening.population.reading.matching import Columns

Capture = pytest.CaptureFixture[str]
ON = ("--gemeente", "amsterdam", "--peildatum", "2026-03-01")
RUN = ("--besluit", "verlaging,duur_verlaging", "--motor", "interpreter", *ON)

ROWS: list[dict[str, Any]] = [
    {
        "gedraging": "te_laat_geregistreerd",
        "verwijtbaarheid": "aanwezig",
        "eerdere_maatregel_artikel_6": False,
    },
    {"gedraging": "te_laat_geregistreerd", "verwijtbaarheid": "geen", "eerdere_maatregel_artikel_6": None},
    {"gedraging": "te_laat_geregistreerd", "verwijtbaarheid": None, "eerdere_maatregel_artikel_6": False},
    {"gedraging": "geen", "huishouden": "alleenstaande", "heeft_ten_laste_komend_kind": True},
    {"gedraging": "werk_geweigerd", "verwijtbaarheid": "aanwezig", "eerdere_maatregel_artikel_6": False},
]
FORM = pa.schema(
    [
        ("huishouden", pa.string()),
        ("heeft_ten_laste_komend_kind", pa.bool_()),
        ("gedraging", pa.string()),
        ("datum_gedraging", pa.date32()),
        ("verwijtbaarheid", pa.string()),
        ("eerdere_maatregel_artikel_6", pa.bool_()),
        ("inkomen", pa.decimal128(10, 2)),
    ]
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with five rows, as parquet."""
    monkeypatch.chdir(tmp_path)
    day = {"datum_gedraging": date(2026, 2, 20), "inkomen": Decimal("100.50")}
    pq.write_table(pa.Table.from_pylist([each | day for each in ROWS], FORM), "zaken.parquet")
    return tmp_path


def run(*words: str, code: int = 0) -> None:
    assert main(["doorreken", *words, *RUN]) == code


def outcome(name: str = "uit.parquet") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(name).to_pylist()
    return rows


def test_each_row_has_its_outcome_rule_and_room(here: Path) -> None:
    """Late by oneself: 5% for a month (Maatregelenverordening 6 lid 1 a); without blame nothing (Pw 18 lid 9)."""
    run("zaken.parquet", "-o", "uit.parquet")
    late, blameless, unknown, against, _ = outcome()
    assert (late["verlaging"], late["duur_verlaging"]) == (Decimal("5.00"), 1)
    assert late["verlaging_regel"] == "amsterdam/maatregelen artikel 6 lid 1 onderdeel a"
    assert (late["verlaging_status"], late["verlaging_hangt_af_van"]) == ("voorbehoud", True)
    assert late["verlaging_herkomst"] == "parafrase"
    assert (blameless["verlaging"], blameless["verlaging_regel"]) == (Decimal(0), "pw artikel 18 lid 9")
    assert blameless["ondergrens_geen_verwijt_geen_maatregel"] == "gehouden"
    assert (unknown["verlaging"], unknown["verlaging_status"]) == (None, "open")
    assert {name: each for name, each in against.items() if each is not None} == {
        "rij": 4,
        "tegenstrijdig": True,
    }
    assert [each["rij"] for each in outcome()] == [1, 2, 3, 4, 5]


def test_parquet_csv_and_duckdb_say_the_same(here: Path) -> None:
    run("zaken.parquet", "-o", "uit.parquet")
    with duckdb.connect("zaken.duckdb") as database:
        database.execute("create table zaken as select * from 'zaken.parquet'")
        database.execute("create table ander as select 1 as een")
    lines = [
        "huishouden;heeft_ten_laste_komend_kind;gedraging;datum_gedraging;verwijtbaarheid;"
        "eerdere_maatregel_artikel_6;inkomen"
    ]
    for row in pq.read_table("zaken.parquet").to_pylist():
        words = {None: "", True: "ja", False: "nee"}
        texts = (
            each if isinstance(each, str) else words[each] if each in words else str(each).replace(".", ",")
            for each in row.values()
        )
        lines.append(";".join(texts))
    (here / "zaken.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    run("zaken.csv", "-o", "uit_csv.parquet")
    run("zaken.duckdb", "--tabel", "zaken", "-o", "uit_db.parquet")
    run("zaken.duckdb", "--tabel", "select * from zaken", "-o", "uit_vraag.parquet")
    for other in ("uit_csv", "uit_db", "uit_vraag"):
        assert (here / f"{other}.parquet").read_bytes() == (here / "uit.parquet").read_bytes()


def test_a_csv_as_a_dutch_spreadsheet_opens_it(here: Path) -> None:
    run("zaken.parquet", "-o", "uit.csv", "--kort")
    lines = (here / "uit.csv").read_text("utf-8").splitlines()
    assert lines[0].replace('"', "") == (
        "rij;tegenstrijdig;verlaging;verlaging_status;duur_verlaging;duur_verlaging_status"
    )
    assert lines[1].replace('"', "") == "1;nee;5,00;voorbehoud;1;voorbehoud"
    assert lines[4].replace('"', "") == "4;ja;;;;"


def test_every_engine_writes_the_same_file(here: Path) -> None:
    """Every column of it: also how good the texts are, which routes there are, and what each floor says."""
    run("zaken.parquet", "-o", "uit.parquet")
    assert main(["doorreken", "zaken.parquet", *RUN[:2], "--motor", "numpy", *ON, "-o", "snel.parquet"]) == 0
    assert (here / "snel.parquet").read_bytes() == (here / "uit.parquet").read_bytes()
    names = pq.read_schema("snel.parquet").names
    assert {"verlaging_herkomst", "duur_verlaging_moet", "ondergrens_geen_verwijt_geen_maatregel"} <= set(
        names
    )


def test_only_the_columns_that_were_asked_for(here: Path) -> None:
    """Of duur_verlaging no euros: it is no percentage."""
    words = ("--besluit", "verlaging,duur_verlaging", "--motor", "numpy", *ON)
    assert (
        main(["doorreken", "zaken.parquet", *words, "-o", "uit.parquet", "--kolommen", "ruimte, regel"]) == 0
    )
    own = ("", "_status", "_regel", "_mag", "_moet", "_hangt_af_van")
    assert pq.read_schema("uit.parquet").names == [
        "rij",
        "tegenstrijdig",
        *(f"verlaging{each}" for each in own),
        *(f"duur_verlaging{each}" for each in own),
    ]


def test_what_is_said_at_the_end(here: Path, capsys: Capture) -> None:
    run("zaken.parquet", "-o", "uit.parquet")
    said = " ".join(capsys.readouterr().out.split())
    assert "zaken.parquet doorgerekend · Amsterdam · peildatum 1 maart 2026" in said
    assert "5 rijen. De uitkomsten staan in uit.parquet." in said
    assert "1 rij spreekt zichzelf tegen en is niet doorgerekend: rij 4" in said
    assert "7 gegevens staan in het bestand" in said
    assert "gegevens waar deze besluiten van afhangen, staan er niet in" in said
    assert "contractduur" in said
    assert "rijlessen" not in said


def test_the_same_for_programs(here: Path, capsys: Capture) -> None:
    run("zaken.parquet", "-o", "uit.parquet", "--formaat", "json")
    answer = json.loads(capsys.readouterr().out)
    assert (answer["rijen"], answer["tegenstrijdig"], answer["eerste_tegenstrijdige_rijen"]) == (5, 1, [4])
    assert sum(answer["besluiten"]["verlaging"].values()) == 4
    assert answer["besluiten"]["verlaging"]["bepaald"] == 1
    assert "dringende_redenen_18_10" in answer["ontbrekende_kolommen"]


def test_one_row_in_full(here: Path, capsys: Capture) -> None:
    assert main(["doorreken", "zaken.parquet", *RUN, "--uitleg", "1"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Rij 1 van zaken.parquet" in said
    assert "artikel 6 lid 1 onder a" in said
    assert main(["doorreken", "zaken.parquet", *RUN, "--uitleg", "3"]) == 4
    capsys.readouterr()
    assert main(["doorreken", "zaken.parquet", *RUN, "--uitleg", "4"]) == 2
    said = capsys.readouterr().err
    assert "VRD431" in said
    assert "zaken.parquet:4" in said
    assert "huishouden = alleenstaande" in said
    assert main(["doorreken", "zaken.parquet", *RUN, "--uitleg", "6"]) == 2


def test_without_decisions_those_that_the_columns_bear_on(here: Path) -> None:
    assert main(["doorreken", "zaken.parquet", *ON, "-o", "uit.parquet", "--kort"]) == 0
    names = pq.read_schema("uit.parquet").names
    assert {"verlaging", "duur_verlaging", "norm_22a"} <= set(names)
    assert "loonkostensubsidie" not in names


# ------------------------------------------------ whole or not at all


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Batches of one row, so that five rows are five parts."""
    monkeypatch.setattr(interpreting.Interpreter, "rows_at_once", 1)
    return monkeypatch


def _interrupted_at(row: int, patch: pytest.MonkeyPatch) -> None:
    """Somebody presses Ctrl-C while the engine is at this row."""
    usual = interpreting.Interpreter.run
    done = 0

    def until(self: interpreting.Interpreter, columns: Columns, count: int) -> Any:
        nonlocal done
        done += 1
        if done == row:
            raise KeyboardInterrupt
        return usual(self, columns, count)

    patch.setattr(interpreting.Interpreter, "run", until)


def test_nothing_is_left_of_a_run_that_was_stopped(
    here: Path, small: pytest.MonkeyPatch, capsys: Capture
) -> None:
    with small.context() as patch:
        _interrupted_at(3, patch)
        run("zaken.parquet", "-o", "uit.parquet", code=130)
    assert sorted(os.listdir(here)) == ["zaken.parquet"]
    assert "Er is niets geschreven" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_going_on_gives_the_same_bytes(
    here: Path, small: pytest.MonkeyPatch, ending: str, capsys: Capture
) -> None:
    run("zaken.parquet", "-o", f"ineens.{ending}")
    with small.context() as patch:
        _interrupted_at(4, patch)
        run("zaken.parquet", "--hervat", "-o", f"uit.{ending}", code=130)
    assert sorted(os.listdir(here)) == [f"ineens.{ending}", f"uit.{ending}.delen", "zaken.parquet"]
    assert "om verder te gaan" in capsys.readouterr().err
    with small.context() as patch:
        _interrupted_at(3, patch)
        run("zaken.parquet", "--hervat", "-o", f"uit.{ending}")
    assert sorted(os.listdir(here)) == [f"ineens.{ending}", f"uit.{ending}", "zaken.parquet"]
    assert (here / f"uit.{ending}").read_bytes() == (here / f"ineens.{ending}").read_bytes()
    assert "5 rijen" in capsys.readouterr().out


def test_going_on_with_another_file_is_refused(
    here: Path, small: pytest.MonkeyPatch, capsys: Capture
) -> None:
    with small.context() as patch:
        _interrupted_at(2, patch)
        run("zaken.parquet", "--hervat", "-o", "uit.parquet", code=130)
    table = pq.read_table("zaken.parquet")
    pq.write_table(table.slice(1), "zaken.parquet")
    capsys.readouterr()
    run("zaken.parquet", "--hervat", "-o", "uit.parquet", code=2)
    assert "VRD465" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("zaken.parquet", "-o", "zaken.parquet"), "VRD511"),
        (("zaken.parquet", "-o", "uit.xlsx"), "VRD504"),
        (("zaken.parquet", "-o", "elders/uit.parquet"), "VRD010"),
        (("zaken.parquet",), "VRD505"),
        (("er_niet.parquet", "-o", "uit.csv"), "VRD001"),
        (("zaken.parquet", "-o", "uit.csv", "--besluit", "verlagign"), "bedoelt u `verlaging`?"),
        (("zaken.parquet", "-o", "uit.csv", "--gemeente", "amsterdm"), "bedoelt u `amsterdam`?"),
        (("zaken.parquet", "-o", "uit.csv", "--motor", "fortran"), "VRD504"),
        (("zaken.parquet", "-o", "uit.csv", "--kolommen", "regel,ruimt"), "bedoelt u `ruimte`?"),
        (("zaken.parquet", "-o", "uit.csv", "--kolommen", "regel", "--kort"), "VRD506"),
        (("stuk.parquet", "-o", "uit.csv"), "dit is geen parquet-bestand, of het is niet heel"),
        (("stuk.duckdb", "-o", "uit.csv"), "VRD461"),
        (("latin.csv", "-o", "uit.csv"), "VRD006"),
        (("latin_verderop.csv", "-o", "uit.csv"), "VRD006"),
        (
            ("breed.csv", "-o", "uit.csv"),
            "VRD461]: breed.csv: regel 3 heeft 3 kolommen, en regel 1 heeft er 1",
        ),
        (("leeg.csv", "-o", "uit.csv"), "VRD461"),
        (("zaken.txt.gz", "-o", "uit.csv"), "VRD461"),
    ],
)
def test_a_refusal_leaves_nothing(here: Path, words: tuple[str, ...], said: str, capsys: Capture) -> None:
    for name in ("stuk.parquet", "stuk.duckdb", "zaken.txt.gz"):
        (here / name).write_bytes(b"PAR1 en dan niets")
    (here / "latin.csv").write_bytes("één\n1\n".encode("latin-1"))
    (here / "latin_verderop.csv").write_bytes("huishouden\nalleenstaande\néén\n".encode("latin-1"))
    (here / "breed.csv").write_text("leeftijd\n29\n30;31;32\n1;2\n", "utf-8")
    (here / "leeg.csv").write_bytes(b"")
    before = sorted(os.listdir(here))
    own = () if "--gemeente" in words else ("--gemeente", "amsterdam")
    assert main(["doorreken", *words, *own, "--peildatum", "2026-03-01"]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert sorted(os.listdir(here)) == before


def test_what_to_type_next_is_about_the_same_decisions_of_the_same_file(here: Path, capsys: Capture) -> None:
    """In quotes where a shell needs these. Row 4 contradicts itself; of no rows none can be explained."""
    (here / "een map").mkdir()
    os.rename("zaken.parquet", "een map/zaken.parquet")
    run("een map/zaken.parquet", "-o", "uit.csv", "--besluit", "verlaging", "--negeer", "dossier")
    said = " ".join(capsys.readouterr().out.split())
    assert "verordening doorreken 'een map/zaken.parquet' --gemeente amsterdam --peildatum 2026-03-01" in said
    assert said.endswith("--besluit verlaging,duur_verlaging --negeer dossier --uitleg 4")
    (here / "kop.csv").write_text("leeftijd\n", "utf-8")
    run("kop.csv", "-o", "niets.csv", "--besluit", "verlaging")
    assert "--uitleg" not in capsys.readouterr().out


def test_a_wrong_row_far_in_the_file_is_named(here: Path, small: object, capsys: Capture) -> None:
    (here / "fout.csv").write_text("leeftijd;inkomen\n29;0\n30;1,50\ndertig;veel\n", "utf-8")
    run("fout.csv", "-o", "uit.csv", code=2)
    said = " ".join(capsys.readouterr().err.split())
    assert "fout.csv, rij 3, kolom `inkomen`: `veel` is geen getal" in said
    assert (
        "`leeftijd`: wat hier staat, is geen waarde voor dit gegeven = hulp: schrijf een heel getal, in jaren"
        in said
    )
    assert not (here / "uit.csv").exists()
