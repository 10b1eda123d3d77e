"""`--gelijke-gevallen`: earlier cases beside the one at hand: what was chosen and why, what differs, and no names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.settled import SETTLED
from verordening.cli.main import main

KEPT = "keuze:\n  afwijken: nee\n  motivering: Op 3 februari 2026 is gebeld met 06-12345678; de maand is te dragen.\n"
HERE = SETTLED.replace("casus: Te laat ingeschreven", "casus: Mevrouw Jansen")
EARLIER = HERE + KEPT

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hier.yaml").write_text(HERE, encoding="utf-8")
    made = tmp_path / "eerder"
    made.mkdir()
    return made


def beside(folder: Path, capsys: Capture, *words: str) -> str:
    """What `afwijken` says of the folder, on one line."""
    assert (
        main(["afwijken", str(folder.parent / "hier.yaml"), "--gelijke-gevallen", str(folder), *words]) == 0
    )
    return " ".join(capsys.readouterr().out.partition("GELIJKE GEVALLEN")[2].split())


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_case_that_is_the_same_where_the_rules_look(folder: Path, capsys: Capture) -> None:
    """Another day, and 31 for 29 years: no rule on a maatregel tells these apart."""
    put(folder, "a.yaml", EARLIER.replace("29 jaar", "31 jaar").replace("2026-02-16", "2026-01-05"))
    said = beside(folder, capsys)
    assert "Eén zaak, vergeleken op gedraging, eerdere maatregel (artikel 6), huishouden" in said
    assert "- op al deze punten gelijk: niet afgeweken van verlaging 5%, duur 1 maand" in said
    assert "Of een zaak gelijk is, weegt u." in said


def test_nobody_is_named(folder: Path, capsys: Capture) -> None:
    put(folder, "mevrouw-jansen.yaml", EARLIER)
    said = beside(folder, capsys)
    assert "Waarom: “Op februari 2026 is gebeld met [weggelaten]; de maand is te dragen.”" in said
    assert re.search("jansen", said, re.IGNORECASE) is None


def test_what_differs_is_named_and_the_nearest_comes_first(folder: Path, capsys: Capture) -> None:
    put(
        folder,
        "a.yaml",
        EARLIER.replace("29 jaar", "58 jaar").replace("alleenstaande", "alleenstaande_ouder"),
    )
    put(folder, "b.yaml", EARLIER.replace("29 jaar", "58 jaar"))
    said = beside(folder, capsys)
    assert "- op één punt anders: niet afgeweken" in said
    assert "Anders: leeftijd: 55 tot 67 jaar (hier 27 tot 35 jaar)." in said
    assert "huishouden: alleenstaande ouder (hier alleenstaande)" in said
    assert said.index("op één punt anders") < said.index("op twee punten anders")


def test_what_one_of_the_two_does_not_say_is_no_likeness(folder: Path, capsys: Capture) -> None:
    put(folder, "a.yaml", EARLIER.replace("  leeftijd: 29 jaar\n", ""))
    assert "Anders: leeftijd: niet opgegeven (hier 27 tot 35 jaar)." in beside(folder, capsys)


def test_what_cannot_be_compared_is_counted(folder: Path, capsys: Capture) -> None:
    put(folder, "open.yaml", HERE)
    put(folder, "elders.yaml", HERE.replace("amsterdam", "rotterdam").partition("gegevens:")[0] + KEPT)
    put(folder, "geen.yaml", "dit: is geen casus\n")
    said = beside(folder, capsys)
    assert "Geen zaak in deze map waarin hierover al is gekozen." in said
    assert (
        "Overgeslagen: 1 zonder keuze hierover die in orde is, 1 van een andere gemeente en 1 niet te lezen als casus."
    ) in said


def test_a_choice_that_does_not_stand_is_no_precedent(folder: Path, capsys: Capture) -> None:
    wrong = "keuze:\n  besluiten: {verlaging: 0%, duur_verlaging: 0 maanden}\n  route: pw artikel 18 lid 10\n"
    put(folder, "a.yaml", HERE + wrong)
    assert "Overgeslagen: 1 zonder keuze hierover die in orde is." in beside(folder, capsys)


def test_the_case_itself_is_not_compared_with(folder: Path, capsys: Capture) -> None:
    case = folder.parent / "hier.yaml"
    case.write_text(EARLIER, encoding="utf-8")
    assert main(["afwijken", str(case), "--gelijke-gevallen", str(case.parent)]) == 0
    assert "Geen zaak in deze map" in capsys.readouterr().out


def test_a_folder_that_is_not_there(folder: Path, capsys: Capture) -> None:
    case = str(folder.parent / "hier.yaml")
    assert main(["afwijken", case, "--gelijke-gevallen", "nergens"]) == 2
    assert capsys.readouterr().err.startswith("fout[VRD010]: de map `nergens` bestaat niet")
    assert main(["afwijken", case, "--gelijke-gevallen", str(folder), "--formaat", "json"]) == 2
    assert "VRD504" in capsys.readouterr().out
