"""`vergelijk`: what was named, what is said of it, and how the command ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from verordening.cli.main import main
from verordening.resources import resource_folder

DAY = ("--peildatum", "2026-03-01")
TEN, FIFTEEN = (
    "verlaging = 10% en duur_verlaging = 1 maand\n      dient    directe_uitstroom",
    ("verlaging = 15% en duur_verlaging = 1 maand\n      dient    directe_uitstroom"),
)

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `oud` and `nieuw`: who does too little to find work gets 15% instead of 10%."""
    text = (resource_folder("ordinances") / "amsterdam" / "maatregelen.vrd").read_text(encoding="utf-8")
    assert text.count(TEN) == 1
    for name, content in (("oud", text), ("nieuw", text.replace(TEN, FIFTEEN))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "maatregelen.vrd").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_who_loses_and_by_how_much(two: Path, capsys: Capture) -> None:
    assert main(["vergelijk", "oud", "nieuw", *DAY]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "Wat verandert er voor mensen?" in said
    assert "één groep gaat erop achteruit" in said
    assert "10% → 15% (€ 140,15 → € 210,23) · hoogstens 5 procentpunten meer" in said
    assert "te weinig gedaan om werk te vinden" in said
    assert "De andere" in said


def test_read_aloud_without_signs(two: Path, capsys: Capture) -> None:
    assert main(["vergelijk", "oud", "nieuw", *DAY, "--formaat", "schermlezer"]) == 1
    said = capsys.readouterr().out
    assert "▼" not in said
    assert "→" not in said
    assert "Wie gaat erop achteruit" in said


def test_as_data_and_as_a_comment(two: Path, capsys: Capture) -> None:
    assert (
        main(["vergelijk", "oud/maatregelen.vrd", "nieuw", *DAY, "--formaat", "json", "--commentaar", "c.md"])
        == 1
    )
    answer = json.loads(capsys.readouterr().out)
    assert answer["afsluitcode"] == 1
    (compared,) = answer["vergelijkingen"]
    assert (compared["gelijkwaardig"], compared["bewezen"]) == (False, True)
    (decision,) = [each for each in compared["besluiten"] if each["groepen"]]
    (group,) = decision["groepen"]
    assert (decision["besluit"], group["richting"], group["verschil"]) == ("verlaging", "achteruit", "5")
    assert (group["oud"]["tekst"], group["nieuw"]["tekst"]) == ("10%", "15%")
    assert group["voorbeeld"]["gegevens"]["gedraging"] == "onvoldoende_inspanning"
    assert group["voorbeeld"]["nagerekend"]
    comment = (two / "c.md").read_text(encoding="utf-8")
    assert comment.startswith("## Wat verandert er voor mensen?")
    assert "gaat erop achteruit, 10% → 15%" in comment


def test_nothing_changes(two: Path, capsys: Capture) -> None:
    path = two / "nieuw" / "maatregelen.vrd"
    path.write_text("# Een opmerking.\n" + (two / "oud" / "maatregelen.vrd").read_text("utf-8"), "utf-8")
    assert main(["vergelijk", "oud", "nieuw"]) == 0
    assert "Er verandert niets in betekenis." in capsys.readouterr().out


# ------------------------------------------------ revisions


def _git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *words), cwd=folder, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_revisions_and_the_folder_as_it_is(two: Path, capsys: Capture) -> None:
    for name in ("oud", "nieuw"):
        shutil.copy(two / name / "maatregelen.vrd", two / "maatregelen.vrd")
        if name == "oud":
            _git(two, "init", "-q")
        _git(two, "add", "maatregelen.vrd")
        _git(two, "commit", "-q", "-m", name)
    shutil.rmtree(two / "oud")
    shutil.rmtree(two / "nieuw")
    assert main(["vergelijk", "HEAD~1", "HEAD", *DAY]) == 1
    assert "10% → 15%" in capsys.readouterr().out
    assert main(["vergelijk", "HEAD", *DAY]) == 0
    assert main(["vergelijk", "HEAD:bestaat-niet", "HEAD", *DAY]) == 2
    assert "staat geen map of bestand `bestaat-niet`" in " ".join(capsys.readouterr().err.split())
    assert main(["vergelijk", "HEAD~9", "HEAD", *DAY]) == 2
    assert "git kent geen versie `HEAD~9`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("roterdam", "amsterdam"), "VRD551", "bedoelt u `rotterdam`?"),
        (("HEAD~1", "HEAD"), "VRD552", "hoort niet bij een git-archief"),
        (("bestaat-niet.vrd", "amsterdam"), "VRD551", "geen map, bestand, gemeente"),
        (("amsterdam", "amsterdam", "--gemeente", "atlantis"), "VRD551", "geen regelingen van een gemeente"),
        ((), "VRD505", "ontbreekt wat u vergelijkt"),
        (("amsterdam",), "VRD505", "bijvoorbeeld: `verordening vergelijk amsterdam rotterdam`"),
        (("amsterdam", "haarlem"), "VRD512", "regelingen van Haarlem zijn hier niet opgenomen"),
        (
            ("amsterdam", "rotterdam", "--commentaar", "."),
            "VRD002",
            "noem een bestand, bijvoorbeeld `./verslag.md`",
        ),
    ],
)
def test_what_cannot_be_compared(
    words: tuple[str, ...],
    code: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["vergelijk", *words]) == 2
    error = capsys.readouterr().err
    assert f"fout[{code}]" in error
    assert said in " ".join(error.split())
