"""Programs kept between runs: to lower the rules of a municipality takes seconds, to read what came of it little."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Sequence
from datetime import date
from importlib.metadata import version
from typing import Any, Final

from verordening.caching import entry_name, read_entry, stamps_of, write_entry
from verordening.model.corpus import Corpus, kept_as
from verordening.population.lowering.program import LoweredProgram, lower
from verordening.population.outcomes import Part
from verordening.population.program import Column, Node, Op, Program

_ROOMS: Final = ("evaluate", "symbolic", "population")
"""A program follows from these parts of our own program too."""
_LARGEST: Final = 8_000_000
"""Bytes of one entry: a larger one would push out too much else."""


def lowered(
    corpus: Corpus, day: date, decisions: Sequence[str], facts: Collection[str], parts: Collection[Part]
) -> LoweredProgram:
    """As `lower`, from the cache where it was made before of the same texts."""
    texts = kept_as(corpus)
    if texts is None:
        return lower(corpus, day, decisions, facts, parts)
    asked = (",".join(decisions), ",".join(sorted(facts)), ",".join(sorted(parts)))
    # Statutory terms are worked out beforehand, by the days of this library.
    rests_on = (stamps_of(*_ROOMS), version("holidays"))
    name = entry_name("programma", texts, day.isoformat(), *asked, *rests_on)
    payload = read_entry(name)
    if payload is not None:
        return _unpacked(marshal.loads(payload))
    found = lower(corpus, day, decisions, facts, parts)
    payload = marshal.dumps(_packed(found))
    if len(payload) <= _LARGEST:
        write_entry(name, payload)
    return found


def _packed(found: LoweredProgram) -> tuple[Any, ...]:
    program = found.program
    return (
        tuple([(each.op.value, *each[1:]) for each in program.nodes]),
        tuple([(each.name, each.low, each.high, each.truth) for each in program.columns]),
        program.outputs,
        program.tables,
        found.left_out,
        dict(found.doubts),
        dict(found.together),
    )


def _unpacked(packed: tuple[Any, ...]) -> LoweredProgram:
    nodes, columns, outputs, tables, left_out, doubts, together = packed
    of_name = {each.value: each for each in Op}
    program = Program(
        tuple([Node(of_name[op], *rest) for op, *rest in nodes]),
        tuple([Column(*each) for each in columns]),
        outputs,
        tables,
    )
    return LoweredProgram(program, left_out, doubts, together)
