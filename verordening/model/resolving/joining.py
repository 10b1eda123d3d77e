"""A corpus of the law with that of a municipality on top: what both together would have been resolved to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_in
from verordening.model.resolving.example_places import Room
from verordening.model.rules import InputDeclaration, Rule
from verordening.records import replace

Key = TypeVar("Key", bound=Hashable)


def joined(law: Corpus, own: Corpus, of_classes: Mapping[int, Rule], general: set[str], room: Room) -> Corpus:
    """The law with what a municipality has of its own.

    `of_classes` are rules of the law that now deviate from rules of the municipality too, `general` the oordelen on
    which its general duties turn, and `room` is what it leaves to examples.
    """
    known = len(law.inputs)
    inputs = {**law.inputs, **own.inputs}
    for name in general & law.inputs.keys():
        inputs[name] = marked(law.inputs[name], general)
    return Corpus(
        own.gemeente,
        own.regulations,
        {**law.provisions, **own.provisions},
        inputs,
        {**law.concepts, **own.concepts},
        {**law.tables, **own.tables},
        {**law.decisions, **own.decisions},
        {**law.values, **own.values},
        joined_rules(law.rules, of_classes, own.rules),
        law.coherences + own.coherences,
        law.floors + own.floors,
        tuple(each for each in law.guidelines if not each.example or room.has(each.id.partition(" ")[2]))
        + own.guidelines,
        _merged(law.by_decision, own.by_decision),
        law.general + own.general,
        dict(sorted(_merged(law.deviating, own.deviating).items())),
        own.fictional,
        law.concurrences + own.concurrences,
        (
            *law.labels[:known],
            *own.labels[: len(own.inputs)],
            *law.labels[known:],
            *own.labels[len(own.inputs) :],
        ),
        law.plurals + own.plurals,
        law.afterwards + own.afterwards,
        law.filling + own.filling,
        law.reasons + own.reasons,
        law.guarantees + own.guarantees,
        law.questions + own.questions,
        _merged(law.delegating, own.delegating),
        tuple(sorted({*law.starts, *own.starts})),
    )


def joined_rules(
    law: tuple[Rule, ...], of_classes: Mapping[int, Rule], own: tuple[Rule, ...]
) -> tuple[Rule, ...]:
    """All rules in order."""
    rules = [*law, *own]
    for index, rule in of_classes.items():
        rules[index] = rule
    return tuple(rules)


def general_judgements(rules: tuple[Rule, ...]) -> set[str]:
    """What a general duty turns on: its `wegens` and what its condition asks."""
    found: set[str] = set()
    for rule in rules:
        if rule.general:
            found.add(rule.because)
            for node in conditions_of(rule):
                found.update(inputs_in(node, {}))
    return found


def marked(declared: InputDeclaration, general: set[str]) -> InputDeclaration:
    """An oordeel of a general duty is a route, never a question."""
    return replace(declared, general=True) if declared.judgement and declared.name in general else declared


def _merged(
    law: Mapping[Key, tuple[int, ...]], own: Mapping[Key, tuple[int, ...]]
) -> dict[Key, tuple[int, ...]]:
    """Per key the numbers of both, in order."""
    found = dict(law)
    for key, numbers in own.items():
        found[key] = tuple(sorted({*law.get(key, ()), *numbers}))
    return found
