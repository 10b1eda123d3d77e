"""Every diagnostic code has a page, its wrong example gives that code and no other, and its right example none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.explained import codes_of, codes_on_reading, command_for
from verordening.analyse.conflicts.catalogue import catalogue as questions
from verordening.analyse.lint.catalogue import catalogue as rules
from verordening.cli.main import main
from verordening.language.codes import CODES
from verordening.language.explanations import load_explanation, page_path
from verordening.resources import resource_folder

EXPLAINED = [code for code in CODES if page_path(code).exists()]
_REFUSED = 2
_CLEAN = 0
_FINDINGS = 1
_CODE = re.compile(r"^(?:fout|waarschuwing|advies)\[(VRD\d{3})\]", re.MULTILINE)
_LINE = re.compile(r"((?:landelijk/\S+|begrippen)\.vrd)(?::\d+:\d+| regel \d+)")
"""A place in a shipped regulation; those grow, and that changes nothing about the message."""
_BESIDE = {"VRD124": {"VRD108"}, "VRD690": {"VRD202"}}
"""Codes that cannot come alone: where reading stops after many mistakes, there were many mistakes."""
_WAITS = "VRD690"
"""Comes with every error in a regulation: that not everything was looked at."""
_ADVICE = {"VRD370", "VRD603"}
"""Codes that are no more than advice: nothing was found to be wrong."""


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page(code: str) -> None:
    if not page_path(code).exists():
        pytest.fail(
            f"{code} ({CODES[code]}) has no page. Write verordening/uitleg/{code}.md in plain Dutch for a policy "
            "officer, in the form of verordening/uitleg/VRD204.md (see CONTRIBUTING.md, Messages). Its wrong example "
            f"must give {code} and nothing else, its right example nothing at all. Then run\n"
            f"  pytest tests/cli/test_explained_examples.py -k {code} --snapshot-update\n"
            "and read the snapshot.",
            pytrace=False,
        )
    assert load_explanation(code).code == code


def test_no_code_means_two_things() -> None:
    """The closed list, the lint rules and the questions about all cases each number their own."""
    own = [*CODES, *rules(), *(each.code for each in questions())]
    assert len(own) == len(set(own))


def test_no_page_is_about_nothing() -> None:
    about = {path.stem for path in resource_folder("uitleg").glob("*.md")} - {"woorden"}
    assert about - CODES.keys() == set()


@pytest.mark.parametrize("code", EXPLAINED)
def test_the_wrong_example_gives_the_code(
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    snapshot: SnapshotAssertion,
) -> None:
    words = command_for(load_explanation(code).wrong, tmp_path, monkeypatch, code)
    exit_code = main(words)
    said = "".join(capsys.readouterr())
    beside = _BESIDE.get(code, set())
    assert set(_CODE.findall(said)) - {_WAITS} == {code, *beside} - {_WAITS}
    beside = beside | {_WAITS} - {code}
    found = _CLEAN if code in _ADVICE else _FINDINGS
    assert exit_code == (found if words[0] == "lint" and not code.startswith("VRD0") else _REFUSED)
    messages = [each for each in said.split("\n\n") if beside.isdisjoint(_CODE.findall(each))]
    assert _LINE.sub(r"\1 (regel …)", "\n\n".join(messages)) == snapshot


@pytest.mark.parametrize("code", EXPLAINED)
def test_the_right_example_gives_no_message(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = load_explanation(code).right
    words = command_for(example, tmp_path, monkeypatch, code)
    if example.kind == "casus":
        assert codes_on_reading(words) == []
        return
    exit_code, found = codes_of(words, capsys)
    assert found == []
    assert exit_code in (0, 4)
