"""The evaluation tree as text."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.deciding import Decided
from verordening.evaluate.outcome import TreeNode
from verordening.evaluate.shapes import Shape, concept_shapes, floor_shapes, rule_shapes
from verordening.evaluate.trace_words import expression_words, result_words, truth_words, where
from verordening.evaluate.tracing import EvaluationTree
from verordening.evaluate.unknown import Result
from verordening.model import expressions as e
from verordening.model.rules import Decision, Rule
from verordening.model.standards import Floor


def words(tree: EvaluationTree) -> TreeNode:
    """The tree as text; a begrip is worked out below its first mention only."""
    seen: set[str] = set()
    branches = zip(tree.layout.branches, tree.decided, strict=True)
    below = tuple(
        _decision_words(branch.decision, branch.rules, branch.floors, decided, tree, seen)
        for branch, decided in branches
    )
    return TreeNode("uitkomst", "", "", below)


def _decision_words(
    decision: Decision,
    rules: tuple[Rule, ...],
    floors: tuple[Floor, ...],
    decided: Decided,
    tree: EvaluationTree,
    seen: set[str],
) -> TreeNode:
    status = decided.status.value
    if decided.value is not None:
        status = f"{result_words(decided.value, decision.type)}, {status}"
    below = [_rule_words(each, decision, tree, seen) for each in rules]
    below += [_floor_words(each, tree, seen) for each in floors]
    return TreeNode(decision.label, status, where(decision.place), tuple(below))


def _floor_words(floor: Floor, tree: EvaluationTree, seen: set[str]) -> TreeNode:
    results = tree.parts_of(floor)
    below = tuple(_shape_words(each, results, tree, seen) for each in floor_shapes(floor))
    active = truth_words(tree.in_play[floor.order], "speelt hier", "speelt hier niet")
    return TreeNode(f"ondergrens {floor.title}", active, where(floor.place), below)


def _rule_words(rule: Rule, decision: Decision, tree: EvaluationTree, seen: set[str]) -> TreeNode:
    results = tree.parts_of(rule)
    below = tuple(_shape_words(each, results, tree, seen) for each in rule_shapes(rule))
    if rule.deviates and not rule.general:
        below += tuple(
            TreeNode(
                f"in afwijking van {tree.corpus.rules[each].id}", truth_words(tree.applying[each]), "", ()
            )
            for each in rule.targets
        )
    applying = truth_words(tree.applying[rule.index], "geldt", "geldt niet")
    given = tree.given.get((decision.name, rule.index))
    if given is not None:
        value, standing = given
        applying = (
            f"{applying}, geeft {result_words(value, decision.type)}, "
            f"{truth_words(standing, 'beslist mee', 'wijkt')}"
        )
    return TreeNode(rule.id, applying, where(rule.place), below)


def _shape_words(shape: Shape, results: Iterator[Result], tree: EvaluationTree, seen: set[str]) -> TreeNode:
    text, result, place = expression_words(shape.node, next(results), tree.corpus)
    below = tuple(_shape_words(each, results, tree, seen) for each in shape.below)
    if isinstance(shape.node, e.ConceptValue) and shape.node.name not in seen:
        seen.add(shape.node.name)
        inner = tree.parts_of(shape.node.name)
        below = tuple(
            _shape_words(each, inner, tree, seen) for each in concept_shapes(tree.corpus, shape.node.name)
        )
    return TreeNode(f"{shape.before}{text}", result, place, below)
