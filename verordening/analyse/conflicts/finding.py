"""What the questions report: something that goes wrong in a case, or something that could not be settled."""

from __future__ import annotations

from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import Severity
from verordening.language.source import Span
from verordening.model.case import Case
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """A place that a finding is about. `id` is its legal place, `label` what it does there, in Dutch.

    Of a rule (its index) it is about what that says of `decision`.
    """

    id: str
    span: Span
    label: str
    rule: int | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A case in which it shows, worked out by the interpreter. `label` says which of several it is."""

    case: Case
    outcome: Outcome
    label: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that goes wrong. The first of `sites` is where to mend it; `about` is the decision, `help` the remedy.

    `remarks` say more, each under a word of its own. `beside` are places that show it too; another text
    there does not make it another finding.
    """

    code: str
    severity: Severity
    message: str
    sites: tuple[Site, ...]
    help: str
    witnesses: tuple[Witness, ...] = ()
    about: str = ""
    remarks: tuple[tuple[str, str], ...] = ()
    beside: tuple[Site, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A question that neither a case nor a proof was found for. `why` in Dutch, `tried` how many cases were."""

    code: str
    sites: tuple[Site, ...]
    about: str
    why: tuple[str, ...]
    tried: int


Answered = Finding | Unsettled
