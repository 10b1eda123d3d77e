"""One case under two corpora: a search for the cases in which a decision does not come to the same.

A branch in which everything that changed is idle comes to the same, whatever else is missing. *Outlining* takes one
missing fact at a time, with a value for every stretch in which no comparison of either corpus turns; of comparisons and
begrippen that wait for several facts it supposes how they come out, both ways. It looks everywhere, so where it ends
without an outline there is no difference. *Filling in* finds a case of real facts for an outline. An outline for which
none is found may be impossible, or not: nothing is proven then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from verordening.analyse.difference.answers import Answers, Came, Tailorings, answers_of
from verordening.analyse.difference.elements import Both, ChangedRule, Element, FilledOtherwise, is_possible
from verordening.analyse.difference.essence import both_of
from verordening.analyse.difference.splitting import Splitting
from verordening.analyse.difference.values import Split, Supposed, Values
from verordening.evaluate.expressions import truth
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.types import Value
from verordening.records import dataclass

MOST_OUTLINED = 2_500
"""Past this many branches the search for one decision is given up."""
MOST_FILLED_IN = 400
"""Past this many, that for real facts in one outline."""
MOST_UNSETTLED_FILLED_IN = 200
"""Past this many, that for an outline that leaves open what it comes to."""
MOST_UNSETTLED = 12
"""Past this many outlines that leave open what it comes to, the search is given up too."""

Rules = tuple[tuple[int, ...], tuple[int, ...]]
"""The rules that decide, in either corpus."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Facts, and how comparisons are supposed to come out, with which a decision may not come to the same.

    `settled` where what it comes to is known; else `rules` are those that decide, or that may.
    """

    facts: Mapping[str, Value]
    supposed: tuple[Supposed, ...]
    answers: Answers
    rules: Rules
    settled: bool


@dataclass(frozen=True, slots=True)
class Different:
    """A case, as far as it matters, in which a decision does not come to the same."""

    facts: Mapping[str, Value]
    answers: Answers


class Twin:
    """The search for one decision.

    `given_up` once outlining did not look everywhere, `left` once the last filling in did not.
    """

    def __init__(
        self,
        decision: str,
        start: Both,
        elements: tuple[Element, ...],
        values: Values,
        tailoring: Tailorings = (frozenset(), frozenset()),
        gives_same: Callable[[int, int], bool] = lambda _, __: False,
    ) -> None:
        self.decision, self.start, self.elements = decision, start, elements
        self.values, self.tailoring, self.gives_same = values, tailoring, gives_same
        self.splitting = Splitting(decision, elements, values)
        self.tried = 0
        self.given_up = False
        self.left = False
        self._enough: set[Rules] = set()
        self._cells: list[frozenset[tuple[str, Value]]] = []

    def answers(self, both: Both) -> Answers | None:
        """What a case comes to under both; None where it cannot be."""
        return answers_of(self.decision, self.tailoring, both)

    def leave_out(self, cell: Mapping[str, Value]) -> None:
        """Every case with these facts differs in the same way, and is found."""
        self._cells.append(frozenset(cell.items()))

    def is_enough(self, rules: Rules) -> None:
        """What these rules give differs, and enough cases of that were found."""
        self._enough.add(rules)

    # -------------------------------------------- outlining

    def outlines(self) -> Iterator[Outline]:
        """Everything that may differ."""
        waiting: list[tuple[Both, tuple[Supposed, ...]]] = [(self.start, ())]
        outlined = unsettled = 0
        while waiting:
            both, supposed = waiting.pop()
            outlined += 1
            if outlined > MOST_OUTLINED or unsettled > MOST_UNSETTLED:
                self.given_up = True
                return
            if not self._may_differ(both):
                continue
            split = self.splitting.beside(both)
            answers = None if split is not None else self.answers(both)
            if answers is not None and self._is_open(answers, both):
                split = self.splitting.turning(answers, both)
            if split is not None:
                waiting += self._branches(split, supposed)
            elif (
                answers is not None
                and (answers.waiting or answers.differ)
                and self._fits(both_of(both.facts, self.start), supposed)
            ):
                if answers.waiting and self._is_known(answers, both):
                    continue
                unsettled += bool(answers.waiting)
                rules = _deciding(answers) or rules_of(answers)
                yield Outline(both.facts, supposed, answers, rules, not answers.waiting)

    def _branches(
        self, split: Split, supposed: tuple[Supposed, ...]
    ) -> Iterator[tuple[Both, tuple[Supposed, ...]]]:
        """The ways of a split, the last first, without those that cannot be."""
        for each, what in reversed(split):
            if what is None:
                yield each, supposed
            elif self.values.go_together((*supposed, what)):
                yield each, (*supposed, what)

    def _may_differ(self, both: Both) -> bool:
        """Whether a case can be, is not found yet, and something that changed has a part in it."""
        self.tried += 1
        facts = both.facts.items()
        if any(cell <= facts for cell in self._cells) or not is_possible(both):
            return False
        return not all(each.idle(both) is True for each in self.elements)

    def _is_open(self, answers: Answers, both: Both) -> bool:
        """Whether more has to be known of a case."""
        return bool(answers.waiting) and not self._is_known(answers, both)

    def _is_known(self, answers: Answers, both: Both) -> bool:
        """Whether enough is known of the rules that decide, whatever they give."""
        return _deciding(answers) in self._enough or self._comes_to_same(answers, both)

    def _comes_to_same(self, answers: Answers, both: Both) -> bool:
        """Whether the same rule surely decides under both, and the same floors: then what it gives is no matter."""
        old, new = answers.old.only, answers.new.only
        if old is None or new is None or not self.gives_same(old, new):
            return False
        floors = [each for each in self.elements if not isinstance(each, ChangedRule | FilledOtherwise)]
        return all(each.idle(both) is True for each in floors)

    # -------------------------------------------- filling in

    def cases(self, outline: Outline) -> Iterator[Different]:
        """Cases of real facts that fit an outline; `left` is set where there may be more."""
        self.left = False
        waiting = [both_of(outline.facts, self.start)]
        last = self.tried + (MOST_FILLED_IN if outline.settled else MOST_UNSETTLED_FILLED_IN)
        while waiting:
            both = waiting.pop()
            if self.tried >= last:
                self.left = True
                return
            if not self._fits(both, outline.supposed):
                continue
            answers = self.answers(both) if self._may_differ(both) else None
            if answers is None:
                continue
            if not answers.waiting:
                if answers.differ and (not outline.settled or _is_as_outlined(answers, outline)):
                    yield Different(both.facts, answers)
                continue
            waiting += self._filled_in(self.values.in_order(answers.waiting), both)

    def _filled_in(self, names: list[str], both: Both) -> list[Both]:
        for loosely in (False, True):
            branch = self.values.for_first(names, both, loosely=loosely)
            if branch is not None:
                self.left = self.left or not branch.exact
                return [both.given(branch.name, value) for value in reversed(branch.values)]
        self.left = True
        return []

    def _fits(self, both: Both, supposed: tuple[Supposed, ...]) -> bool:
        for each in supposed:
            context = both[each.side]
            node = (
                context.corpus.concepts[each.node.name].value
                if isinstance(each.node, e.ConceptValue)
                else each.node
            )
            found = truth(node, context)
            if not isinstance(found, Unknown) and found is not each.outcome:
                return False
        return True


def rules_of(answers: Answers) -> Rules:
    """The rules that decide."""
    return answers.old.rules, answers.new.rules


def came(answers: Answers) -> tuple[Came, Came]:
    """What a case comes to."""
    return answers.old.came, answers.new.came


def _is_as_outlined(answers: Answers, outline: Outline) -> bool:
    return rules_of(answers) == outline.rules and came(answers) == came(outline.answers)


def _deciding(answers: Answers) -> Rules | None:
    """The rules that decide, where that is known though not what they give."""
    found = [
        each.rules if not each.waiting else () if each.only is None else (each.only,) for each in answers
    ]
    return None if any(each.waiting and each.only is None for each in answers) else (found[0], found[1])
