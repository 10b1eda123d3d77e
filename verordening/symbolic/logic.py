"""Truths in symbols, folded where they are settled, and truths that may be neither yes nor no."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verordening.symbolic.terms import Bool, truths_like


def both(*parts: Bool) -> Bool:
    """All of these."""
    return every(parts)


def either(*parts: Bool) -> Bool:
    """At least one of these."""
    return some(parts)


def every(parts: Iterable[Bool]) -> Bool:
    """All of these; of none: true."""
    left: list[Bool] = []
    for each in parts:
        if each is False:
            return False
        if each is not True:
            left.append(each)
    if not left:
        return True
    return left[0] if len(left) == 1 else truths_like(left[0]).conjunction(left)


def some(parts: Iterable[Bool]) -> Bool:
    """At least one of these; of none: false."""
    left: list[Bool] = []
    for each in parts:
        if each is True:
            return True
        if each is not False:
            left.append(each)
    if not left:
        return False
    return left[0] if len(left) == 1 else truths_like(left[0]).disjunction(left)


def opposite(part: Bool) -> Bool:
    """Not this."""
    if isinstance(part, bool):
        return not part
    return truths_like(part).negation(part)


def chosen(when: Bool, one: Bool, other: Bool) -> Bool:
    """`one` when, else `other`."""
    if when is True or one is other:
        return one
    if when is False:
        return other
    if isinstance(one, bool):
        return either(when, other) if one else both(opposite(when), other)
    if isinstance(other, bool):
        return either(opposite(when), one) if other else both(when, one)
    return truths_like(when).choice(when, one, other)


def same(one: Bool, other: Bool) -> Bool:
    """Both true or both false."""
    if isinstance(one, bool):
        return other if one else opposite(other)
    if isinstance(other, bool):
        return one if other else opposite(one)
    return one == other


def only_one(parts: Sequence[Bool]) -> list[Bool]:
    """For each where it holds and none of the others does."""
    after: list[Bool] = [False]
    for each in reversed(parts):
        after.append(either(each, after[-1]))
    after.reverse()
    found = []
    earlier: Bool = False
    for each, later in zip(parts, after[1:], strict=True):
        found.append(both(each, opposite(earlier), opposite(later)))
        earlier = either(earlier, each)
    return found


class Truth(NamedTuple):
    """Whether something holds: `yes`, `no`, or neither where no value is to be had with all facts given.

    `total` where it surely is one of both.
    """

    yes: Bool
    no: Bool
    total: bool

    @property
    def defined(self) -> Bool:
        """Whether it is one of both."""
        return True if self.total else either(self.yes, self.no)


def sure(holds: Bool) -> Truth:
    """A truth that is one of both."""
    return Truth(holds, opposite(holds), True)


def partial(holds: Bool, defined: Bool) -> Truth:
    """A truth that is neither where it is not `defined`."""
    if defined is True:
        return sure(holds)
    return Truth(both(defined, holds), both(defined, opposite(holds)), False)


YES, NO = sure(True), sure(False)
NEITHER = Truth(False, False, False)
EITHER = Truth(True, True, False)
"""Yes and no at once. What is made of it says what may be, as what is made of `NEITHER` says what surely is."""


def negated(truth: Truth) -> Truth:
    """Strong Kleene negation."""
    return Truth(truth.no, truth.yes, truth.total)


def all_of(truths: Iterable[Truth]) -> Truth:
    """Strong Kleene conjunction."""
    parts = list(truths)
    if all(each.total for each in parts):
        return sure(every([each.yes for each in parts]))
    return Truth(every([each.yes for each in parts]), some([each.no for each in parts]), False)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Strong Kleene disjunction."""
    parts = list(truths)
    if all(each.total for each in parts):
        return sure(some([each.yes for each in parts]))
    return Truth(some([each.yes for each in parts]), every([each.no for each in parts]), False)
