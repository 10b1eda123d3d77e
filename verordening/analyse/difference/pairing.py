"""Which rule of one corpus is which of another: by what it says first, then by its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property, partial

from verordening.analyse.difference.meaning import Meaning, references
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class RulePair:
    """A rule before and after, as indices in the two corpora; None where there is none."""

    old: int | None
    new: int | None


class Pairing:
    """The rules of two corpora held beside each other."""

    def __init__(self, old: Corpus, new: Corpus) -> None:
        self.old, self.new = old, new
        self._means = Meaning(old), Meaning(new)

    @cached_property
    def pairs(self) -> tuple[RulePair, ...]:
        """Every rule of both once, those of the new corpus first."""
        matched = self._matched()
        found = [RulePair(matched.get(rule.index), rule.index) for rule in self.new.rules]
        taken = set(matched.values())
        return (*found, *(RulePair(rule.index, None) for rule in self.old.rules if rule.index not in taken))

    @cached_property
    def of_old(self) -> dict[int, int]:
        """The number of the pair of each old rule."""
        return {pair.old: at for at, pair in enumerate(self.pairs) if pair.old is not None}

    @cached_property
    def of_new(self) -> dict[int, int]:
        """The number of the pair of each new rule."""
        return {pair.new: at for at, pair in enumerate(self.pairs) if pair.new is not None}

    def refers(self, pair: RulePair) -> tuple[frozenset[object], frozenset[object]]:
        """To which pairs the rules of a pair refer, and how."""
        before, after = pair.old, pair.new
        old = () if before is None else references(self.old.rules[before], self.old)
        new = () if after is None else references(self.new.rules[after], self.new)
        return (
            frozenset((how, self.of_old[index]) for how, index in old),
            frozenset((how, self.of_new[index]) for how, index in new),
        )

    def _matched(self) -> dict[int, int]:
        """For each new rule the old one that it is: the same at its place, else the same elsewhere, else another text
        at its place.
        """
        found: dict[int, int] = {}
        left = _grouped(self.old.rules, lambda rule: (rule.id, self._shape(0, rule)))
        rest = []
        for rule in self.new.rules:
            same = left.get((rule.id, self._shape(1, rule)))
            if same:
                found[rule.index] = same.pop(0).index
            else:
                rest.append(rule)
        unpaired = [rule for rules in left.values() for rule in rules]
        for key in (self._elsewhere, self._at_place):
            waiting = _grouped(unpaired, partial(key, 0))
            still = []
            for rule in rest:
                same = waiting.get(key(1, rule))
                if same:
                    found[rule.index] = same.pop(0).index
                else:
                    still.append(rule)
            rest, unpaired = still, [rule for rules in waiting.values() for rule in rules]
        return found

    def _shape(self, side: int, rule: Rule) -> Hashable:
        means = self._means[side]
        return means.when(rule), means.says(rule)

    def _at_place(self, _: int, rule: Rule) -> Hashable:
        return rule.id

    def _elsewhere(self, side: int, rule: Rule) -> Hashable:
        """The same rule under another number, of the same kind of regulation."""
        return self._shape(side, rule), rule.regulation.rpartition("/")[2]


def _grouped(rules: Iterable[Rule], key: Callable[[Rule], Hashable]) -> dict[Hashable, list[Rule]]:
    found: dict[Hashable, list[Rule]] = defaultdict(list)
    for rule in rules:
        found[key(rule)].append(rule)
    return found
