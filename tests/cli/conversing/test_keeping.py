"""The file of a conversation: what is refused before anything is asked, and what is never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conversing.talks import TODAY
from verordening.cli.conversing.keeping import CaseFile
from verordening.language.diagnostics import InputError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(path: str) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        CaseFile(path, TODAY)
    (found,) = caught.value.diagnostics
    return found.code, found.message


def test_nothing_is_written_before_there_is_something_to_write(folder: Path) -> None:
    file = CaseFile("zaak.yaml", TODAY)
    assert (file.is_new, file.text) == (True, "casus: Gesprek op 1 maart 2026\n")
    assert list(folder.iterdir()) == []


def test_an_empty_file_is_a_new_case(folder: Path) -> None:
    (folder / "leeg.yaml").write_text("\n", encoding="utf-8")
    file = CaseFile("leeg.yaml", TODAY)
    file.save("casus: x\n")
    assert (folder / "leeg.yaml").read_text(encoding="utf-8") == "casus: x\n"


@pytest.mark.parametrize(
    ("path", "code", "message"),
    [
        ("zaak", "VRD504", "`zaak` is er niet, en een nieuwe casus heeft een naam die eindigt op `.yaml`"),
        ("nergens/zaak.yaml", "VRD010", "de map `nergens` bestaat niet"),
        (".", "VRD002", "`.` is een map en geen bestand"),
    ],
)
def test_a_name_that_is_a_slip_is_refused(path: str, code: str, message: str) -> None:
    assert refused(path) == (code, message)


def test_line_ends_stay_what_they_are(folder: Path) -> None:
    path = folder / "zaak.yaml"
    path.write_bytes(b"casus: x\r\ngemeente: amsterdam\r\n")
    file = CaseFile("zaak.yaml", TODAY)
    file.save(f"{file.text}peildatum: 2026-03-01\n")
    assert path.read_bytes() == b"casus: x\r\ngemeente: amsterdam\r\npeildatum: 2026-03-01\r\n"


def test_a_file_that_something_else_changed_stays(folder: Path) -> None:
    path = folder / "zaak.yaml"
    path.write_text("casus: x\n", encoding="utf-8")
    file = CaseFile("zaak.yaml", TODAY)
    path.write_text("casus: van een ander\n", encoding="utf-8")
    with pytest.raises(InputError, match="is intussen door iets anders veranderd"):
        file.save("casus: y\n")
    assert path.read_text(encoding="utf-8") == "casus: van een ander\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_where_nothing_can_be_written_the_file_stays(folder: Path) -> None:
    path = folder / "zaak.yaml"
    path.write_text("casus: x\n", encoding="utf-8")
    path.chmod(0o400)
    with pytest.raises(InputError, match="kan niet geschreven worden"):
        CaseFile("zaak.yaml", TODAY).save("casus: y\n")
    assert path.read_text(encoding="utf-8") == "casus: x\n"
