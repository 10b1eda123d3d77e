"""The lists that a list with something missing may turn out to be, as far as expressions tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, combinations_with_replacement, product

from verordening.evaluate.context import Context
from verordening.evaluate.expressions import value
from verordening.evaluate.lists import items_of, looking_at
from verordening.evaluate.thresholds import sign_of, steps_of, turns, value_at
from verordening.evaluate.unknown import Result, Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts, walk
from verordening.model.types import INDEFINITE, Field, Items, Kind, Type, Value
from verordening.remembering import lru_cache

MOST_LISTS = 64
"""More lists than this are not tried; the answer then stays as it is."""


def completed_lists(name: str, nodes: tuple[e.Expression, ...], context: Context) -> list[Value] | None:
    """Lists that together show everything this one can do to `nodes`; None where that cannot be said or is too much.

    What no expression looks at stays unknown.
    """
    items, declared = items_of(name, context), context.corpus.inputs[name].type
    looked_at = _fields_looked_at(context.corpus, nodes, name)
    assert isinstance(declared.high, int)
    more = 0 if items.complete else declared.high - len(items.elements)
    rows: list[list[Mapping[str, Value]]] = []
    for element in items.elements:
        row = _completed(name, element, declared, looked_at, context)
        if row is None:
            return None
        rows.append(row)
    unseen = _completed(name, {}, declared, looked_at, context) if more else []
    if unseen is None:
        return None
    found: list[Value] = []
    for others in _unseen_elements(name, unseen, more, nodes, context):
        for elements in product(*rows):
            found.append(Items((*elements, *others)))
            if len(found) > MOST_LISTS:
                return None
    return found


def _unseen_elements(
    name: str,
    rows: list[Mapping[str, Value]],
    most: int,
    nodes: tuple[e.Expression, ...],
    context: Context,
) -> Iterator[tuple[Mapping[str, Value], ...]]:
    """The elements that may stand behind those given, at most so many; of what each may be there are `rows`.

    In what order they stand tells no expression. Where all that is asked is whether there is one, or whether they all
    are so, neither does how many are alike: then one of each sort will do.
    """
    looking = _looking_into(name, nodes, context.corpus)
    if all(isinstance(each, e.SomeOf | e.AllOf) for each in looking):
        sorts = list({_sort_of(name, row, looking, context): row for row in reversed(rows)}.values())[::-1]
        for number in range(min(most, len(sorts)) + 1):
            yield from combinations(sorts, number)
    else:
        for number in range(most + 1):
            yield from combinations_with_replacement(rows, number)


def _sort_of(
    name: str, element: Mapping[str, Value], looking: tuple[e.ListExpression, ...], context: Context
) -> object:
    """The same for two elements that no expression tells apart. Where that turns on what is missing: for none."""
    told: list[Result] = []
    for each in looking:
        assert isinstance(each, e.SomeOf | e.AllOf)
        asked = (each.condition, each.demand) if isinstance(each, e.AllOf) else (each.condition,)
        told += [looking_at(name, element, value, node, context) for node in asked if node is not None]
    return object() if any(isinstance(each, Unknown) for each in told) else tuple(told)


@lru_cache(maxsize=256)
def _looking_into(name: str, nodes: tuple[e.Expression, ...], corpus: Corpus) -> tuple[e.ListExpression, ...]:
    """Each part of these expressions that looks into a list as a whole."""
    return tuple(
        each
        for node in nodes
        for each in walk(node, corpus.concepts)
        if isinstance(each, e.ListExpression) and not isinstance(each, e.FieldValue) and each.list == name
    )


def unknown_fields(name: str, nodes: tuple[e.Expression, ...], context: Context) -> list[tuple[int, Field]]:
    """What these expressions still need to know of the elements given: which of them, from 0, with the field."""
    looking = _looking_into(name, nodes, context.corpus)
    found: list[tuple[int, Field]] = []
    for position, element in enumerate(items_of(name, context).elements):
        needed = {field for each in looking for field in _needed(each, element, context)} - element.keys()
        fields = context.corpus.inputs[name].type.fields
        found += [(position, each) for each in fields if each.name in needed]
    return found


def _needed(node: e.ListExpression, element: Mapping[str, Value], context: Context) -> set[str]:
    """The fields of an element that an expression still looks at: none where the element does not count."""
    assert not isinstance(node, e.FieldValue)
    kept = True if node.condition is None else looking_at(node.list, element, value, node.condition, context)
    if kept is False:
        return set()
    inside = [each for each in parts(node) if kept is not True or each is not node.condition]
    return {
        each.name
        for inner in inside
        for each in walk(inner, {})
        if isinstance(each, e.FieldValue) and each.list == node.list
    }


def _completed(
    name: str,
    element: Mapping[str, Value],
    declared: Type,
    looked_at: dict[str, tuple[e.Compare, ...] | None],
    context: Context,
) -> list[Mapping[str, Value]] | None:
    """What one element may be, all told."""
    open_fields = [each for each in declared.fields if each.name in looked_at and each.name not in element]
    values: list[list[Value]] = []
    for each in open_fields:
        own = _values(name, each.name, each.type, element, looked_at[each.name], context)
        if own is None:
            return None
        values.append(own)
    names = [each.name for each in open_fields]
    return [{**element, **dict(zip(names, row, strict=True))} for row in product(*values)]


def _values(
    name: str,
    field: str,
    type_: Type,
    element: Mapping[str, Value],
    compared: tuple[e.Compare, ...] | None,
    context: Context,
) -> list[Value] | None:
    """All of a small type, else the ends and both sides of each threshold."""
    if type_.kind is Kind.BOOL:
        return [True, False]
    if type_.kind is Kind.ENUM:
        return list(type_.options)
    if compared is None:
        return None
    last = steps_of(type_)
    steps = {0, last}
    for node in compared:

        def sign(step: int, node: e.Compare = node) -> int | None:
            trial = {**element, field: value_at(type_, step)}
            return looking_at(name, trial, _sign, node, context)

        found = turns(sign, (0, last))
        if found is None:
            return None
        steps |= found
    return [*(value_at(type_, step) for step in sorted(steps)), *((INDEFINITE,) if type_.indefinite else ())]


def _sign(node: e.Expression, context: Context) -> int | None:
    assert isinstance(node, e.Compare)
    return sign_of(node, context)


@lru_cache(maxsize=256)
def _fields_looked_at(
    corpus: Corpus, nodes: tuple[e.Expression, ...], name: str
) -> dict[str, tuple[e.Compare, ...] | None]:
    """The fields that matter, each with the comparisons it is in; None where the value itself is used."""
    compared: dict[str, list[e.Compare]] = {}
    flowing: set[str] = set()
    seen: set[str] = set()
    waiting: list[tuple[e.Expression, e.Compare | None]] = [(node, None) for node in nodes]
    while waiting:
        node, inside = waiting.pop()
        if isinstance(node, e.FieldValue):
            if node.list == name and inside is not None:
                compared.setdefault(node.name, []).append(inside)
            elif node.list == name:
                compared.setdefault(node.name, [])
                flowing.add(node.name)
        elif isinstance(node, e.ConceptValue):
            if node.name not in seen:
                seen.add(node.name)
                waiting.append((corpus.concepts[node.name].value, None))
        else:
            within = node if isinstance(node, e.Compare) else inside
            waiting += [
                (each, None if isinstance(node, e.ListExpression) else within) for each in parts(node)
            ]
    return {each: None if each in flowing else tuple(own) for each, own in compared.items()}
