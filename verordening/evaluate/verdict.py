"""What is wrong with a choice, gathered: each thing once, as a sentence with what to write and where."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.outcome import ChoiceStatus
from verordening.model.corpus import Corpus


class Verdict:
    """`defects` make a choice fail; what is `unsettled` leaves open whether it does. Each text with its remedy."""

    def __init__(self) -> None:
        self.defects: dict[str, str] = {}
        self.unsettled: dict[str, str] = {}

    def fails(self, text: str, remedy: str = "") -> None:
        """Note what is wrong, and what to write to mend it (in Dutch, after `Schrijf`; may be empty)."""
        self.defects.setdefault(text, remedy)

    def waits(self, text: str, remedy: str = "") -> None:
        """Note what must be known first, and where to write it."""
        self.unsettled.setdefault(text, remedy)

    @property
    def status(self) -> ChoiceStatus:
        """Whether the choice stands."""
        if self.defects:
            return ChoiceStatus.NIET_IN_ORDE
        return ChoiceStatus.ONBEKEND if self.unsettled else ChoiceStatus.IN_ORDE

    def said(self) -> dict[str, str]:
        """Everything noted, what fails first."""
        return {**self.unsettled, **self.defects} if not self.defects else {**self.defects, **self.unsettled}


def under_choice(line: str) -> str:
    """What to write under `keuze`: a key and the form of what stands behind it, never the content."""
    return f"onder `keuze`: `{line}`"


def a_reason(key: str) -> str:
    """Where a reason stands."""
    return f"onder `keuze` bij `motivering`: `{key}: …`"


def a_value(decision: str, allowed: str = "") -> str:
    """Where the outcome stands that is chosen, and what may be chosen."""
    among = f", en kies {allowed}" if allowed else ""
    return f"onder `keuze` bij `besluiten`: `{decision}: …`{among}"


def answers_to(names: Iterable[str], corpus: Corpus) -> str:
    """Where oordelen and gegevens stand that are missing."""
    lines = [
        f"bij `oordelen`: `{name}: {{oordeel: …, motivering: …}}`"
        if corpus.inputs[name].judgement
        else f"bij `gegevens`: `{name}: …`"
        for name in names
    ]
    return "; ".join(lines)
