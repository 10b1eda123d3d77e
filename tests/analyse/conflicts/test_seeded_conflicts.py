"""Each row of what can go wrong, put into Amsterdam: found with its places and a case that shows it; mended: silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.analyse.conflicts.seeds import SEEDS, Seed, found_with
from verordening.analyse.conflicts.catalogue import catalogue
from verordening.analyse.conflicts.finding import Finding
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Status

WITHOUT_A_CASE = {"VRD608", "VRD609"}
"""That a rule never applies, or never changes anything, no case can show."""
ELSEWHERE = {"VRD614", "VRD615", "VRD616", "VRD617"}
"""What Amsterdam shows as it is: see `test_known_findings`."""


def test_every_row_is_seeded() -> None:
    assert {each.code for each in SEEDS} | ELSEWHERE == {each.code for each in catalogue()}


def _about(found: list[Finding], seed: Seed) -> list[Finding]:
    return [each for each in found if set(seed.places) <= {site.id for site in each.sites}]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda each: each.name)
def test_it_is_found_with_its_places_and_a_case_that_shows_it(seed: Seed, tmp_path: Path) -> None:
    found, corpus = found_with(seed.changes, seed, tmp_path)
    about = _about(found, seed)
    assert about
    for each in about[0].witnesses:
        again = evaluate(corpus, each.case)
        assert again.decisions == each.outcome.decisions
        assert all(decided.status is not Status.OPEN for decided in again.decisions)
    assert about[0].witnesses or seed.code in WITHOUT_A_CASE


@pytest.mark.parametrize("seed", SEEDS, ids=lambda each: each.name)
def test_it_is_silent_once_it_is_mended(seed: Seed, tmp_path: Path) -> None:
    found, _ = found_with(seed.mended, seed, tmp_path)
    assert _about(found, seed) == []
