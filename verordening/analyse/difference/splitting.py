"""On what to split a case that is not settled: what changed first, and only what an outcome waits for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verordening.analyse.difference.answers import Answers
from verordening.analyse.difference.elements import (
    Both,
    ChangedBeside,
    ChangedRule,
    Element,
    is_possible,
    waits_for,
)
from verordening.analyse.difference.ordinary import ordinary_values
from verordening.analyse.difference.pending import Atom, pending
from verordening.analyse.difference.reach import reach_of
from verordening.analyse.difference.values import Split, Values
from verordening.model import expressions as e
from verordening.model.dependence import inputs_of
from verordening.model.standards import Floor
from verordening.model.types import Kind

_MANY: Final = 4


class Splitting:
    """Splits cases for one decision, about which these elements changed."""

    def __init__(self, decision: str, elements: tuple[Element, ...], values: Values) -> None:
        self.decision, self.elements, self.values = decision, elements, values
        self.ordinarily = False
        """Whether an amount that turns on many facts is taken as it mostly is."""

    def turning(self, answers: Answers, both: Both) -> Split | None:
        """The ways in which the first thing may come out on which it now turns."""
        for at, (rules, context) in enumerate(zip(self._turning(both), both, strict=True)):
            waiting = answers[at].waiting
            floors = reach_of(context.corpus, self.decision).floors
            found = self._split_at(at, rules, floors, waiting, both) if waiting else None
            if found is not None:
                return found
        return None

    def _split_at(
        self, at: int, rules: Iterable[int], floors: Iterable[Floor], waiting: frozenset[str], both: Both
    ) -> Split | None:
        """The ways in which the first part of these may come out that turns on what is waited for."""
        for atom in pending(rules, floors, both[at]):
            if not waiting.isdisjoint(inputs_of(both[at].corpus, atom)):
                found = self._ordinary(at, atom, both) if self.ordinarily else None
                found = found or self.values.split(at, atom, both)
                if found is not None:
                    return found
        return None

    def beside(self, both: Both) -> Split | None:
        """The ways in which that may come out which tells whether a rule on another decision has a part in this one."""
        for each in self.elements:
            if not isinstance(each, ChangedBeside):
                continue
            waiting = waits_for(each.idle(both))
            sides = (each.rule.old, each.old), (each.rule.new, each.new)
            for at, (index, floors) in enumerate(sides if waiting else ()):
                found = self._split_at(at, () if index is None else (index,), floors, waiting, both)
                if found is not None:
                    return found
        return None

    def _turning(self, both: Both) -> tuple[list[int], list[int]]:
        """The rules on which it may turn, in either corpus, those that changed first."""
        changed = [
            each for each in self.elements if isinstance(each, ChangedRule) and each.idle(both) is not True
        ]
        old = dict.fromkeys(each.old for each in changed if each.old is not None)
        new = dict.fromkeys(each.new for each in changed if each.new is not None)
        for found, context in ((old, both.old), (new, both.new)):
            found.update(dict.fromkeys(sorted(reach_of(context.corpus, self.decision).rules)))
        return list(old), list(new)

    def _ordinary(self, at: int, atom: Atom, both: Both) -> Split | None:
        """The case with what many facts are mostly behind an amount; None where it is no such amount."""
        corpus = both[at].corpus
        if not isinstance(atom, e.ConceptValue) or corpus.concepts[atom.name].type.kind is Kind.BOOL:
            return None
        names = [name for name in inputs_of(corpus, atom) if name not in both[at].inputs]
        if len(names) < _MANY:
            return None
        for name in names:
            tried = (
                both.given(name, each)
                for each in ordinary_values(name, corpus.inputs[name].type, both.new.day)
            )
            both = next((each for each in tried if is_possible(each)), both)
        return [(both, None)] if all(name in both[at].inputs for name in names) else None
