"""A mistake of our own: exit 3, what to report, and never in the guise of the author's mistake."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import verordening.cli.toets
from verordening.cli.main import main

Capture = pytest.CaptureFixture[str]


def fails_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def evaluate(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(verordening.cli.toets, "evaluate", evaluate)


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (KeyError("norm"), "KeyError: 'norm'"),
        (
            RecursionError("maximum recursion depth exceeded"),
            "RecursionError: maximum recursion depth exceeded",
        ),
        (MemoryError(), "MemoryError"),
        (ValueError("van 123456782\nen verder"), "ValueError: van ••••••••• en verder"),
        (OSError("disk"), "OSError: disk"),
    ],
)
def test_what_to_report(
    capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, shown: str
) -> None:
    fails_with(error, monkeypatch)
    assert main(["toets", str(case), "--peildatum=2026-03-01", "--formaat", "tekst"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[:3] == [
        "Het programma heeft zelf een fout gemaakt. Dit ligt niet aan uw casus of regeling, en er is geen uitkomst.",
        "Meld dit bij de beheerder van het programma, met deze regels:",
        "",
    ]
    assert re.fullmatch(r"  verordening 0\.1\.0, Python 3\.\d+\.\d+\S*, \w+", lines[3])
    assert lines[4] == "  opdracht: verordening toets … --peildatum --formaat …"
    assert lines[5] == f"  fout: {shown}"
    assert re.fullmatch(r"  plaats: test_internal_errors\.py regel \d+ in evaluate", lines[-1])
    assert any(line.startswith("  plaats: verordening/cli/toets.py regel ") for line in lines)
    assert str(case) not in said.err
    assert "Traceback" not in said.err


def test_a_loop_without_end(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def evaluate(*arguments: object, **named: object) -> object:
        return evaluate(*arguments, **named)

    monkeypatch.setattr(verordening.cli.toets, "evaluate", evaluate)
    assert main(["toets", str(case)]) == 3
    assert len(capsys.readouterr().err.splitlines()) < 15


def test_for_a_program(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fails_with(KeyError("norm"), monkeypatch)
    assert main(["toets", str(case), "--formaat", "json"]) == 3
    said = capsys.readouterr()
    report = json.loads(said.out)
    assert said.err == ""
    assert (report["schema"], report["afsluitcode"]) == ("verordening/interne-fout/1", 3)
    assert "fout: KeyError: 'norm'" in report["meld_dit"]


def test_a_mistake_while_a_mistake_of_the_author_is_shown(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("verordening.cli.main.show_diagnostics", broken)
    assert main(["toets", str(tmp_path / "weg.yaml")]) == 3
    assert "fout: ZeroDivisionError" in capsys.readouterr().err
