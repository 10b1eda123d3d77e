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

Key = tuple[Direction, Rules, Status, Status]


class Grouping:
    """Gathers what a search finds for one decision."""

    def __init__(self, twin: Twin, witnesses: Witnesses, start: Both) -> None:
        self.twin, self.witnesses, self.start = twin, witnesses, start
        self.complete = True
        self._best: dict[Key, Different] = {}
        self._inexact: set[Rules] = set()
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
            self._add(each)
            if outline.settled or len(found) >= MOST_VALUES:
                break
        if found and not outline.settled:
            seen.add(same)
            if self.twin.left or len(found) >= MOST_VALUES:
                self._inexact.update({outline.rules, *(rules for rules, _ in found)})
                unknown = any(each.waiting and each.only is None for each in outline.answers)
                self.complete = self.complete and not unknown
        return bool(found)

    def _add(self, found: Different) -> None:
        direction = self._direction(found.answers)
        old, new = found.answers
        key = direction, rules_of(found.answers), old.came.status, new.came.status
        best = self._best.get(key)
        if best is None or _size(found.answers) > _size(best.answers):
            self._best[key] = found

    def _direction(self, answers: Answers) -> Direction:
        corpora = self.start.new.corpus, self.start.old.corpus
        favourable = next((x.decisions[self.twin.decision].favourable for x in corpora), "")
        return direction_of(answers, favourable)

    # -------------------------------------------- what was found

    def groups(self) -> Iterator[Group]:
        """The groups: who loses first, and the largest difference first."""
        order = [Direction.ACHTERUIT, Direction.VOORUIT, Direction.ANDERS]
        for (direction, rules, _, __), found in sorted(
            self._best.items(), key=lambda each: (order.index(each[0][0]), -_size(each[1].answers))
        ):
            witness = self.witnesses.witness(found)
            old, new = self._cited(rules)
            exact = rules not in self._inexact or self._are_fixed(rules)
            yield Group(direction, old, new, largest(found.answers), exact, witness)

    def doubts(self) -> Iterator[Doubt]:
        """What may differ: an outline for which no case was found, of rules for which none was found at all."""
        sure = {rules for _, rules, __, ___ in self._best}
        for rules in dict.fromkeys(rules for rules, _ in self._missed):
            if rules not in sure:
                yield Doubt(*self._cited(rules))

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
