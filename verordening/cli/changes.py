"""The nearest changes of a case, for the commands that take `--wat-als`."""

from __future__ import annotations

from verordening.cli.arguments import Arguments
from verordening.evaluate.outcome import Outcome
from verordening.model.case import Case
from verordening.model.corpus import Corpus

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.what_if import WhatIf


def what_if_of(corpus: Corpus, case: Case, outcome: Outcome, arguments: Arguments) -> WhatIf | None:
    """What would change the decisions of an outcome; None where nobody asked for it. Raises ReplayError."""
    if "--wat-als" not in arguments.switches:
        return None
    from verordening.evaluate.effects import answers
    from verordening.evaluate.nearest import nearest_changes

    return nearest_changes(corpus, case, tuple(dict.fromkeys(each.name for _, each in answers(outcome))))
