"""A begrip with bounds: outside them it has no value, and a case that leads there is refused.

Undecided facts refuse nothing: only a case whose given facts alone lead outside the bounds contradicts the regulation.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import value
from verordening.evaluate.open_ends import outside_words
from verordening.evaluate.outcome import Status
from verordening.model import expressions as e
from verordening.model.dependence import inputs_in
from verordening.model.rules import Place
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class OutOfBounds:
    """A begrip that the facts put outside its bounds: the case contradicts the regulation and is refused.

    `text` says what it came to and what it may be, `explanation` why (from the regulation), `inputs` the given facts
    that lead there, `place` where the bounds stand.
    """

    name: str
    text: str
    explanation: str
    inputs: tuple[str, ...]
    place: Place


def out_of_bounds(found: dict[str, Decided], context: Context) -> tuple[OutOfBounds, ...]:
    """The begrippen that the given facts put outside their bounds, where a decision asked for needs them."""
    texts = {
        text
        for each in found.values()
        if each.status is Status.OPEN and not each.missing.inputs
        for text in each.missing.texts
    }
    if not texts:
        return ()
    refused = []
    for concept in context.corpus.concepts.values():
        node = concept.value
        if not isinstance(node, e.Within):
            continue
        reached = value(node.operand, context)
        if not isinstance(reached, int | Fraction | date) or isinstance(reached, bool):
            continue
        words = outside_words(reached, node, concept.label, concept.type)
        if words in texts:
            names = inputs_in(node, context.corpus.concepts)
            given = tuple(name for name in names if name in context.inputs)
            refused.append(OutOfBounds(concept.name, words, concept.explanation, given, concept.place))
    return tuple(refused)
