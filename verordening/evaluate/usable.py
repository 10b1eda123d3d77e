"""Which powers are of use: a `kan` of which the floors leave nothing opens no choice."""

from __future__ import annotations

from verordening.evaluate.bounds import known
from verordening.evaluate.context import Context
from verordening.evaluate.flooring import floored, floors_leave_room
from verordening.evaluate.guarding import floors_on
from verordening.evaluate.possibilities import Origin, Possibility, none_of
from verordening.evaluate.unknown import Truth, all_of
from verordening.model.types import Value
from verordening.records import replace


def usable(decision: str, possible: list[Possibility], context: Context) -> list[Possibility]:
    """The possibilities without the powers of which the floors leave nothing, and with what fills their silence.

    A power stays where the floors exclude each other: that is a conflict, not a power too few.
    """
    if not floors_on(decision, context) or not any(each.origin is Origin.CHOICE for each in possible):
        return possible
    found = []
    for each in possible:
        truth = all_of((each.truth, _room(decision, each, context))) if each.origin is Origin.CHOICE else None
        if truth is None:
            found.append(each)
        elif truth is not False:
            found.append(replace(each, truth=truth))
    if any(each.truth is True for each in found):
        return found
    found = [each for each in found if each.origin is not Origin.SILENCE]
    return [*found, Possibility(Origin.SILENCE, none_of(found))]


def _room(decision: str, each: Possibility, context: Context) -> Truth:
    if each.unsure is not None:
        return each.unsure
    low, high = span(decision, each, context)
    if low is None or high is None:
        return True
    if all(floored(decision, end, None, context).still_broken for end in (low, high)):
        return True
    return floors_leave_room(decision, low, high, context)


def span(decision: str, each: Possibility, context: Context) -> tuple[Value | None, Value | None]:
    """The ends of a range, those of the type where it names none; None where an end is not known."""
    declared = context.corpus.decisions[decision].type
    return (
        known(each.low) if each.low is not None else declared.low,
        known(each.high) if each.high is not None else declared.high,
    )
