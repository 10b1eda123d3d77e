"""A program in strata: truths worked out from truths in turn with all else, so that each can be done in its own way.

A truth is one bit, and what is only `and`, `or` and `not` can be done for five hundred rows in one instruction. A
number takes up to 64 bits, and what has a number in it is done for some tens of rows at once. Real rules are for nine
tenths truths; the two take turns some sixteen times.
"""

from __future__ import annotations

from verordening.population.program import LOGICAL, Node, Op, Program
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Stratum:
    """Nodes of one kind, in order: only truths from truths (`logical`), or all else."""

    logical: bool
    nodes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Strata:
    """The strata in order, and for each node that a later stratum needs as well the last one that does.

    Constants are in no stratum, nor are columns: they are at hand everywhere. Outcomes are needed by none.
    """

    strata: tuple[Stratum, ...]
    last: dict[int, int]


def strata_of(program: Program) -> Strata:
    """As few strata as there can be: each node as early as can be. The first and the last are not logical."""
    nodes = program.nodes
    levels: list[int] = []
    for node in nodes:
        level = max((levels[each] for each in node.args), default=0)
        at_hand = node.op is Op.CONST
        levels.append(level if at_hand or level % 2 == is_logical(program, node) else level + 1)
    count = max((levels[at] for _, at in program.outputs), default=0) + 1
    count += 1 - count % 2
    members: list[list[int]] = [[] for _ in range(count)]
    last: dict[int, int] = {}
    for number, node in enumerate(nodes):
        if levels[number] >= count or everywhere(node):
            continue
        members[levels[number]].append(number)
    for level, numbers in enumerate(members):
        for number in numbers:
            for each in nodes[number].args:
                if levels[each] < level and not everywhere(nodes[each]):
                    last[each] = level
    return Strata(tuple(Stratum(level % 2 == 1, tuple(found)) for level, found in enumerate(members)), last)


def everywhere(node: Node) -> bool:
    """Whether a node is at hand in each stratum."""
    return node.op in (Op.CONST, Op.INPUT)


def is_logical(program: Program, node: Node) -> bool:
    """Whether a node is a truth that follows from truths alone."""
    return (
        node.truth
        and node.op in LOGICAL | {Op.SELECT}
        and all(program.nodes[each].truth for each in node.args)
    )
