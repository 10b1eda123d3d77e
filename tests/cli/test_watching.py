"""`lint --volg` in a real terminal: what is seen while somebody writes, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.cli.haarlem import HEADER
from verordening.cli.main import main

ROOT = Path(__file__).parents[2]
PATIENCE = 60
WRONG = """\
artikel 3
  als     gedraging = te_laat_geregistreerd
  dan kan verlaging van 0% tot en met 10%
  mandaat college
"""
REASONS = '  motiveer waarom "Waarom past dit percentage bij deze inwoner?"\n'
STATUS = r"\d\d:\d\d:\d\d[^\n]*Ctrl\+C stopt\.\r\n"


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watching:
    """A terminal in which `lint --volg` runs on `regels`, for what is about room."""

    def __init__(self, folder: Path, form: str) -> None:
        self.file = folder / "regels" / "maatregelen.vrd"
        self.file.parent.mkdir()
        self.save(WRONG)
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            ["-m", "verordening", "lint", "regels", "--volg", "--kies", "ruimte", "--formaat", form],
            cwd=str(folder),
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb"},
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(40, 100),
            # A test run in the background ignores Ctrl-C, and its children would too.
            preexec_fn=_heed_ctrl_c,
        )

    def save(self, text: str) -> None:
        """Save as an editor does: beside the file, and then in its place."""
        beside = self.file.with_suffix(".nieuw")
        beside.write_text(HEADER + text, encoding="utf-8")
        beside.replace(self.file)

    def seen(self) -> tuple[str, str]:
        """What came on the screen up to the next word on how it stands, and that word without the time."""
        self.child.expect(STATUS)
        status = str(self.child.after).strip()
        return str(self.child.before).replace("\r\n", "\n"), re.sub(r"^[\d:]+", "", status)

    def stop(self) -> int:
        """Ctrl-C; the exit code."""
        self.child.sendintr()
        self.child.expect("Gestopt")
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus is not None
        return self.child.exitstatus


@pytest.fixture
def watching(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Watching]:
    opened = Watching(tmp_path, request.param)
    yield opened
    opened.child.close(force=True)


@pytest.mark.parametrize("watching", ["tekst"], indirect=True)
def test_each_change_is_looked_at_and_the_last_answer_counts(watching: Watching) -> None:
    found, status = watching.seen()
    assert "waarschuwing[VRD751]" in found
    assert status == ". Ik kijk mee met 1 bestand. Ctrl+C stopt."

    watching.save(WRONG + REASONS)
    found, status = watching.seen()
    assert "Geen fouten gevonden." in found
    assert status == ", regels/maatregelen.vrd is veranderd: 1 opgelost, niets nieuw. Ctrl+C stopt."

    watching.file.unlink()
    found, status = watching.seen()
    assert "VRD013" in found
    assert status == ", regels/maatregelen.vrd is weg. Zo is er niets na te kijken. Ctrl+C stopt."

    watching.save("\n" + WRONG + REASONS)
    _, status = watching.seen()
    assert status == ", regels/maatregelen.vrd is nieuw: niets opgelost, niets nieuw. Ctrl+C stopt."
    assert watching.stop() == 0


@pytest.mark.parametrize("watching", ["kort"], indirect=True)
def test_in_short_each_finding_is_a_line_and_a_warning_ends_with_1(watching: Watching) -> None:
    watching.seen()
    watching.save("\n\n" + WRONG)
    found, status = watching.seen()
    (line,) = found.split("\n")[1:-1]
    assert line.startswith(f"regels/maatregelen.vrd:{HEADER.count(chr(10)) + 5}:7: waarschuwing[VRD751]: ")
    assert status == ", regels/maatregelen.vrd is veranderd: niets opgelost, niets nieuw. Ctrl+C stopt."
    assert watching.stop() == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), "VRD505", "`lint --volg` ontbreekt een bestand"),
        ((".", "--herstel"), "VRD506", "`--volg` en `--herstel` gaan niet samen"),
        ((".", "--formaat", "sarif"), "VRD504", "`--volg` kan niet met `--formaat sarif`"),
    ],
)
def test_what_cannot_be_watched(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: str, said: str
) -> None:
    assert main(["lint", "--volg", *words]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert code in told
    assert said in told


def test_a_path_that_is_wrong_from_the_start_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "--volg", "bestaat-niet"]) == 2
    assert "bestaat-niet" in capsys.readouterr().err
