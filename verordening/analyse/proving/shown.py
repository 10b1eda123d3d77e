"""Cases that earlier runs found, by the question alone: whatever changed since, such a case most often shows it still.

That is found out by working it out again, which whoever asks does. What it cannot tell by that is looked at here: that
each fact still means what it meant, and that these facts go together.
"""

from __future__ import annotations

from collections.abc import Mapping

from verordening.analyse.proving.fingerprints import Fingerprints
from verordening.analyse.proving.memory import Facts, Memory
from verordening.evaluate.coherence import against
from verordening.evaluate.context import Context


class Shown:
    """The cases that are remembered of one corpus and day."""

    def __init__(self, memory: Memory, prints: Fingerprints) -> None:
        self.memory, self.prints = memory, prints

    def known(self, asked: str) -> Context | None:
        """The case that showed what was `asked`, under these regulations; None where it cannot be one of theirs."""
        facts = self.memory.glance(asked)
        if not isinstance(facts, Mapping) or not facts.keys() <= self.prints.corpus.inputs.keys():
            return None
        if self._meaning(asked, facts) not in self.memory:
            return None
        context = Context(self.prints.corpus, facts, self.prints.day)
        return context if next(against(context), None) is None else None

    def keep(self, asked: str, facts: Facts) -> None:
        """Remember the case that shows what was `asked`."""
        self.memory[asked] = facts
        self.memory[self._meaning(asked, facts)] = None

    def _meaning(self, asked: str, facts: Facts) -> str:
        return f"{asked} {self.prints.declared(facts)}"
