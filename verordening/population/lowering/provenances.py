"""How good the weakest text is that an outcome rests on, in a program; as `provenances` of the interpreter says it.

Only texts that are less than official are looked for: the others weaken nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from verordening.evaluate.possibilities import Origin
from verordening.evaluate.standing import STANDING
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, parts, values_of, walk
from verordening.model.rules import Grade, Provenance, Rule
from verordening.model.standards import Floor
from verordening.model.tables import row_on
from verordening.population.lowering.deciding import Lowered
from verordening.population.lowering.doubts import doubt_in, doubt_on
from verordening.symbolic.logic import Truth, both, chosen, either, opposite, some
from verordening.symbolic.looking import PLAIN, Looking
from verordening.symbolic.terms import Bool, Term


class Provenances:
    """The weakest text behind one decision, in `grade`. `aside` is where what the program leaves out may change it."""

    def __init__(self, decision: str, result: Lowered) -> None:
        self.decision, self.result = decision, result
        self.rules = result.floors.rules
        self.corpus, self.day = self.rules.corpus, self.rules.day
        self.aside: Bool = False
        self._weak: dict[Grade, list[Bool]] = {}
        self._of_rules()
        self._of_what_was_kept_away()
        self._of_floors()

    @property
    def grade(self) -> Term:
        """The place in `Grade`."""
        found: Term = int(Grade.OFFICIEEL)
        for each in sorted(self._weak, reverse=True):
            found = chosen(some(self._weak[each]), int(each), found)
        return found

    def _rests_on(self, provenance: Provenance | None, when: Bool) -> None:
        if provenance is not None and provenance.grade is not Grade.OFFICIEEL:
            self._weak.setdefault(provenance.grade, []).append(when)

    def _turns_on(self, truth: Truth, when: Bool, doubt: Bool) -> None:
        self.aside = either(self.aside, both(when, opposite(truth.defined), doubt))

    def _turns_on_node(self, truth: Truth, when: Bool, node: e.Expression) -> None:
        self._turns_on(truth, when, doubt_in(node, self.corpus, self.rules.expressions.world))

    def _turns_on_rule(self, truth: Truth, when: Bool, index: int) -> None:
        self._turns_on(truth, when, doubt_on(index, self.decision, self.rules))

    # -------------------------------------------- the rule that decides

    def _of_rules(self) -> None:
        for way, when in zip(self.result.ways, self.result.given, strict=True):
            if way.each.rule is None or when is False:
                continue
            rule = self.corpus.rules[way.each.rule]
            self._text(rule, when)
            self._transition(rule, when)
            for node in (*conditions_of(rule), *values_of(rule)):
                self._texts_in(node, when, PLAIN)
            for index, filled in rule.fills:
                if filled == self.decision:
                    standing = self.rules.delegation_stands(index, filled)
                    self._turns_on_rule(standing, when, index)
                    self._text(self.corpus.rules[index], both(when, opposite(standing.no)))

    def _text(self, rule: Rule, when: Bool) -> None:
        """The text of a rule, of the day or by overgangsrecht of an earlier one."""
        for each, pinned in self._pinned(rule):
            self._rests_on(rule.provenance.on(each), both(when, pinned))

    def _pinned(self, rule: Rule) -> Iterator[tuple[date, Bool]]:
        left: Bool = True
        for each in rule.transitions:
            pinned = self.rules.pins(each).yes
            yield each.day, both(left, pinned)
            left = both(left, opposite(pinned))
        yield self.day, left

    def _transition(self, rule: Rule, when: Bool) -> None:
        left = when
        for each in rule.transitions:
            pinned, by = self.rules.pins(each).yes, self.corpus.provision(each.id, self.day)
            self._rests_on(None if by is None else by.provenance.on(self.day), both(left, pinned))
            left = both(left, opposite(pinned))

    # -------------------------------------------- expressions

    def _texts_in(self, node: e.Expression, when: Bool, seen: Looking) -> None:
        """The texts that a value is really made of: of a choice between branches only the one that holds."""
        if when is False or not _is_weak(self.corpus, node, self.day):
            return
        if isinstance(node, e.ConceptValue):
            concept = self.corpus.concepts[node.name]
            self._concept(node.name, when)
            self._texts_in(concept.value, when, seen)
        elif isinstance(node, e.TableValue):
            row = row_on(self.corpus.tables[node.name], self.day)
            self._rests_on(None if row is None else row.provenance, when)
        elif isinstance(node, e.Branches):
            for value, condition in node.branches:
                holds = self.rules.expressions.truth(condition, seen)
                self._turns_on_node(holds, when, condition)
                self._texts_in(value, both(when, holds.yes), seen)
                when = both(when, opposite(holds.yes))
            self._texts_in(node.otherwise, when, seen)
        else:
            for each in parts(node):
                self._texts_in(each, when, seen)

    def _concept(self, name: str, when: Bool) -> None:
        provenance = self.corpus.concepts[name].provenance
        self._rests_on(None if provenance is None else provenance.on(self.day), when)

    # -------------------------------------------- what did not come to be

    def _of_what_was_kept_away(self) -> None:
        """The concepts that keep away a rule that would have defeated what may decide."""
        kept: dict[int, list[Bool]] = {}
        for each in self.result.possible:
            if each.origin is not Origin.RULE or each.rule is None:
                continue
            delegations = [index for index, on in self.corpus.rules[each.rule].fills if on == self.decision]
            for source in (each.rule, *delegations):
                for other in STANDING.defeaters(self.corpus.rules[source], self.decision, self.corpus):
                    if any(_is_weak(self.corpus, node, self.day) for node in conditions_of(other)):
                        applying = self.rules.applies(source)
                        self._turns_on_rule(applying, each.present, source)
                        kept.setdefault(other.index, []).append(both(each.present, opposite(applying.no)))
        for index, sources in kept.items():
            applying = self.rules.applies(index)
            self._turns_on_rule(applying, some(sources), index)
            self._deciding(self.corpus.rules[index], both(some(sources), applying.no))

    def _deciding(self, rule: Rule, when: Bool) -> None:
        for node in conditions_of(rule):
            wanted = node is not rule.condition
            self._concepts_in(node, wanted, "", both(when, self._is(node, wanted, when)))

    def _concepts_in(self, node: e.Expression, wanted: bool, inside: str, when: Bool) -> None:
        """The concepts whose own comparison makes that a condition, which comes to this, does."""
        if when is False or not (inside or _is_weak(self.corpus, node, self.day)):
            return
        if isinstance(node, e.And | e.Or):
            one_is_enough = isinstance(node, e.And) is not wanted
            for operand in node.operands:
                holds = self._is(operand, wanted, when)
                self._concepts_in(operand, wanted, inside, both(when, holds))
                if one_is_enough:
                    when = both(when, opposite(holds))
        elif isinstance(node, e.Not):
            self._concepts_in(node.operand, not wanted, inside, when)
        elif isinstance(node, e.ConceptValue):
            name = node.name if _is_weak_itself(self.corpus, node, self.day) else ""
            self._concepts_in(self.corpus.concepts[node.name].value, wanted, name, when)
        elif inside and not isinstance(node, e.Input):
            self._concept(inside, when)

    def _is(self, node: e.Expression, wanted: bool, when: Bool) -> Bool:
        truth = self.rules.expressions.truth(node)
        self._turns_on_node(truth, when, node)
        return truth.yes if wanted else truth.no

    # -------------------------------------------- floors

    def _of_floors(self) -> None:
        """The floors that were surely broken, where the outcome is settled."""
        seen = Looking(decided=self.result.floors.decided)
        for floor, when in self._broken():
            self._rests_on(floor.provenance.on(self.day), when)
            for node in (floor.demand, *(each.bound for each in floor.repairs)):
                self._texts_in(node, when, seen)

    def _broken(self) -> Sequence[tuple[Floor, Bool]]:
        return [
            (floor, both(self.result.value.defined, way.each.present, when))
            for way in self.result.ways
            for floor, when in (() if way.floored is None else way.floored.by)
        ]


@lru_cache(maxsize=32768)
def _is_weak(corpus: Corpus, node: e.Expression, day: date) -> bool:
    """Whether anything in an expression comes from a text that is less than official."""
    return any(_is_weak_itself(corpus, each, day) for each in walk(node, corpus.concepts))


def _is_weak_itself(corpus: Corpus, node: e.Expression, day: date) -> bool:
    found: Provenance | None = None
    if isinstance(node, e.ConceptValue):
        provenance = corpus.concepts[node.name].provenance
        found = None if provenance is None else provenance.on(day)
    elif isinstance(node, e.TableValue):
        row = row_on(corpus.tables[node.name], day)
        found = None if row is None else row.provenance
    return found is not None and found.grade is not Grade.OFFICIEEL
