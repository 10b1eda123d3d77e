"""One trial through the engine. Decides whether it came to what it says; shows nothing."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from verordening.analyse.trials.comparing import Difference, differences
from verordening.evaluate.coherence import check_case
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.outcome import Outcome
from verordening.evaluate.refusing import refuse_impossible
from verordening.language.diagnostics import Diagnostic, InputError
from verordening.model.corpus import Corpus
from verordening.model.trials.trial import Trial
from verordening.records import dataclass


class Verdict(StrEnum):
    """What a trial showed."""

    GOED = "goed"
    NIET_GOED = "niet_goed"
    TE_BEOORDELEN = "nog_te_beoordelen"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class Tried:
    """A trial that was run.

    `outcome` is None where the case was refused; `refusals` then say why, `differences` what was not as expected.
    """

    trial: Trial
    verdict: Verdict
    outcome: Outcome | None
    differences: tuple[Difference, ...] = ()
    refusals: tuple[Diagnostic, ...] = ()


def run_trial(trial: Trial, corpus_for: Callable[[str], Corpus], *, tree: bool = False) -> Tried:
    """Run a trial by the regulations of its municipality."""
    outcome, refusals = _answer(trial, corpus_for, tree)
    found = differences(trial.expectations, outcome) if outcome is not None else ()
    return Tried(trial, _verdict(trial, outcome, found, refusals), outcome, found, refusals)


def _answer(
    trial: Trial, corpus_for: Callable[[str], Corpus], tree: bool
) -> tuple[Outcome | None, tuple[Diagnostic, ...]]:
    if trial.case is None:
        return None, trial.refusals
    try:
        corpus = corpus_for(trial.case.gemeente)
        check_case(trial.case, corpus, trial.source)
        outcome = evaluate(corpus, trial.case, tree=tree)
        refuse_impossible(outcome, trial.case, trial.source)
    except InputError as error:
        return None, error.diagnostics
    return outcome, ()


def _verdict(
    trial: Trial, outcome: Outcome | None, found: tuple[Difference, ...], refusals: tuple[Diagnostic, ...]
) -> Verdict:
    if trial.refused_with:
        as_expected = outcome is None and {each.code for each in refusals} == {trial.refused_with}
        return Verdict.GOED if as_expected else Verdict.NIET_GOED
    if outcome is None:
        return Verdict.GEWEIGERD
    if found:
        return Verdict.NIET_GOED
    return Verdict.TE_BEOORDELEN if trial.pending else Verdict.GOED
