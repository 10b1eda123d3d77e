"""On what a decision rests in one corpus, for the solver: which rules stand, what they give, which floors hold it.

Where two corpora agree on all of it, so do their outcomes. What a person judges about a duty to tailor that did not
change is left aside, as it is by trying.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from verordening.analyse.proving import claims as c
from verordening.analyse.solving.claiming import truth_of
from verordening.analyse.solving.encoding import Encoding
from verordening.evaluate.guarding import floors_of
from verordening.evaluate.speaking import by_form
from verordening.model.dependence import conditions_of, inputs_of, walk
from verordening.model.expressions import Compare, DecisionValue, alike
from verordening.model.rules import Effect, Form, Rule
from verordening.model.standards import Floor
from verordening.records import dataclass
from verordening.symbolic.logic import Truth, both, either, every, opposite
from verordening.symbolic.looking import Looking, typed
from verordening.symbolic.outcomes import outcome_of
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import (
    Number,
    Symbol,
    at_most,
    before,
    equal,
    selected,
    with_,
)
from verordening.symbolic.terms import Bool

LIMITS = (Form.AT_MOST, Form.AT_LEAST, Form.FORBID)


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One rule on which a decision rests: in what part, whether it has that, and what it gives or allows."""

    rule: int
    part: str
    truth: Truth
    values: tuple[Symbol | None, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Guard:
    """An absolute floor: whether it is in play, and the one bound that it is repaired to, if that is all it does."""

    floor: Floor
    truth: Truth
    bound: Symbol | None
    at_most: bool
    looks_on: bool
    """Whether its demand looks at other decisions too."""


class Resting:
    """On what one decision rests in one corpus. Raises NotEncodableError."""

    def __init__(self, decision: str, encoding: Encoding, tailoring: Collection[int]) -> None:
        self.decision, self.encoding = decision, encoding
        self.rules, self.corpus = encoding.rules, encoding.corpus
        self.declared = self.corpus.decisions[decision]
        self.items = tuple(self._items(tailoring))
        self.guards = tuple(self._guard(each) for each in floors_of(self.corpus, decision, encoding.day))
        self.guards = tuple(each for each in self.guards if each.floor.absolute)
        self.given = typed(outcome_of(decision, self.rules), self.declared.type)
        """The one value that rules and standaard leave, before floors."""
        self.settled = self._after_floors()
        """What it comes to, where that is one value; None where floors do more than hold it to a bound."""
        self._refuse_general()

    def of(self, part: str) -> list[Item]:
        """The rules that have this part."""
        return [each for each in self.items if each.part == part]

    # -------------------------------------------- rules

    def _items(self, tailoring: Collection[int]) -> Iterator[Item]:
        forms, rules, decision = by_form(self.decision, self.corpus), self.rules, self.decision
        for rule, _ in forms.get(Form.SET, ()):
            given = rules.set_value(rule.index, decision)
            yield Item(rule.index, "geeft", rules.stands(rule.index, decision), (given,))
            if rule.fills:
                yield Item(rule.index, "spreekt", rules.applies(rule.index), ())
        for rule, effect in forms.get(Form.DELEGATE, ()):
            stands = rules.delegation_stands(rule.index, decision)
            yield Item(rule.index, "laat over", stands, rules.range_of(effect, decision))
        for form in (Form.MAY, Form.TAILOR):
            for rule, effect in forms.get(form, ()):
                if rule.fills:
                    yield Item(rule.index, "spreekt", rules.applies(rule.index), ())
                if not rule.deviates:
                    yield self._opening(rule, effect, "laat kiezen")
                elif form is Form.TAILOR and (rule.index in tailoring or not self._is_judged(rule)):
                    yield self._opening(rule, effect, "stemt af")
        for form in LIMITS:
            for rule, effect in forms.get(form, ()):
                yield Item(
                    rule.index, form.value, rules.applies(rule.index), rules.range_of(effect, decision)
                )

    def _opening(self, rule: Rule, effect: Effect, part: str) -> Item:
        stands = self.rules.stands(rule.index, self.decision)
        return Item(rule.index, part, stands, self.rules.range_of(effect, self.decision))

    def _is_judged(self, rule: Rule) -> bool:
        """Whether a rule turns on a judgement: while nobody gave that, it is a reservation."""
        names = {name for node in conditions_of(rule) for name in inputs_of(self.corpus, node)}
        return bool(rule.because) or any(self.corpus.inputs[name].judgement for name in names)

    def _refuse_general(self) -> None:
        """A judgement that nobody fills in beforehand is neither yes nor no."""
        if any(self.corpus.inputs[name].general for name in self.encoding.world.facts.met):
            raise NotEncodableError("een oordeel dat voor elk besluit geldt")

    # -------------------------------------------- floors

    def _guard(self, floor: Floor) -> Guard:
        looked_at = [
            each.name
            for node in (floor.condition, floor.exception)
            for each in walk(node, self.corpus.concepts)
            if isinstance(each, DecisionValue)
        ]
        if looked_at:
            raise NotEncodableError("een ondergrens die geldt door wat een ander besluit wordt")
        playing = truth_of(c.InPlay(floor.order), self.rules)
        others = {
            each.name for each in walk(floor.demand, self.corpus.concepts) if isinstance(each, DecisionValue)
        } - {self.decision}
        own = [each for each in floor.repairs if each.decision == self.decision]
        if others or len(own) != 1:
            return Guard(floor, playing, None, False, bool(others))
        return Guard(floor, playing, self.rules.bound(own[0].bound, self.decision), own[0].at_most, False)

    def _after_floors(self) -> Symbol | None:
        """The value held to the bounds of the floors that it breaks, where these all hold it on the same side."""
        given = self.given
        if not self.guards:
            return given
        constitutional = any(each.floor.constitutional and not each.floor.disapplied for each in self.guards)
        bounds = [each.bound for each in self.guards]
        if constitutional or len({each.at_most for each in self.guards}) > 1 or not isinstance(given, Number):
            return None
        found = given
        known: list[Bool] = [given.defined]
        for each, bound in zip(self.guards, bounds, strict=True):
            if not isinstance(bound, Number):
                return None
            met = self._met(each, given)
            broken = both(each.truth.yes, met.no)
            past = before(bound, found) if each.at_most else before(found, bound)
            held = selected(both(broken, past), bound, found)
            assert isinstance(held, Number)
            found = held
            known += [each.truth.defined, either(each.truth.no, both(met.defined, bound.defined))]
        known += [either(each.truth.no, self._met(each, found).yes) for each in self.guards]
        return with_(found, defined=every(known))

    def _met(self, guard: Guard, value: Symbol) -> Truth:
        """Whether the demand of a floor is met where the decision comes to this."""
        return self.rules.expressions.truth(guard.floor.demand, Looking(decided={self.decision: value}))

    def room(self) -> Iterator[Bool]:
        """Of what may be chosen: whether the floors leave anything, and whether they leave one value only."""
        for low, high in (item.values for item in self.of("laat kiezen")):
            for guard in self.guards:
                bound = guard.bound if _is_bound(guard.floor) else None
                end, other = (high, low) if guard.at_most else (low, high)
                if isinstance(bound, Number) and isinstance(end, Number) and isinstance(other, Number):
                    order = (other, bound) if guard.at_most else (bound, other)
                    yield at_most(*order)
                    yield equal(*order)
                    yield before(*((bound, end) if guard.at_most else (end, bound)))

    @property
    def is_held(self) -> Bool:
        """Whether an absolute floor may be in play of which it is not told what it leaves of a choice."""
        return opposite(every([each.truth.no for each in self.guards if not _is_bound(each.floor)]))


def _is_bound(floor: Floor) -> bool:
    """Whether a floor demands no more than that a decision keeps to the bound that it is repaired to."""
    demand = floor.demand
    if not isinstance(demand, Compare) or not isinstance(demand.left, DecisionValue):
        return False
    return all(
        each.at_most is _ENDS.get(demand.operator) and alike(demand.right, each.bound)
        for each in floor.repairs
        if demand.left.name == each.decision
    )


_ENDS = {"<=": True, ">=": False}
