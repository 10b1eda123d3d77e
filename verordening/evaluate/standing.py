"""Which rule wins, per decision: competence first, then deviation, then rank.

The order of rules in a file never matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.beside import Beside, Standing, fits_beside
from verordening.evaluate.bounds import ends_of, lies_within, stays_inside
from verordening.evaluate.context import Context
from verordening.evaluate.relating import related, within_bounds
from verordening.evaluate.rules import applies, effect_on, range_of, set_value
from verordening.evaluate.speaking import (
    LIMITS,
    by_form,
    highest_delegation,
    highest_setting,
    rank_of,
    speaking,
)
from verordening.evaluate.unknown import Result, Truth, Unknown, all_of, any_of, both, joined, negated, unless
from verordening.model.corpus import Corpus
from verordening.model.rules import Effect, Form, Rank, Rule
from verordening.remembering import lru_cache

# ------------------------------------------------ standing


def stands(index: int, decision: str, context: Context) -> Truth:
    """Whether what a rule says of a decision stands: it applies, may speak, and nothing defeats it."""
    key = (index, decision)
    known = context.stands.get(key)
    if known is None:
        known = applies(index, context)
        if known is not False:
            known = both(known, may_stand(context.corpus.rules[index], decision, context))
        context.stands[key] = known
    return known


def may_stand(rule: Rule, decision: str, context: Context) -> Truth:
    """Whether a rule, if it applies, may say what it says of a decision and nothing defeats it."""
    if is_unopposed(rule, decision, context.corpus):
        return True
    left = may_speak(rule, decision, context)
    if left is not False:
        left = unless(left, defeated(rule, decision, context))
    return left if left is False else unless(left, outranked(rule, decision, context))


@lru_cache(maxsize=8192)
def is_unopposed(rule: Rule, decision: str, corpus: Corpus) -> bool:
    """Whether nothing can keep a rule from speaking of a decision: it needs no delegation, and no rule limits, defeats
    or outranks it in any case.
    """
    rank = corpus.rank_of(rule)
    if _defeaters(corpus, rule, decision) or not (rank >= Rank.WET or rule.relation):
        return False
    limits = [each for form in LIMITS for each in by_form(decision, corpus).get(form, ())]
    if any(limit.index != rule.index and corpus.rank_of(limit) >= rank for limit, _ in limits):
        return False
    return bool(rule.relation) or _is_never_outranked(rank, decision, corpus)


def may_speak(rule: Rule, decision: str, context: Context) -> Truth:
    """Competence and limits: whether this rule may say what it says of the decision."""
    key = ("may_speak", rule.index, decision)
    known = context.speaks.get(key)
    if known is None:
        known = competent(rule, decision, context)
        if known is not False:
            known = both(known, within_limits(rule, decision, context))
        context.speaks[key] = known
    return known


# ------------------------------------------------ competence


def competent(rule: Rule, decision: str, context: Context) -> Truth:
    """Whether a rule has the power to speak of a decision.

    An act always has. A lower rule needs an undefeated delegation that covers its value where one exists for
    the decision; a policy rule needs a power of the college (`kan`) whose range holds its value, unless it is
    favourable policy.
    """
    rank = rank_of(rule, context)
    if rank >= Rank.WET or rule.relation:
        return True
    if rank <= Rank.BELEIDSREGEL and not rule.fills:
        return _has_power(rule, decision, rank, context)
    if not is_delegated(decision, rank, context):
        return True
    missing: list[Unknown] = []
    for delegation in delegations_of(rule, decision):
        holds = delegation_stands(delegation, decision, context)
        if holds is not False:
            holds = both(holds, _covered(rule, decision, delegation, context))
        if holds is True:
            return True
        if holds is not False:
            missing.append(holds)
    return joined(missing) if missing else False


def is_delegated(decision: str, below: Rank, context: Context) -> bool:
    """Whether a higher regulation delegates the decision at all."""
    highest = highest_delegation(decision, context.corpus)
    return highest is not None and highest > below


@lru_cache(maxsize=8192)
def delegations_of(rule: Rule, decision: str) -> tuple[int, ...]:
    """The delegations of a decision that a rule fills in."""
    return tuple([index for index, filled in rule.fills if filled == decision])


def delegation_stands(index: int, decision: str, context: Context) -> Truth:
    """Whether a delegation applies and no rule has taken the decision back."""
    key = ("delegation", index, decision)
    known = context.speaks.get(key)
    if known is None:
        known = applies(index, context)
        if known is not False:
            known = unless(known, defeated(context.corpus.rules[index], decision, context))
        context.speaks[key] = known
    return known


def _covered(rule: Rule, decision: str, delegation: int, context: Context) -> Truth:
    """Whether every value that the rule gives or allows lies in the range of the delegation, and in relation to what
    is given on the ground of others.
    """
    effect = effect_on(context.corpus.rules[delegation], decision, Form.DELEGATE)
    if effect is None:
        return False
    inside = stays_inside(rule, effect, context)
    if effect.relation is None or inside is False:
        return inside
    return all_of((inside, keeps_relations(rule, decision, delegation, effect, context)))


def keeps_relations(rule: Rule, decision: str, delegation: int, effect: Effect, context: Context) -> Truth:
    """Whether what a rule says keeps to the relations of a delegation with others.

    First by what follows from the act alone, then by what the lower regulations give as a whole.
    """
    return all_of(_relations(rule, decision, delegation, effect, context))


def _relations(
    rule: Rule, decision: str, delegation: int, effect: Effect, context: Context
) -> Iterator[Truth]:
    for end in ends_of(rule, decision, context):
        yield end if isinstance(end, Unknown) else within_bounds(end, effect, decision, context)
    given = set_value(rule.index, decision, context)
    if context.as_a_whole or given is None:
        return
    for other, _ in related(effect, decision, context):
        if isinstance(given, Unknown):
            yield given
        else:
            yield fits_beside(Beside(given, decision, rule.index, delegation, other.index), STANDING, context)


def filling(delegation: int, decision: str, corpus: Corpus) -> tuple[Rule, ...]:
    """The rules that give a decision its value on the ground of a delegation."""
    giving = by_form(decision, corpus).get(Form.SET, ())
    return tuple(
        rule for rule, effect in giving if (delegation, decision) in rule.fills and effect.low is not None
    )


def _defeating(rule: Rule, decision: str, corpus: Corpus) -> tuple[Rule, ...]:
    return _defeaters(corpus, rule, decision)


def _against(rule: Rule, decision: str, corpus: Corpus) -> Iterator[Rule]:
    """The rules that may defeat a rule, limit what it gives or go before it, or that give it the power to speak."""
    yield from _defeaters(corpus, rule, decision)
    rank = corpus.rank_of(rule)
    if rank <= Rank.BELEIDSREGEL and not rule.fills and not rule.relation:
        powers = by_form(decision, corpus).get(Form.MAY, ())
        yield from (power for power, _ in powers if corpus.rank_of(power) > rank)
    yield from (limit for form in LIMITS for limit, _ in by_form(decision, corpus).get(form, ()))
    yield from _higher_on(corpus, decision, rank)


def _has_power(rule: Rule, decision: str, rank: Rank, context: Context) -> Truth:
    """Whether a higher `kan` holds everything that a policy rule says of the decision."""
    ends = ends_of(rule, decision, context)
    return any_of(
        all_of(
            (
                applies(power.index, context),
                negated(defeated(power, decision, context)),
                *(lies_within(end, *range_of(effect, decision, context)) for end in ends),
            )
        )
        for power, effect in speaking(decision, context).allowing
        if rank_of(power, context) > rank and power.index not in rule.targets
    )


# ------------------------------------------------ limits


def within_limits(rule: Rule, decision: str, context: Context) -> Truth:
    """Whether what a rule gives respects the limits that its own and higher ranks set.

    A range is cut at them instead.
    """
    limiting = speaking(decision, context).limiting
    if not limiting:
        return True
    rank = rank_of(rule, context)
    ends: list[Result] | None = None
    parts: list[Truth] = []
    for limit, effect in limiting:
        if limit.index == rule.index or rank_of(limit, context) < rank:
            continue
        if ends is None:
            given = set_value(rule.index, decision, context)
            ends = [] if given is None else [given]
        within = all_respect(ends, effect, decision, context)
        parts.append(any_of((negated(applies(limit.index, context)), within)))
    return all_of(parts)


def all_respect(ends: list[Result], effect: Effect, decision: str, context: Context) -> Truth:
    bound, _ = range_of(effect, decision, context)
    if effect.form is Form.AT_MOST:
        return all_of(lies_within(end, None, bound) for end in ends)
    if effect.form is Form.AT_LEAST:
        return all_of(lies_within(end, bound, None) for end in ends)
    return all_of(_differs(end, bound) for end in ends)


def _differs(end: Result, bound: Result | None) -> Truth:
    if isinstance(end, Unknown):
        return end
    return bound if isinstance(bound, Unknown) else end != bound


# ------------------------------------------------ defeat


def defeated(rule: Rule, decision: str, context: Context) -> Truth:
    """Whether a `moet` that deviates from this rule, or replaces it, applies and may speak."""
    others = _defeaters(context.corpus, rule, decision)
    if not others:
        return False
    key = ("defeated", rule.index, decision)
    known = context.speaks.get(key)
    if known is None:
        known = context.speaks[key] = any_of([_defeats(other, decision, context) for other in others])
    return known


def _defeats(other: Rule, decision: str, context: Context) -> Truth:
    applying = applies(other.index, context)
    return False if applying is False else both(applying, may_speak(other, decision, context))


def defeaters(rule: Rule, decision: str, context: Context) -> tuple[Rule, ...]:
    """The rules that would defeat this one for the decision if they apply.

    A rule that orders something and leaves the decision to a lower regulation takes the place of the delegation
    it deviates from (Pw 18 lid 6 of that of lid 5); any other delegation defeats nothing.
    """
    return _defeaters(context.corpus, rule, decision)


@lru_cache(maxsize=8192)
def _defeaters(corpus: Corpus, rule: Rule, decision: str) -> tuple[Rule, ...]:
    found = []
    delegates = effect_on(rule, decision, Form.DELEGATE) is not None
    for index in corpus.deviating.get(rule.index, ()):
        other = corpus.rules[index]
        if (rule.index, decision) in other.fills:
            continue
        replaces_delegation = delegates and effect_on(other, decision, Form.DELEGATE) is not None
        if effect_on(other, decision, Form.SET) is not None or (
            replaces_delegation and orders(other, decision)
        ):
            found.append(other)
    replacing = (
        other for other, _ in by_form(decision, corpus).get(Form.SET, ()) if rule.index in other.replaces
    )
    return (*found, *replacing)


@lru_cache(maxsize=4096)
def orders(rule: Rule, decision: str) -> bool:
    """Whether a delegating rule itself orders something, so that silence of the lower regulation leaves a gap."""
    return any(effect.form is Form.SET and effect.decision != decision for effect in rule.effects)


def outranked(rule: Rule, decision: str, context: Context) -> Truth:
    """Lex superior: whether a higher rule that stands gives the decision a value and no delegation covers this one."""
    key = ("outranked", rule.index, decision)
    known = context.speaks.get(key)
    if known is None:
        known = context.speaks[key] = not rule.relation and _outranked(rule, decision, context)
    return known


def _outranked(rule: Rule, decision: str, context: Context) -> Truth:
    rank = rank_of(rule, context)
    if _is_never_outranked(rank, decision, context.corpus):
        return False
    by_rank: Truth = False
    for other, _ in speaking(decision, context).setting:
        if rank_of(other, context) > rank:
            by_rank = any_of((by_rank, stands(other.index, decision, context)))
    if by_rank is False:
        return False
    covered = any_of(
        [delegation_stands(index, decision, context) for index in delegations_of(rule, decision)]
    )
    return unless(by_rank, covered)


def _is_never_outranked(rank: Rank, decision: str, corpus: Corpus) -> bool:
    """Whether no rule of a higher regulation gives the decision a value; the Grondwet gives way to nothing."""
    return rank >= Rank.GRONDWET or rank >= highest_setting(decision, corpus)


@lru_cache(maxsize=4096)
def _higher_on(corpus: Corpus, decision: str, rank: Rank) -> tuple[Rule, ...]:
    """The rules of higher regulations that give the decision a value."""
    giving = by_form(decision, corpus).get(Form.SET, ())
    return tuple(other for other, _ in giving if corpus.rank_of(other) > rank)


STANDING = Standing(delegation_stands, stands, filling, _defeating, _against)
