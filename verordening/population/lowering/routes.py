"""Which routes there are beside an outcome, in a program: one may, one must, or it hinges; as `routes` says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verordening.evaluate.outcome import Status
from verordening.evaluate.possibilities import Origin
from verordening.evaluate.routes import SETTLING
from verordening.evaluate.speaking import by_form
from verordening.evaluate.standing import delegations_of
from verordening.evaluate.tailoring import general_rules
from verordening.evaluate.tolerated import tolerated_on
from verordening.model.rules import Form, Rule
from verordening.population.lowering.deciding import Lowered
from verordening.population.lowering.doubts import doubt_on
from verordening.population.lowering.limits import End, Limits, is_empty
from verordening.population.lowering.reach import Reach
from verordening.symbolic.logic import YES, Truth, all_of, any_of, both, either, negated, opposite, some, sure
from verordening.symbolic.symbols import equal
from verordening.symbolic.terms import Bool

_FORMS = (Form.TAILOR, Form.MAY)


class Route(NamedTuple):
    """Where a route is there, and where that is sure."""

    there: Bool
    surely: Bool
    must: bool


class Routes:
    """The routes of one decision. `aside` are the rows that only the interpreter can do.

    These are where a route turns on something that the program leaves out.
    """

    def __init__(self, decision: str, result: Lowered) -> None:
        self.decision, self.result = decision, result
        self.rules, self.reach = result.floors.rules, Reach(decision, result)
        self.corpus = self.rules.corpus
        self.aside: Bool = False
        self._routes = [*self._specific(), *self._general(), *self._tolerated()]

    @property
    def may(self) -> Bool:
        """Where there is a route that one may take."""
        return some([both(each.there, each.surely) for each in self._routes if not each.must])

    @property
    def must(self) -> Bool:
        """Where there is one that must be taken."""
        return some([both(each.there, each.surely) for each in self._routes if each.must])

    @property
    def hinges(self) -> Bool:
        """Where there is one that hinges on what is not known."""
        return some([both(each.there, opposite(each.surely)) for each in self._routes])

    def _specific(self) -> Iterator[Route]:
        for form in _FORMS:
            for rule, _ in by_form(self.decision, self.corpus).get(form, ()):
                bears = self._bears_on(rule)
                if bears.no is not True:
                    speaking = (
                        bears,
                        self.rules.may_speak(rule.index, self.decision),
                        negated(self.rules.defeated(rule.index, self.decision)),
                        negated(self.rules.outranked(rule.index, self.decision)),
                    )
                    yield from self._route(rule, form, all_of(speaking))

    def _general(self) -> Iterator[Route]:
        for rule, form in general_rules(self.corpus):
            reaching = self.result.tailoring.reaches(rule, self.result.possible)
            if reaching.no is not True:
                for index in self._delegations(rule):
                    self._turns_on(reaching.defined, self.corpus.rules[index])
                for each in self._route(rule, form, YES):
                    yield each._replace(there=both(each.there, opposite(reaching.no)))

    def _delegations(self, rule: Rule) -> set[int]:
        """The delegations that a rule deviates from and that what may decide the outcome fills in."""
        giving = (self.corpus.rules[each.rule] for each in self.result.possible if each.rule is not None)
        return {index for other in giving for index in delegations_of(other, self.decision)} & set(
            rule.targets
        )

    def _bears_on(self, rule: Rule) -> Truth:
        """Whether what a rule deviates from holds here; a power by itself does, unless a lower rule fills it in."""
        if rule.deviates:
            settling = [index for index in rule.targets if self._settles(self.corpus.rules[index])]
            return any_of([self.rules.delegation_stands(index, self.decision) for index in settling])
        rank = self.corpus.rank_of(rule)
        lower = some(
            [
                each.present
                for each in self.result.possible
                if each.origin is Origin.RULE and each.rule is not None
                if self.corpus.rank_of(self.corpus.rules[each.rule]) < rank
            ]
        )
        return sure(both(opposite(lower), opposite(self.rules.applies(rule.index).no)))

    def _settles(self, rule: Rule) -> bool:
        return any(each.decision == self.decision and each.form in SETTLING for each in rule.effects)

    def _route(self, rule: Rule, form: Form, speaking: Truth) -> Iterator[Route]:
        applying = self.rules.applies(rule.index)
        if applying.no is True or speaking.no is True or rule.room == "tegenwettelijk":
            return
        room, gone, whole = self._room(rule, form)
        shut, surely = either(applying.no, speaking.no), both(applying.yes, speaking.yes, room.yes)
        self.aside = either(self.aside, both(self.reach.set_apart(), opposite(shut)))
        self._turns_on(either(shut, both(surely, whole)), rule)
        there = opposite(either(gone, shut, room.no))
        yield Route(there, surely, form is Form.TAILOR)

    def _turns_on(self, told: Bool, rule: Rule) -> None:
        """Leave a route to the interpreter where it is not told, and that may be for want of what was left out."""
        doubt = doubt_on(rule.index, self.decision, self.rules)
        self.aside = either(self.aside, both(doubt, opposite(told)))

    def _room(self, rule: Rule, form: Form) -> tuple[Truth, Bool, Bool]:
        """Whether anything is left to choose, where that is the outcome alone, and where all ends are known."""
        limits = Limits(self.decision, rule, self.rules)
        settled = self.result.comes_to(Status.BEPAALD, Status.VOORBEHOUD)
        yes: list[Bool] = []
        no: list[Bool] = []
        gone: list[Bool] = []
        whole: list[Bool] = []
        for left in self.reach.of(rule, form, limits):
            empty, limited = is_empty(left.low, left.high), limits.leave_room(left.low, left.high)
            yes.append(both(left.when, opposite(empty), limited.yes, left.floored.yes))
            no.append(both(left.when, either(empty, limited.no, left.floored.no)))
            gone.append(both(left.when, settled, self._is_outcome(left.low, left.high)))
            whole.append(left.when if left.whole else False)
        return Truth(some(yes), some(no), False), some(gone), some(whole)

    def _is_outcome(self, low: End, high: End) -> Bool:
        """Where a range is the outcome itself and nothing else."""
        value = self.result.value
        if low is None or high is None or value.defined is False:
            return False
        return both(value.defined, low.defined, high.defined, equal(low, high), equal(low, value))

    # -------------------------------------------- texts ahead of their date

    def _tolerated(self) -> Iterator[Route]:
        for rule, effect in tolerated_on(self.corpus, self.decision, self.rules.day):
            applying = self.rules.would_apply(rule.index)
            if applying.no is not True:
                limits = Limits(self.decision, rule, self.rules)
                alone = self._is_outcome(*self.reach.of_tolerated(rule, effect, limits))
                self.aside = either(self.aside, both(self.reach.set_apart(), opposite(applying.no)))
                there = both(opposite(applying.no), opposite(alone))
                self._turns_on(applying.defined, rule)
                yield Route(there, applying.yes, False)
