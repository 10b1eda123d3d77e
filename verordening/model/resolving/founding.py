"""From the files of national law to what a municipal regulation can be resolved on top of."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model.resolving.assembly import Resolution
from verordening.model.resolving.beforehand import Beforehand, Entangled
from verordening.model.resolving.checks import steps_of
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.known import KnownFile, KnownName, Law
from verordening.model.resolving.periods import validity_of
from verordening.model.resolving.referring import days_of
from verordening.model.rules import Form, Regulation
from verordening.model.types import Type

__all__ = ["Beforehand", "Entangled", "law_of"]


def law_of(done: Resolution) -> Law | None:
    """What was resolved, as law; None where something is wrong with it, or nothing can be resolved apart from it."""
    wrong = any(each.severity is Severity.FOUT for each in done.remarks)
    if wrong or any(each.gemeente for each in done.files):
        return None
    classes = _classes(done)
    if classes is None:
        return None
    corpus = done.corpus
    numbers = {id(block): (file.id, at) for file in done.files for at, block in enumerate(file.blocks)}
    declared = {*done.names.terms, *done.names.values}
    return Law(
        corpus,
        tuple(_file(each, done, corpus.regulations[each.id]) for each in done.files),
        tuple(_names(done, numbers)),
        done.levels,
        tuple(sorted(_words(done) - declared)),
        tuple(sorted(done.allowed)),
        classes,
        tuple(
            rule.index for rule in corpus.rules if any(each.form is Form.DELEGATE for each in rule.effects)
        ),
        tuple(map(steps_of, corpus.rules)),
        done.room.is_asked,
    )


def _file(file: FileBlocks, done: Resolution, regulation: Regulation) -> KnownFile:
    numbers = {id(block): at for at, block in enumerate(file.blocks)}
    spots = done.places.spots[file.id]
    return KnownFile(
        file.id,
        file.path,
        file.kind,
        tuple(
            (
                spot.path,
                spot.rule,
                numbers[id(block)],
                *days_of(validity_of(block, header=False) or regulation.validity),
            )
            for block, spot in zip(_place_blocks(file), spots, strict=True)
        ),
        tuple(done.places.omitted[file.id]),
    )


def _names(done: Resolution, numbers: dict[int, tuple[str, int]]) -> Iterator[KnownName]:
    names = done.names
    elements = {id(each): element for element, each in names.elements.items()}
    spaces = {
        "terms": names.terms,
        "values": names.values,
        "floors": names.floors,
        "guarantees": names.guarantees,
    }
    types: dict[Type | None, Type | None] = {}
    for space, declared in spaces.items():
        for each in declared.values():
            # Most types are like another: one of each is read sooner.
            type_ = types.setdefault(each.type, each.type)
            element, place = elements.get(id(each), ""), numbers[id(each.block)]
            yield KnownName(space, each.what, each.name, each.word, element, type_, *place)


def _blocks(done: Resolution) -> Iterator[Block]:
    for file in done.files:
        yield file.header
        yield from file.blocks


def _place_blocks(file: FileBlocks) -> list[Block]:
    return [block for block in file.blocks if isinstance(block.head, s.PlaceHead)]


def _words(done: Resolution) -> set[str]:
    """All names that stand anywhere in the files."""
    return {name.name for block in _blocks(done) for _, name in done.mentions.names_in(block)}


def _classes(done: Resolution) -> tuple[tuple[int, s.DeviationClause], ...] | None:
    """The rules that deviate from a class of rules; None where anything else speaks of one."""
    found = []
    rules = {
        id(block): spot.rule
        for file in done.files
        for block, spot in zip(_place_blocks(file), done.places.spots[file.id], strict=True)
    }
    for block in _blocks(done):
        spoken = {keyword for keyword, each in done.mentions.references_in(block) if each.every}
        if not spoken:
            continue
        deviation = block.one("in afwijking van", s.DeviationClause)
        rule = rules.get(id(block), -1)
        if spoken != {"in afwijking van"} or deviation is None or rule < 0:
            return None
        found.append((rule, deviation))
    return tuple(found)
