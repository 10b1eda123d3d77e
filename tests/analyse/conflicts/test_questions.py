"""Each question finds what its wrong examples hold, at the marks and with a case in which it shows, and nothing in its
right ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.analyse.lint.examples import examples, look_at
from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.catalogue import FOLDER, catalogue
from verordening.analyse.conflicts.finding import Finding
from verordening.analyse.conflicts.question import Question
from verordening.analyse.conflicts.reporting import reported
from verordening.language.diagnostics import Diagnostic
from verordening.present.diagnostics_text import render_diagnostics

DAY: Final = date(2026, 6, 30)
WITHOUT_A_CASE: Final = {"VRD608", "VRD609", "VRD615", "VRD616"}
"""That there is no case, or that it is about a text: no case can show it."""


@cache
def found_in(text: str) -> tuple[tuple[Finding, Diagnostic], ...]:
    """What all questions find in an example, that nothing is left unsettled, and the message of each."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[Finding, Diagnostic]]:
    look = look_at(text)
    area = Area(look.corpus, look.own, DAY)
    for question in catalogue():
        for each in question.ask(area):
            assert isinstance(each, Finding), each
            yield each, reported(each, look)


def test_every_question_has_its_examples() -> None:
    assert {each.slug for each in catalogue()} == {path.stem for path in FOLDER.glob("*.md")}
    for question in catalogue():
        assert all(examples(question.slug, FOLDER).values()), question.slug


@pytest.mark.parametrize("question", catalogue(), ids=lambda each: each.slug)
def test_it_finds_what_the_example_says(question: Question, snapshot: SnapshotAssertion) -> None:
    for example in examples(question.slug, FOLDER)["Fout"]:
        found = [each for each in found_in(example.text) if each[1].code == question.code]
        assert example.marks
        assert [each.span.line for _, each in found if each.span] == [line for line, _ in example.marks]
        for (finding, message), (_, words) in zip(found, example.marks, strict=True):
            assert words in f"{message.message} {message.label}"
            assert finding.witnesses or question.code in WITHOUT_A_CASE
        assert render_diagnostics([message for _, message in found], 100) == snapshot


@pytest.mark.parametrize("question", catalogue(), ids=lambda each: each.slug)
def test_it_finds_nothing_in_a_right_example(question: Question) -> None:
    for example in examples(question.slug, FOLDER)["Goed"]:
        found = [message.message for _, message in found_in(example.text) if message.code == question.code]
        assert found == []
