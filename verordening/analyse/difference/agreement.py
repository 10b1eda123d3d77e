"""What surely makes the outcomes of two corpora the same, for the solver: they rest on the same, or come to one value.

Said too narrowly, never too widely.
"""

from __future__ import annotations

from verordening.analyse.difference.elements import (
    ChangedFloor,
    Element,
    Everywhere,
    FilledOtherwise,
    Related,
)
from verordening.analyse.difference.meaning import type_shape
from verordening.analyse.difference.pairing import Pairing
from verordening.analyse.difference.resting import Item, Resting
from verordening.symbolic.logic import Truth, both, either, every, opposite, same, some
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.symbols import Symbol, equal
from verordening.symbolic.terms import Bool


class Agreement:
    """On what one decision rests in two corpora, of which these elements changed."""

    def __init__(self, old: Resting, new: Resting, elements: tuple[Element, ...], pairing: Pairing) -> None:
        self.old, self.new, self.elements, self.pairing = old, new, elements, pairing

    def alike(self) -> Bool:
        """What surely makes the outcomes the same."""
        self._refuse_other_types()
        ways = [both(self._same_items(), self._same_floors())]
        old, new = self.old, self.new
        untailored = every([each.truth.no for side in (old, new) for each in side.of("stemt af")])
        given = both(old.given.defined, new.given.defined, self._same_floors(exactly=True))
        ways.append(both(given, untailored, equal(old.given, new.given)))
        if old.settled is not None and new.settled is not None:
            settled = both(old.settled.defined, new.settled.defined, untailored)
            ways.append(both(settled, equal(old.settled, new.settled)))
        return some(ways)

    def _refuse_other_types(self) -> None:
        """A fact that is not the same thing in both is two things to the solver."""
        if any(isinstance(each, Everywhere) for each in self.elements):
            raise NotEncodableError("een besluit dat zelf iets anders is geworden")
        first, second = self.old.corpus.inputs, self.new.corpus.inputs
        for name in first.keys() & second.keys():
            if type_shape(first[name].type) != type_shape(second[name].type):
                raise NotEncodableError(f"{first[name].label}, dat in de twee iets anders kan zijn")

    def _same_items(self) -> Bool:
        """That all that the decision rests on is the same: one rule stands in both, or in neither."""
        found = []
        left = {(each.rule, each.part): each for each in self.new.items}
        otherwise: set[tuple[int | None, int]] = {
            (each.old, each.new) for each in self.elements if isinstance(each, FilledOtherwise)
        }
        related = [each for each in self.elements if isinstance(each, Related)]
        otherwise |= {(None, rule) for each in related for rule in each.new}
        for item in self.old.items:
            pair = self.pairing.pairs[self.pairing.of_old[item.rule]]
            other = None if pair.new is None else left.pop((pair.new, item.part), None)
            told = other is not None and otherwise.isdisjoint({(item.rule, other.rule), (None, other.rule)})
            if other is None or not told or not self._have_one_power(item, other):
                found.append(item.truth.no)
                found.append(True if other is None else other.truth.no)
            else:
                found.append(_same_item(item, other))
        return every([*found, *(each.truth.no for each in left.values())])

    def _have_one_power(self, old: Item, new: Item) -> bool:
        """Whether nothing but when they hold and what they give can make two rules count otherwise."""
        rules = self.old.corpus.rules[old.rule], self.new.corpus.rules[new.rule]
        powers = [
            (corpus.rank_of(rule), rule.relation, rule.room == "tegenwettelijk", rule.deviates)
            for rule, corpus in zip(rules, (self.old.corpus, self.new.corpus), strict=True)
        ]
        effects = [
            [
                (each.form, each.delegate, None if each.relation is None else each.relation[0])
                for each in rule.effects
                if each.decision == self.old.decision
            ]
            for rule in rules
        ]
        return powers[0] == powers[1] and effects[0] == effects[1]

    def _same_floors(self, *, exactly: bool = False) -> Bool:
        """That the same floors are in play, and demand the same of the same value.

        `exactly` where what a rule of one rank gave is held beside that of another.
        """
        changed = {
            floor.name
            for each in self.elements
            if isinstance(each, ChangedFloor)
            for floor in (each.old, each.new)
            if floor is not None
        }
        left = {each.floor.name: each for each in self.new.guards}
        found: list[Bool] = []
        for each in self.old.guards:
            other = left.pop(each.floor.name, None)
            ranked = exactly and each.floor.constitutional and not each.floor.disapplied
            if other is None or each.floor.name in changed or each.looks_on or ranked:
                found += [each.truth.no, True if other is None else other.truth.no]
            else:
                found.append(_same_truth(each.truth, other.truth))
        return every([*found, *(each.truth.no for each in left.values())])


def _same_item(one: Item, other: Item) -> Bool:
    """That a rule stands in both and gives the same, or in neither."""
    values: list[Bool] = []
    for left, right in zip(one.values, other.values, strict=True):
        if left is None or right is None:
            values.append(left is None and right is None)
        else:
            values.append(_same_value(left, right))
    return both(_same_truth(one.truth, other.truth), either(one.truth.no, every(values)))


def _same_value(left: Symbol, right: Symbol) -> Bool:
    there = same(left.defined, right.defined)
    return both(there, either(opposite(left.defined), equal(left, right)))


def _same_truth(one: Truth, other: Truth) -> Bool:
    return both(same(one.yes, other.yes), same(one.no, other.no))
