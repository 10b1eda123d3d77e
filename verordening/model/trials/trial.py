"""A trial once read: a typed case with what must come of it."""

from __future__ import annotations

from enum import Enum, auto

from verordening.language.diagnostics import Diagnostic
from verordening.language.source import Source, Span
from verordening.model.case import Case
from verordening.records import dataclass


class Match(Enum):
    """How an expectation is compared with what came."""

    TEXT = auto()
    """The one text."""
    ONE_OF = auto()
    """Any of the texts."""
    ALL = auto()
    """Exactly these texts, in any order."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must come of a case.

    `path` leads to it in the outcome as written (`evaluate.written`), `texts` is what must be there, `label` what the
    author calls it and `span` where it stands.
    """

    label: str
    path: tuple[str, ...]
    texts: tuple[str, ...]
    match: Match
    span: Span


@dataclass(frozen=True, slots=True)
class Trial:
    """One case that is a test.

    `case` is None where it could not be read, and `refusals` then say why. `refused_with` is the code that the author
    expects it to be refused with (empty: it must be answered). `pending`: the author has not said yet what must come.
    `source` is the text that it stands in, fit for excerpts.
    """

    name: str
    span: Span
    source: Source
    case: Case | None
    expectations: tuple[Expectation, ...]
    pending: bool = False
    refused_with: str = ""
    refusals: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialFile:
    """A file of trials: its path as the user named it, and its title.

    `rows`: the trials are rows of one table, and not one case. `problems` keep the file from being a test.
    """

    path: str
    title: str
    rows: bool
    trials: tuple[Trial, ...]
    problems: tuple[Diagnostic, ...] = ()
