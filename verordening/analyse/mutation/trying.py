"""Mutants tried on the trials that may notice them, until one does."""

from __future__ import annotations

import os.path
import traceback
from collections.abc import Mapping, Sequence
from enum import StrEnum

from verordening.analyse.mutation.mutant import Key, Mutant
from verordening.analyse.mutation.screening import makes_no_difference
from verordening.analyse.mutation.selecting import Looked, noticing
from verordening.analyse.trials.running import Verdict, run_trial
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
    """A mutant with its fate. `by` is the trial that noticed it, `tried` how many were run.

    `error` says where and on what the program itself stopped.
    """

    key: Key
    place: Place
    fate: Fate
    by: str = ""
    tried: int = 0
    error: str = ""


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
            try:
                if makes_no_difference(mutant, corpus, each):
                    continue
                verdict = run_trial(each.trial, lambda _, changed=corpus: changed).verdict  # type: ignore[misc]
            except Exception as error:  # noqa: BLE001 - what the program stops on is told with the change that shows it
                return Result(first.key, first.place, Fate.FAILED, _place(each), tried + 1, _told(error))
            tried += 1
            if verdict is not Verdict.GOED:
                return Result(first.key, first.place, Fate.FOUND, _place(each), tried)
    return Result(first.key, first.place, Fate.SURVIVED if looking else Fate.UNTRIED, "", tried)


def _told(error: Exception) -> str:
    """The error with the file and line of the program where it arose, without the path of the machine."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({os.path.basename(frame.filename)}:{frame.lineno})"


def _place(looked: Looked) -> str:
    return f"{looked.trial.span.file}:{looked.trial.span.line}"
