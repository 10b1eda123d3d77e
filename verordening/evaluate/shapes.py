"""What the evaluation tree shows of a rule, a floor or a begrip: its parts with the words before them. The regulation's
own, whatever the case.
"""

from __future__ import annotations

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.formatting import format_date
from verordening.model.rules import Rule
from verordening.model.standards import Floor
from verordening.packed import NamedTuple
from verordening.remembering import lru_cache


class Shape(NamedTuple):
    """An expression with the word before it and the parts shown below it."""

    before: str
    node: e.Expression
    join: str
    below: tuple[Shape, ...]


@lru_cache(maxsize=4096)
def rule_shapes(rule: Rule) -> tuple[Shape, ...]:
    """The conditions of a rule, and of the overgangsrecht that speaks of it."""
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
def floor_shapes(floor: Floor) -> tuple[Shape, ...]:
    """When a floor is in play, and what it demands."""
    nodes = (("als ", floor.condition), ("tenzij ", floor.exception), ("eis ", floor.demand))
    return tuple(_shape(node, word) for word, node in nodes if node is not None)


@lru_cache(maxsize=4096)
def concept_shapes(corpus: Corpus, name: str) -> tuple[Shape, ...]:
    """What a begrip is worked out from."""
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
