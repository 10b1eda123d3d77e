"""A mistake in one place hides nothing of the others, and `lint` says what waits until the mistake is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.haarlem import HEADER
from verordening.cli.main import main

SOUND = HEADER + (
    "artikel 1\n"
    "  als     gedraging = te_laat_geregistreerd en eerdere_maatregel = ja\n"
    "  dan kan verlaging van 0% tot en met 10%\n\n"
    "gegeven eerdere_maatregel: ja/nee\n"
    '  vraag "Was er al een maatregel?"\n'
)
"""Of the language VRD701 (`= ja`), of room VRD751 and VRD753 (who decides, with which reasons)."""
MISTAKE = "\nartikel 2\n  als = 3\n"
OTHER = HEADER.replace("regeling haarlemse_maatregelen", "regeling andere_maatregelen")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _lint(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, list[str]]]:
    """The exit code, and what was reported by file."""
    code = main(["lint", ".", "--formaat", "json", *options])
    found: dict[str, list[str]] = {}
    for each in json.loads(capsys.readouterr().out)["meldingen"]:
        found.setdefault(each["plaats"]["bestand"], []).append(each["code"])
    return code, found


def _write(**texts: str | bytes) -> None:
    for name, text in texts.items():
        Path(f"{name}.vrd").write_bytes(text.encode() if isinstance(text, str) else text)


def test_what_a_mistake_elsewhere_in_the_file_does_not_touch_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write(a=SOUND + MISTAKE)
    assert _lint(capsys) == (1, {"./a.vrd": ["VRD701", "VRD101", "VRD690"]})


def test_a_file_beside_a_broken_one_is_looked_at_as_a_regulation(capsys: pytest.CaptureFixture[str]) -> None:
    _write(a=SOUND, b=OTHER + MISTAKE + "# bel mevrouw Jansen\n")
    code, found = _lint(capsys)
    assert code == 1
    assert found["./b.vrd"] == ["VRD101", "VRD690", "VRD782"]
    assert {"VRD701", "VRD751", "VRD753"} <= set(found["./a.vrd"])


def test_a_file_that_uses_a_broken_one_is_looked_at_as_it_is_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    using, declared = SOUND.replace("gebruikt pw", "gebruikt andere_maatregelen, pw").split("\ngegeven ")
    _write(a=using, b=f"{OTHER}gegeven {declared.replace('ja/nee', 'ja/neen')}")
    assert _lint(capsys) == (1, {"./a.vrd": ["VRD701"], "./b.vrd": ["VRD101", "VRD690"]})


def test_a_file_that_cannot_be_read_hides_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    _write(a=SOUND, b=OTHER.encode("utf-16"))
    assert _lint(capsys) == (2, {"./a.vrd": ["VRD701"], "./b.vrd": ["VRD007", "VRD690"]})


def test_an_empty_file_hides_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    _write(a=SOUND, b="# hier komt de verordening\n")
    assert _lint(capsys) == (1, {"./a.vrd": ["VRD701"], "./b.vrd": ["VRD116", "VRD690"]})


def test_a_name_that_an_unreadable_file_may_declare_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        a=SOUND.replace("eerdere_maatregel = ja", "schriftelijk_gewaarschuwd = ja"), b=OTHER.encode("utf-16")
    )
    assert _lint(capsys)[1]["./a.vrd"] == ["VRD701"]


def test_a_comment_that_leaves_a_finding_is_not_idle_while_its_rule_waits(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write(
        a=SOUND.replace("  dan kan", "  # negeer VRD751, VRD753: de bron zegt het zo\n  dan kan") + MISTAKE
    )
    assert "VRD705" not in _lint(capsys)[1]["./a.vrd"]


def test_it_is_told_whatever_was_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    _write(a=SOUND + MISTAKE)
    assert _lint(capsys, "--kies", "geld", "--negeer", "VRD69") == (1, {"./a.vrd": ["VRD101", "VRD690"]})


def test_it_says_what_waits_and_for_what(capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        a=SOUND,
        b=OTHER + MISTAKE,
        c=OTHER.replace("andere_", "derde_").replace("pw, ", "andere_maatregelen, pw, "),
    )
    main(["lint", "."])
    told = " ".join(capsys.readouterr().out.split())
    assert "niet alles is nagekeken: door de fouten in `./b.vrd` keken" in told
    assert "= wel nagekeken: de tekst, en elke bepaling zonder fout (" in told
    assert "= bijna helemaal: `./a.vrd` (" in told
    assert "= niet los na te kijken: `./c.vrd`: kan horen bij een bestand met een fout" in told


@pytest.mark.parametrize("form", ["kort", "sarif", "junit", "github", "gitlab", "schermlezer"])
def test_every_form_says_it(capsys: pytest.CaptureFixture[str], form: str) -> None:
    _write(a=SOUND + MISTAKE)
    assert main(["lint", ".", "--formaat", form]) == 1
    told = capsys.readouterr().out
    assert "iet alles is nagekeken: door de fouten in" in told
    assert "VRD701" in told
