"""Regulations with a mistake in what they mean, each beside a small law, and all that a person reads about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.model.resolving.reading import BASIS, found_in, read
from verordening.language.codes import CODES
from verordening.present.diagnostics_text import render_diagnostics

BAD = sorted((Path(__file__).parent / "bad").glob("*.vrd"))


def test_every_code_about_meaning_has_a_file() -> None:
    wanted = {code for code in CODES if code.startswith(("VRD2", "VRD3"))}
    assert {f"VRD{path.stem[:3]}" for path in BAD} == wanted


def test_there_is_nothing_to_say_of_the_law_they_stand_beside() -> None:
    assert found_in(*BASIS) == ()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_is_said_of_a_bad_file(path: Path, snapshot: SnapshotAssertion) -> None:
    found = found_in(*BASIS, read(path))
    assert {each.code for each in found} == {f"VRD{path.stem[:3]}"}
    assert render_diagnostics(found, 100) == snapshot
