"""`beproef --maak-randgevallen`: the cases around each threshold are written, and none passes before it is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening.cli.main import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(capsys: Capture, start: str) -> str:
    assert main(["beproef", "--maak-randgevallen", "nieuw", "--alleen", start]) == 0
    return capsys.readouterr().out


def test_one_below_on_and_one_above_each_threshold(capsys: Capture) -> None:
    """Beleidsregels Amsterdam 4.1 a and b: at most € 150 may be withheld without consent."""
    make(capsys, "amsterdam/beleidsregels")
    text = "".join(path.read_text(encoding="utf-8") for path in Path("nieuw").rglob("*.yaml"))
    for amount in ("€ 149,99 per maand", "€ 150,00 per maand", "€ 150,01 per maand"):
        assert f"| {amount}" in text
    assert text.count("nog te beoordelen") > 3


def test_what_is_made_can_be_read_and_does_not_pass(capsys: Capture) -> None:
    make(capsys, "amsterdam/maatregelen")
    assert main(["beproef", "nieuw"]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    assert " goed" not in captured.out.splitlines()[-1].replace("nog te beoordelen", "")


def test_what_a_person_filled_in_is_not_written_over(capsys: Capture) -> None:
    make(capsys, "amsterdam/beleidsregels")
    first = min(Path("nieuw").rglob("*.yaml"))
    first.write_text("# van mij\n", encoding="utf-8")
    assert "bleven staan" in make(capsys, "amsterdam/beleidsregels")
    assert first.read_text(encoding="utf-8") == "# van mij\n"
