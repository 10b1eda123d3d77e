"""Which values of a missing fact to try in both corpora together, so that they show everything it can do to either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple, TypeGuard

from verordening.analyse.difference.consistent import bound_of, go_together
from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.meaning import Meaning, Shape
from verordening.analyse.difference.pending import Atom, inside_of
from verordening.analyse.difference.reach import reach_of
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.list_completions import completed_lists
from verordening.evaluate.looked_at import order_of
from verordening.evaluate.numbers import numbers_in, winds
from verordening.evaluate.representatives import Compared, compared_in, representatives
from verordening.evaluate.searching import OPPOSITE
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of, parts, varies, walk
from verordening.model.types import Items, Kind, Value
from verordening.records import replace

_FEW = (Kind.BOOL, Kind.ENUM, Kind.LIST)


class Branch(NamedTuple):
    """Values of one fact; `exact` where they show everything that it can do."""

    name: str
    values: tuple[Value, ...]
    exact: bool


class Supposed(NamedTuple):
    """How a comparison or begrip of one corpus (0 the old, 1 the new) is supposed to come out."""

    side: int
    node: e.Compare | e.ConceptValue
    outcome: bool


Split = list[tuple[Both, Supposed | None]]
"""The ways in which something may come out, each with what it takes to suppose so."""


class Values:
    """The values to try for the facts that a decision looks at, in two corpora.

    `straight` where of an outcome that goes along with a fact the ends of each straight stretch show all there is.
    """

    def __init__(self, decision: str, old: Corpus, new: Corpus, *, straight: bool = True) -> None:
        self.sides = tuple(_Side(decision, each, straight=straight) for each in (old, new))
        self.means = Meaning(old), Meaning(new)
        self._concepts: tuple[dict[Shape, list[str]], dict[Shape, list[str]]] | None = None
        self._order: dict[str, int] = {}
        for side in self.sides:
            for name in order_of(side.corpus, side.compared):
                self._order.setdefault(name, len(self._order))
        self._many = frozenset(
            name
            for side in self.sides
            for name in self._order
            if name in side.corpus.inputs and side.corpus.inputs[name].type.kind not in (Kind.BOOL, Kind.ENUM)
        )

    def in_order(self, names: Iterable[str]) -> list[str]:
        """Facts as a reader meets them, those with few values first."""
        return sorted(
            names, key=lambda each: (each in self._many, self._order.get(each, len(self._order)), each)
        )

    def for_first(self, names: Iterable[str], both: Both, *, loosely: bool) -> Branch | None:
        """The values of the first fact of which that can be told."""
        for name in names:
            found: dict[Value, None] = {}
            exact = True
            for side, context in zip(self.sides, both, strict=True):
                if name not in side.corpus.inputs:
                    continue
                tried = side.values(name, context, loosely=loosely)
                if tried is None:
                    break
                found.update(dict.fromkeys(tried[0]))
                exact = exact and tried[1]
            else:
                return Branch(name, self._told_apart(name, tuple(found), both), exact)
        return None

    def _told_apart(self, name: str, values: tuple[Value, ...], both: Both) -> tuple[Value, ...]:
        """Of values that no comparison tells apart one."""
        nodes = [(at, node) for at, side in enumerate(self.sides) for node in side.telling(name)]
        if len(values) < 3 or not nodes or any(name in side.compared.flowing for side in self.sides):
            return values
        found: dict[object, Value] = {}
        for each in values:
            case = both.given(name, each)
            told = tuple(truth(node, case[at]) for at, node in nodes)
            if any(isinstance(one, Unknown) for one in told):
                return values
            found.setdefault(told, each)
        return tuple(found.values())

    def split(self, at: int, atom: Atom, both: Both) -> Split | None:
        """The ways in which a part of a condition may come out: by the values of its fact where it turns on one, else
        supposed. None where that cannot be told.
        """
        context, corpus = both[at], self.sides[at].corpus
        names = [name for name in inputs_of(corpus, atom) if name not in context.inputs]
        one_way = not varies(corpus, atom)
        if len(names) > 1 and one_way and _is_condition(atom, corpus) and not self._changed(at, atom):
            return self._either(at, atom, both)
        is_concept = isinstance(atom, e.ConceptValue)
        branch = self.for_first(self.in_order(names)[:1], both, loosely=False)
        if branch is not None and (len(names) == 1 or not is_concept):
            return [(both.given(branch.name, each), None) for each in branch.values]
        for inner in inside_of(atom, context):
            found = self.split(at, inner, both) if is_concept or _is_condition(inner, corpus) else None
            if found is not None:
                return found
        return self._either(at, atom, both) if isinstance(atom, e.Compare) and one_way else None

    def _changed(self, at: int, atom: e.Compare | e.ConceptValue) -> bool:
        """Whether a begrip is another in the other corpus: then how they come out depends on each other."""
        other = self.sides[1 - at].corpus.concepts
        if isinstance(atom, e.Compare) or atom.name not in other:
            return False
        return self.means[0].of(atom) != self.means[1].of(atom)

    def _either(self, at: int, atom: e.Compare | e.ConceptValue, both: Both) -> Split:
        ways = [Supposed(at, atom, outcome) for outcome in (True, False)]
        return [(self._supposing(each, both), each) for each in ways]

    def go_together(self, supposed: Iterable[Supposed]) -> bool:
        """Whether this can all be supposed together, as far as two comparisons tell."""
        return go_together(
            bound_of(each.node, each.outcome, self.means[each.side])
            for each in supposed
            if isinstance(each.node, e.Compare)
        )

    def _supposing(self, supposed: Supposed, both: Both) -> Both:
        """The same case where it is supposed how a part of a condition comes out, in both corpora."""
        at, atom, outcome = supposed
        contexts = []
        for number, (side, context) in enumerate(zip(self.sides, both, strict=True)):
            outcomes: dict[e.Expression, bool] = {atom: outcome} if number == at else {}
            if isinstance(atom, e.Compare):
                wanted = self._sides_of(at, atom)
                for name in inputs_of(self.sides[at].corpus, atom)[:1]:
                    for other in side.compared.by_input.get(name, ()):
                        if self._sides_of(number, other) == wanted:
                            if other.operator == atom.operator:
                                outcomes[other] = outcome
                            elif other.operator == OPPOSITE[atom.operator]:
                                outcomes[other] = not outcome
            inner = context.supposing(outcomes, {})
            if isinstance(atom, e.ConceptValue):
                for name in self._same_concepts(at, atom.name)[number]:
                    inner.concepts[name] = outcome
                    inner.results[side.corpus.concepts[name].value] = outcome
            contexts.append(inner)
        return Both(*contexts)

    def _same_concepts(self, at: int, name: str) -> tuple[list[str], list[str]]:
        """What in either corpus means the same as a begrip of one of them."""
        shape = self.means[at].of(e.ConceptValue(name))
        if self._concepts is None:
            self._concepts = ({}, {})
            for found, means, side in zip(self._concepts, self.means, self.sides, strict=True):
                for other in side.corpus.concepts:
                    found.setdefault(means.of(e.ConceptValue(other)), []).append(other)
        return self._concepts[0].get(shape, []), self._concepts[1].get(shape, [])

    def _sides_of(self, at: int, node: e.Compare) -> tuple[Shape, Shape]:
        return self.means[at].of(node.left), self.means[at].of(node.right)


class _Side:
    def __init__(self, decision: str, corpus: Corpus, *, straight: bool) -> None:
        self.corpus = corpus
        reach = reach_of(corpus, decision)
        outcomes = reach.outcomes(corpus)
        conditions = [*reach.conditions(corpus), *_kinks(outcomes, corpus)]
        self.compared = compared_in(corpus, conditions, outcomes)
        self.loose: Compared = replace(self.compared, flowing=frozenset())
        decided = [corpus.decisions[name] for name in reach.decisions]
        rounded = any(each.rounding is not None and each.type.kind is Kind.AMOUNT for each in decided)
        self.straight = frozenset(
            name
            for name in self.compared.flowing
            if straight and not rounded and all(_is_straight(node, name, corpus) for node in outcomes)
        )

    def telling(self, name: str) -> list[e.Compare]:
        """The comparisons that tell the values of a number or day apart; none where it does otherwise too."""
        if self.corpus.inputs.get(name) is None or self.corpus.inputs[name].type.kind in _FEW:
            return []
        return self.compared.by_input.get(name, [])

    def values(self, name: str, context: Context, *, loosely: bool) -> tuple[list[Value], bool] | None:
        """The values to try, and whether they show everything."""
        tried = representatives(name, self.compared, context)
        if tried is None and name in self.straight:
            tried = representatives(name, self.loose, context)
        if tried is not None:
            return tried.values, True
        if not loosely:
            return None
        found = self._lists(name, context) if self.corpus.inputs[name].type.kind is Kind.LIST else None
        if found is None:
            found = dict.fromkeys(
                value
                for case in (context, self._with_others(name, context))
                for tried in (representatives(name, self._unwound(name), case, loosely=True),)
                for value in (tried.values if tried is not None else ())
            )
        return (list(found), False) if found else None

    def _with_others(self, name: str, context: Context) -> Context:
        """The case with the numbers and days that a fact is compared with at an ordinary value: none, today."""
        others: dict[str, Value] = {}
        for node in self.loose.by_input.get(name, ()):
            for other in inputs_of(self.corpus, node):
                type_ = self.corpus.inputs[other].type
                if other != name and other not in context.inputs and type_.kind not in _FEW:
                    others[other] = context.day if type_.kind is Kind.DATE else type_.low  # type: ignore[assignment]
        return context.with_more({**context.inputs, **others}) if others else context

    def _unwound(self, name: str) -> Compared:
        """All comparisons but those that turn and turn back as this fact grows: there would be no end to those."""
        kept = [each for each in self.loose.by_input.get(name, ()) if not winds(each, name, self.corpus)]
        return replace(self.loose, by_input={**self.loose.by_input, name: kept})

    def _lists(self, name: str, context: Context) -> dict[Value, None]:
        """Short lists: without elements, with one and with two."""
        found: dict[Value, None] = {Items(()): None}
        for number in (1, 2):
            started = context.completed(name, Items(tuple({} for _ in range(number))))
            found.update(dict.fromkeys(completed_lists(name, self.loose.nodes, started) or ()))
        return found


def _is_condition(atom: Atom, corpus: Corpus) -> TypeGuard[e.Compare | e.ConceptValue]:
    """Whether it can be supposed how a part comes out."""
    if isinstance(atom, e.ConceptValue):
        return corpus.concepts[atom.name].type.kind is Kind.BOOL
    return isinstance(atom, e.Compare)


def _kinks(outcomes: Iterable[e.Expression], corpus: Corpus) -> Iterator[e.Compare]:
    """Comparisons that turn where the smallest or largest of several becomes another of them."""
    for node in outcomes:
        for each in walk(node, corpus.concepts):
            if isinstance(each, e.Extreme):
                yield from (e.Compare("<=", *two) for two in combinations(each.operands, 2))


_STRAIGHT = (e.Input, e.Constant, e.TableValue, e.ConceptValue, e.Extreme, e.Branches)


def _is_straight(node: e.Expression, name: str, corpus: Corpus) -> bool:
    """Whether a value goes along with a fact in straight lines, from one comparison that turns to the next."""
    if not numbers_in(node, corpus)[name] or isinstance(node, e.Compare | e.OneOf):
        return True
    if isinstance(node, e.ConceptValue):
        return _is_straight(corpus.concepts[node.name].value, name, corpus)
    if isinstance(node, e.Share) and inputs_of(corpus, node.percent):
        return False
    straight = isinstance(node, (*_STRAIGHT, e.Share)) or (
        isinstance(node, e.Arithmetic) and node.operator in "+-"
    )
    return straight and all(_is_straight(each, name, corpus) for each in parts(node))
