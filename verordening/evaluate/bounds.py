"""The values at which a rule is tested, and whether a value lies in a range."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.rules import range_of, set_value
from verordening.evaluate.unknown import Result, Truth, Unknown, both
from verordening.model.corpus import Corpus
from verordening.model.expressions import Constant
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value
from verordening.remembering import lru_cache


def ends_of(rule: Rule, decision: str, context: Context) -> list[Result]:
    """The values at which a rule's consequence for a decision must be tested: its value, or both ends of its range."""
    ends: list[Result] = []
    for effect in rule.effects:
        if effect.decision != decision:
            continue
        if effect.form is Form.SET:
            given = set_value(rule.index, decision, context)
            if given is not None:
                ends.append(given)
        elif effect.form in (Form.MAY, Form.TAILOR):
            low, high = range_of(effect, decision, context)
            ends += [low] if low is not None else []
            ends += [high] if high is not None else []
    return ends


def stays_inside(rule: Rule, effect: Effect, context: Context) -> Truth:
    """Whether every value that a rule gives or allows lies in the range of a delegation."""
    always = _always_inside(rule, effect, context.corpus)
    return _inside(rule, effect, context) if always is None else always


@lru_cache(maxsize=8192)
def _always_inside(rule: Rule, effect: Effect, corpus: Corpus) -> Truth | None:
    """The same, where all these values are written out in the regulations; None where it takes a case to tell."""
    own = [each for each in rule.effects if each.decision == effect.decision]
    if all(isinstance(end, Constant | None) for each in (effect, *own) for end in (each.low, each.high)):
        return _inside(rule, effect, Context(corpus, {}, date.min))
    return None


def _inside(rule: Rule, effect: Effect, context: Context) -> Truth:
    low, high = range_of(effect, effect.decision, context)
    inside: Truth = True
    for end in ends_of(rule, effect.decision, context):
        inside = both(inside, lies_within(end, low, high))
    return inside


def lies_within(end: Result, low: Result | None, high: Result | None) -> Truth:
    """Whether a value lies in a range, both ends included; None is no end."""
    if isinstance(end, Unknown):
        return end
    return both(_ordered(low, end), _ordered(end, high))


def _ordered(left: Result | None, right: Result | None) -> Truth:
    if left is None or right is None:
        return True
    if isinstance(left, Unknown):
        return left
    if isinstance(right, Unknown):
        return right
    if left == right:
        return True
    return compare(left, right) <= 0 if not isinstance(left, bool | str) else False


def known(result: Result | None) -> Value | None:
    """The value of a result that is known, else None."""
    return None if result is None or isinstance(result, Unknown) else result
