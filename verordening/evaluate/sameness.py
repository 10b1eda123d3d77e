"""Which values of a missing input come to the same: those that no comparison in the rules tells apart.

Completing a case with one of them is completing it with all, so the answer is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.evaluate.coherence import coherences_about
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.numbers import numbers_in
from verordening.evaluate.representatives import relevant_conditions, relevant_outcomes
from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, inputs_of, walk
from verordening.model.types import Kind
from verordening.remembering import lru_cache

Told = tuple[object, ...]
"""What the comparisons with an input come to in a case: all that the rules see of it."""


def told_of(name: str, asked: tuple[str, ...], context: Context) -> Told | None:
    """All that the rules on these decisions see of an input that is given.

    None where they may see more: its number reaches a value, or what a comparison comes to is not known yet.
    """
    telling = _telling(context.corpus, asked, name)
    if telling is None:
        return None
    told: list[object] = []
    for node in telling:
        found = value(node, context)
        if isinstance(found, Unknown):
            return None
        told.append(found)
    return tuple(told)


@lru_cache(maxsize=4096)
def _telling(corpus: Corpus, asked: tuple[str, ...], name: str) -> tuple[e.Expression, ...] | None:
    """The comparisons by which the rules tell the values of an input apart; None where there are other ways.

    A ja/nee is no such input: a condition may be that input itself, and it has two values only.
    """
    if corpus.inputs[name].type.kind in (Kind.BOOL, Kind.LIST):
        return None
    guarded = (guard for floor in corpus.floors for guard in floor.guards if set(floor.guards) & set(asked))
    decisions = tuple(dict.fromkeys((*asked, *guarded)))
    outcomes = relevant_outcomes(corpus, decisions)
    if any(name in numbers_in(node, corpus) for node in outcomes):
        return None
    found: list[e.Expression] = []
    for node in _inside((*relevant_conditions(corpus, decisions), *outcomes), corpus, name):
        if isinstance(node, e.Within | e.ListExpression):
            return None
        if isinstance(node, e.Compare | e.OneOf):
            found.append(node)
    return tuple(dict.fromkeys(found))


def _inside(nodes: tuple[e.Expression, ...], corpus: Corpus, name: str) -> Iterator[e.Expression]:
    """Everything that an input has a part in: of these expressions, and of each samenhang about it."""
    about = (node for each in coherences_about(corpus, name) for node in conditions_in(each))
    for node in (*nodes, *about):
        if name in inputs_of(corpus, node):
            for each in walk(node, corpus.concepts):
                if name in inputs_of(corpus, each):
                    yield each
