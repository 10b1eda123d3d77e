"""The exit code that an answer ends with. Errors in the input (2) and of the program (3) never give an outcome."""

from __future__ import annotations

from verordening.evaluate.outcome import ChoiceStatus, DecisionOutcome, Outcome, Status

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

ANSWERED: Final = 0
FINDINGS: Final = 1
WRONG_INPUT: Final = 2
INTERNAL_ERROR: Final = 3
UNSETTLED: Final = 4
NOT_PROVED: Final = 5

_UNSETTLED_STATUSES: Final = frozenset({Status.OPEN, Status.AFSTEMMEN, Status.LEEMTE, Status.STRIJDIG})


def exit_code(outcome: Outcome, *, command: str) -> int:
    """1: the case holds a choice that does not pass; 4: `toets` leaves a decision asked for unsettled; else 0.

    Of several acts the gravest, and 1 goes before 4.
    """
    codes = {_of_one(each, command) for each in (outcome, *(act.outcome for act in outcome.acts))}
    return next(code for code in (FINDINGS, UNSETTLED, ANSWERED) if code in codes)


def _of_one(outcome: Outcome, command: str) -> int:
    choice = outcome.choice
    if choice is not None and choice.status is ChoiceStatus.NIET_IN_ORDE:
        return FINDINGS
    if command == "toets" and any(_is_unsettled(each, outcome) for each in outcome.decisions):
        return UNSETTLED
    return ANSWERED


def _is_unsettled(decision: DecisionOutcome, outcome: Outcome) -> bool:
    """Whether neither the rules nor a choice that passes settles a decision that was asked for."""
    if decision.status not in _UNSETTLED_STATUSES or decision.name not in outcome.asked:
        return False
    choice = outcome.choice
    if choice is None or choice.status is not ChoiceStatus.IN_ORDE:
        return True
    return all(name != decision.name for name, _ in choice.chosen)
