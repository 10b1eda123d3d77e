"""What limits leave of a range: a `kan`, a duty to tailor or a gap is cut at them, and may be left with nothing."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.rules import applies, bound_value
from verordening.evaluate.speaking import rank_of, speaking
from verordening.evaluate.standing import all_respect
from verordening.evaluate.unknown import Result, Truth, Unknown, all_of, any_of, joined, negated
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value


def is_empty(low: Value | None, high: Value | None) -> bool:
    """Whether bounds leave nothing of a range."""
    if low is None or high is None:
        return False
    if low == high:
        return False
    return isinstance(low, bool | str) or compare(low, high) > 0


def narrowed(
    low: Value | None, high: Value | None, least: Value | None, most: Value | None
) -> tuple[Value | None, Value | None]:
    """A power's own range as far as the floors leave it.

    A floor gives no power to choose what the rule does not allow.
    """
    if isinstance(low, bool | str):
        return low, low if least is None else least
    if low is not None and least is not None and compare(least, low) < 0:
        least = low
    if high is not None and most is not None and compare(most, high) > 0:
        most = high
    return least, most


def cut_at_limits(
    low: Value | None, high: Value | None, decision: str, rank: int, context: Context
) -> tuple[Value | None, Value | None, tuple[Unknown | None, Unknown | None]]:
    """A range cut at the limits that surely apply, and of each end why an undecided limit may yet move it."""
    if not speaking(decision, context).limiting:
        return low, high, (None, None)
    low, high = within_limits(low, high, decision, rank, context)
    return low, high, doubtful_ends(low, high, decision, rank, context)


def within_limits(
    low: Value | None, high: Value | None, decision: str, rank: int, context: Context
) -> tuple[Value | None, Value | None]:
    """A range cut at the limits that surely apply and stand at least as high as the rule that opens it."""
    if not speaking(decision, context).limiting:
        return low, high
    for effect, applying in _limits(decision, rank, context):
        if applying is True:
            bound = _bound(effect, decision, context)
            if not isinstance(bound, Unknown):
                low, high = _cut(low, high, effect.form, bound)
    return low, high


def doubtful_ends(
    low: Value | None, high: Value | None, decision: str, rank: int, context: Context
) -> tuple[Unknown | None, Unknown | None]:
    """Of the ends of a range that was cut at the sure limits, those that an undecided limit may yet move, and why."""
    if not speaking(decision, context).limiting:
        return None, None
    unsure: dict[Form, list[Unknown]] = {Form.AT_LEAST: [], Form.AT_MOST: []}
    for effect, applying in _limits(decision, rank, context):
        bound = _bound(effect, decision, context)
        moves = isinstance(bound, Unknown) or _cut(low, high, effect.form, bound) != (low, high)
        if moves and effect.form in unsure:
            unsure[effect.form] += [part for part in (applying, bound) if isinstance(part, Unknown)]
    least, most = unsure[Form.AT_LEAST], unsure[Form.AT_MOST]
    return (
        joined(least) if least and low is not None else None,
        joined(most) if most and high is not None else None,
    )


def limits_unsure(
    low: Value | None, high: Value | None, decision: str, rank: int, context: Context
) -> Unknown | None:
    """What is missing to know where limits cut a range; None where that is settled."""
    doubt = [end for end in doubtful_ends(low, high, decision, rank, context) if end is not None]
    return joined(doubt) if doubt else None


def limits_leave_room(
    rule: Rule, decision: str, low: Result | None, high: Result | None, context: Context
) -> Truth:
    """Whether the limits of its own and higher ranks leave any value of what a rule allows."""
    if not speaking(decision, context).limiting:
        return True
    limits = list(_limits(decision, rank_of(rule, context), context))
    declared = context.corpus.decisions[decision].type
    low = declared.low if low is None else low
    high = declared.high if high is None else high
    if not limits or low is None or high is None:
        return True
    if isinstance(low, Unknown) or isinstance(high, Unknown):
        return joined(end for end in (low, high) if isinstance(end, Unknown))
    if low == high:
        return all_of(
            any_of((negated(applying), all_respect([low], effect, decision, context)))
            for effect, applying in limits
        )
    doubt: list[Unknown] = []
    sure: tuple[Value | None, Value | None] = (low, high)
    tightest = sure
    certain = True
    for effect, applying in limits:
        bound = _bound(effect, decision, context)
        doubt += [part for part in (applying, bound) if isinstance(part, Unknown)]
        if isinstance(bound, Unknown):
            certain = False
            continue
        tightest = _cut(*tightest, effect.form, bound)
        if applying is True:
            sure = _cut(*sure, effect.form, bound)
    if is_empty(*sure):
        return False
    return True if certain and not is_empty(*tightest) else joined(doubt)


def _limits(decision: str, rank: int, context: Context) -> Iterator[tuple[Effect, Truth]]:
    """The limits on a decision that bind a rule of this rank and apply, or may."""
    for limit, effect in speaking(decision, context).limiting:
        if rank_of(limit, context) >= rank and effect.low is not None:
            yield effect, applies(limit.index, context)


def _bound(effect: Effect, decision: str, context: Context) -> Result:
    assert effect.low is not None
    return bound_value(effect.low, decision, context)


def _cut(
    low: Value | None, high: Value | None, form: Form, bound: Value
) -> tuple[Value | None, Value | None]:
    """A range cut at one limit; a value that may not be chosen can lie inside it."""
    if form is Form.AT_MOST and high is not None and _before(bound, high):
        return low, bound
    if form is Form.AT_LEAST and low is not None and _before(low, bound):
        return bound, high
    return low, high


def _before(left: Value, right: Value) -> bool:
    return not isinstance(left, bool | str) and compare(left, right) < 0
