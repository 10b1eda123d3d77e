"""Every case in `examples/` and every table in `tests/law/proeven` comes to what it says, row by row."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.law.examples import corpus_of, library
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.trials.files import trial_paths
from verordening.model.trials.reading import read_trials
from verordening.present.diagnostics_text import render_diagnostics
from verordening.present.trials_content import told_file
from verordening.present.trials_text import render_trials

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    os.path.relpath(each.path, ROOT)
    for folder in ("examples", "tests/law/proeven")
    for each in trial_paths([str(ROOT / folder)])
]


@pytest.mark.parametrize("name", FILES)
def test_all_comes_to_what_it_says(name: str) -> None:
    source = read_text(ROOT / name, limit=CASE_LIMIT)
    file = read_trials(source, corpus_of, fictional=lambda: library().fictional)
    assert not file.problems, "\n" + render_diagnostics(file.problems)
    assert file.trials, "nothing is expected here"
    tried = [run_trial(each, corpus_of) for each in file.trials]
    refusals = [refusal for each in tried if each.verdict is Verdict.GEWEIGERD for refusal in each.refusals]
    assert not refusals, "\n" + render_diagnostics(refusals)
    if any(each.verdict is not Verdict.GOED for each in tried):
        pytest.fail("\n" + render_trials([told_file(file, tried)]), pytrace=False)
