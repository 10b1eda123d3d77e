"""Which rule wins, in symbols: competence, limits, deviation and rank; as `standing` of the interpreter says it.

What a relation between leden asks of the lower regulations as a whole is not said: there a truth is left free.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.relating import LESS
from verordening.evaluate.rules import effect_on
from verordening.evaluate.speaking import by_form, highest_delegation
from verordening.evaluate.standing import STANDING
from verordening.model.rules import Effect, Form, Rank, Rule
from verordening.records import dataclass
from verordening.symbolic.logic import (
    NO,
    YES,
    Truth,
    all_of,
    any_of,
    both,
    either,
    negated,
    opposite,
    partial,
)
from verordening.symbolic.ruling import Rules, differs, lies_within, once
from verordening.symbolic.symbols import Symbol, before
from verordening.symbolic.world import Relation

LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)


@dataclass(frozen=True, slots=True)
class Measured:
    """A question about what the lower regulations as a whole give, with the truth that stands for its answer."""

    rule: int
    decision: str
    delegation: int
    other: int
    given: Symbol
    truth: Truth


class Standings(Rules):
    """The rules of a corpus on a day, with who wins."""

    @property
    def measures(self) -> list[Measured]:
        """The questions that are left free, of all that was asked."""
        return [each for each in self.asking.notes if isinstance(each, Measured)]

    @once
    def stands(self, index: int, decision: str) -> Truth:
        """Whether what a rule says of a decision stands: it applies, may speak, and nothing defeats or outranks it."""
        applying = self.applies(index)
        if applying is NO:
            return NO
        rest = (
            self.may_speak(index, decision),
            negated(self.defeated(index, decision)),
            negated(self.outranked(index, decision)),
        )
        return all_of((applying, *rest))

    @once
    def may_speak(self, index: int, decision: str) -> Truth:
        """Whether a rule has the power to say what it says of a decision, inside the limits of higher ranks."""
        return all_of((self.competent(index, decision), self.within_limits(index, decision)))

    # -------------------------------------------- competence

    @once
    def competent(self, index: int, decision: str) -> Truth:
        """Whether a rule has the power to speak of a decision."""
        rule = self.corpus.rules[index]
        rank = self.corpus.rank_of(rule)
        if rank >= Rank.WET or rule.relation:
            return YES
        if rank <= Rank.BELEIDSREGEL and not rule.fills:
            return self._has_power(rule, decision, rank)
        highest = highest_delegation(decision, self.corpus)
        if highest is None or highest <= rank:
            return YES
        return any_of(
            [
                all_of((self.delegation_stands(each, decision), self.covered(index, decision, each)))
                for each in _delegations_of(rule, decision)
            ]
        )

    @once
    def delegation_stands(self, index: int, decision: str) -> Truth:
        """Whether a delegation applies and no rule has taken the decision back."""
        applying = self.applies(index)
        return NO if applying is NO else all_of((applying, negated(self.defeated(index, decision))))

    @once
    def covered(self, index: int, decision: str, delegation: int) -> Truth:
        """Whether what a rule gives lies in the range of a delegation, and keeps to its relations with others."""
        effect = effect_on(self.corpus.rules[delegation], decision, Form.DELEGATE)
        if effect is None:
            return NO
        low, high = self.range_of(effect, decision)
        inside = all_of([lies_within(end, low, high) for end in self.ends_of(index, decision)])
        if effect.relation is None or inside is NO:
            return inside
        return all_of((inside, *self._relations(index, decision, delegation, effect)))

    def _relations(self, index: int, decision: str, delegation: int, effect: Effect) -> Iterator[Truth]:
        for end in self.ends_of(index, decision):
            yield self._within_bounds(end, effect, decision)
        given = self.set_value(index, decision)
        if given is None:
            return
        for other in self._related(effect, decision):
            asked = Relation(index, decision, delegation, other.index, given)
            known = self.expressions.world.related(asked)
            truth = known or self.expressions.world.free_truth("verhouding")
            if known is None:
                self.asking.bench.note(Measured(*asked, truth))
            related = opposite(self.in_force(other.index).no)
            yield Truth(either(opposite(related), truth.yes), both(related, truth.no), False)

    def _related(self, effect: Effect, decision: str) -> Iterator[Rule]:
        for index in effect.relation[1] if effect.relation is not None else ():
            other = self.corpus.rules[index]
            if effect_on(other, decision, Form.DELEGATE) is not None:
                yield other

    def _within_bounds(self, value: Symbol, effect: Effect, decision: str) -> Truth:
        """Whether a value keeps to the ends that the relations of a delegation exclude."""
        assert effect.relation is not None
        is_less = effect.relation[0] in LESS
        parts = [partial(True, value.defined)]
        for other in self._related(effect, decision):
            theirs = effect_on(other, decision, Form.DELEGATE)
            assert theirs is not None
            low, high = self.range_of(theirs, decision)
            end = high if is_less else low
            holding = self.in_force(other.index)
            if end is None:
                parts.append(YES if holding.total else Truth(holding.defined, False, False))
                continue
            fits = before(value, end) if is_less else before(end, value)
            fitting = partial(fits, both(value.defined, end.defined))
            parts.append(any_of((negated(holding), all_of((holding, fitting)))))
        return all_of(parts)

    def _has_power(self, rule: Rule, decision: str, rank: Rank) -> Truth:
        """Whether a higher `kan` holds everything that a policy rule says of the decision."""
        ends = self.ends_of(rule.index, decision)
        powers = []
        for power, effect in by_form(decision, self.corpus).get(Form.MAY, ()):
            if self.corpus.rank_of(power) <= rank or power.index in rule.targets:
                continue
            applying = self.applies(power.index)
            if applying is NO:
                continue
            inside = [lies_within(end, *self.range_of(effect, decision)) for end in ends]
            powers.append(all_of((applying, negated(self.defeated(power.index, decision)), *inside)))
        return any_of(powers)

    # -------------------------------------------- limits

    @once
    def within_limits(self, index: int, decision: str) -> Truth:
        """Whether what a rule gives respects the limits that its own and higher ranks set."""
        rank = self.corpus.rank_of(self.corpus.rules[index])
        given = self.set_value(index, decision)
        ends = [] if given is None else [given]
        parts = []
        for form in LIMITS:
            for limit, effect in by_form(decision, self.corpus).get(form, ()):
                applying = self.applies(limit.index)
                if limit.index == index or self.corpus.rank_of(limit) < rank or applying is NO:
                    continue
                parts.append(any_of((negated(applying), self.all_respect(ends, effect, decision))))
        return all_of(parts)

    def all_respect(self, ends: list[Symbol], effect: Effect, decision: str) -> Truth:
        """Whether these values keep to a limit."""
        bound, _ = self.range_of(effect, decision)
        if effect.form is Form.AT_MOST:
            return all_of([lies_within(end, None, bound) for end in ends])
        if effect.form is Form.AT_LEAST:
            return all_of([lies_within(end, bound, None) for end in ends])
        assert bound is not None
        return all_of([differs(end, bound) for end in ends])

    # -------------------------------------------- defeat and rank

    @once
    def defeated(self, index: int, decision: str) -> Truth:
        """Whether a `moet` that deviates from a rule, or replaces it, applies and may speak."""
        found = []
        for other in STANDING.defeaters(self.corpus.rules[index], decision, self.corpus):
            applying = self.applies(other.index)
            if applying is not NO:
                found.append(all_of((applying, self.may_speak(other.index, decision))))
        return any_of(found)

    @once
    def outranked(self, index: int, decision: str) -> Truth:
        """Whether a higher rule that stands gives the decision a value and no delegation covers this one."""
        rule = self.corpus.rules[index]
        rank = self.corpus.rank_of(rule)
        if rule.relation or rank >= Rank.GRONDWET:
            return NO
        setting = by_form(decision, self.corpus).get(Form.SET, ())
        higher = [other for other, _ in setting if self.corpus.rank_of(other) > rank]
        by_rank = any_of([self.stands(other.index, decision) for other in higher])
        if by_rank.yes is False and by_rank.total:
            return NO
        covered = any_of([self.delegation_stands(each, decision) for each in _delegations_of(rule, decision)])
        return all_of((by_rank, negated(covered)))


def _delegations_of(rule: Rule, decision: str) -> list[int]:
    return [index for index, filled in rule.fills if filled == decision]
