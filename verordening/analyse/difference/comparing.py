"""Two corpora to all that differs between them: per decision who gains and who loses, and what room opens or closes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from verordening.analyse.difference.answers import CLOSED, tailorings_in
from verordening.analyse.difference.asides import asides
from verordening.analyse.difference.changing import Changes
from verordening.analyse.difference.elements import Both, ChangedRule
from verordening.analyse.difference.essence import both_of
from verordening.analyse.difference.floors import broken_otherwise
from verordening.analyse.difference.found import (
    DecisionDifference,
    Difference,
    Meeting,
    RoomChange,
    Turn,
    Way,
)
from verordening.analyse.difference.grouping import Grouping
from verordening.analyse.difference.meeting import meetings
from verordening.analyse.difference.naming import told
from verordening.analyse.difference.pairing import Pairing, RulePair
from verordening.analyse.difference.room import RoomTwin
from verordening.analyse.difference.second_tier import SecondTier
from verordening.analyse.difference.twin import Twin
from verordening.analyse.difference.values import Values
from verordening.analyse.difference.witnessing import Witnesses
from verordening.evaluate.citing import cite
from verordening.evaluate.context import Context
from verordening.evaluate.rules import effect_on
from verordening.model.corpus import Corpus
from verordening.model.rules import Form
from verordening.records import replace


def compare(
    old: Corpus,
    new: Corpus,
    days: Iterable[date],
    only: Collection[str] | None = None,
    settle: SecondTier | None = None,
) -> Difference:
    """What changes in meaning from one corpus to another, for cases on these days; of all decisions or these alone.

    What trying leaves open is put to `settle`, the second tier.
    """
    wanted = tuple(days)
    pairing = Pairing(old, new)
    decisions: list[DecisionDifference] = []
    room: list[RoomChange] = []
    turned: list[Turn] = []
    met: list[Meeting] = []
    for day in wanted:
        changes = Changes(old, new, pairing, day)
        comparison = _Comparison(changes, day, settle)
        names = [name for name in changes.shared() if only is None or name in only]
        for name in names:
            decisions += [each for each in comparison.decision(name) if not _is_known(each, decisions)]
        room += comparison.room(names)
        if only is None:
            met += [each for each in meetings(changes) if not _is_met(each, met)]
            found = [*broken_otherwise(changes, comparison.start, names)]
            found += settle.turns(pairing, comparison.start) if settle is not None else ()
            turned += [each for each in found if not _is_told(each, turned)]
    return Difference(
        wanted,
        tuple(decisions),
        tuple(dict.fromkeys(room)),
        tuple(asides(pairing, wanted)),
        tuple(_only(old, new)),
        tuple(_only(new, old)),
        sum(name in old.decisions for name in new.decisions),
        tuple(turned),
        tuple(met),
    )


def _is_told(found: Turn, earlier: Iterable[Turn]) -> bool:
    """Whether the same was found for an earlier day."""
    same = found.what, found.text, found.way
    return any((each.what, each.text, each.way) == same for each in earlier)


def _is_met(found: Meeting, earlier: Iterable[Meeting]) -> bool:
    """Whether the same was found for an earlier day."""
    return any(replace(each, day=found.day) == found for each in earlier)


def _is_known(found: DecisionDifference, earlier: Iterable[DecisionDifference]) -> bool:
    """Whether the same was found for the last day that this decision was looked at on."""
    before = [each for each in earlier if each.decision.name == found.decision.name]
    return bool(before) and _told(before[-1]) == _told(found)


def _told(found: DecisionDifference) -> object:
    groups = [
        (each.direction, [x.id for x in each.old], [x.id for x in each.new], each.most)
        for each in found.groups
    ]
    return groups, found.complete


class _Comparison:
    """What differs on one day."""

    def __init__(self, changes: Changes, day: date, settle: SecondTier | None = None) -> None:
        self.changes, self.day, self.settle = changes, day, settle
        self.start = Both(Context(changes.old, {}, day), Context(changes.new, {}, day))

    def decision(self, name: str) -> Iterator[DecisionDifference]:
        """What differs for one decision; nothing where it surely comes to the same."""
        elements = self.changes.of(name)
        if not elements:
            return
        values = Values(name, self.changes.old, self.changes.new)
        twin = Twin(
            name, self.start, elements, values, tailorings_in(elements, self.start), self.changes.gives_same
        )
        grouping = Grouping(twin, Witnesses(name, self.start, twin.answers), self.start)
        grouping.run()
        if self.settle is not None and not grouping.is_settled:
            self.settle.settle(grouping, self.changes.pairing)
        declared = self.changes.new.decisions[name]
        yield DecisionDifference(
            self.day,
            declared,
            tuple(grouping.groups()),
            tuple(grouping.doubts()),
            grouping.complete and not twin.given_up,
            twin.tried,
        )

    def room(self, names: Iterable[str]) -> Iterator[RoomChange]:
        """The powers over these decisions that opened, closed, or are open for something else."""
        for pair, _ in self.changes.rules:
            found = [
                (name, change)
                for name in names
                if self._may(pair.old, self.changes.old, name) or self._may(pair.new, self.changes.new, name)
                for change in self._way(name, pair.old, pair.new)
            ]
            for way in Way:
                same = [name for name, (each, _) in found if each is way]
                if same:
                    facts = next(facts for _, (each, facts) in found if each is way)
                    yield self._change(way, pair, same, facts)

    def _change(self, way: Way, pair: RulePair, names: list[str], facts: tuple[str, ...]) -> RoomChange:
        """What became of a power: by its new place, unless it is closed."""
        before = pair.new is None or (way is Way.DICHT and pair.old is not None)
        index, context = (pair.old, self.start.old) if before else (pair.new, self.start.new)
        assert index is not None
        rule, declared = context.corpus.rules[index], context.corpus.decisions
        labels = tuple(declared[name].label for name in names)
        return RoomChange(self.day, way, cite(rule, context), rule.title, labels, facts)

    @staticmethod
    def _may(index: int | None, corpus: Corpus, name: str) -> bool:
        return index is not None and effect_on(corpus.rules[index], name, Form.MAY) is not None

    def _way(self, name: str, old: int | None, new: int | None) -> Iterator[tuple[Way, tuple[str, ...]]]:
        elements = (ChangedRule(old, new, False), *self.changes.of(name))
        values = Values(name, self.changes.old, self.changes.new)
        twin = RoomTwin(name, self.start, elements, values)
        twin.old = old if self._may(old, self.changes.old, name) else None
        twin.new = new if self._may(new, self.changes.new, name) else None
        seen: set[Way] = set()
        for outline in twin.outlines():
            for found in twin.cases(outline):
                was, became = found.answers.old.came != CLOSED, found.answers.new.came != CLOSED
                way = Way.ANDERS if was and became else Way.OPEN if became else Way.DICHT
                if way not in seen:
                    seen.add(way)
                    kept = Witnesses(name, self.start, twin.answers).plain(found)
                    rules = tuple(() if each is None else (each,) for each in (twin.old, twin.new))
                    yield way, told(kept, (rules[0], rules[1]), both_of(kept, self.start))
                break
            if seen:
                break


def _only(one: Corpus, other: Corpus) -> Iterator[str]:
    """The decisions that the one regulates and the other does not know."""
    for name, declared in one.decisions.items():
        if name not in other.decisions and one.by_decision.get(name):
            yield declared.label
