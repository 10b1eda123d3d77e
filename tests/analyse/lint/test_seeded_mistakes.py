"""How many of the mistakes that a policy officer makes are found, each on the right line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.analyse.lint.seeds import MORE, SEEDS, Seed
from verordening.cli.lint import look
from verordening.model.loading import check, regulation_sets


@pytest.mark.parametrize("seed", [*SEEDS, *MORE], ids=lambda seed: seed.name)
def test_the_mistake_is_made_once_and_can_be_pointed_at(seed: Seed) -> None:
    assert seed.text.count(seed.before) == 1
    assert all(seed.changed.count(mark) == 1 for mark in seed.marks)


def test_there_are_thirty_and_two_of_each_group() -> None:
    groups = Counter(each.group for each in SEEDS)
    assert len(SEEDS) == 30
    assert len(groups) == 11
    assert min(groups.values()) >= 2


def _found(seed: Seed, folder: Path) -> bool:
    file = folder / f"{seed.file}.vrd"
    file.write_text(seed.changed, encoding="utf-8")
    spans = [each.span for each in check(regulation_sets([file]), look)]
    return any(span.line in seed.lines for span in spans if span is not None and span.file == str(file))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_lint_points_at_the_line(seed: Seed, tmp_path: Path) -> None:
    assert _found(seed, tmp_path)


@pytest.mark.parametrize("seed", MORE, ids=lambda seed: seed.name)
def test_lint_points_at_the_line_or_it_is_said_why_not(seed: Seed, tmp_path: Path) -> None:
    assert _found(seed, tmp_path) != bool(seed.missed)


def test_most_of_the_others_are_found_too() -> None:
    assert len(MORE) == 20
    assert sum(not each.missed for each in MORE) >= 14
