"""Real processes: what is loaded, and what happens when the terminal, the pipe or the user stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

VERORDENING = (sys.executable, "-m", "verordening")
HEAVY = ("argparse", "lark", "pydantic", "pygls", "rich", "shtab", "z3")
DEAR = (
    *(
        "collections",
        "contextlib",
        "decimal",
        "enum",
        "functools",
        "inspect",
        "pathlib",
        "re",
        "typing",
    ),
    "yaml",
)
"""What a warm answer does without: milliseconds of every start."""
OF_JSON = {"collections", "enum", "functools", "re"}
"""What Python's `json` loads."""


def run(*tokens: object, input: bytes | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*VERORDENING, *(str(token) for token in tokens)],
        input=input,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, **env},
    )


def loaded_by(tokens: Sequence[str]) -> set[str]:
    """The heavy and dear modules that a command loads."""
    program = (
        "import sys\n"
        "from verordening.cli.start import prepare\n"
        "prepare()\n"
        "from verordening.cli.main import main\n"
        f"main({list(tokens)!r})\n"
        f"print(*(name for name in {(*HEAVY, *DEAR)!r} if name in sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        timeout=60,
        text=True,
        encoding="utf-8",
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("command", ["toets", "afwijken"])
@pytest.mark.parametrize("form", ["tekst", "json", "schermlezer"])
def test_a_hot_command_loads_nothing_heavy(case: Path, command: str, form: str) -> None:
    run(command, case)
    loaded = loaded_by([command, str(case), "--formaat", form])
    assert loaded <= (OF_JSON if form == "json" else set())


def test_lint_of_a_cached_corpus_loads_nothing_heavy() -> None:
    run("lint")
    assert loaded_by(["lint"]).isdisjoint(HEAVY)


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by(["toets", "--help"]).isdisjoint(HEAVY)


def test_as_a_module(case: Path) -> None:
    done = run("toets", case)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith(
        "Te laat geregistreerd · Amsterdam · peildatum 1 maart 2026\n"
    )


def test_the_input(case: Path) -> None:
    done = run("toets", "-", "--formaat", "json", input=case.read_bytes())
    assert done.returncode == 0
    assert b'"status": "voorbehoud"' in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_a_pipe_is_utf8_whatever_the_locale(case: Path, encoding: str) -> None:
    done = run("toets", case, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "€ 70,08" in done.stdout.decode("utf-8")


def test_nobody_reads_the_answer(case: Path) -> None:
    with subprocess.Popen(
        [*VERORDENING, "toets", str(case), "--boom"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk(case: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*VERORDENING, "toets", str(case)], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == 3
    assert done.stderr == b"De uitvoer kan niet worden geschreven: de schijf is vol.\n"


@pytest.mark.parametrize("closed", [1, 2])
def test_a_closed_output(case: Path, closed: int) -> None:
    command = f'exec "$@" {closed}>&-'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *VERORDENING, "toets", str(case)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_user_breaks_off() -> None:
    """A test run in the background passes on that Ctrl-C is ignored; the user's own shell does not."""
    with subprocess.Popen(
        [*VERORDENING, "toets", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stderr is not None
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr.read() == b"\nAfgebroken.\n"


def on_terminal(tokens: Sequence[str], columns: int, **env: str) -> tuple[int, bytes]:
    """Exit code and output of a command on a terminal of its own."""
    pty, termios, fcntl = (pytest.importorskip(name) for name in ("pty", "termios", "fcntl"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, _size(columns))
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    with subprocess.Popen(
        [*VERORDENING, *tokens], stdin=theirs, stdout=theirs, stderr=theirs, env={**inherited, **env}
    ) as process:
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 65536):
                parts.append(part)
        except OSError:  # a terminal that its last user left
            pass
        os.close(ours)
        return process.wait(60), b"".join(parts).replace(b"\r\n", b"\n")


def _size(columns: int) -> bytes:
    return b"".join(number.to_bytes(2, sys.byteorder) for number in (24, columns, 0, 0))


@pytest.mark.parametrize(("columns", "widest"), [(10, 40), (50, 50), (80, 80), (300, 100)])
def test_the_width_of_the_terminal(columns: int, widest: int) -> None:
    code, out = on_terminal(["--help"], columns, PYTHONIOENCODING="utf-8")
    lines = out.decode("utf-8").splitlines()
    assert code == 0
    assert widest - 15 < max(map(len, lines)) <= widest


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_that_cannot_show_every_sign(case: Path, encoding: str) -> None:
    code, out = on_terminal(["toets", str(case)], 80, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    text = out.decode(encoding)
    assert code == 0
    assert "EUR 70,08 van EUR 1.401,50" in text
    assert "-> verordening afwijken" in text
    code, out = on_terminal(["toets", "weg.yaml"], 80, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert code == 2
    assert " +- weg.yaml:1:1" in out.decode(encoding)
