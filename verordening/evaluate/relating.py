"""Relations between leden: what a delegation asks of its values beside those of another delegation (Pw 18 lid 5 and 6).

Two tests. The *bound* stands here and follows from the act alone: shorter than a period of at most three months is less
than three months. The *measure* (`measuring`) compares what the lower regulations as a whole give.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.holding import in_force
from verordening.evaluate.rules import effect_on, range_of
from verordening.evaluate.unknown import Result, Truth, Unknown, all_of
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value
from verordening.packed import packed_dataclass

LESS = frozenset({"korter", "lager"})
"""The words that ask for less than the other; `langer` and `hoger` ask for more."""


@packed_dataclass(frozen=True, slots=True)
class Span:
    """The range of a delegation; an end that a relation excludes is open."""

    low: Result | None
    high: Result | None
    low_open: bool = False
    high_open: bool = False


def related(effect: Effect, decision: str, context: Context) -> Iterator[tuple[Rule, Effect]]:
    """The delegations of the same decision, not out of force, that this one relates its values to."""
    for index in effect.relation[1] if effect.relation is not None else ():
        other = context.corpus.rules[index]
        theirs = effect_on(other, decision, Form.DELEGATE)
        if theirs is not None and in_force(other, context) is not False:
            yield other, theirs


def span_of(effect: Effect, decision: str, context: Context) -> Span:
    """What a delegation leaves: its own range, cut at the ends that its relations exclude."""
    low, high = range_of(effect, decision, context)
    found = Span(low, high)
    for _, bound, is_less in _bounds(effect, decision, context):
        if isinstance(bound, Unknown):
            continue
        if is_less and not isinstance(found.high, Unknown) and _before(bound, found.high):
            found = Span(found.low, bound, found.low_open, True)
        if not is_less and not isinstance(found.low, Unknown) and _before(found.low, bound):
            found = Span(bound, found.high, True, found.high_open)
    return found


def _before(left: Value | None, right: Value | None) -> bool:
    """Whether the first bound cuts at least as much as the second, where it stands on that side."""
    return left is None or right is None or compare(left, right) <= 0


def _bounds(effect: Effect, decision: str, context: Context) -> Iterator[tuple[Rule, Result, bool]]:
    """The values that the other delegations can never pass, and whether these ends are above."""
    if effect.relation is None:
        return
    is_less = effect.relation[0] in LESS
    for other, theirs in related(effect, decision, context):
        low, high = range_of(theirs, decision, context)
        holding = in_force(other, context)
        end = holding if isinstance(holding, Unknown) else high if is_less else low
        if end is not None:
            yield other, end, is_less


def within_bounds(value: Value, effect: Effect, decision: str, context: Context) -> Truth:
    """Whether a value keeps to the ends that the relations of a delegation exclude."""
    return all_of(
        bound if isinstance(bound, Unknown) else fits(value, bound, is_less)
        for _, bound, is_less in _bounds(effect, decision, context)
    )


def fits(value: Value, other: Value, is_less: bool) -> bool:
    """Whether a value is less (or else more) than another."""
    return compare(value, other) < 0 if is_less else compare(value, other) > 0
