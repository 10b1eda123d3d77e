"""Which rule wins, once more.

Written from the language's own page for cases in which nothing is unknown, and as plainly as can be.

It shares with the engine only how an expression is worked out. Anything unknown raises `Undecided`; such
cases say nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from verordening.evaluate.arithmetic import compare, rounded
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.rules import Effect, Form, Rank, Rule
from verordening.model.types import Kind, Value
from verordening.model.validity import Force

FAVOURABLE_MEASURE = ("binnenwettelijk", "buitenwettelijk")


class Undecided(Exception):
    """Something in this case is not known."""


class Law:
    """The rules of a corpus in one complete case."""

    def __init__(self, corpus: Corpus, given: Mapping[str, Value], day: date) -> None:
        self.corpus, self.given, self.day = corpus, given, day
        self.context = Context(corpus, given, day)

    # ------------------------------------------------ applying

    def holds(self, node: e.Expression | None) -> bool:
        """Whether a condition holds."""
        if node is None:
            return True
        result = value(node, self.context)
        if isinstance(result, Unknown):
            raise Undecided
        return result is True

    def applies(self, rule: Rule) -> bool:
        """Whether a rule applies: in force, its conditions met, and of what it deviates from at least one too."""
        if Force.NOT_IN_FORCE in (rule.in_regulation.on(self.day), rule.validity.on(self.day)):
            return False
        if Force.UNKNOWN in (rule.in_regulation.on(self.day), rule.validity.on(self.day)):
            raise Undecided
        if not self.holds(rule.condition) or (rule.exception is not None and self.holds(rule.exception)):
            return False
        if rule.because:
            if rule.because not in self.given:
                raise Undecided
            if self.given[rule.because] is not True:
                return False
        if rule.deviates and not rule.general:
            return any(self.applies(self.corpus.rules[target]) for target in rule.targets)
        return True

    def amount(self, node: e.Expression | None, decision: str) -> Value | None:
        """A value or bound of a decision; None where there is none, or it is the ordinary outcome."""
        if node is None or isinstance(node, e.OrdinaryOutcome):
            return None
        result = value(node, self.context)
        if isinstance(result, Unknown):
            raise Undecided
        declared = self.corpus.decisions[decision]
        if declared.rounding is not None and declared.type.kind is Kind.AMOUNT:
            assert isinstance(result, int | Fraction)
            return rounded(result, *declared.rounding)
        return result

    # ------------------------------------------------ competence

    def rank(self, rule: Rule) -> Rank:
        """The rank of its regulation."""
        return self.corpus.regulations[rule.regulation].rank

    def effects(self, decision: str, *forms: Form) -> Iterator[tuple[Rule, Effect]]:
        """The consequences of these forms for a decision."""
        for rule in self.corpus.rules:
            for effect in rule.effects:
                if effect.decision == decision and effect.form in forms:
                    yield rule, effect

    def ends(self, rule: Rule, decision: str) -> list[Value]:
        """Every value that a rule gives or allows: for a range its ends."""
        found: list[Value] = []
        for effect in rule.effects:
            if effect.decision == decision and effect.form in (Form.SET, Form.MAY, Form.TAILOR):
                both = (self.amount(effect.low, decision), self.amount(effect.high, decision))
                found += [each for each in both if each is not None]
        return found

    def covering(self, rule: Rule, decision: str) -> bool:
        """Whether a delegation that applies and was not taken back covers the decision for this rule."""
        return any(
            filled == decision and self.delegation_stands(self.corpus.rules[index], decision)
            for index, filled in rule.fills
        )

    def delegation_stands(self, delegation: Rule, decision: str) -> bool:
        """Whether a delegation applies and nothing took the decision back."""
        return self.applies(delegation) and not self.defeated(delegation, decision)

    def competent(self, rule: Rule, decision: str) -> bool:
        """Whether a rule has the power to say what it says of a decision."""
        rank = self.rank(rule)
        if rank >= Rank.WET or rule.relation:
            return True
        ends = self.ends(rule, decision)
        if rank <= Rank.BELEIDSREGEL:
            return any(
                self.rank(power) > rank
                and power.index not in rule.targets
                and self.applies(power)
                and not self.defeated(power, decision)
                and all(self.within(end, effect, decision) for end in ends)
                for power, effect in self.effects(decision, Form.MAY)
            )
        if not any(self.rank(other) > rank for other, _ in self.effects(decision, Form.DELEGATE)):
            return True
        for index, filled in rule.fills:
            delegation = self.corpus.rules[index]
            if filled != decision or not self.delegation_stands(delegation, decision):
                continue
            for effect in delegation.effects:
                speaks = effect.decision == decision and effect.form is Form.DELEGATE
                if speaks and all(self.within(end, effect, decision) for end in ends):
                    return True
        return False

    def within(self, end: Value, effect: Effect, decision: str) -> bool:
        """Whether a value lies in the range of a consequence."""
        low, high = self.amount(effect.low, decision), self.amount(effect.high, decision)
        if isinstance(end, bool | str):
            return low is None or end == low
        return (low is None or compare(low, end) <= 0) and (high is None or compare(end, high) <= 0)

    def respects(
        self,
        end: Value,
        rule: Rule,
        decision: str,
        forms: tuple[Form, ...] = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID),
    ) -> bool:
        """Whether a value that a rule gives or allows keeps to the limits of its own and higher ranks."""
        for limit, effect in self.effects(decision, *forms):
            if limit.index == rule.index or self.rank(limit) < self.rank(rule) or not self.applies(limit):
                continue
            bound = self.amount(effect.low, decision)
            assert bound is not None
            if effect.form is Form.FORBID:
                if end == bound:
                    return False
            elif isinstance(end, bool | str):
                if end != bound:
                    return False
            elif compare(end, bound) * (1 if effect.form is Form.AT_MOST else -1) > 0:
                return False
        return True

    # ------------------------------------------------ standing

    def may_speak(self, rule: Rule, decision: str) -> bool:
        """Whether a rule may say what it says: the power, and every limit kept."""
        return self.competent(rule, decision) and all(
            self.respects(end, rule, decision) for end in self.ends(rule, decision)
        )

    def defeated(self, rule: Rule, decision: str) -> bool:
        """Whether a rule that deviates from this one, or replaces it, applies and may speak."""
        delegates = any(each.decision == decision and each.form is Form.DELEGATE for each in rule.effects)
        for other in self.corpus.rules:
            if rule.index in other.targets and (rule.index, decision) in other.fills:
                continue
            sets = any(each.decision == decision and each.form is Form.SET for each in other.effects)
            orders = any(each.decision != decision and each.form is Form.SET for each in other.effects)
            leaves = any(each.decision == decision and each.form is Form.DELEGATE for each in other.effects)
            deviates = rule.index in other.targets and (sets or (delegates and leaves and orders))
            aims = deviates or (rule.index in other.replaces and sets)
            if aims and self.applies(other) and self.may_speak(other, decision):
                return True
        return False

    def outranked(self, rule: Rule, decision: str) -> bool:
        """Lex superior: a higher rule stands, and no delegation covers this decision."""
        if rule.relation or self.covering(rule, decision):
            return False
        return any(
            self.rank(other) > self.rank(rule) and self.stands(other, decision)
            for other, _ in self.effects(decision, Form.SET)
        )

    def stands(self, rule: Rule, decision: str) -> bool:
        """Whether what a rule says of a decision stands."""
        return (
            self.applies(rule)
            and self.may_speak(rule, decision)
            and not self.defeated(rule, decision)
            and not self.outranked(rule, decision)
        )

    def bound(self, decision: str) -> set[Value]:
        """The values of the rules that stand, favourable policy within or beyond the law before the law itself."""
        standing = [
            (rule, self.amount(effect.low, decision))
            for rule, effect in self.effects(decision, Form.SET)
            if self.stands(rule, decision)
        ]
        policy = [pair for pair in standing if pair[0].relation in FAVOURABLE_MEASURE]
        return {given for _, given in policy or standing if given is not None}
