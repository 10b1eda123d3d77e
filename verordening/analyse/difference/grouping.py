"""Cases that differ, gathered into a handful of groups: the same rules decide, and the change goes the same way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from verordening.analyse.difference.answers import Answer, Answers, Came
from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.found import Direction, Doubt, Group
from verordening.analyse.difference.twin import Different, Outline, Rules, Twin, came, rules_of
from verordening.analyse.difference.witnessing import Witnesses
from verordening.evaluate.arithmetic import compare
from verordening.evaluate.citing import cite
from verordening.evaluate.outcome import Cited, Status
from verordening.model.dependence import inputs_of
from verordening.model.types import INDEFINITE, Indefinite, Value, normalised

ENOUGH: Final = 8
"""So many different amounts by the same rules show what there is to see."""
MOST_VALUES: Final = 24
"""Of an outline that leaves an amount open, the cases to look at for the largest difference."""
MOST_MISSES: Final = 3

_Cames = tuple[Came, Came] | None

_UNKNOWN: Final = (Status.OPEN, Status.OPEN)
_WHATEVER: Final[Rules] = (), ()
"""Where neither is known it does not matter by which rules."""

Key = tuple[Direction, Rules, Status, Status]


class Grouping:
    """Gathers what a search finds for one decision."""

    def __init__(self, twin: Twin, witnesses: Witnesses, start: Both) -> None:
        self.twin, self.witnesses, self.start = twin, witnesses, start
        self.complete = True
        self._best: dict[Key, Different] = {}
        self._inexact: set[Rules] = set()
        self._largest: set[Key] = set()
        self._seen: dict[Rules, set[_Cames]] = {}
        self._missed: dict[tuple[Rules, _Cames], int] = {}

    def run(self) -> None:
        """Look at every outline; where that is too much, at those of cases as they mostly are too."""
        self._look()
        if self.twin.given_up and not self._best:
            self.twin.splitting.ordinarily = True
            self._look()

    def _look(self) -> None:
        """Look at outlines; of those that come to the same by the same rules at one."""
        for outline in self.twin.outlines():
            seen = self._seen.setdefault(outline.rules, set())
            same = came(outline.answers) if outline.settled else None
            if same in seen or self._missed.get((outline.rules, same), 0) >= MOST_MISSES:
                continue
            if not self._fill_in(outline, seen, same):
                if self.twin.left:
                    self._missed[outline.rules, same] = self._missed.get((outline.rules, same), 0) + 1
                continue
            if len(seen) >= ENOUGH:
                self.twin.is_enough(outline.rules)

    def _fill_in(self, outline: Outline, seen: set[_Cames], same: _Cames) -> bool:
        """Whether there are cases for an outline; of one with an amount left open as many as show the largest."""
        found: set[tuple[Rules, _Cames]] = set()
        for each in self.twin.cases(outline):
            found.add((rules_of(each.answers), came(each.answers)))
            seen.add(came(each.answers))
            self.add(each)
            if outline.settled or len(found) >= MOST_VALUES:
                break
        if found and not outline.settled:
            seen.add(same)
            if self.twin.left or len(found) >= MOST_VALUES:
                self._inexact.update({outline.rules, *(rules for rules, _ in found)})
                unknown = any(each.waiting and each.only is None for each in outline.answers)
                self.complete = self.complete and not unknown
        return bool(found)

    def add(self, found: Different) -> bool:
        """Keep a case where it is of a new group, or differs more than the others of its group; whether it does."""
        key = self._key(found)
        best = self._best.get(key)
        if best is not None and _size(found.answers) <= _size(best.answers):
            return False
        self._best[key] = found
        return True

    def _key(self, found: Different) -> Key:
        old, new = found.answers
        statuses = old.came.status, new.came.status
        if statuses == _UNKNOWN:
            return Direction.ANDERS, _WHATEVER, *statuses
        return self._direction(found.answers), rules_of(found.answers), *statuses

    # -------------------------------------------- for a second search

    @property
    def is_settled(self) -> bool:
        """Whether trying told everything: which groups there are, and how much at most."""
        looked = self.complete and not self.twin.given_up and not any(True for _ in self._doubtful())
        return looked and not self.inexact()

    def found(self) -> tuple[Different, ...]:
        """Of each group the case that differs most."""
        return tuple(self._best.values())

    def inexact(self) -> tuple[Different, ...]:
        """The cases of groups of which there may be one that differs more."""
        return tuple(
            found
            for key, found in self._best.items()
            if not self._is_exact(key) and not isinstance(largest(found.answers), Indefinite | None)
        )

    def expect_more(self, found: Different) -> None:
        """There may be cases of this group that differ more."""
        self._inexact.add(rules_of(found.answers))

    def is_largest(self, found: Different) -> None:
        """No case of this group differs more than those that were kept."""
        self._largest.add(self._key(found))

    def is_everything(self) -> None:
        """There are no groups but those that were kept."""
        self.complete, self.twin.given_up = True, False
        self._missed.clear()

    def _is_exact(self, key: Key) -> bool:
        rules = key[1]
        return rules not in self._inexact or key in self._largest or self._are_fixed(rules)

    def _direction(self, answers: Answers) -> Direction:
        corpora = self.start.new.corpus, self.start.old.corpus
        favourable = next((x.decisions[self.twin.decision].favourable for x in corpora), "")
        return direction_of(answers, favourable)

    # -------------------------------------------- what was found

    def groups(self) -> Iterator[Group]:
        """The groups: who loses first, and the largest difference first."""
        order = [Direction.ACHTERUIT, Direction.VOORUIT, Direction.ANDERS]
        for key, found in sorted(
            self._best.items(), key=lambda each: (order.index(each[0][0]), -_size(each[1].answers))
        ):
            witness = self.witnesses.witness(found)
            old, new = self._cited(rules_of(found.answers))
            yield Group(key[0], old, new, largest(found.answers), self._is_exact(key), witness)

    def doubts(self) -> Iterator[Doubt]:
        """What may differ: an outline for which no case was found, of rules for which none was found at all."""
        for rules in self._doubtful():
            yield Doubt(*self._cited(rules))

    def _doubtful(self) -> Iterator[Rules]:
        sure = {rules_of(found.answers) for found in self._best.values()}
        yield from (rules for rules in dict.fromkeys(each for each, _ in self._missed) if rules not in sure)

    def _are_fixed(self, rules: Rules) -> bool:
        """Whether these rules give the same in every case."""
        return not any(
            inputs_of(context.corpus, node)
            for indices, context in zip(rules, self.start, strict=True)
            for index in indices
            for effect in context.corpus.rules[index].effects
            if effect.decision == self.twin.decision
            for node in (effect.low, effect.high)
            if node is not None
        )

    def _cited(self, rules: Rules) -> tuple[tuple[Cited, ...], tuple[Cited, ...]]:
        old, new = (
            tuple(cite(context.corpus.rules[index], context) for index in indices)
            for indices, context in zip(rules, self.start, strict=True)
        )
        return old, new


def direction_of(answers: Answers, favourable: str) -> Direction:
    """Whether a change is to the benefit of the resident, where it is settled on both sides."""
    old, new = settled_value(answers.old), settled_value(answers.new)
    if not favourable or old is None or new is None:
        return Direction.ANDERS
    if favourable in ("ja", "nee"):
        better = (new is True) is (favourable == "ja")
    else:
        better = (compare(new, old) < 0) is (favourable == "lager")
    return Direction.VOORUIT if better else Direction.ACHTERUIT


def settled_value(answer: Answer) -> Value | None:
    """What a decision comes to, where that is settled."""
    return answer.came.value if answer.came.status is Status.BEPAALD else None


def largest(answers: Answers) -> int | Fraction | Indefinite | None:
    """By how much the outcomes differ; None where that cannot be said."""
    old, new = settled_value(answers.old), settled_value(answers.new)
    if isinstance(old, date) and isinstance(new, date):
        return abs((new - old).days)
    if isinstance(old, bool | str) or isinstance(new, bool | str):
        return None
    if isinstance(old, int | Fraction) and isinstance(new, int | Fraction):
        return normalised(abs(Fraction(new) - Fraction(old)))
    endless = isinstance(old, Indefinite) is not isinstance(new, Indefinite)
    return INDEFINITE if endless and old is not None and new is not None else None


def _size(answers: Answers) -> Fraction:
    found = largest(answers)
    if isinstance(found, Indefinite):
        return Fraction(10**12)
    return Fraction(found or 0)
