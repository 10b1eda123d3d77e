"""The screens as documents. Read each snapshot as a caseworker would with the resident at the desk."""

import re
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.present.builders import traced
from tests.present.cases import ALL, te_laat, tree
from tests.present.cases_other import uniform, verrekening
from verordening.evaluate.outcome import Outcome, RouteStatus
from verordening.present.text import read_afwijken, read_toets, render_afwijken, render_toets
from verordening.present.wrapping import display_width

CASE = "examples/te-laat-geregistreerd.yaml"
NAMES = pytest.mark.parametrize("name", list(ALL))
SIGNS = set("✓✗│├└┌→·?!") - {"?", "!"}


@NAMES
def test_toets(name: str, snapshot: SnapshotAssertion) -> None:
    assert render_toets(ALL[name](), case_path=CASE) == snapshot


@NAMES
def test_afwijken(name: str, snapshot: SnapshotAssertion) -> None:
    assert render_afwijken(ALL[name]()) == snapshot


@pytest.mark.parametrize("name", ["te_laat", "verrekening", "uren"])
def test_narrow_terminal(name: str, snapshot: SnapshotAssertion) -> None:
    assert render_toets(ALL[name](), 40, case_path=CASE) + render_afwijken(ALL[name](), 40) == snapshot


@NAMES
def test_screen_reader(name: str, snapshot: SnapshotAssertion) -> None:
    assert read_toets(ALL[name](), case_path=CASE) + "\n" + read_afwijken(ALL[name]()) == snapshot


def every_text(outcome: Outcome) -> list[str]:
    return [
        render_toets(outcome, case_path=CASE),
        render_afwijken(outcome),
        read_toets(outcome, case_path=CASE),
        read_afwijken(outcome),
    ]


@NAMES
def test_no_text_shows_an_internal_name(name: str) -> None:
    for text in every_text(ALL[name]()):
        assert re.findall(r"\w*_\w*", text) == []


@NAMES
def test_a_screen_reader_meets_only_sentences(name: str) -> None:
    outcome = ALL[name]()
    for text in (read_toets(outcome, case_path=CASE), read_afwijken(outcome)):
        assert SIGNS.isdisjoint(text)
        for line in text.splitlines():
            assert line == line.strip()
            assert line[0].isupper() or not line[0].isalpha()
            assert line[-1] in ".?:)"


@NAMES
@pytest.mark.parametrize("width", [24, 40, 63, 64, 80, 100])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_cut(name: str, width: int) -> None:
    outcome = ALL[name]()
    for render in (render_toets, render_afwijken):
        text = render(outcome, width)
        whole = set(re.findall(r"\w+", render(outcome, 100)))
        assert set(re.findall(r"\w+", text)) <= whole
        for line in text.splitlines():
            words = line.split()
            assert display_width(line) <= width or len([word for word in words if len(word) > 1]) <= 2, line


@NAMES
def test_a_screen_fits_a_screen(name: str) -> None:
    assert len(render_toets(ALL[name](), case_path=CASE).splitlines()) <= 34


@NAMES
def test_a_closed_way_never_says_that_you_may(name: str) -> None:
    outcome = ALL[name]()
    shut = tuple(
        replace(
            each,
            status=RouteStatus.MAG_NIET,
            range=None,
            hinges=(),
            reason="de voorwaarden zijn niet vervuld",
        )
        for each in outcome.routes
    )
    closed = replace(outcome, routes=shut)
    for text in every_text(closed):
        assert "u mag " not in text.lower().replace("mag u ", "")


def test_room_that_someone_else_decides_on_is_never_offered() -> None:
    outcome = uniform()
    others = tuple(
        replace(each, kind="tegenwettelijk", status=RouteStatus.MAG, mandate=("raad",), reason="")
        for each in outcome.routes
    )
    for text in every_text(replace(outcome, routes=others)):
        assert "u mag " not in text.lower()
        assert "dit is niet aan u; de raad beslist" in " ".join(text.split()).lower()


def test_control_characters_in_a_case_reach_no_terminal() -> None:
    outcome = replace(te_laat(), case="Te laat\x1b[31m\x07 rood\u202e")
    for text in every_text(outcome):
        assert not set(text) & {"\x1b", "\x07", "\u202e"}
        assert "Te laat�[31m� rood�" in text


def test_the_tree_comes_only_when_asked() -> None:
    outcome = replace(verrekening(), tree=traced(tree()))
    assert "├── artikel 6 lid 1 onder a: waar" in render_toets(outcome, tree=True)
    assert "Stap 1.1: gedraging is te laat geregistreerd: waar." in read_toets(outcome, tree=True)
    assert "├──" not in render_toets(outcome)
    assert "Stap" not in read_afwijken(outcome)


def test_only_a_case_that_leaves_it_open_is_told_what_it_is_about() -> None:
    outcome = replace(te_laat(), default_scope=True, others=("boete", "terugvordering"))
    lines = render_toets(outcome).splitlines()
    assert lines[1] == "Over verlaging en duur."
    assert lines[-1] == "  Niet bekeken: boete en terugvordering."
    assert "Over verlaging" not in render_toets(te_laat())
    assert "Niet bekeken" not in render_toets(te_laat())
