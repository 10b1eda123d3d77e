"""What to ask about a list: the whole of it, what is missing of its elements, or whether there are more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from verordening.evaluate.coherence import coherences_about
from verordening.evaluate.completing import Split, Tree
from verordening.evaluate.context import Context
from verordening.evaluate.list_completions import unknown_fields
from verordening.evaluate.lists import items_of
from verordening.evaluate.representatives import relevant
from verordening.model.dependence import conditions_in
from verordening.model.rules import InputDeclaration
from verordening.model.types import Field, Items, Type


class ListQuestion(NamedTuple):
    """The words and the type of the answer: the list, or one field. `part` is that field of which element, from 0."""

    text: str
    type: Type
    part: tuple[int, Field] | None = None


def list_question(
    declared: InputDeclaration, asked: tuple[str, ...], trees: Iterable[Tree], context: Context
) -> ListQuestion:
    """The question that settles what a list still leaves open for these decisions, also by way of a samenhang."""
    name, type_ = declared.name, declared.type
    if name not in context.inputs:
        return ListQuestion(declared.question, type_)
    corpus = context.corpus
    tied = [node for each in coherences_about(corpus, name) for node in conditions_in(each)]
    missing = unknown_fields(name, (*relevant(corpus, asked).nodes, *tied), context)
    telling = {part for tree in trees for part in _telling(tree, name)}
    missing = [(number, field) for number, field in missing if (number, field.name) in telling] or missing
    one = type_.of.replace("_", " ")
    if len(missing) == 1 and items_of(name, context).complete:
        number, field = missing[0]
        question = field.question or f"{field.label}?"
        text = f"{one.capitalize()} {number + 1}: {question[:1].lower()}{question[1:]}"
        return ListQuestion(text, field.type, missing[0])
    if missing:
        row = ", ".join(f"{field.label} van {one} {number + 1}" for number, field in missing)
        return ListQuestion(f"Vul bij {declared.label} aan: {row}.", type_)
    return ListQuestion(f"Zijn dit alle {declared.label}, of zijn er meer?", type_)


def _telling(tree: Tree, name: str) -> Iterator[tuple[int, str]]:
    """The fields of a list that make a difference: two lists that differ in that field alone end otherwise."""
    if not isinstance(tree, Split):
        return
    if tree.name != name:
        for _, below in tree.branches:
            yield from _telling(below, name)
        return
    for (first, one), (second, other) in combinations(tree.branches, 2):
        if one.key != other.key and isinstance(first, Items) and isinstance(second, Items):
            differing = _differing(first, second)
            if len(differing) == 1:
                yield differing[0]


def _differing(first: Items, second: Items) -> list[tuple[int, str]]:
    """Which fields of two lists are not the same; lists of another length differ too much to say."""
    if len(first.elements) != len(second.elements):
        return []
    return [
        (number, field)
        for number, (one, other) in enumerate(zip(first.elements, second.elements, strict=True))
        for field in one
        if one[field] != other.get(field)
    ]
