"""What rules, floors and expressions mean, in a form that can be held beside that of another corpus.

Names of rules, begrippen and tabellen, the order of conditions, comments and texts do not count: only what they come
to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from verordening.evaluate.holding import force_on
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, pinning_conditions, values_of, walk
from verordening.model.rules import Decision, Effect, Rule, Transition
from verordening.model.standards import Floor
from verordening.model.tables import value_on
from verordening.model.types import Type
from verordening.model.validity import Validity
from verordening.records import field_names

Shape = object
"""Equal for what means the same; can be hashed."""


class Meaning:
    """What the texts of a corpus mean on a day; without a day on all days together."""

    def __init__(self, corpus: Corpus, day: date | None = None) -> None:
        self.corpus, self.day = corpus, day
        self._known: dict[e.Expression, Shape] = {}
        self._concepts: dict[str, Shape] = {}

    def of(self, node: object) -> Shape:
        """What an expression, or several, come to. The rules that one takes a value from stand in `references`."""
        if node is None or not isinstance(node, e.Expression):
            return self._of_part(node)
        known = self._known.get(node)
        if known is None:
            known = self._known[node] = self._shape(node)
        return known

    def _shape(self, node: e.Expression) -> Shape:
        match node:
            case e.ConceptValue():
                return self._of_concept(node.name)
            case e.TableValue():
                return "tabel", self._of_table(node.name)
            case e.And() | e.Or():
                return type(node).__name__, frozenset(self._flattened(node))
            case e.OneOf():
                return "OneOf", self.of(node.subject), frozenset(node.options)
            case e.Constant():
                return "vast", type(node.value).__name__, node.value
            case e.NoValue():
                return "onbekend"
            case e.RuleValue():
                return "regel", node.decision
            case e.Within():
                return "Within", self.of(node.operand), node.low, node.high
        return type(node).__name__, *(self.of(getattr(node, name)) for name in field_names(type(node)))

    def _of_part(self, part: object) -> Shape:
        if isinstance(part, tuple):
            return tuple(self.of(each) for each in part)
        return part

    def _of_concept(self, name: str) -> Shape:
        if name not in self._concepts:
            self._concepts[name] = self.of(self.corpus.concepts[name].value)
        return self._concepts[name]

    def _of_table(self, name: str) -> Shape:
        table = self.corpus.tables[name]
        if self.day is not None:
            return value_on(table, self.day)
        return tuple((row.start, row.end, row.value) for row in table.rows)

    def _flattened(self, node: e.And | e.Or) -> Iterator[Shape]:
        for each in node.operands:
            if type(each) is type(node):
                yield from self._flattened(each)
            else:
                yield self.of(each)

    # -------------------------------------------- rules

    def when(self, rule: Rule) -> Shape:
        """When a rule applies, beside the rules that it deviates from: its days, its conditions, its judgement."""
        days = self._days(rule.validity, rule.in_regulation)
        if self.day is not None and not rule.transitions:
            days = force_on(rule, self.day)
        transitions = tuple(self._of_transition(each) for each in rule.transitions)
        return days, self.of(rule.condition), self.of(rule.exception), rule.because, transitions

    def says(self, rule: Rule, decisions: Collection[str] | None = None) -> Shape:
        """What a rule says where it applies, and with what power; of all decisions, or of these with whether it says
        anything of others.
        """
        header = self.corpus.regulations[rule.regulation]
        power = header.rank, rule.relation, rule.general, rule.deviates, rule.room == "tegenwettelijk"
        return power, frozenset(
            self._of_effect(each)
            if decisions is None or each.decision in decisions
            else (each.form, each.decision)
            for each in rule.effects
        )

    def around(self, rule: Rule) -> Shape:
        """What comes with a rule and changes no outcome: who decides, which reasons to give, what it serves."""
        return rule.mandate, frozenset(key for key, _ in rule.motivate), rule.room, frozenset(rule.serves)

    def _of_effect(self, effect: Effect) -> Shape:
        related = "" if effect.relation is None else effect.relation[0]
        same = effect.high is effect.low
        ends = self.of(effect.low), same or self.of(effect.high)
        return effect.form, effect.decision, ends, effect.delegate, related, effect.key

    def _of_transition(self, each: Transition) -> Shape:
        days = self._days(each.validity, each.in_regulation)
        return each.day, self.of(each.condition), self.of(each.exception), days

    def _days(self, *each: Validity) -> Shape:
        return tuple((x.start, x.end, x.before, x.tolerated, x.exists, x.applied) for x in each)

    # -------------------------------------------- the rest

    def of_floor(self, floor: Floor) -> Shape:
        """What a floor demands, of what, and what it does where that fails."""
        day = self._days(floor.validity) if self.day is None else floor.validity.on(self.day)
        repairs = frozenset((each.decision, each.at_most, self.of(each.bound)) for each in floor.repairs)
        parts = (floor.condition, floor.exception, floor.demand)
        strength = floor.absolute, floor.constitutional, bool(floor.disapplied), frozenset(floor.guards)
        return day, strength, tuple(self.of(each) for each in parts), repairs

    def of_coherence(self, coherence: Coherence) -> Shape:
        """What is always true of facts together."""
        return self.of(coherence.condition), self.of(coherence.demand)

    @staticmethod
    def of_decision(decision: Decision) -> Shape:
        """What a decision can come to, and what holds where no rule speaks."""
        return type_shape(decision.type), decision.default, decision.rounding


def type_shape(type_: Type) -> Shape:
    """What values there are of a type; not the words for them."""
    fields = tuple((each.name, type_shape(each.type)) for each in type_.fields)
    return (
        type_.kind,
        type_.unit,
        frozenset(type_.options),
        type_.low,
        type_.high,
        type_.step,
        type_.indefinite,
        fields,
    )


def references(rule: Rule, corpus: Corpus) -> Iterator[tuple[object, int]]:
    """The rules that a rule refers to by index, each with how."""
    yield from (("wijkt af", index) for index in rule.targets if not rule.general)
    yield from (("vervangt", index) for index in rule.replaces)
    yield from ((("vult in", decision), index) for index, decision in rule.fills)
    for effect in rule.effects:
        if effect.relation is not None:
            yield from ((("verhouding", effect.decision), index) for index in effect.relation[1])
    for node in (*conditions_of(rule), *pinning_conditions(rule), *values_of(rule)):
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.RuleValue):
                yield from (("neemt over", index) for index in each.rules)
