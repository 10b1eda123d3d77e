"""What is not known, and why: the missing gegevens and oordelen, and the law that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.model.types import Value
from verordening.records import dataclass

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value yet.

    `inputs` are names of missing gegevens and oordelen; `texts` are Dutch sentences about missing law.
    """

    inputs: frozenset[str] = NOTHING
    texts: frozenset[str] = NOTHING


MISSING = Unknown()
"""No value, and nothing that would give one."""

Known = Value
Result = Value | Unknown
Truth = bool | Unknown


def joined(unknowns: Iterable[Unknown]) -> Unknown:
    """Everything that is missing in any of these."""
    found: Unknown | None = None
    for each in unknowns:
        found = each if found is None else merged(found, each)
    return MISSING if found is None else found


def merged(first: Unknown, second: Unknown) -> Unknown:
    """Everything that is missing in either."""
    if second is first or (second.inputs <= first.inputs and second.texts <= first.texts):
        return first
    return Unknown(first.inputs | second.inputs, first.texts | second.texts if second.texts else first.texts)


def either(first: Result | None, second: Result | None) -> Unknown:
    """What is missing of two results of which at least one is not known."""
    if not isinstance(second, Unknown):
        return first if isinstance(first, Unknown) else MISSING
    return merged(first, second) if isinstance(first, Unknown) else second


def all_of(truths: Iterable[Truth]) -> Truth:
    """Strong Kleene conjunction; stops at the first that is false."""
    missing: list[Unknown] = []
    for truth in truths:
        if truth is False:
            return False
        if truth is not True:
            missing.append(truth)
    return joined(missing) if missing else True


def both(first: Truth, second: Truth) -> Truth:
    """Strong Kleene conjunction of two."""
    if first is True or second is False:
        return second
    if second is True or first is False:
        return first
    return merged(first, second)


def unless(first: Truth, second: Truth) -> Truth:
    """Strong Kleene: the first holds and the second does not."""
    if second is False or first is False:
        return first
    return False if second is True else both(first, second)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Strong Kleene disjunction; stops at the first that is true."""
    missing: list[Unknown] = []
    for truth in truths:
        if truth is True:
            return True
        if truth is not False:
            missing.append(truth)
    return joined(missing) if missing else False


def negated(truth: Truth) -> Truth:
    """Strong Kleene negation."""
    return truth if isinstance(truth, Unknown) else not truth
