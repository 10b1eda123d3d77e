"""`verordening opmaak`: what it writes, what it leaves alone, what it says, and how it ends."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from verordening.cli import opmaak
from verordening.cli.main import main

LOOSE = 'regeling r "R" soort wet   # laag\nartikel 1 inhoud "Eén."\n'
NEAT = 'regeling r "R"\n  soort wet  # laag\n\nartikel 1\n  inhoud "Eén."\n'
WRONG = 'regeling r "R"\n  sort wet\n'
Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *tokens: object) -> tuple[int, str, str]:
    code = main([str(token) for token in ("opmaak", *tokens)])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a loose file and a neat one."""
    (tmp_path / "los.vrd").write_text(LOOSE, encoding="utf-8")
    (tmp_path / "netjes.vrd").write_text(NEAT, encoding="utf-8")
    return tmp_path


def test_files_are_rewritten_in_place(capsys: Capture, folder: Path) -> None:
    code, out, err = run(capsys, folder)
    assert (code, err) == (0, "")
    assert out == f"opgemaakt: {folder / 'los.vrd'}\n1 bestand opgemaakt, 1 was al goed.\n"
    assert (folder / "los.vrd").read_text(encoding="utf-8") == NEAT
    assert run(capsys, folder) == (0, "2 bestanden waren al goed.\n", "")
    assert sorted(os.listdir(folder)) == ["los.vrd", "netjes.vrd"]


def test_controleer_names_what_would_change_and_writes_nothing(capsys: Capture, folder: Path) -> None:
    code, out, err = run(capsys, folder, "--controleer")
    assert (code, err) == (1, "")
    assert out == f"nog niet opgemaakt: {folder / 'los.vrd'}\n1 bestand nog niet opgemaakt, 1 was al goed.\n"
    assert (folder / "los.vrd").read_text(encoding="utf-8") == LOOSE
    assert run(capsys, folder / "netjes.vrd", "--controleer") == (0, "1 bestand was al goed.\n", "")


def test_diff_shows_what_would_change_and_writes_nothing(capsys: Capture, folder: Path) -> None:
    path = folder / "los.vrd"
    code, out, err = run(capsys, path, "--diff")
    assert (code, err) == (1, "1 bestand nog niet opgemaakt.\n")
    assert out == (
        f"--- {path}\n+++ {path}\n@@ -1,2 +1,5 @@\n"
        '-regeling r "R" soort wet   # laag\n-artikel 1 inhoud "Eén."\n'
        '+regeling r "R"\n+  soort wet  # laag\n+\n+artikel 1\n+  inhoud "Eén."\n'
    )
    assert path.read_text(encoding="utf-8") == LOOSE
    assert run(capsys, folder / "netjes.vrd", "--diff") == (0, "", "1 bestand was al goed.\n")


def test_an_end_of_line_that_is_missing_shows_in_the_difference(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "r.vrd"
    path.write_text(NEAT.rstrip("\n"), encoding="utf-8")
    assert run(capsys, path, "--diff")[1].endswith(
        '-  inhoud "Eén."\n\\ Geen regeleinde aan het eind van het bestand\n+  inhoud "Eén."\n'
    )


def test_a_file_with_mistakes_is_not_touched_and_the_others_are(capsys: Capture, folder: Path) -> None:
    (folder / "fout.vrd").write_text(WRONG, encoding="utf-8")
    code, out, err = run(capsys, folder)
    assert code == 2
    assert out.endswith("1 bestand opgemaakt, 1 was al goed, 1 kon niet worden opgemaakt.\n")
    assert "fout[VRD1" in err
    assert f"{folder / 'fout.vrd'}:2:3" in err
    assert (folder / "fout.vrd").read_text(encoding="utf-8") == WRONG
    assert (folder / "los.vrd").read_text(encoding="utf-8") == NEAT


def test_a_name_that_means_nothing_to_lint_is_no_reason_not_to(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "r.vrd"
    path.write_text(
        'regeling r "R" soort onzin\nartikel 1 als bestaat_niet dan moet x = 1\n', encoding="utf-8"
    )
    assert run(capsys, path)[0] == 0
    assert "  als      bestaat_niet\n" in path.read_text(encoding="utf-8")


def test_the_dash_reads_the_input_and_writes_the_output(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    give(LOOSE)
    assert run(capsys, "-") == (0, NEAT, "")
    give(LOOSE)
    assert run(capsys, "-", "--controleer") == (1, "", "")
    give(LOOSE)
    assert run(capsys, "-", "--diff")[1].startswith("--- invoer\n+++ invoer\n")
    give(NEAT)
    assert run(capsys, "-", "--controleer") == (0, "", "")
    give(WRONG)
    code, out, err = run(capsys, "-")
    assert (code, out) == (2, "")
    assert "invoer:2:3" in err


def test_the_dash_stands_alone(capsys: Capture) -> None:
    code, out, err = run(capsys, "-", "x.vrd")
    assert (code, out) == (2, "")
    assert err.startswith("fout[VRD506]: een streepje (-) staat hier niet alleen\n")


def test_without_a_path_the_folder_one_stands_in(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run(capsys) == (0, "opgemaakt: ./los.vrd\n1 bestand opgemaakt, 1 was al goed.\n", "")


def test_without_a_path_the_folder_of_regelingen(
    capsys: Capture, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elders"))
    code, out, _ = run(capsys, "--regelingen", folder, "--controleer")
    assert (code, out.count("nog niet opgemaakt: ")) == (1, 1)
    code, out, err = run(capsys)
    assert (code, out) == (2, "")
    assert "staat geen regeling" in err


def test_what_ships_with_the_program_is_left_alone_unless_it_is_named(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = folder / "meegeleverd"
    shipped.mkdir()
    (shipped / "wet.vrd").write_text(LOOSE, encoding="utf-8")
    monkeypatch.setattr(opmaak, "resource_folder", lambda _: shipped)
    monkeypatch.chdir(folder)
    assert run(capsys)[1].endswith("1 bestand opgemaakt, 1 was al goed.\n")
    assert (shipped / "wet.vrd").read_text(encoding="utf-8") == LOOSE
    assert run(capsys, shipped)[1].endswith("1 bestand opgemaakt.\n")
    assert (shipped / "wet.vrd").read_text(encoding="utf-8") == NEAT


def test_windows_line_ends_and_a_byte_order_mark_go(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "windows.vrd"
    path.write_bytes(b"\xef\xbb\xbf" + NEAT.replace("\n", "\r\n").encode())
    code, out, _ = run(capsys, path, "--diff")
    assert (code, out) == (1, f"{path}: alleen de regeleinden of het merkteken vooraan worden anders\n")
    assert run(capsys, path)[0] == 0
    assert path.read_bytes() == NEAT.encode()


def test_rights_and_links_stay(capsys: Capture, folder: Path) -> None:
    path, link = folder / "los.vrd", folder / "link.vrd"
    path.chmod(0o640)
    link.symlink_to(path)
    assert run(capsys, link)[0] == 0
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == NEAT
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_disk_that_is_full_costs_nothing(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("verordening.cli.rewriting.os.fsync", fail)
    code, _, err = run(capsys, folder)
    assert code == 2
    assert err.startswith("fout[VRD016]: ")
    assert "kan niet geschreven worden en is niet veranderd" in " ".join(err.split())
    assert (folder / "los.vrd").read_text(encoding="utf-8") == LOOSE
    assert sorted(os.listdir(folder)) == ["los.vrd", "netjes.vrd"]


def test_a_file_one_may_not_write_is_left_alone(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verordening.cli.rewriting.os.access", lambda *_: False)
    code, _, err = run(capsys, folder)
    assert code == 2
    assert "schrijfrecht" in err
    assert (folder / "los.vrd").read_text(encoding="utf-8") == LOOSE


def test_json(capsys: Capture, folder: Path) -> None:
    (folder / "fout.vrd").write_text(WRONG, encoding="utf-8")
    code, out, err = run(capsys, folder, "--controleer", "--formaat", "json")
    answer = json.loads(out)
    assert (code, err) == (2, "")
    assert (answer["schema"], answer["geschreven"], answer["afsluitcode"]) == (
        "verordening/opmaak/1",
        False,
        2,
    )
    assert [(Path(each["bestand"]).name, each["was"]) for each in answer["bestanden"]] == [
        ("fout.vrd", "fout"),
        ("los.vrd", "anders"),
        ("netjes.vrd", "goed"),
    ]
    assert [each["plaats"]["regel"] for each in answer["meldingen"]] == [2]


def test_a_mistake_of_ours_leaves_the_file_as_it_is(
    capsys: Capture, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "verordening.language.layout.page_lines", lambda *_: ['artikel 1 inhoud "Iets anders."']
    )
    code, _, err = run(capsys, folder / "los.vrd")
    assert code == 3
    assert "LayoutError" in err
    assert (folder / "los.vrd").read_text(encoding="utf-8") == LOOSE
