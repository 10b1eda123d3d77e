"""The options of a fact that nothing which is read tells apart: of those one stands for all.

`uniforme_verplichting_geschonden` is true of eight kinds of acts. A question that reads no rule about one of these by
itself comes to the same for all eight.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_in, parts, walk
from verordening.model.types import Value

_Told = dict[str, tuple[frozenset[Value], ...] | None]
"""By fact the options that each comparison names; None where its value is taken for something else as well."""


def told_apart(
    corpus: Corpus, name: str, values: Iterable[Value], nodes: tuple[e.Expression, ...]
) -> list[Value]:
    """The first of each group of values of a fact that these expressions and every samenhang tell from the others."""
    named = _named_in(corpus, nodes).get(name, ())
    if named is None:
        return list(values)
    first: dict[tuple[bool, ...], Value] = {}
    groups = tuple(dict.fromkeys(named))
    for each in values:
        first.setdefault(tuple([each in options for options in groups]), each)
    return list(first.values())


@lru_cache(maxsize=1024)
def _named_in(corpus: Corpus, nodes: tuple[e.Expression, ...]) -> _Told:
    found: _Told = {}
    for each in (_in_samenhang(corpus), *(_told_by(corpus, node) for node in nodes)):
        _merge(found, each)
    return found


@lru_cache(maxsize=16)
def _in_samenhang(corpus: Corpus) -> _Told:
    found: _Told = {}
    for each in corpus.coherences:
        for node in conditions_in(each):
            _merge(found, _told_by(corpus, node))
    return found


@lru_cache(maxsize=16384)
def _told_by(corpus: Corpus, node: e.Expression) -> _Told:
    found: _Told = {}
    _take(found, None, node)
    for each in walk(node, corpus.concepts):
        if isinstance(each, e.ConceptValue):
            _take(found, None, corpus.concepts[each.name].value)
        for inner in parts(each):
            _take(found, each, inner)
    return found


def _take(found: _Told, around: e.Expression | None, node: e.Expression) -> None:
    """Take in what an expression asks of a fact that stands in it."""
    if isinstance(node, e.Input):
        options = _options(around)
        _merge(found, {node.name: None if options is None else (options,)})


def _merge(found: _Told, more: _Told) -> None:
    for name, named in more.items():
        before = found.get(name, ())
        found[name] = None if named is None or before is None else (*before, *named)


def _options(around: e.Expression | None) -> frozenset[Value] | None:
    """The options that an expression holds a fact beside; None where it does something else with it."""
    match around:
        case e.OneOf():
            return frozenset(around.options)
        case (
            e.Compare(operator="=" | "!=", right=e.Constant() as constant)
            | e.Compare(operator="=" | "!=", left=e.Constant() as constant)
        ):
            return frozenset({constant.value})
    return None
