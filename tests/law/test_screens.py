"""What a caseworker reads of each example, as documents: `toets`, then `afwijken`."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.law.examples import NAMES, example
from verordening.present.text import read_afwijken, read_toets, render_afwijken, render_toets

INTERNAL = re.compile(r"\w*_\w*|\b(?:pw|awb|gw|rv|\w+/\w+) artikel\b|\bNone\b|\bFraction\b|\bUnknown\b")


def path_of(name: str) -> str:
    return f"examples/{name}.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_the_screens_of_an_example(name: str, snapshot: SnapshotAssertion) -> None:
    outcome = example(name).outcome
    assert f"{render_toets(outcome, case_path=path_of(name))}\n{render_afwijken(outcome)}" == snapshot


@pytest.mark.parametrize("name", NAMES)
def test_a_screen_shows_no_name_of_the_program(name: str) -> None:
    """No underscores, no short names of regulations, no Python; what a key is called stands between its own marks."""
    outcome = example(name).outcome
    for text in (
        render_toets(outcome, case_path=path_of(name)),
        render_afwijken(outcome),
        read_toets(outcome, case_path=path_of(name)),
        read_afwijken(outcome),
    ):
        words = re.sub(r"`[^`\n]*`", "", text)
        assert INTERNAL.findall(words) == []
