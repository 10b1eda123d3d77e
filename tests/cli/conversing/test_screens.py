"""What a whole conversation looks like, read as its Dutch user: both background cases, and one read aloud."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.conversing.lines import GARAGE, GARAGE_CHOICE, GARAGE_TALK, STUDY, STUDY_CHOICE, STUDY_TALK
from tests.cli.conversing.talks import TODAY
from verordening.cli.main import main

TALKS = {
    "study": (*STUDY, *STUDY_TALK, *STUDY_CHOICE),
    "garage": (*GARAGE, *GARAGE_TALK, *GARAGE_CHOICE),
}


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """A folder of its own, and an input that counts as a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("verordening.cli.gesprek.today", lambda: TODAY)
    return monkeypatch


def screen(
    typed: pytest.MonkeyPatch, lines: tuple[str, ...], capsys: pytest.CaptureFixture[str], *words: str
) -> str:
    """The conversation as it stands on the screen, with what was typed behind the cursor."""
    rest = iter(lines)

    def answer(cursor: str) -> str:
        line = next(rest)
        sys.stdout.write(f"{cursor}{line}\n")
        return line

    typed.setattr("builtins.input", answer)
    assert main(["gesprek", "zaak.yaml", *words]) == 0
    assert next(rest, None) is None, "not everything was asked"
    return capsys.readouterr().out


@pytest.mark.parametrize("name", TALKS)
def test_a_conversation_on_the_screen(
    name: str, typed: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion
) -> None:
    assert screen(typed, TALKS[name], capsys) == snapshot
    assert Path("zaak.yaml").read_text(encoding="utf-8").partition("\n")[2] == snapshot


def test_a_conversation_read_aloud(
    typed: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], snapshot: SnapshotAssertion
) -> None:
    assert screen(typed, TALKS["study"], capsys, "--formaat", "schermlezer") == snapshot
