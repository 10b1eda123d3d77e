"""Two cases that show that an answer can change a decision, as data. `witnessing` finds them."""

from __future__ import annotations

from verordening.model.types import Value
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Completion:
    """A case with some of what is missing filled in: the `answer` to a question, and what a decision then comes to.

    `inputs` are the values filled in, the one of the question first; `others` says the rest in Dutch ("leeftijd = 30
    jaar"). `outcome` is a value in Dutch or the word of a status.
    """

    inputs: tuple[tuple[str, Value], ...]
    others: tuple[str, ...]
    answer: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Witness:
    """Two cases that differ only in the answer to one question, and that come to something else for a decision."""

    decision: str
    first: Completion
    second: Completion
