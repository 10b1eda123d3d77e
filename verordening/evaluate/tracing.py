"""The evaluation tree: every rule on a decision, what its conditions came to, and where each stands.

The shape of the tree is the regulation's own and is made once (`Shape`); a case adds only what each part came
to (`Traced`). `words` turns both into text, which only a reader who asks for the tree needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import value
from verordening.evaluate.flooring import floors_on, in_play
from verordening.evaluate.outcome import TreeNode
from verordening.evaluate.rules import applies, set_value
from verordening.evaluate.standing import stands
from verordening.evaluate.trace_words import expression_words, result_words, truth_words, where
from verordening.evaluate.unknown import Result, Truth, all_of, any_of, negated
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.rules import Decision, Floor, Rule
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
    concepts: dict[str, tuple[Result, ...]] = {}
    branches = []
    for name, decided in found.items():
        traced = [
            _rule(corpus.rules[index], name, context, concepts) for index in corpus.by_decision.get(name, ())
        ]
        traced += [
            Traced(floor, in_play(floor, context), _results(_floor_shapes(floor), context, concepts))
            for floor in floors_on(name, context)
        ]
        branches.append((corpus.decisions[name], decided, tuple(traced)))
    return EvaluationTree(corpus, tuple(branches), concepts, context.applies)


def _rule(rule: Rule, decision: str, context: Context, concepts: dict[str, tuple[Result, ...]]) -> Traced:
    applying = applies(rule.index, context)
    given = None if applying is False else set_value(rule.index, decision, context)
    standing = None if given is None else stands(rule.index, decision, context)
    return Traced(rule, applying, _results(_rule_shapes(rule), context, concepts), given, standing)


def _results(
    shapes: tuple[Shape, ...], context: Context, concepts: dict[str, tuple[Result, ...]]
) -> tuple[Result, ...]:
    found: list[Result] = []
    for shape in shapes:
        _fill(shape, context, found, concepts)
    return tuple(found)


def _fill(
    shape: Shape, context: Context, found: list[Result], concepts: dict[str, tuple[Result, ...]]
) -> Result:
    """What a shape and all below it came to, each part worked out once."""
    position = len(found)
    join = shape.join
    if not join:
        result = value(shape.node, context)
        found.append(result)
        for each in shape.below:
            _fill(each, context, found, concepts)
        return result
    if join == "begrip":
        name: str = shape.node.name  # type: ignore[union-attr]
        result = value(shape.node, context)
        found.append(result)
        if name not in concepts:
            concepts[name] = ()
            concepts[name] = _results(_concept_shapes(context.corpus, name), context, concepts)
        return result
    found.append(False)
    below = [_fill(each, context, found, concepts) for each in shape.below]
    result = all_of(below) if join == "en" else any_of(below) if join == "of" else negated(below[0])  # type: ignore[arg-type]
    found[position] = result
    return result


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
        case e.Branches() | e.Rounded():
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
