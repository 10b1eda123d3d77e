"""Claims as the interpreter sees them: true, false, or what is missing to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.analyse.proving import claims as c
from verordening.evaluate.arithmetic import compare
from verordening.evaluate.bounds import ends_of, lies_within
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import single_value
from verordening.evaluate.expressions import truth
from verordening.evaluate.guarding import in_play, met
from verordening.evaluate.possibilities import possibilities
from verordening.evaluate.rules import applies, effect_on, range_of, set_value
from verordening.evaluate.standing import all_respect, delegation_stands, keeps_relations, may_speak, stands
from verordening.evaluate.unknown import NOTHING, Result, Truth, Unknown, all_of, any_of, negated
from verordening.model.dependence import decisions_in
from verordening.model.rules import Form

LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)


def truths(claims: Iterable[c.Claim], context: Context) -> Iterator[Truth]:
    """Whether each of these holds, worked out one by one."""
    return (truth_of(each, context) for each in claims)


def truth_of(claim: c.Claim, context: Context) -> Truth:  # noqa: C901 - one line for each claim
    """Whether a claim holds in what is known of a case."""
    match claim:
        case c.Holds():
            return truth(claim.condition, context)
        case c.Applies():
            return applies(claim.rule, context)
        case c.DelegationStands():
            return delegation_stands(claim.rule, claim.decision, context)
        case c.MaySpeak():
            return may_speak(context.corpus.rules[claim.rule], claim.decision, context)
        case c.Covered():
            return _covered(claim, context)
        case c.Respects():
            return _respects(claim, context)
        case c.Stands():
            return stands(claim.rule, claim.decision, context)
        case c.Differ():
            return _differ(claim, context)
        case c.InPlay():
            return in_play(context.corpus.floors[claim.floor], context)
        case c.Satisfies():
            return _satisfies(claim, context)
        case c.Not():
            return negated(truth_of(claim.claim, context))
        case c.OneOf():
            return any_of(truths(claim.claims, context))


def _covered(claim: c.Covered, context: Context) -> Truth:
    rules = context.corpus.rules
    effect = effect_on(rules[claim.delegation], claim.decision, Form.DELEGATE)
    if effect is None:
        return False
    low, high = range_of(effect, claim.decision, context)
    rule = rules[claim.rule]
    inside = all_of(lies_within(end, low, high) for end in ends_of(rule, claim.decision, context))
    if inside is False:
        return False
    return all_of((inside, keeps_relations(rule, claim.decision, claim.delegation, effect, context)))


def _respects(claim: c.Respects, context: Context) -> Truth:
    ends = ends_of(context.corpus.rules[claim.rule], claim.decision, context)
    limits = (effect_on(context.corpus.rules[claim.limit], claim.decision, form) for form in LIMITS)
    return all_of(all_respect(ends, each, claim.decision, context) for each in limits if each is not None)


def _differ(claim: c.Differ, context: Context) -> Truth:
    left, right = (set_value(each, claim.decision, context) for each in (claim.rule, claim.other))
    if left is None or right is None:
        return False
    missing = [each for each in (left, right) if isinstance(each, Unknown)]
    if missing:
        return missing[0]
    assert not isinstance(left, Unknown)
    assert not isinstance(right, Unknown)
    if isinstance(left, bool | str):
        return left != right
    return compare(left, right) != 0


def _satisfies(claim: c.Satisfies, context: Context) -> Truth:
    given = set_value(claim.rule, claim.decision, context)
    if given is None:
        return Unknown(NOTHING, frozenset({"deze regel geeft het besluit geen waarde"}))
    floor = context.corpus.floors[claim.floor]
    others = decisions_in(floor.demand, context.corpus) - {claim.decision}
    before = context.decided
    context.decided = {name: _before_floors(name, context) for name in others}
    try:
        return met(floor, claim.decision, given, context)
    finally:
        context.decided = before


def _before_floors(decision: str, context: Context) -> Result:
    """What a decision comes to before floors, worked out once for all the floors that look at it."""
    key = (-1, decision, "before floors")
    found = context.values.get(key)
    if found is None:
        found = context.values[key] = single_value(possibilities(decision, context))
    return found
