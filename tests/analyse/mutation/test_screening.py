"""A trial that is left out, because a change cannot reach it, comes out the same when it is run all the same."""

from __future__ import annotations

from pathlib import Path

from tests.law.examples import FOLDER, corpus_of, library
from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.mutation.screening import makes_no_difference
from verordening.analyse.mutation.selecting import Looked, looked_at, noticing
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source
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


PW = "landelijk/participatiewet.vrd"
TOLERATED = """
gemeente: haarlem
besluiten: [premie_vrij]
gegevens: {leeftijd: 27 jaar, doelgroep_loonkostensubsidie: nee, premie_per_jaar: € 1000 per jaar, aantal_premies: 1}
oordelen: {premie_helpt_31_2_j: {oordeel: ja, motivering: Zo staat het in het dossier.}}
peildatum: 2026-03-01
verwacht: {ruimte: []}
"""


def test_what_is_tolerated_ahead_of_its_date_is_not_left_out() -> None:
    """Such a rule does not apply yet and would still show as a route; who is 27 has none."""
    haarlem = corpus_of("haarlem")
    source = Source("gedoogd.yaml", TOLERATED)
    (trial,) = read_trials(source, corpus_of, fictional=lambda: library().fictional).trials
    one, tried = looked_at(trial, haarlem)
    assert one is not None, tried
    place = "pw artikel 31 lid 5 zin 2"
    moved = {each.key.words: each for each in mutants_of(haarlem, PW) if each.key.name == place}
    for words in ("zonder “leeftijd < 27 jaar”", "“leeftijd < 27 jaar”: 27 jaar wordt 28 jaar"):
        assert not makes_no_difference(moved[words], moved[words].made(), one), words


def test_a_trial_that_looks_at_nothing_of_a_change_comes_out_the_same() -> None:
    trials = looked()
    for mutant in mutants_of(corpus_of("amsterdam"))[::60]:
        changed = mutant.made()
        selected = {id(each) for each in noticing(mutant, trials)}
        for each in trials:
            if id(each) not in selected:
                assert verdict(each, changed) is Verdict.GOED, mutant.key
