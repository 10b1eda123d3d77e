"""What to say of trials: the tally, and per trial that is not as expected what was expected and what came.

Plain and small, since it may come from another process; an outcome stays where it was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verordening.analyse.trials.comparing import Difference
from verordening.analyse.trials.running import Tried, Verdict
from verordening.language.diagnostics import Diagnostic, printable
from verordening.model.trials.expected import NOTHING
from verordening.model.trials.trial import Match, Trial, TrialFile
from verordening.present.citing import in_full
from verordening.present.dutch import joined, numbered


class Miss(NamedTuple):
    """One thing that was not as expected. `by` is the rule that what came rests on, or empty."""

    label: str
    expected: str
    found: str
    by: str


class Told(NamedTuple):
    """A trial as it was run: what it is called, where it stands, what it showed, and what was not as expected."""

    name: str
    line: int
    verdict: Verdict
    misses: tuple[Miss, ...]


class ToldFile(NamedTuple):
    """A file with its trials as they were run. `rows`: they are rows of a table. `refusals`: what is wrong in it."""

    path: str
    title: str
    rows: bool
    trials: tuple[Told, ...]
    refusals: tuple[Diagnostic, ...]

    def place(self, trial: Told) -> str:
        """How to run this trial alone: `norm.yaml:14`, or the name of a case file."""
        path = printable(self.path)
        return f"{path}:{trial.line}" if self.rows else path


def told_file(file: TrialFile, tried: Iterable[Tried]) -> ToldFile:
    """A file and what came of its trials, in words."""
    ran = tuple(tried)
    refused = (found for each in ran if each.verdict is Verdict.GEWEIGERD for found in each.refusals)
    refusals = sorted((*file.problems, *refused), key=_place)
    trials = tuple(
        Told(each.trial.name, each.trial.span.line, each.verdict, tuple(_misses(each))) for each in ran
    )
    return ToldFile(file.path, file.title, file.rows, trials, tuple(dict.fromkeys(refusals)))


def tally(files: Iterable[ToldFile]) -> str:
    """`52 goed, 1 niet goed en 1 nog te beoordelen.`"""
    counts = Counter(trial.verdict for each in files for trial in each.trials)
    words = {
        Verdict.GOED: "goed",
        Verdict.NIET_GOED: "niet goed",
        Verdict.TE_BEOORDELEN: "nog te beoordelen",
        Verdict.GEWEIGERD: "niet te beproeven",
    }
    told = joined(f"{counts[verdict]} {word}" for verdict, word in words.items() if counts[verdict])
    return f"{numbered(counts.total(), 'proef', 'proeven')}: {told}."


# ------------------------------------------------ what was not as expected


def _misses(tried: Tried) -> Iterator[Miss]:
    """What was not as expected, each expectation once."""
    trial = tried.trial
    if trial.refused_with and tried.verdict is not Verdict.GOED:
        codes = dict.fromkeys(each.code for each in tried.refusals)
        found = f"geweigerd met {joined(codes)}" if codes else "een antwoord"
        yield Miss("fout", f"geweigerd met {trial.refused_with}", found, "")
    unsettled = {each.expectation.label for each in tried.differences if _is_unsettled(each)}
    for each in tried.differences:
        label = each.expectation.label
        if label not in unsettled or _is_unsettled(each):
            yield Miss(label, _expected(each, trial), _listed(each.found), _by(each, tried))


def _is_unsettled(difference: Difference) -> bool:
    """Whether an outcome was expected of a decision that has none."""
    return difference.expectation.match is Match.ONE_OF


def _expected(difference: Difference, trial: Trial) -> str:
    """What was expected, in the words of the author: of a decision that should be settled the outcome."""
    expectation = difference.expectation
    if _is_unsettled(difference):
        others = (each for each in trial.expectations if each.label == expectation.label)
        return _listed(tuple(text for each in others if each is not expectation for text in each.texts))
    return _listed(expectation.texts)


def _listed(texts: tuple[str, ...]) -> str:
    return "; ".join(texts) if texts else NOTHING


def _by(difference: Difference, tried: Tried) -> str:
    """The rule behind a decision that came out otherwise."""
    path = difference.expectation.path
    if tried.outcome is None or path[0] != "besluiten" or len(path) < 3 or path[2] == "regel":
        return ""
    for decision in tried.outcome.decisions:
        if decision.name == path[1] and decision.cited is not None:
            return in_full(decision.cited)
    return ""


def _place(found: Diagnostic) -> tuple[int, int]:
    return (found.span.line, found.span.column) if found.span is not None else (0, 0)
