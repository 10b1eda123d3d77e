"""What to say of trials: the tally, and per trial that is not as expected what was expected and what came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from verordening.analyse.trials.comparing import Difference
from verordening.analyse.trials.running import Tried, Verdict
from verordening.language.diagnostics import printable
from verordening.model.trials.expected import NOTHING
from verordening.model.trials.trial import Match, Trial, TrialFile
from verordening.present.citing import in_full
from verordening.present.dutch import joined, numbered


class TriedFile(NamedTuple):
    """A file with its trials as they were run."""

    file: TrialFile
    tried: tuple[Tried, ...]


class Miss(NamedTuple):
    """One thing that was not as expected. `by` is the rule that what came rests on, or empty."""

    label: str
    expected: str
    found: str
    by: str


def place_of(each: Tried, file: TrialFile) -> str:
    """How to run this trial alone: `norm.yaml:14`, or the name of a case file."""
    path = printable(file.path)
    return f"{path}:{each.trial.span.line}" if file.rows else path


def misses(tried: Tried) -> Iterator[Miss]:
    """What was not as expected, each expectation once."""
    trial = tried.trial
    if trial.refused_with:
        codes = dict.fromkeys(each.code for each in tried.refusals)
        found = f"geweigerd met {joined(codes)}" if codes else "een antwoord"
        yield Miss("fout", f"geweigerd met {trial.refused_with}", found, "")
    unsettled = {each.expectation.label for each in tried.differences if _is_unsettled(each)}
    for each in tried.differences:
        if each.expectation.label not in unsettled or _is_unsettled(each):
            yield Miss(each.expectation.label, _expected(each, trial), _listed(each.found), _by(each, tried))


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


def tally(files: Iterable[TriedFile]) -> str:
    """`52 goed, 1 niet goed en 1 nog te beoordelen.`"""
    counts = Counter(tried.verdict for each in files for tried in each.tried)
    words = {
        Verdict.GOED: "goed",
        Verdict.NIET_GOED: "niet goed",
        Verdict.TE_BEOORDELEN: "nog te beoordelen",
        Verdict.GEWEIGERD: "niet te beproeven",
    }
    told = joined(f"{counts[verdict]} {word}" for verdict, word in words.items() if counts[verdict])
    return f"{numbered(counts.total(), 'proef', 'proeven')}: {told}."


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
