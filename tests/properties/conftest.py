"""For property tests: the engine itself tries few completions, so that many cases can be tried in little time."""

from __future__ import annotations

import os

import pytest

from verordening.evaluate import completing

FEW = 30


@pytest.fixture(autouse=True)
def _few_completions(monkeypatch: pytest.MonkeyPatch) -> None:
    if os.environ.get("VERORDENING_VOLLEDIG") != "1":
        monkeypatch.setattr(completing, "MOST_COMPLETIONS", FEW)
