"""`motivering`, `samenvatting` and `casusblad` on the command line: where the text goes, its form, the exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.present.writing.pango import need_pango
from verordening.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
WHOLE = str(EXAMPLES / "te-laat-niet-afwijken.yaml")
OPEN = str(EXAMPLES / "garage-huizen.yaml")

Capture = pytest.CaptureFixture[str]


def test_a_complete_text_ends_with_0(capsys: Capture) -> None:
    assert main(["motivering", WHOLE]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("# Motivering van ons besluit\n")
    assert said.err == ""


def test_what_is_missing_is_said_and_ends_with_1(capsys: Capture) -> None:
    assert main(["samenvatting", OPEN]) == 1
    said = capsys.readouterr()
    assert said.err == (
        "Dit ontbreekt nog:\n  - Wij hebben nog niet besloten over: boete en bijzondere bijstand.\n"
        f"Alleen over wat al vaststaat: verordening samenvatting {OPEN} "
        "--besluit herziening --besluit terugvordering --besluit voorziening_rijlessen\n"
    )


@pytest.mark.parametrize("command", ["motivering", "samenvatting"])
def test_a_text_about_what_can_be_decided_now_is_complete(command: str, capsys: Capture) -> None:
    """The Boetebesluit is not encoded: of the boete nothing can be said, and the others need not wait for it."""
    assert main([command, OPEN, "--besluit", "herziening", "--besluit", "terugvordering"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "wordt 100% teruggevorderd" in said.out
    assert "Deze tekst gaat niet over: boete, rijlessen als voorziening en bijzondere bijstand." in said.out
    assert "nog niet besloten" not in said.out


def test_what_was_chosen_for_another_decision_goes_with_it(tmp_path: Path, capsys: Capture) -> None:
    """Less is claimed back for dringende redenen (58 lid 8); the text on the herziening says nothing of that choice."""
    judged = "  dringende_redenen_58_8: {oordeel: ja, motivering: De baan gaat anders niet door.}\n"
    text = Path(OPEN).read_text(encoding="utf-8").partition("verwacht:")[0].rstrip() + "\n" + judged
    text += (
        "keuze:\n  besluiten: {terugvordering: 50%}\n  route: pw artikel 58 lid 8\n  beslist_door: college\n"
        "  dient: bestaanszekerheid\n  motivering: {}\n"
    )
    case = tmp_path / "zaak.yaml"
    case.write_text(text, encoding="utf-8")
    assert main(["motivering", str(case), "--besluit", "terugvordering"]) == 1
    assert "Over uw keuze: " in capsys.readouterr().err
    assert main(["motivering", str(case), "--besluit", "herziening"]) == 0
    assert "50%" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("verlaging", "fout[VRD507]: `--besluit`: deze casus gaat niet over `verlaging`"),
        ("herzienin", "fout[VRD504]: `--besluit`: er is geen besluit `herzienin`"),
    ],
)
def test_a_text_about_a_decision_that_is_not_there(name: str, said: str, capsys: Capture) -> None:
    assert main(["motivering", OPEN, "--besluit", name]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_json_holds_the_text_and_what_is_missing(capsys: Capture) -> None:
    assert main(["motivering", OPEN, "--formaat", "json"]) == 1
    said = capsys.readouterr()
    whole = json.loads(said.out)
    assert (whole["schema"], whole["soort"], whole["afsluitcode"]) == ("verordening/tekst/1", "motivering", 1)
    assert len(whole["ontbreekt"]) == 2
    assert {
        line["open"]
        for part in whole["delen"]
        for block in part["blokken"]
        for line in block.get("punten", [])
    } == {
        None,
        "besluit",
    }


def test_a_screen_reader_gets_statements(capsys: Capture) -> None:
    assert main(["samenvatting", WHOLE, "--formaat", "schermlezer"]) == 0
    out = capsys.readouterr().out
    assert "#" not in out
    assert "De bijstand wordt 5% van de norm lager, 1 maand lang: € 70,08 van € 1.401,50." in out.splitlines()


@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        ((), "tekst.md", b"# Ons besluit"),
        ((), "tekst.HTML", b"<!DOCTYPE html>"),
        (("--als", "html"), "tekst.html", b"<!DOCTYPE html>"),
        ((), "tekst.docx", b"PK"),
    ],
)
def test_the_name_of_the_file_tells_its_form(
    words: tuple[str, ...], name: str, start: bytes, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / name
    assert main(["samenvatting", WHOLE, *words, "-o", str(path)]) == 0
    assert path.read_bytes().startswith(start)
    assert capsys.readouterr().out == f"Geschreven: {path}\n"


def test_a_pdf_is_written(tmp_path: Path) -> None:
    need_pango()
    path = tmp_path / "blad.pdf"
    main(["casusblad", OPEN, "--uit", str(path)])
    assert path.read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--als", "word"), "VRD504]: `--als`: er is geen vorm `word`"),
        (("--als", "pdf"), "VRD505]: `--als pdf` komt in een bestand"),
        (("--uit", "brief.txt"), "VRD504]: `--uit`: aan `brief.txt` is niet te zien welke vorm u wilt"),
        (("--als", "pdf", "--uit", "brief.docx"), "VRD504]: `--als pdf` past niet bij `brief.docx`"),
        (("--sjabloon", "a.docx", "--als", "html"), "VRD504]: `--sjabloon` hoort bij een Word-bestand"),
        (("--uit", "weg/brief.md"), "VRD010]: de map `weg` bestaat niet"),
        (("--sjabloon", "weg.docx", "--uit", "b.docx"), "VRD001]: "),
    ],
)
def test_a_refusal(
    words: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["motivering", WHOLE, *words]) == 2
    assert " ".join(capsys.readouterr().err.split()).startswith(f"fout[{message}")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays(tmp_path: Path, capsys: Capture) -> None:
    """Who changed a draft by hand does not lose the work."""
    path = tmp_path / "brief.md"
    path.write_text("mijn tekst", encoding="utf-8")
    assert main(["motivering", WHOLE, "--uit", str(path)]) == 2
    assert "VRD511" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mijn tekst"


@pytest.mark.parametrize(("form", "library"), [("pdf", "weasyprint"), ("docx", "docxtpl")])
def test_without_the_extra_it_says_what_to_install(
    form: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    path = tmp_path / f"brief.{form}"
    assert main(["motivering", WHOLE, "--uit", str(path)]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert 'pip install "verordening[documenten]"' in said
    assert not path.exists()


def test_what_is_for_the_caseworker_can_be_left_out(capsys: Capture) -> None:
    main(["samenvatting", WHOLE])
    assert "Voor u als medewerker" in capsys.readouterr().out
    assert main(["samenvatting", WHOLE, "--voor-inwoner"]) == 0
    assert "medewerker: haal" not in capsys.readouterr().out


def test_a_template_of_our_own_can_be_started_and_filled(tmp_path: Path, capsys: Capture) -> None:
    template, letter = tmp_path / "huisstijl.docx", tmp_path / "brief.docx"
    assert main(["nieuw", "sjabloon", "--uit", str(template)]) == 0
    assert main(["motivering", WHOLE, "--sjabloon", str(template), "--uit", str(letter)]) == 0
    assert letter.stat().st_size > 10_000
    assert main(["nieuw", "sjabloon", "--uit", str(template)]) == 2
    assert "VRD511" in capsys.readouterr().err


def test_the_libraries_are_not_loaded_for_text(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    for each in ("weasyprint", "docxtpl", "jinja2", "docx"):
        monkeypatch.setitem(sys.modules, each, None)
    assert main(["motivering", WHOLE, "--als", "html"]) == 0
    assert "<html lang" in capsys.readouterr().out


def test_a_command_points_to_no_option_that_it_does_not_have(capsys: Capture) -> None:
    assert main(["casusblad", OPEN]) == 1
    assert "--besluit" not in capsys.readouterr().err
