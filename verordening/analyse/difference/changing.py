"""What changed, per decision: the elements that the search looks at. A decision without any comes to the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property

from verordening.analyse.difference.elements import (
    ChangedBeside,
    ChangedFact,
    ChangedFloor,
    ChangedRule,
    Element,
    Everywhere,
    FilledOtherwise,
    Related,
)
from verordening.analyse.difference.meaning import Meaning, references, type_shape
from verordening.analyse.difference.pairing import Pairing, RulePair
from verordening.analyse.difference.reach import Reach, reach_of
from verordening.evaluate.possibilities import is_filled
from verordening.evaluate.rules import effect_on
from verordening.evaluate.speaking import by_form, highest_delegation
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_in
from verordening.model.rules import Form


class Changes:
    """What differs in meaning between two corpora on one day."""

    def __init__(self, old: Corpus, new: Corpus, pairing: Pairing, day: date) -> None:
        self.old, self.new, self.pairing, self.day = old, new, pairing, day
        self._means = Meaning(old, day), Meaning(new, day)

    @cached_property
    def rules(self) -> tuple[tuple[RulePair, bool], ...]:
        """The pairs that are not the same, each with whether only when it applies is otherwise."""
        return tuple((pair, alike) for pair in self.pairing.pairs for alike in self._differs(pair))

    def _differs(self, pair: RulePair, decisions: Collection[str] | None = None) -> Iterator[bool]:
        if pair.old is None or pair.new is None:
            yield False
            return
        old, new = self.old.rules[pair.old], self.new.rules[pair.new]
        before, after = self._means
        before_refers, after_refers = self.pairing.refers(pair)
        alike = before.says(old, decisions) == after.says(new, decisions) and before_refers == after_refers
        if not alike or before.when(old) != after.when(new):
            yield alike

    def gives_same(self, old: int, new: int) -> bool:
        """Whether two rules are one that did not change, nor what it takes from others: both decide alike."""
        at = self.pairing.of_old[old]
        if at != self.pairing.of_new[new] or at in self._changed:
            return False
        taken = references(self.new.rules[new], self.new)
        return not any(
            how == "neemt over" and self.pairing.of_new[index] in self._changed for how, index in taken
        )

    @cached_property
    def _changed(self) -> frozenset[int]:
        changed = {pair for pair, _ in self.rules}
        return frozenset(at for at, pair in enumerate(self.pairing.pairs) if pair in changed)

    @cached_property
    def floors(self) -> tuple[ChangedFloor, ...]:
        """The floors that are not the same, by name."""
        old, new = ({each.name: each for each in corpus.floors} for corpus in (self.old, self.new))
        before, after = self._means
        return tuple(
            ChangedFloor(old.get(name), new.get(name), False)
            for name in dict.fromkeys((*old, *new))
            if name not in old or name not in new or before.of_floor(old[name]) != after.of_floor(new[name])
        )

    @cached_property
    def facts(self) -> dict[str, ChangedFact]:
        """The facts that both know and that can be something else than they could."""
        return {
            name: ChangedFact(name, each.type, self.new.inputs[name].type)
            for name, each in self.old.inputs.items()
            if name in self.new.inputs and type_shape(each.type) != type_shape(self.new.inputs[name].type)
        }

    def shared(self) -> list[str]:
        """The decisions that both corpora know, in order of declaration."""
        return [name for name in self.new.decisions if name in self.old.decisions]

    def of(self, decision: str) -> tuple[Element, ...]:
        """What changed that may have a part in a decision; nothing where it surely comes to the same."""
        old, new = reach_of(self.old, decision), reach_of(self.new, decision)
        found: list[Element] = []
        for pair, _ in self.rules:
            if pair.old not in old.rules and pair.new not in new.rules:
                continue
            for alike in self._differs(pair, {*old.decisions, *new.decisions}):
                changed = ChangedRule(pair.old, pair.new, alike)
                beside = not any(True for _ in self._differs(pair, {decision}))
                found.append(ChangedBeside(changed, old.floors, new.floors) if beside else changed)
        found += [each for each in self.floors if each.old in old.floors or each.new in new.floors]
        found += self._related(decision, found)
        found += self._filled(decision, old)
        found += self._of_facts(old, new)
        found += self._everywhere(decision)
        return tuple(found)

    def _related(self, decision: str, found: list[Element]) -> Iterator[Related]:
        """The delegations that hold what fills them in beside what others give, where something of that changed."""
        old, new = (_relating(decision, corpus) for corpus in (self.old, self.new))
        rules = [each for each in found if isinstance(each, ChangedRule)]
        touched = any(
            (each.old is not None and _has_part(each.old, old, self.old))
            or (each.new is not None and _has_part(each.new, new, self.new))
            for each in rules
        )
        if touched:
            yield Related(tuple(old), tuple(new), decision)

    def _filled(self, decision: str, old: Reach) -> Iterator[FilledOtherwise]:
        """The delegations that stand in both, where it is otherwise what texts there are on their ground."""
        for index in sorted(old.rules):
            other = self.pairing.pairs[self.pairing.of_old[index]].new
            if other is None:
                continue
            for name in old.decisions:
                effect = effect_on(self.old.rules[index], name, Form.DELEGATE)
                after = effect_on(self.new.rules[other], name, Form.DELEGATE)
                if effect is None or after is None:
                    continue
                before = is_filled(self.old, self.old.rules[index], effect, self.day)
                if before != is_filled(self.new, self.new.rules[other], after, self.day):
                    yield FilledOtherwise(index, other, name)

    def _of_facts(self, old: Reach, new: Reach) -> Iterator[ChangedFact]:
        if not self.facts:
            return
        names: dict[str, None] = {}
        for corpus, reach in ((self.old, old), (self.new, new)):
            for node in (*reach.conditions(corpus), *reach.outcomes(corpus)):
                names.update(inputs_in(node, corpus.concepts))
        yield from (self.facts[name] for name in names if name in self.facts)

    def _everywhere(self, decision: str) -> Iterator[Everywhere]:
        before, after = self.old.decisions[decision], self.new.decisions[decision]
        if Meaning.of_decision(before) != Meaning.of_decision(after):
            yield Everywhere("het besluit")
        if highest_delegation(decision, self.old) != highest_delegation(decision, self.new):
            yield Everywhere("aan wie de wet het overlaat")


def _relating(decision: str, corpus: Corpus) -> dict[int, frozenset[int]]:
    """The delegations of a decision that hold what is given beside what others give, each with these others."""
    delegating = by_form(decision, corpus).get(Form.DELEGATE, ())
    return {
        rule.index: frozenset((rule.index, *effect.relation[1]))
        for rule, effect in delegating
        if effect.relation is not None
    }


def _has_part(index: int, relating: Mapping[int, frozenset[int]], corpus: Corpus) -> bool:
    """Whether a rule is one of these delegations, fills one in, or deviates from what does."""
    rule = corpus.rules[index]
    own = {index, *(filled for filled, _ in rule.fills)}
    if any(own & each for each in relating.values()):
        return True
    return not rule.general and any(_has_part(target, relating, corpus) for target in rule.targets)
