"""Claims for the solver: what must hold for a claim to be true, false, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.interpreting import LIMITS
from verordening.evaluate.rules import effect_on
from verordening.model.dependence import decisions_in
from verordening.model.validity import Force
from verordening.symbolic.logic import NEITHER, NO, Truth, all_of, any_of, negated
from verordening.symbolic.looking import Looking
from verordening.symbolic.outcomes import outcome_of
from verordening.symbolic.ruling import differs
from verordening.symbolic.standings import Standings
from verordening.symbolic.symbols import Symbol


def truth_of(claim: c.Claim, rules: Standings) -> Truth:  # noqa: C901 - one line for each claim
    """Whether a claim holds. Raises NotEncodableError."""
    match claim:
        case c.Holds():
            return rules.expressions.truth(claim.condition)
        case c.Applies():
            return rules.applies(claim.rule)
        case c.DelegationStands():
            return rules.delegation_stands(claim.rule, claim.decision)
        case c.MaySpeak():
            return rules.may_speak(claim.rule, claim.decision)
        case c.Covered():
            return rules.covered(claim.rule, claim.decision, claim.delegation)
        case c.Respects():
            return _respects(claim, rules)
        case c.Stands():
            return rules.stands(claim.rule, claim.decision)
        case c.Differ():
            return _differ(claim, rules)
        case c.InPlay():
            return _in_play(claim.floor, rules)
        case c.Satisfies():
            return _satisfies(claim, rules)
        case c.Not():
            return negated(truth_of(claim.claim, rules))
        case c.OneOf():
            return any_of(_truths(claim.claims, rules))


def _truths(claims: Iterable[c.Claim], rules: Standings) -> Iterator[Truth]:
    return (truth_of(each, rules) for each in claims)


def _respects(claim: c.Respects, rules: Standings) -> Truth:
    ends = rules.ends_of(claim.rule, claim.decision)
    limits = [effect_on(rules.corpus.rules[claim.limit], claim.decision, form) for form in LIMITS]
    return all_of([rules.all_respect(ends, each, claim.decision) for each in limits if each is not None])


def _differ(claim: c.Differ, rules: Standings) -> Truth:
    left, right = (rules.set_value(each, claim.decision) for each in (claim.rule, claim.other))
    return NO if left is None or right is None else differs(left, right)


def _in_play(order: int, rules: Standings) -> Truth:
    floor = rules.corpus.floors[order]
    parts = [rules.expressions.truth(floor.condition)]
    if floor.exception is not None:
        parts.append(negated(rules.expressions.truth(floor.exception)))
    if floor.validity.on(rules.day) is Force.UNKNOWN:
        parts.append(NEITHER)
    return all_of(parts)


def _satisfies(claim: c.Satisfies, rules: Standings) -> Truth:
    given = rules.set_value(claim.rule, claim.decision)
    if given is None:
        return NEITHER
    floor = rules.corpus.floors[claim.floor]
    others = decisions_in(floor.demand, rules.corpus) - {claim.decision}
    decided = {name: _outcome(name, rules) for name in sorted(others)}
    return rules.expressions.truth(floor.demand, Looking(decided={**decided, claim.decision: given}))


def _outcome(decision: str, rules: Standings) -> Symbol:
    """What a decision comes to, said once for all the floors that look at it."""
    found: Symbol = rules.asking.ask((outcome_of.__name__, decision), outcome_of, decision, rules)
    return found
