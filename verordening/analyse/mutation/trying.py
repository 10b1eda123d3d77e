"""Mutants tried on the trials that may notice them, until one does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from verordening.analyse.mutation.mutant import Key, Mutant
from verordening.analyse.mutation.screening import makes_no_difference
from verordening.analyse.mutation.selecting import Looked, noticing
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.model.corpus import Corpus
from verordening.model.rules import Place
from verordening.records import dataclass


class Fate(StrEnum):
    """What became of a mutant."""

    FOUND = "gevonden"
    """A trial came out otherwise."""
    FAILED = "vastgelopen"
    """The program itself stopped on it; counts as found."""
    SURVIVED = "onopgemerkt"
    """Every trial that looks at the place came out the same."""
    UNTRIED = "zonder proef"
    """No trial looks at the place."""
    REFUSED = "gevonden door lint"
    """Reading the regulations refuses it."""
    BEYOND = "maakt geen verschil"
    """No case can tell the two apart."""


@dataclass(frozen=True, slots=True)
class Result:
    """A mutant with its fate. `by` is the trial that noticed it, `tried` how many were run."""

    key: Key
    place: Place
    fate: Fate
    by: str = ""
    tried: int = 0


Mutants = Mapping[str, Mutant]
"""The same change in the regulations of each municipality that has the place."""


def fate_of(mutants: Mutants, looked: Mapping[str, Sequence[Looked]]) -> Result:
    """Try a change in every municipality that has it until a trial notices it."""
    first = next(iter(mutants.values()))
    if first.refused:
        return Result(first.key, first.place, Fate.REFUSED, first.refused)
    if first.beyond:
        return Result(first.key, first.place, Fate.BEYOND)
    tried, looking = 0, False
    for gemeente, mutant in mutants.items():
        selected = noticing(mutant, looked.get(gemeente, ()))
        if not selected:
            continue
        corpus = mutant.made()
        for each in selected:
            looking = True
            if makes_no_difference(mutant, corpus, each):
                continue
            tried += 1
            verdict = _verdict(each, corpus)
            if verdict is not Verdict.GOED:
                fate = Fate.FAILED if verdict is None else Fate.FOUND
                return Result(first.key, first.place, fate, _place(each), tried)
    return Result(first.key, first.place, Fate.SURVIVED if looking else Fate.UNTRIED, "", tried)


def _verdict(looked: Looked, corpus: Corpus) -> Verdict | None:
    """What the trial shows of the changed regulations; None where the program stops on them."""
    try:
        return run_trial(looked.trial, lambda _: corpus).verdict
    except Exception:  # noqa: BLE001 - a change that no reader would let through may break anything
        return None


def _place(looked: Looked) -> str:
    return f"{looked.trial.span.file}:{looked.trial.span.line}"
