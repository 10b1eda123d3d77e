"""`beproef --maak-randgevallen`: the cases around each threshold are written, and none passes before it is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.law.examples import corpus_of, library
from verordening.cli.main import main
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.trials.reading import read_trials

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
    """Every table is read, and one of them is run: no row says what must come of it, so none can pass."""
    make(capsys, "amsterdam/maatregelen")
    made = sorted(Path("nieuw").rglob("*.yaml"))
    assert len(made) > 20
    for path in made:
        file = read_trials(
            read_text(path, limit=CASE_LIMIT), corpus_of, fictional=lambda: library().fictional
        )
        assert file.problems == ()
        assert file.trials
        assert all(each.pending and each.case is not None for each in file.trials)
    assert main(["beproef", str(made[0])]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    assert " goed" not in captured.out.splitlines()[-1].replace("nog te beoordelen", "")


def test_what_a_person_filled_in_is_not_written_over(capsys: Capture) -> None:
    make(capsys, "amsterdam/beleidsregels")
    first = min(Path("nieuw").rglob("*.yaml"))
    first.write_text("# van mij\n", encoding="utf-8")
    assert "bleven staan" in make(capsys, "amsterdam/beleidsregels")
    assert first.read_text(encoding="utf-8") == "# van mij\n"
