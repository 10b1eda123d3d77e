"""The two cases of a promise: in which facts they may differ, which two belong together, and whether they keep it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from verordening.analyse.guarantees.outcomes import Outcome, is_less
from verordening.evaluate.coherence import coherences_about, contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.unknown import Truth, Unknown
from verordening.model import expressions as e
from verordening.model.coherences import Coherence
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of
from verordening.model.guarantees import Compared
from verordening.model.types import INDEFINITE, Kind, Value
from verordening.records import dataclass

FEW = frozenset({Kind.BOOL, Kind.ENUM})

Kept = bool | None
"""Whether two cases keep a promise; None where one of them comes to nothing that can be compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One side while it is filled in; of a comparison also of which condition it is, the first or the second."""

    context: Context
    of: int = 0
    outcome: Outcome | None = None

    @property
    def given(self) -> Mapping[str, Value]:
        """What is given of it."""
        return self.context.inputs


class Apart:
    """Two cases that differ in some facts, and beyond those only in what a samenhang makes differ with them."""

    def __init__(self, corpus: Corpus, facts: Iterable[str]) -> None:
        self.corpus, self.facts = corpus, frozenset(facts)

    @cached_property
    def ties(self) -> dict[Coherence, frozenset[str]]:
        """Each samenhang by which another fact follows from these, or one of these from others, with those others."""
        about = {each for name in self.facts for each in coherences_about(self.corpus, name)}
        found = {each: self._tied_by(each) for each in self.corpus.coherences if each in about}
        return {each: names for each, names in found.items() if names}

    def _tied_by(self, coherence: Coherence) -> frozenset[str]:
        following = frozenset(_following(coherence.demand))
        if not following.isdisjoint(self.facts):
            following |= {name for node in conditions_in(coherence) for name in inputs_of(self.corpus, node)}
        return following - self.facts

    @cached_property
    def own(self) -> frozenset[str]:
        """The facts in which the two may differ."""
        return self.facts.union(*self.ties.values())

    def tied_to(self, names: Set[str], context: Context) -> Iterator[str]:
        """What else must be known to tell what follows of these."""
        for coherence, following in self.ties.items():
            if not following.isdisjoint(names):
                for node in conditions_in(coherence):
                    known = truth(node, context)
                    yield from known.inputs if isinstance(known, Unknown) else ()

    def differ_no_further(self, one: Case, other: Case) -> bool:
        """Whether each other fact in which they differ must: with that of the other side a case could not be."""
        for name in self.own - self.facts:
            mine, theirs = one.given.get(name), other.given.get(name)
            if mine == theirs or mine is None or theirs is None:
                continue
            if self._may_be(name, theirs, one) and self._may_be(name, mine, other):
                return False
        return True

    def _may_be(self, name: str, value: Value, case: Case) -> bool:
        swapped = Context(self.corpus, {**case.given, name: value}, case.context.day)
        return not any(contradicted(each, swapped) for each in coherences_about(self.corpus, name))


class OneFact(Apart):
    """Two cases that differ in one fact."""

    def __init__(self, corpus: Corpus, fact: str) -> None:
        super().__init__(corpus, (fact,))
        self.fact = fact
        self.is_few = corpus.inputs[fact].type.kind in FEW

    def starts(self, bare: Context) -> list[Case]:
        """The sides to begin with."""
        return [Case(bare)]

    def holds(self, case: Case) -> Truth:
        """Whether a side is one of this promise."""
        return True

    def pairs(self, cases: list[Case]) -> Iterator[tuple[Case, Case]]:
        """The sides that belong together: each with the next that has more of the fact."""
        told = sorted((each for each in cases if self.fact in each.given), key=self._order)
        for at, one in enumerate(told):
            for other in told[at + 1 :]:
                if one.given[self.fact] != other.given[self.fact] and self.differ_no_further(one, other):
                    yield one, other
                    if not self.is_few:
                        break

    def _order(self, case: Case) -> tuple[bool, float]:
        declared, value = self.corpus.inputs[self.fact].type, case.given[self.fact]
        if value is INDEFINITE:
            return True, 0
        if declared.kind is Kind.ENUM:
            return False, declared.options.index(str(value))
        return False, value.toordinal() if hasattr(value, "toordinal") else value  # type: ignore[return-value]


class Same(OneFact):
    """Whoever differs in a protected fact comes to the same."""

    def kept(self, one: Outcome, other: Outcome) -> Kept:
        """Whether the two come to the same; a range to choose from is the same range."""
        if one.key == other.key:
            return True
        return False if one.speaks and other.speaks else None


class Rising(OneFact):
    """Whoever has more of a fact comes to no less, or where not `rising` to no more."""

    def __init__(self, corpus: Corpus, fact: str, rising: bool) -> None:
        super().__init__(corpus, fact)
        self.rising = rising

    def kept(self, one: Outcome, other: Outcome) -> Kept:
        """Whether the second, which has more of the fact, keeps it."""
        if one.value is None or other.value is None:
            return True if one.key == other.key else None
        return not (is_less(other.value, one.value) if self.rising else is_less(one.value, other.value))


class TwoConditions(Apart):
    """The same case where a first condition holds and where a second does."""

    is_few = True

    def __init__(self, corpus: Corpus, promised: Compared) -> None:
        self.conditions = (promised.first, promised.second)
        super().__init__(corpus, (name for node in self.conditions for name in inputs_of(corpus, node)))
        self.promised = promised

    def starts(self, bare: Context) -> list[Case]:
        """The sides to begin with: one for each condition."""
        return [Case(bare, 0), Case(bare, 1)]

    def holds(self, case: Case) -> Truth:
        """Whether the condition of a side does."""
        return truth(self.conditions[case.of], case.context)

    def pairs(self, cases: list[Case]) -> Iterator[tuple[Case, Case]]:
        """Each of the first condition with each of the second."""
        for one in (each for each in cases if each.of == 0):
            yield from (
                (one, other) for other in cases if other.of == 1 and self.differ_no_further(one, other)
            )

    def kept(self, one: Outcome, other: Outcome) -> Kept:
        """Whether the first lies to the second as promised."""
        operator = self.promised.operator
        if one.value is None or other.value is None:
            return True if operator in ("<=", ">=") and one.key == other.key else None
        less, more = is_less(one.value, other.value), is_less(other.value, one.value)
        return {"<": less, ">": more, "<=": not more, ">=": not less}[operator]


def _following(node: e.Expression) -> Iterator[str]:
    """The facts that follow where a samenhang says this."""
    match node:
        case e.Input():
            yield node.name
        case e.Not():
            yield from _following(node.operand)
        case e.And():
            for each in node.operands:
                yield from _following(each)
        case e.Compare(operator="="):
            yield from (each.name for each in (node.left, node.right) if isinstance(each, e.Input))


Pairing = Same | Rising | TwoConditions
"""What two cases of a promise are."""
