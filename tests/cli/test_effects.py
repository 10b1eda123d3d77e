"""`vergelijk … --populatie`: who gains, who loses, in how many euros, and nobody told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from verordening.cli.main import main
from verordening.population.synthetic.marking import marked
from verordening.resources import resource_folder

DAY = ("--peildatum", "2026-03-01")
TEN, FIFTEEN = (
    "verlaging = 10% en duur_verlaging = 1 maand\n      dient    directe_uitstroom",
    "verlaging = 15% en duur_verlaging = 1 maand\n      dient    directe_uitstroom",
)
HEAD = (
    "huishouden,leeftijd,in_inrichting,kostendelende_medebewoners,gedraging,datum_gedraging,verwijtbaarheid"
)
TOO_LITTLE = "onvoldoende_inspanning,2026-02-20,aanwezig"
NOTHING = "geen,2026-02-20,"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Who does too little to find work gets 15% instead of 10%; of 18 households 13 do."""
    text = (resource_folder("ordinances") / "amsterdam" / "maatregelen.vrd").read_text(encoding="utf-8")
    assert text.count(TEN) == 1
    for name, content in (("oud", text), ("nieuw", text.replace(TEN, FIFTEEN))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "maatregelen.vrd").write_text(content, encoding="utf-8")
    rows = [f"alleenstaande,40 jaar,nee,0,{TOO_LITTLE}"] * 6 + [f"alleenstaande,40 jaar,nee,0,{NOTHING}"] * 5
    rows += [f"alleenstaande_ouder,40 jaar,nee,0,{TOO_LITTLE}"] * 7
    (tmp_path / "zaken.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def compare(*words: str) -> int:
    return main(
        ["vergelijk", "oud", "nieuw", "--populatie", "zaken.csv", "--besluit", "verlaging", *DAY, *words]
    )


def test_who_loses_and_how_much(change: Path, capsys: Capture) -> None:
    """5% more of € 1.401,50 (artikel 21): € 210,23 (half up) instead of € 140,15 is € 70,08 a month, of 13 € 911,04."""
    assert compare("--formaat", "json") == 1
    (decision,) = json.loads(capsys.readouterr().out)["besluiten"]
    whole = decision["alle"]
    assert (whole["vooruit"], whole["achteruit"], whole["gelijk"]) == (0, 13, 5)
    assert (whole["erbij_cent"], whole["eraf_cent"]) == (0, 91_104)
    groups = {each["groep"]: each for each in decision["groepen"]["huishouden"]}
    assert groups["alleenstaande"]["eraf_cent"] == 6 * 7_008
    assert groups["alleenstaande ouder"]["achteruit"] == 7


def test_for_people(change: Path, capsys: Capture) -> None:
    assert compare() == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "18 huishoudens doorgerekend. De uitkomst verandert bij 1 besluit: verlaging." in said
    assert "13 achteruit, 5 gelijk" in said
    assert "€ 911,04 per maand eraf, samen € 10.932,48 eraf als dat twaalf maanden zo blijft" in said


@pytest.mark.parametrize(
    ("name", "sign"),
    [("r.md", "**Alle huishoudens, in huishoudens**\n\n| Groep |"), ("r.html", "<td>13</td>")],
)
def test_a_report_for_the_council(change: Path, name: str, sign: str) -> None:
    """Of several tables under each other each says what is in it, in Markdown too."""
    assert compare("--rapport", name) == 1
    report = (change / name).read_text(encoding="utf-8")
    assert "Wie gaat erop vooruit en achteruit?" in report
    assert sign in report
    assert "€ 911,04" in report
    assert name == "r.html" or "| 0 | 13 | 5 | 0 |" in report


def test_a_small_group_is_hidden_also_from_who_subtracts(change: Path, capsys: Capture) -> None:
    """Four of eleven would point at people; with the total and the others they could be told, so others go too."""
    lines = (change / "zaken.csv").read_text("utf-8").splitlines()
    (change / "zaken.csv").write_text("\n".join(lines[:5] + lines[7:]) + "\n", encoding="utf-8")
    assert compare("--formaat", "json") == 1
    (decision,) = json.loads(capsys.readouterr().out)["besluiten"]
    alone, parent = decision["groepen"]["huishouden"][0], decision["groepen"]["huishouden"][1]
    assert alone["achteruit"] is None
    assert alone["eraf_cent"] is None
    assert alone["gelijk"] is None
    assert parent["achteruit"] is None


def test_two_days_of_one_ordinance(change: Path, capsys: Capture) -> None:
    """On 1 July 2025 the norm was another, so the same percentage is another amount; the percentage stays."""
    words = ["vergelijk", "oud", "oud", "--populatie", "zaken.csv", "--besluit", "verlaging"]
    days = ["--peildatum", "2025-12-31", "--peildatum-nieuw", "2026-01-01"]
    assert main([*words, *days]) == 0
    assert "18 huishoudens doorgerekend. Er verandert niets, voor zover dat te zeggen is." in " ".join(
        capsys.readouterr().out.split()
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--per", "leeftijd"), "zijn geen groepen te maken"),
        (("--per", "huishuoden"), "bedoelt u"),
        (("--peildatum-nieuw", "2026-02-30"), "peildatum-nieuw"),
        (("--rapport", "r.docx"), ".md of .html"),
    ],
)
def test_what_cannot_be_asked(change: Path, capsys: Capture, words: tuple[str, ...], said: str) -> None:
    assert compare(*words) == 2
    assert said in " ".join(capsys.readouterr().err.split())


def households(name: str, *, made_up: bool) -> None:
    """Two who do too little to find work, the first in an institution, and one who does nothing wrong."""
    rows = [
        f"alleenstaande,40 jaar,ja,0,{TOO_LITTLE},nee",
        f"alleenstaande,40 jaar,nee,0,{TOO_LITTLE},nee",
        f"alleenstaande,40 jaar,nee,0,{NOTHING},nee",
    ]
    columns = zip(*(each.split(",") for each in rows), strict=True)
    names = [*HEAD.split(","), "eerdere_maatregel_artikel_6"]
    table = pa.table(
        {each: [value or None for value in own] for each, own in zip(names, columns, strict=True)}
    )
    pq.write_table(table.cast(marked(table.schema)) if made_up else table, name)


def test_who_loses_most_is_shown_as_a_case_of_households_that_do_not_exist(
    change: Path, capsys: Capture
) -> None:
    """5% more of € 1.401,50 is € 70,08; of € 490,76 (artikel 23) it is € 73,61 instead of € 49,08, so € 24,53.

    An earlier measure bears on who registers late (artikel 6 lid 1 a), not here: it is left out.
    """
    households("verzonnen.parquet", made_up=True)
    assert compare("--populatie", "verzonnen.parquet", "--formaat", "json") == 1
    (decision,) = json.loads(capsys.readouterr().out)["besluiten"]
    first, second = decision["grootste_verliezers"]
    assert [(each["rij"], each["eraf_cent"]) for each in (first, second)] == [(2, 7_008), (1, 2_453)]
    assert first["gegevens"]["leeftijd"] == "40 jaar"
    assert first["gegevens"]["gedraging"] == "te weinig gedaan om werk te vinden"
    assert "eerdere_maatregel_artikel_6" not in first["gegevens"]
    assert compare("--populatie", "verzonnen.parquet", "--rapport", "r.html") == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "rij 2: € 70,08 per maand eraf, van 10% naar 15%" in said
    assert "Deze huishoudens zijn verzonnen" in said
    assert "rij 2: € 70,08 per maand eraf, van 10% naar 15%" in (change / "r.html").read_text("utf-8").lower()


def test_nobody_who_may_exist_is_shown(change: Path, capsys: Capture) -> None:
    households("echt.parquet", made_up=False)
    assert compare("--populatie", "echt.parquet", "--formaat", "json") == 1
    assert json.loads(capsys.readouterr().out)["besluiten"][0]["grootste_verliezers"] is None
    assert compare() == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "dat zou één huishouden aanwijzen" in said
    assert "rij 1" not in said


def test_what_is_not_told_is_no_answer_that_nothing_changes(change: Path, capsys: Capture) -> None:
    """Of an act that nobody knows the lowering is open before and after: exit 5, and the answer says so."""
    rows = [f"alleenstaande,40 jaar,nee,0,{NOTHING}"] * 6 + [
        "alleenstaande,40 jaar,nee,0,,2026-02-20,aanwezig"
    ] * 6
    (change / "zaken.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    assert compare() == 5
    said = " ".join(capsys.readouterr().out.split())
    assert "Bij een deel van de huishoudens is het niet te zeggen: verlaging." in said
