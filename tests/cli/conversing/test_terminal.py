"""The conversation in a real terminal: both background cases from nothing to a checked choice, and what goes wrong.

What is read from the terminal is what a caseworker sees; nothing is asked of the program in another way.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from tests.cli.conversing.lines import GARAGE, GARAGE_CHOICE, GARAGE_TALK, STUDY, STUDY_CHOICE, STUDY_TALK
from tests.cli.conversing.test_acts import TWO
from verordening.cli.main import main

ROOT = Path(__file__).parents[3]
QUESTION = "\n> "
ALOUD = "\nAntwoord: "
PATIENCE = 60

Open = Callable[..., "Terminal"]


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A terminal with the conversation in it."""

    def __init__(self, folder: Path, *words: str, columns: int, cursor: str) -> None:
        self._cursor = cursor
        self._child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            ["-m", "verordening", "gesprek", *words],
            cwd=str(folder),
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "COLUMNS": str(columns)},
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(40, columns),
            # A test run in the background ignores Ctrl-C, and its children would too.
            preexec_fn=_heed_ctrl_c,
        )
        self._child.delaybeforesend = None
        self.seen = ""
        self.questions = self.keystrokes = 0

    def answer(self, *lines: str) -> str:
        """Answer questions; gives what came on the screen before the last answer was asked."""
        for line in lines:
            self._wait(self._cursor)
            self.questions += 1
            self.keystrokes += len(line) + 1
            self._child.sendline(line)
        return self.seen

    def wait(self) -> None:
        """Until the next question."""
        self._wait(self._cursor)

    def answer_again(self, line: str) -> None:
        """Answer the question that is waited for already."""
        self._child.sendline(line)

    def interrupt(self) -> None:
        """Ctrl-C, at a question."""
        self._wait(self._cursor)
        self._child.sendintr()

    def close_input(self) -> None:
        """Ctrl-D, at a question."""
        self._wait(self._cursor)
        self._child.sendeof()

    def end(self) -> int:
        """The exit code, once the program ended by itself."""
        self._wait(pexpect.EOF)
        self._child.close()
        assert self._child.exitstatus is not None
        return self._child.exitstatus

    def kill(self) -> None:
        """Leave nothing running."""
        self._child.close(force=True)

    def _wait(self, until: str | type[pexpect.EOF]) -> None:
        if isinstance(until, str):
            self._child.expect_exact(until.replace("\n", "\r\n"))
        else:
            self._child.expect(until)
        self.seen += str(self._child.before).replace("\r\n", "\n")
        if isinstance(until, str):
            self.seen += until


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def open_terminal(*words: str, columns: int = 80, cursor: str = QUESTION) -> Terminal:
        opened.append(Terminal(tmp_path, *words, columns=columns, cursor=cursor))
        return opened[-1]

    yield open_terminal
    for each in opened:
        each.kill()


def test_a_small_contract_beside_a_study(
    terminal: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = terminal("zaak.yaml")
    talk.answer(*STUDY, *STUDY_TALK, *STUDY_CHOICE)
    assert talk.end() == 0
    assert "Verplicht om meer uren te werken: ja." in talk.seen
    assert "Uw keuze is in orde: de plicht om meer uren te werken: nee, volgens" in talk.seen
    assert main(["motivering", str(tmp_path / "zaak.yaml")]) == 0
    said = capsys.readouterr().out
    for reason in (*STUDY[-1:], *STUDY_TALK[1:3], *STUDY_CHOICE[-2:]):
        assert f"“{reason}”" in said or reason == "ja"


def test_undeclared_work_in_a_garage(
    terminal: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = terminal("garage.yaml")
    talk.answer(*GARAGE, *GARAGE_TALK, *GARAGE_CHOICE)
    assert talk.end() == 0
    assert "De eigen regels van Huizen zijn niet opgenomen" in talk.seen
    assert "Uw keuze is in orde: terugvordering 50%, volgens Participatiewet" in talk.seen
    # the Boetebesluit is not encoded: of the boete nothing can be said, and the motivation is not done
    assert main(["motivering", str(tmp_path / "garage.yaml")]) == 1
    said = capsys.readouterr().out
    assert f"“{GARAGE_CHOICE[-1]}”" in said
    assert "boete" in said.casefold()


LIGHT = """\
casus: Te laat ingeschreven
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [verlaging, duur_verlaging]
gegevens:
  gedraging: te_laat_geregistreerd
  datum_gedraging: 2026-02-16
  huishouden: alleenstaande
  leeftijd: 29 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee
"""
REASON = "Kende de plicht en kan dit dragen."


def test_a_simple_case_takes_few_questions(terminal: Open, tmp_path: Path) -> None:
    """Three minutes are 180 seconds; typing 2 signs a second and reading a question in 8 seconds stays below."""
    (tmp_path / "licht.yaml").write_text(LIGHT, encoding="utf-8")
    talk = terminal("licht.yaml")
    talk.answer("aanwezig", REASON, "nee", "nee", "Er zijn geen schulden.", "keuze", "1", REASON)
    assert talk.end() == 0
    assert "u wijkt niet af" in talk.seen
    assert talk.questions <= 8
    assert talk.keystrokes / 2 + talk.questions * 8 < 180


def test_two_acts_one_after_another(
    terminal: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "twee.yaml").write_text(TWO, encoding="utf-8")
    talk = terminal("twee.yaml")
    talk.answer("1", "nee", "Er zijn geen schulden.", "keuze", "1", REASON)
    talk.answer("2", "nee", "Er zijn geen schulden.", "keuze", "1", REASON)
    assert talk.end() == 0
    said = " ".join(talk.seen.split())
    assert "Gedraging 1: uw keuze is in orde: u wijkt niet af." in said
    assert "Gedraging 2: uw keuze is in orde: u wijkt niet af." in said
    main(["motivering", str(tmp_path / "twee.yaml")])
    assert f"“{REASON}”" in capsys.readouterr().out


def test_it_goes_on_where_it_was_stopped(terminal: Open, tmp_path: Path) -> None:
    first = terminal("zaak.yaml")
    first.answer(*STUDY[:5], "stop")
    assert first.end() == 0
    assert "Alles is bewaard; verder met: verordening gesprek zaak.yaml" in " ".join(first.seen.split())
    second = terminal("zaak.yaml")
    second.answer(*STUDY[5:], "stop")
    assert second.end() == 0
    assert "Welke gemeente" not in second.seen
    assert "meer uren moet gaan werken" not in second.seen
    assert "Verplicht om meer uren te werken: ja." in second.seen


def test_ctrl_c_and_a_closed_input_lose_nothing(terminal: Open, tmp_path: Path) -> None:
    interrupted = terminal("zaak.yaml")
    interrupted.answer(*STUDY[:4])
    interrupted.interrupt()
    assert interrupted.end() == 130
    assert "huishouden: alleenstaande" in (tmp_path / "zaak.yaml").read_text(encoding="utf-8")
    closed = terminal("zaak.yaml")
    closed.answer("ja")
    closed.close_input()
    assert closed.end() == 0
    assert "gaat_over_meer_uren: ja" in (tmp_path / "zaak.yaml").read_text(encoding="utf-8")
    assert "Traceback" not in interrupted.seen + closed.seen


def test_back_and_a_wrong_answer(terminal: Open, tmp_path: Path) -> None:
    talk = terminal("zaak.yaml")
    talk.answer(*STUDY[:3], "getrouwd", "gehuwden", "terug", "1", "stop")
    assert talk.end() == 0
    assert "`getrouwd` staat er niet bij" in talk.seen
    assert "Er staat nu: gehuwden. Enter laat dat zo." in talk.seen
    assert "huishouden: alleenstaande\n" in (tmp_path / "zaak.yaml").read_text(encoding="utf-8")


def test_a_narrow_terminal(terminal: Open) -> None:
    talk = terminal("zaak.yaml", columns=60)
    talk.answer(*STUDY, "", "hulp", "stop")
    assert talk.end() == 0
    assert [line for line in talk.seen.splitlines() if len(line) > 60 and not line.startswith("> ")] == []


def test_a_screen_reader_gets_sentences_without_signs(terminal: Open) -> None:
    talk = terminal("zaak.yaml", "--formaat", "schermlezer", cursor=ALOUD)
    talk.answer(*STUDY, "", "stop")
    assert talk.end() == 0
    assert "Keuze 1: alleenstaande." in talk.seen
    assert not set("·→✓✗├└│") & set(talk.seen)
    assert all(line == line.lstrip() for line in talk.seen.splitlines())


def test_without_a_name_it_takes_one_that_is_free(terminal: Open, tmp_path: Path) -> None:
    (tmp_path / "gesprek.yaml").write_text("van iemand anders", encoding="utf-8")
    talk = terminal()
    talk.answer("amsterdam", "stop")
    assert talk.end() == 0
    assert "gemeente: amsterdam" in (tmp_path / "gesprek-2.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "gesprek.yaml").read_text(encoding="utf-8") == "van iemand anders"


def test_what_another_program_wrote_meanwhile_stays(terminal: Open, tmp_path: Path) -> None:
    file = tmp_path / "zaak.yaml"
    file.write_text(LIGHT, encoding="utf-8")
    talk = terminal("zaak.yaml")
    talk.wait()
    file.write_text(f"{LIGHT}# van een collega\n", encoding="utf-8")
    talk.answer_again("aanwezig")
    talk.answer("stop")
    assert talk.end() == 0
    assert "is intussen door iets anders veranderd" in talk.seen
    assert file.read_text(encoding="utf-8") == f"{LIGHT}# van een collega\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("zaak.yaml",), "VRD509"),
        (("-",), "VRD509"),
        (("zaak.yaml", "--formaat", "json"), "VRD504"),
        (("een.yaml", "twee.yaml"), "VRD506"),
    ],
)
def test_what_is_no_conversation_is_refused_in_dutch(
    tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "verordening", "gesprek", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input="ja\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert code in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []
