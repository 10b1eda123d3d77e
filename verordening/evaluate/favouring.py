"""What an outcome is to the resident: the best there is, or something that may be worse than that."""

from __future__ import annotations

from verordening.evaluate.outcome import DecisionOutcome


def may_burden(decision: DecisionOutcome) -> bool:
    """Whether the resident can be worse off with the outcome than with the best there is."""
    return bool(decision.favourable) and not is_best(decision)


def is_best(decision: DecisionOutcome) -> bool:
    """Whether the outcome is already the best that the resident can get."""
    if decision.shown is None:
        return False
    type_ = decision.type
    best = {"ja": True, "nee": False, "lager": type_.low, "hoger": type_.high}.get(decision.favourable)
    return best is not None and decision.shown.value == best
