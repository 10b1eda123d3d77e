"""`controleer --sinds`: what a change bears on is looked at, and what is left is told with the reason."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.haarlem import HEADER, RULES, TRIAL
from tests.cli.repositories import committed, git
from verordening.cli.main import main

CHOSEN = ("--negeer", "VRD793,VRD729")
"""The header of the tests names no source, and fills in one article of many."""

OTHERS = """\
regeling premies "Premies van {name}"
  soort      verordening
  gemeente   {slug}
  grondslag  pw artikel 8a lid 1 onderdeel a
  herkomst   fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt   pw

artikel 1
  als      werkt_nu
  dan moet {slug}_premie = € 100

gegeven werkt_nu: ja/nee
  vraag "Heeft u nu werk?"

besluit {slug}_premie: bedrag van € 0 tot en met € 500, standaard € 0, gunstig hoger
  uitkomstzin   "De premie is {{uitkomst}}"
  standaardzin  "Er is geen premie"
"""
PREMIUM = """\
proef: Premie
gemeente: SLUG
peildatum: 2026-03-01
besluiten: [SLUG_premie]
gegevens: {werkt_nu: ja}
tabel: |
  | naam   | dan SLUG_premie |
  | werkt  | € 100,00        |
"""


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Two municipalities, one of them with two regulations, and a trial for each regulation."""
    folder = tmp_path / "bron"
    (folder / "regels").mkdir(parents=True)
    (folder / "proeven").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    Path("regels/maatregelen.vrd").write_text(HEADER + RULES, encoding="utf-8")
    Path("proeven/maatregelen.yaml").write_text(TRIAL, encoding="utf-8")
    for slug in ("haarlem", "leiden"):
        text = OTHERS.format(slug=slug, name=slug.capitalize())
        Path(f"regels/premies_{slug}.vrd").write_text(text, encoding="utf-8")
        Path(f"proeven/premies_{slug}.yaml").write_text(PREMIUM.replace("SLUG", slug), encoding="utf-8")
    main(["opmaak", "regels"])
    git("init", "-q", "-b", "hoofd")
    committed()
    capsys.readouterr()


def edit(path: str, before: str, after: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert before in text
    Path(path).write_text(text.replace(before, after), encoding="utf-8")


def checked(capsys: pytest.CaptureFixture[str], code: int, revision: str = "hoofd") -> dict[str, Any]:
    assert main(["controleer", "regels", "--sinds", revision, "--kies", "geld", "--formaat", "json"]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def ran(found: dict[str, Any]) -> list[str]:
    return [Path(each["bestand"]).stem for each in found["proeven"]["bestanden"]]


def test_without_a_change_nothing_is_run(capsys: pytest.CaptureFixture[str]) -> None:
    found = checked(capsys, 0)
    assert ran(found) == []
    assert found["sinds"]["overgeslagen"] == ["Haarlem", "Leiden"]
    assert found["sinds"]["proeven_overgeslagen"] == 3


def test_a_rule_runs_what_is_about_its_decisions(capsys: pytest.CaptureFixture[str]) -> None:
    edit("regels/maatregelen.vrd", "verlaging = 5%", "verlaging = 6%")
    found = checked(capsys, 1)
    assert ran(found) == ["maatregelen"]
    since = found["sinds"]
    assert since["regelingen"] == ["regels/maatregelen.vrd"]
    assert since["geraakt"] == [{"gemeente": "Haarlem", "besluiten": ["verlaging", "duur", "verdeling"]}]
    assert since["overgeslagen"] == ["Leiden"]
    assert (since["proeven_gedraaid"], since["proeven_overgeslagen"]) == (1, 2)


def test_a_change_that_was_committed_counts_and_so_does_a_new_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    git("switch", "-q", "-c", "wijziging")
    edit("regels/premies_leiden.vrd", "€ 100", "€ 150")
    committed()
    Path("proeven/nieuw.yaml").write_text(TRIAL.replace("proef: Te laat", "proef: Nieuw"), encoding="utf-8")
    found = checked(capsys, 1)
    assert sorted(ran(found)) == ["nieuw", "premies_leiden"]
    assert found["sinds"]["proeven"] == ["proeven/nieuw.yaml"]


def test_what_the_other_branch_did_meanwhile_is_no_change_of_this_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    git("switch", "-q", "-c", "wijziging")
    git("switch", "-q", "hoofd")
    edit("regels/maatregelen.vrd", "verlaging = 5%", "verlaging = 6%")
    committed()
    git("switch", "-q", "wijziging")
    assert checked(capsys, 0)["sinds"]["regelingen"] == []


def test_a_regulation_that_is_gone_is_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    Path("regels/premies_haarlem.vrd").unlink()
    found = checked(capsys, 1)
    assert found["sinds"]["regelingen"] == ["regels/premies_haarlem.vrd"]
    assert "premies_haarlem" in ran(found)
    assert "premies_leiden" not in ran(found)


def test_where_the_text_of_then_cannot_be_read_everything_there_is_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edit("regels/maatregelen.vrd", "gedraging =", "gedrging =")
    committed()
    edit("regels/maatregelen.vrd", "gedrging =", "gedraging =")
    found = checked(capsys, 0)
    assert sorted(ran(found)) == ["maatregelen", "premies_haarlem"]
    assert found["sinds"]["geraakt"] == [{"gemeente": "Haarlem", "besluiten": None}]


def test_a_shallow_copy_is_compared_with_the_revision_itself(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = git("rev-parse", "HEAD")
    edit("regels/maatregelen.vrd", "verlaging = 5%", "verlaging = 6%")
    committed()
    source = f"file://{tmp_path / 'bron'}"
    git("clone", "-q", "--depth", "1", source, str(tmp_path / "kopie"))
    monkeypatch.chdir(tmp_path / "kopie")
    assert main(["controleer", "regels", "--sinds", base]) == 2
    assert "VRD504" in capsys.readouterr().err
    git("fetch", "-q", "--depth", "1", "origin", base)
    assert ran(checked(capsys, 1, base)) == ["maatregelen"]


def test_it_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    edit("regels/premies_leiden.vrd", "€ 100", "€ 150")
    main(
        [
            "controleer",
            "regels",
            "--sinds",
            "hoofd",
            *CHOSEN,
            "--commentaar",
            "c.md",
            "--formaat",
            "schermlezer",
        ]
    )
    told = capsys.readouterr().out
    said = Path("c.md").read_text(encoding="utf-8")
    for line in (
        "Veranderde regelingen: regels/premies_leiden.vrd.",
        "Nagekeken: alle regelingen van Leiden.",
        "Overgeslagen: de regelingen van Haarlem. Daar is niets veranderd, en de regelingen van de ene gemeente tellen "
        "niet voor een andere.",
        "Leiden: anders uitkomen kan leiden premie.",
        "Proeven: 1 gedraaid en 2 overgeslagen. Die gaan over besluiten waarvoor geen regel, begrip, bedrag, "
        "gegeven of ondergrens veranderd is.",
    ):
        assert f"{line}\n" in told
        assert f"- {line}\n" in said


# ------------------------------------------------ what git cannot say


def refused(capsys: pytest.CaptureFixture[str], revision: str = "hoofd") -> str:
    assert main(["controleer", "regels", "--sinds", revision]) == 2
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("revision", ["hofd", "--output=x", "hoofd:regels"])
def test_a_revision_that_is_not_there(capsys: pytest.CaptureFixture[str], revision: str) -> None:
    assert "VRD504" in refused(capsys, revision)
    assert not Path("x").exists()


def test_a_folder_outside_git(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loose = tmp_path / "los"
    (loose / "regels").mkdir(parents=True)
    (loose / "regels/maatregelen.vrd").write_text(HEADER + RULES, encoding="utf-8")
    monkeypatch.chdir(loose)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    told = refused(capsys)
    assert "VRD541" in told
    assert "staat niet onder git" in told


def test_a_computer_without_git(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    told = refused(capsys)
    assert "VRD541" in told
    assert "het programma `git` staat niet op deze computer" in told
