"""Relations between leden: what a delegation asks of its values beside those of another delegation (Pw 18 lid 5 and 6).

Two tests. The *bound* follows from the act alone: shorter than a period of at most three months is less than three
months. The *measure* compares what the lower regulations as a whole give: a value falls when everything they give for
the same facts on the ground of the other delegation breaks the relation with it. Only values that are within the
bounds themselves count, so one wrong value never takes a right one along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.context import Context
from verordening.evaluate.holding import in_force
from verordening.evaluate.representatives import first_to_try
from verordening.evaluate.rules import effect_on, range_of
from verordening.evaluate.unknown import Result, Truth, Unknown, all_of, joined
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of, values_of
from verordening.model.likeness import alike
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import Value
from verordening.records import dataclass

LESS = frozenset({"korter", "lager"})
"""The words that ask for less than the other; `langer` and `hoger` ask for more."""

MOST_TRIED = 400
"""Past this many completions nothing is compared, and the value stands."""

Found = tuple[tuple[Value, int], ...]
"""Values with the rules that give them."""
Given = Callable[[Context], Found | Unknown | None]
"""What the lower regulations give in a case on the ground of the other delegation; None where that does not stand."""


@dataclass(frozen=True, slots=True)
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


# ------------------------------------------------ what the lower regulations give as a whole


def fits_as_a_whole(
    value: Value, rule: Rule, decision: str, delegation: Rule, other: Rule, given: Given, context: Context
) -> Truth:
    """Whether what the lower regulations give on the ground of `other`, for the same facts, leaves room for a value.

    `rule` gives the value on the ground of `delegation`. Held are the facts that both delegations turn on alike; the
    facts that tell them apart are free, whatever the case says of them, and so is everything else. Where the rule turns
    on facts of its own, these are held too in a second test, in which its own value counts as fitting: that finds a
    group of people for whom the relation is broken. `context` need hold no facts beside those `held`.
    """
    effect = effect_on(delegation, decision, Form.DELEGATE)
    assert effect is not None
    assert effect.relation is not None
    is_less = effect.relation[0] in LESS
    shared = _told_apart(context.corpus, delegation.index, other.index)[0]
    own = held(context.corpus, rule.index, delegation.index, other.index)

    def breaks(found: Found) -> bool:
        return bool(found) and not any(fits(value, each, is_less) for each, _ in found)

    def breaks_for_some(found: Found) -> bool:
        return breaks(found) and all(index != rule.index for _, index in found)

    tests = [(shared, breaks), *([(own, breaks_for_some)] if own != shared else [])]
    return all_of(
        _fitting(_Search(context.corpus, decision, names, given, test, context), context)
        for names, test in tests
    )


def _fitting(search: _Search, context: Context) -> Truth:
    found = search.verdict({name: context.inputs[name] for name in search.held if name in context.inputs})
    return found if isinstance(found, Unknown) else found is not True


@lru_cache(maxsize=1024)
def held(corpus: Corpus, rule: int, delegation: int, other: int) -> frozenset[str]:
    """All the facts of a case that matter to what a rule gives on the ground of one delegation beside another."""
    shared, telling = _told_apart(corpus, delegation, other)
    return (shared | _turned_on(corpus, rule)) - telling


class _Search:
    """Tries the completions of some facts in which the other delegation stands."""

    def __init__(
        self,
        corpus: Corpus,
        decision: str,
        held: frozenset[str],
        given: Given,
        broken: Callable[[Found], bool],
        context: Context,
    ) -> None:
        self.corpus, self.asked, self.held, self.day = corpus, (decision,), held, context.day
        self.given, self.broken, self.tried = given, broken, 0

    def verdict(self, facts: Mapping[str, Value]) -> bool | Unknown | None:
        """True where every completion breaks the relation, None where the other delegation never stands."""
        context = Context(self.corpus, facts, self.day)
        context.as_a_whole = True
        found = self.given(context)
        if found is None:
            return None
        if not isinstance(found, Unknown):
            return self.broken(found)
        chosen = first_to_try(found.inputs, self.asked, context)
        if chosen is None:
            return False
        name, values = chosen
        self.tried += len(values)
        if self.tried > MOST_TRIED:
            return False
        verdicts = (self.verdict({**facts, name: each}) for each in values)
        return _agreed(verdicts, name) if name in self.held else _together(verdicts)


def _together(verdicts: Iterator[bool | Unknown | None]) -> bool | Unknown | None:
    """The verdict over the values of a fact that is free: all must break, where the other delegation stands."""
    unknown: list[Unknown] = []
    breaks: bool | None = None
    for each in verdicts:
        if each is False:
            return False
        if isinstance(each, Unknown):
            unknown.append(each)
        elif each is True:
            breaks = True
    return joined(unknown) if unknown else breaks


def _agreed(verdicts: Iterator[bool | Unknown | None], name: str) -> bool | Unknown | None:
    """The verdict over the values of a fact that the case has yet to tell."""
    found = list(verdicts)
    first = found[0]
    if not isinstance(first, Unknown) and all(each is first for each in found):
        return first
    return joined([Unknown(frozenset({name})), *(each for each in found if isinstance(each, Unknown))])


@lru_cache(maxsize=256)
def _told_apart(corpus: Corpus, delegation: int, other: int) -> tuple[frozenset[str], frozenset[str]]:
    """The facts on which two delegations turn alike, and those that tell them apart."""
    own, theirs = _conjuncts(corpus.rules[delegation]), _conjuncts(corpus.rules[other])
    shared = [each for each in own if any(alike(each, one) for one in theirs)]
    apart = [each for each in own if each not in shared]
    apart += [each for each in theirs if not any(alike(each, one) for one in own)]
    common = frozenset(name for each in shared for name in inputs_of(corpus, each))
    return common, frozenset(name for each in apart for name in inputs_of(corpus, each)) - common


def _conjuncts(rule: Rule) -> list[e.Expression]:
    """What must all hold for a rule to apply."""
    found: list[e.Expression] = []
    waiting = [rule.condition] if rule.condition is not None else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, e.And):
            waiting.extend(each.operands)
        else:
            found.append(each)
    if rule.exception is not None:
        found.append(e.Not(rule.exception))
    return found


@lru_cache(maxsize=1024)
def _turned_on(corpus: Corpus, index: int) -> frozenset[str]:
    """The facts that a rule, and what it deviates from, turn on, and those in its values."""
    found: set[str] = set()
    waiting, seen = [index], set[int]()
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        rule = corpus.rules[each]
        nodes = (*conditions_of(rule), *values_of(rule))
        found.update(name for node in nodes for name in inputs_of(corpus, node))
        found.update({rule.because} - {""})
        if not rule.general:
            waiting.extend(rule.targets)
    return frozenset(found)
