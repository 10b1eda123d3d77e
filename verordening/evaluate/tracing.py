"""The evaluation tree: every rule on a decision, what its conditions came to, and where each stands.

The shape of the tree is the regulation's own and is made once (`Shape`); a case adds only what each part came
to (`Traced`). `words` turns both into text, which only a reader who asks for the tree needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import Code, code_for
from verordening.evaluate.flooring import floors_on, in_play
from verordening.evaluate.outcome import TreeNode
from verordening.evaluate.rules import applies, set_value
from verordening.evaluate.standing import stands
from verordening.evaluate.trace_words import expression_words, result_words, truth_words, where
from verordening.evaluate.unknown import Result, Truth, all_of, any_of, negated
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.formatting import format_date
from verordening.model.rules import Decision, Rule
from verordening.model.standards import Floor
from verordening.records import dataclass


class Shape(NamedTuple):
    """An expression with the word before it and the parts shown below it."""

    before: str
    node: e.Expression
    join: str
    below: tuple[Shape, ...]


class Traced(NamedTuple):
    """A rule or floor in a case.

    Whether it applies, what its parts came to (in the order of its shapes), and, for a rule, what it gives
    the decision and whether that stands.
    """

    subject: Rule | Floor
    result: Truth
    parts: tuple[Result, ...]
    given: Result | None = None
    standing: Truth | None = None


@dataclass(frozen=True, slots=True)
class EvaluationTree:
    """What every part of a case came to: per decision its rules and floors, and each concept once."""

    corpus: Corpus
    branches: tuple[tuple[Decision, Decided, tuple[Traced, ...]], ...]
    concepts: dict[str, tuple[Result, ...]]
    applying: dict[int, Truth]

    def words(self) -> TreeNode:
        """The tree as text; a concept is worked out below its first mention only."""
        seen: set[str] = set()
        return TreeNode(
            "uitkomst", "", "", tuple(_decision_words(branch, self, seen) for branch in self.branches)
        )


def trace(found: dict[str, Decided], context: Context) -> EvaluationTree:
    """The tree of a whole case."""
    corpus = context.corpus
    results = _Results(context)
    branches = []
    for name, decided in found.items():
        traced = [
            _rule(corpus.rules[index], name, results, context) for index in corpus.by_decision.get(name, ())
        ]
        traced += [
            Traced(floor, in_play(floor, context), results.of(floor)) for floor in floors_on(name, context)
        ]
        branches.append((corpus.decisions[name], decided, tuple(traced)))
    return EvaluationTree(corpus, tuple(branches), results.concepts, context.applies)


def _rule(rule: Rule, decision: str, results: _Results, context: Context) -> Traced:
    applying = applies(rule.index, context)
    given = None if applying is False else set_value(rule.index, decision, context)
    standing = None if given is None else stands(rule.index, decision, context)
    return Traced(rule, applying, results.of(rule), given, standing)


class _Results:
    """What the parts of rules, floors and concepts came to, each worked out once however often it is shown."""

    __slots__ = ("concepts", "context", "known")

    def __init__(self, context: Context) -> None:
        self.context = context
        self.known: dict[Rule | Floor, tuple[Result, ...]] = {}
        self.concepts: dict[str, tuple[Result, ...]] = {}

    def of(self, subject: Rule | Floor) -> tuple[Result, ...]:
        """What the shapes of a rule or floor came to."""
        found = self.known.get(subject)
        if found is None:
            found = self.known[subject] = self._row(subject)
        return found

    def _row(self, subject: Rule | Floor | str) -> tuple[Result, ...]:
        row = _row(self.context.corpus, subject)
        for name in row.concepts:
            if name not in self.concepts:
                self.concepts[name] = ()
                self.concepts[name] = self._row(name)
        context = self.context
        results = [code(context) for code in row.codes]
        for position, join, below in row.joins:
            results[position] = join([results[each] for each in below])  # type: ignore[misc]
        return tuple(results)


class _Row(NamedTuple):
    """Shapes one after the other, each before those below it.

    What works each of them out (of a whole nothing yet), then the wholes, from the last to the first, out of the
    positions of their parts; and the concepts among them.
    """

    codes: tuple[Code, ...]
    joins: tuple[tuple[int, Callable[[list[Truth]], Truth], tuple[int, ...]], ...]
    concepts: tuple[str, ...]


@lru_cache(maxsize=8192)
def _row(corpus: Corpus, subject: Rule | Floor | str) -> _Row:
    if isinstance(subject, str):
        shapes = _concept_shapes(corpus, subject)
    else:
        shapes = _floor_shapes(subject) if isinstance(subject, Floor) else _rule_shapes(subject)
    nodes: list[e.Expression | None] = []
    joins: list[tuple[int, Callable[[list[Truth]], Truth], tuple[int, ...]]] = []
    for shape in shapes:
        _lay_out(shape, nodes, joins)
    names = dict.fromkeys(node.name for node in nodes if isinstance(node, e.ConceptValue))
    made = tuple(_nothing_yet if node is None else code_for(node, corpus) for node in nodes)
    return _Row(made, tuple(reversed(joins)), tuple(names))


def _lay_out(
    shape: Shape,
    nodes: list[e.Expression | None],
    joins: list[tuple[int, Callable[[list[Truth]], Truth], tuple[int, ...]]],
) -> int:
    position = len(nodes)
    join = JOINS.get(shape.join)
    nodes.append(shape.node if join is None else None)
    if join is None:
        for each in shape.below:
            _lay_out(each, nodes, joins)
        return position
    mine = len(joins)
    below = tuple(_lay_out(each, nodes, joins) for each in shape.below)
    joins.insert(mine, (position, join, below))
    return position


def _nothing_yet(_: Context) -> Result:
    return False


def _opposite(parts: list[Truth]) -> Truth:
    return negated(parts[0])


JOINS: dict[str, Callable[[list[Truth]], Truth]] = {"en": all_of, "of": any_of, "niet": _opposite}


# ------------------------------------------------ shapes


@lru_cache(maxsize=4096)
def _rule_shapes(rule: Rule) -> tuple[Shape, ...]:
    shapes = []
    if rule.condition is not None:
        shapes.append(_shape(rule.condition, "als "))
    if rule.exception is not None:
        shapes.append(_shape(rule.exception, "tenzij "))
    if rule.because:
        shapes.append(Shape("wegens ", e.Input(rule.because), "", ()))
    for each in rule.transitions:
        if each.condition is not None:
            before = f"overgangsrecht, de tekst van {format_date(each.day)} als "
            shapes.append(_shape(each.condition, before))
    return tuple(shapes)


@lru_cache(maxsize=512)
def _floor_shapes(floor: Floor) -> tuple[Shape, ...]:
    nodes = (("als ", floor.condition), ("tenzij ", floor.exception), ("eis ", floor.demand))
    return tuple(_shape(node, word) for word, node in nodes if node is not None)


@lru_cache(maxsize=4096)
def _concept_shapes(corpus: Corpus, name: str) -> tuple[Shape, ...]:
    return (_shape(corpus.concepts[name].value),)


def _shape(node: e.Expression, before: str = "") -> Shape:
    match node:
        case e.And():
            return Shape(before, node, "en", tuple(_shape(each) for each in node.operands))
        case e.Or():
            return Shape(before, node, "of", tuple(_shape(each) for each in node.operands))
        case e.Not():
            return Shape(before, node, "niet", (_shape(node.operand),))
        case e.ConceptValue():
            return Shape(before, node, "begrip", ())
        case e.Branches() | e.Rounded() | e.Within():
            return Shape(before, node, "", tuple(_shape(each) for each in parts(node)))
    return Shape(before, node, "", tuple(_shape(each) for each in _named(node)))


def _named(node: e.Expression) -> list[e.Expression]:
    """The inputs, concepts and tables inside a comparison or a calculation."""
    found: list[e.Expression] = []
    waiting = list(parts(node))
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, e.Input | e.ConceptValue | e.TableValue):
            found.append(each)
        else:
            waiting[:0] = parts(each)
    return found


# ------------------------------------------------ words


def _decision_words(
    branch: tuple[Decision, Decided, tuple[Traced, ...]], tree: EvaluationTree, seen: set[str]
) -> TreeNode:
    decision, decided, traced = branch
    status = decided.status.value
    if decided.value is not None:
        status = f"{result_words(decided.value, decision.type)}, {status}"
    below = tuple(_traced_words(each, decision, tree, seen) for each in traced)
    return TreeNode(decision.label, status, where(decision.place), below)


def _traced_words(traced: Traced, decision: Decision, tree: EvaluationTree, seen: set[str]) -> TreeNode:
    subject = traced.subject
    results = iter(traced.parts)
    if isinstance(subject, Floor):
        below = tuple(_shape_words(each, results, tree, seen) for each in _floor_shapes(subject))
        active = truth_words(traced.result, "speelt hier", "speelt hier niet")
        return TreeNode(f"ondergrens {subject.title}", active, where(subject.place), below)
    below = tuple(_shape_words(each, results, tree, seen) for each in _rule_shapes(subject))
    if subject.deviates and not subject.general:
        below += tuple(
            TreeNode(
                f"in afwijking van {tree.corpus.rules[each].id}", truth_words(tree.applying[each]), "", ()
            )
            for each in subject.targets
            if each in tree.applying
        )
    applying = truth_words(traced.result, "geldt", "geldt niet")
    if traced.given is not None:
        standing = truth_words(traced.standing, "beslist mee", "wijkt")
        applying = f"{applying}, geeft {result_words(traced.given, decision.type)}, {standing}"
    return TreeNode(subject.id, applying, where(subject.place), below)


def _shape_words(shape: Shape, results: Iterator[Result], tree: EvaluationTree, seen: set[str]) -> TreeNode:
    text, result, place = expression_words(shape.node, next(results), tree.corpus)
    below = tuple(_shape_words(each, results, tree, seen) for each in shape.below)
    if isinstance(shape.node, e.ConceptValue) and shape.node.name not in seen:
        seen.add(shape.node.name)
        inner = iter(tree.concepts[shape.node.name])
        below = tuple(
            _shape_words(each, inner, tree, seen) for each in _concept_shapes(tree.corpus, shape.node.name)
        )
    return TreeNode(f"{shape.before}{text}", result, place, below)
