"""A trial that is left out, because a change cannot reach it, comes out the same when it is run all the same."""

from __future__ import annotations

from pathlib import Path

from tests.law.examples import FOLDER, corpus_of, library
from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.mutation.screening import makes_no_difference
from verordening.analyse.mutation.selecting import Looked, looked_at, noticing
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.model.corpus import Corpus
from verordening.model.trials.reading import read_trials

NAMES = ("te-laat-geregistreerd", "te-laat-zonder-verwijt", "verrekening", "opleiding-klein-contract")


def looked() -> list[Looked]:
    found = []
    for name in NAMES:
        source = read_text(Path(FOLDER) / f"{name}.yaml", limit=CASE_LIMIT)
        for trial in read_trials(source, corpus_of, fictional=lambda: library().fictional).trials:
            one, tried = looked_at(trial, corpus_of("amsterdam"))
            assert one is not None, tried
            found.append(one)
    return found


def verdict(each: Looked, corpus: Corpus) -> Verdict:
    return run_trial(each.trial, lambda _: corpus).verdict


def test_what_is_left_out_would_have_shown_nothing() -> None:
    trials = looked()
    left_out = 0
    for mutant in mutants_of(corpus_of("amsterdam"))[::25]:
        selected = noticing(mutant, trials)
        changed = mutant.made()
        for each in selected:
            if makes_no_difference(mutant, changed, each):
                left_out += 1
                assert verdict(each, changed) is Verdict.GOED, mutant.key
    assert left_out > 20


def test_a_trial_that_looks_at_nothing_of_a_change_comes_out_the_same() -> None:
    trials = looked()
    for mutant in mutants_of(corpus_of("amsterdam"))[::60]:
        changed = mutant.made()
        selected = {id(each) for each in noticing(mutant, trials)}
        for each in trials:
            if id(each) not in selected:
                assert verdict(each, changed) is Verdict.GOED, mutant.key
