"""A row laid over what stands above it: keys of a case, deep, in which `?` takes away. Knows no expectation."""

from __future__ import annotations

from typing import Final

from verordening.language.source import Span
from verordening.model.case_acts import plural_keys
from verordening.model.case_names import KEYS
from verordening.model.corpus import Corpus
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence

NOT_GIVEN: Final = "?"
"""In a cell: what stands above the table does not hold for this row."""

_REASON: Final = "Zo staat het in de proef."
"""The reason of a judgement that a table gives without one."""

_JUDGEMENTS: Final = "oordelen"


def is_not_given(node: Node) -> bool:
    """Whether a cell or value takes away what stands above."""
    return isinstance(node, Scalar) and node.text == NOT_GIVEN


def laid_over(below: Mapping, above: Mapping) -> Mapping:
    """The keys of both; where both have one, `above` goes first, key by key where both hold keys."""
    merged: dict[str, tuple[Scalar, Node]] = {key.text: (key, node) for key, node in below.entries}
    for key, node in above.entries:
        old = merged.get(key.text)
        if is_not_given(node):
            merged.pop(key.text, None)
        elif old is not None and isinstance(old[1], Mapping) and isinstance(node, Mapping):
            merged[key.text] = (key, laid_over(old[1], node))
        else:
            merged[key.text] = (key, _cleared(node))
    return Mapping(tuple(merged.values()), below.span)


def put(node: Node | None, path: tuple[str, ...], value: Scalar, at: Span) -> Node:
    """`node` with `value` at the end of `path`; a number in a path is a place in a list, from 1."""
    if not path:
        return value
    name, rest = path[0], path[1:]
    if isinstance(node, Sequence) and name.isdecimal() and 1 <= int(name) <= len(node.items):
        place = int(name) - 1
        items = list(node.items)
        items[place] = put(items[place], rest, value, at)
        return Sequence(tuple(items), node.span)
    inside = node if isinstance(node, Mapping) else Mapping((), at)
    entries = {key.text: (key, each) for key, each in inside.entries}
    old = entries.get(name)
    if not rest and is_not_given(value):
        entries.pop(name, None)
    else:
        entries[name] = (Scalar(name, at, quoted=False), put(old[1] if old else None, rest, value, at))
    return Mapping(tuple(entries.values()), inside.span)


def path_of(column: str, corpus: Corpus) -> tuple[str, ...]:
    """Where in a case the cells of a column belong; the name of a fact or a judgement is enough."""
    first, *rest = column.split(".")
    if first in KEYS or first in plural_keys(corpus):
        return (first, *rest)
    declared = corpus.inputs.get(first)
    section = _JUDGEMENTS if declared is not None and declared.judgement else "gegevens"
    return (section, first, *rest)


def with_reasons(root: Mapping) -> Mapping:
    """Each judgement that is written as a bare value, also of an act, with a reason."""
    entries: list[tuple[Scalar, Node]] = []
    for key, node in root.entries:
        changed = node
        if key.text == _JUDGEMENTS and isinstance(node, Mapping):
            changed = Mapping(tuple((name, _reasoned(each)) for name, each in node.entries), node.span)
        elif isinstance(node, Sequence):
            items = tuple(with_reasons(each) if isinstance(each, Mapping) else each for each in node.items)
            changed = Sequence(items, node.span)
        entries.append((key, changed))
    return Mapping(tuple(entries), root.span)


def _reasoned(node: Node) -> Node:
    if not isinstance(node, Scalar) or not node.text.strip():
        return node
    name = Scalar("motivering", node.span, quoted=False)
    given = Scalar("oordeel", node.span, quoted=False)
    return Mapping(((given, node), (name, Scalar(_REASON, node.span, quoted=False))), node.span)


def _cleared(node: Node) -> Node:
    """What is new, without the keys that say that they are not given."""
    if not isinstance(node, Mapping):
        return node
    return Mapping(
        tuple((key, _cleared(each)) for key, each in node.entries if not is_not_given(each)), node.span
    )
