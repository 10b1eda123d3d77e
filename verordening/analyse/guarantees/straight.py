"""Whether a sum runs straight, or one way, between two values of a fact: then its ends tell all between them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from verordening.analyse.guarantees.looking import numbers_reaching
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.numbers import numbers_in
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import walk
from verordening.model.formatting import format_value
from verordening.model.guarantees import Subject

_STRAIGHT = (
    e.Input,
    e.Constant,
    e.ConceptValue,
    e.TableValue,
    e.DecisionValue,
    e.Within,
    e.Branches,
    e.Extreme,
    e.UpTo,
)
"""What keeps a sum straight as long as no comparison turns, and what passes it on as it is."""


def runs_one_way(corpus: Corpus, subject: Subject, fact: str, low: Context, high: Context) -> str:
    """Nothing where a subject only rises or only falls between two cases that differ in one number; else in Dutch where
    that was not found out.

    No comparison turns between the two, nor does the largest of some amounts become another.
    """
    declared = corpus.inputs[fact].type
    first, last = low.inputs[fact], high.inputs[fact]
    assert isinstance(first, int | Fraction)
    assert isinstance(last, int | Fraction)
    step = declared.step or 1
    if last - first <= step:
        return ""
    if _together(_way(node, fact, corpus) for node in numbers_reaching(corpus, subject)) is not None:
        return ""
    near = Context(corpus, {**low.inputs, fact: first + step}, low.day)
    nodes = {
        id(each): each for node in numbers_reaching(corpus, subject) for each in walk(node, corpus.concepts)
    }
    for node in nodes.values():
        if numbers_in(node, corpus)[fact] and not _is_straight(node, fact, corpus, (low, near, high)):
            label = corpus.inputs[fact].label
            ends = f"{format_value(first, declared)} en {format_value(last, declared)}"
            return f"tussen {ends} {label} is niet elke waarde nagegaan"
    return ""


def _way(node: e.Expression, fact: str, corpus: Corpus) -> int | None:
    """Whether a value rises (1) or falls (-1) with a fact as long as no comparison turns; 0 without it, else None."""
    if not numbers_in(node, corpus)[fact]:
        return 0
    match node:
        case e.Input():
            return 1
        case e.ConceptValue():
            return _way(corpus.concepts[node.name].value, fact, corpus)
        case e.Rounded() | e.Within() | e.UpTo():
            return _way(node.operand, fact, corpus)
        case e.Branches():
            values = (*(value for value, _ in node.branches), node.otherwise)
            return _together(_way(each, fact, corpus) for each in values)
        case e.Extreme():
            return _together(_way(each, fact, corpus) for each in node.operands)
        case e.Arithmetic(operator="+"):
            return _together((_way(node.left, fact, corpus), _way(node.right, fact, corpus)))
        case e.Arithmetic(operator="-"):
            right = _way(node.right, fact, corpus)
            return _together((_way(node.left, fact, corpus), None if right is None else -right))
        case e.Share(percent=e.Constant() as percent) if _is_positive(percent):
            return _way(node.whole, fact, corpus)
        case e.Arithmetic(operator="*" | "/", right=e.Constant() as factor) if _is_positive(factor):
            return _way(node.left, fact, corpus)
    return None


def _together(ways: Iterable[int | None]) -> int | None:
    found = {each for each in ways if each != 0}
    return (found.pop() if len(found) == 1 else None) if found else 0


def _is_positive(constant: e.Constant) -> bool:
    return isinstance(constant.value, int | Fraction) and constant.value > 0


def _is_straight(node: e.Expression, fact: str, corpus: Corpus, at: tuple[Context, Context, Context]) -> bool:
    if isinstance(node, _STRAIGHT):
        return True
    match node:
        case e.Arithmetic(operator="+" | "-"):
            return True
        case e.Arithmetic(operator="*") | e.Share():
            left, right = (node.percent, node.whole) if isinstance(node, e.Share) else (node.left, node.right)
            return not (numbers_in(left, corpus)[fact] and numbers_in(right, corpus)[fact])
        case e.Arithmetic(operator="/"):
            return not numbers_in(node.right, corpus)[fact]
        case e.Rounded():
            return _rounds_alike(node, at)
    return False


def _rounds_alike(node: e.Rounded, at: tuple[Context, Context, Context]) -> bool:
    """Whether rounding takes off the same at every step: each step adds whole units, on one side of zero."""
    low, near, high = (value(node.operand, each) for each in at)
    if any(isinstance(each, Unknown) for each in (low, near, high)):
        # What a settled outcome does without has no part in it.
        return True
    assert isinstance(low, int | Fraction)
    assert isinstance(near, int | Fraction)
    assert isinstance(high, int | Fraction)
    return Fraction(near - low, node.unit).denominator == 1 and low * high >= 0
