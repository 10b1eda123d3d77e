"""Whose number reaches the value of an expression, and how often: with one that does so twice, it may turn back."""

from __future__ import annotations

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts, walk
from verordening.remembering import lru_cache


class Counts(dict[str, int]):
    """How often each name is there; one that is not, never (`Counter` loads five modules)."""

    def __missing__(self, name: str) -> int:
        return 0


@lru_cache(maxsize=8192)
def numbers_in(node: e.Expression, corpus: Corpus) -> Counts:
    """The inputs whose number itself, not just a comparison with it, reaches the value of an expression: how often.

    What something is divided by counts twice: the result jumps where it passes zero.
    """
    if isinstance(node, e.Input):
        return Counts({node.name: 1})
    if isinstance(node, e.ConceptValue):
        return numbers_in(corpus.concepts[node.name].value, corpus)
    found = Counts()
    if not isinstance(node, e.Compare | e.OneOf):
        for part in parts(node):
            _add(found, numbers_in(part, corpus))
    if isinstance(node, e.Arithmetic) and node.operator == "/":
        _add(found, numbers_in(node.right, corpus))
    return found


def _add(found: Counts, more: Counts) -> None:
    for name, count in more.items():
        found[name] += count


def winds(node: e.Compare, name: str, corpus: Corpus) -> bool:
    """Whether a comparison may turn and turn back as an input grows, for it is in there twice."""
    return numbers_in(node.left, corpus)[name] + numbers_in(node.right, corpus)[name] > 1


@lru_cache(maxsize=8192)
def comparisons_inside(node: e.Compare, corpus: Corpus) -> int:
    """How many comparisons stand inside a comparison, through concepts too."""
    return sum(isinstance(each, e.Compare) for each in walk(node, corpus.concepts)) - 1
