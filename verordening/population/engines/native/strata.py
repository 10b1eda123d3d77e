"""A program in strata: truths worked out from truths in turn with all else, so that each can be done in its own way.

A truth is one bit, and what is only `and`, `or` and `not` can be done for five hundred rows in one instruction. A
number takes up to 64 bits, and what has a number in it is done for some tens of rows at once. Real rules are for nine
tenths truths; the two take turns some sixteen times. A long stratum is cut: each value of a function gets a place of
its own on the stack, and what LLVM does for a function takes more than twice as long for one of twice the length.
"""

from __future__ import annotations

from typing import Final

from verordening.population.program import LOGICAL, Node, Op, Program
from verordening.records import dataclass

_FROM_TRUTHS: Final = LOGICAL | {Op.SELECT}
_LONGEST: Final = {True: 1_000, False: 400}
"""Nodes of a stratum of truths, and of another."""


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
    """As few turns as there can be: each node as early as can be."""
    nodes = program.nodes
    levels: list[int] = []
    members: dict[int, list[int]] = {}
    for number, node in enumerate(nodes):
        if everywhere(node):
            levels.append(0)
            continue
        level = max([levels[each] for each in node.args])
        logical = node.truth and node.op in _FROM_TRUTHS and all(nodes[each].truth for each in node.args)
        if level % 2 != logical:
            level += 1
        levels.append(level)
        members.setdefault(level, []).append(number)
    strata: list[Stratum] = []
    last: dict[int, int] = {}
    of_node: dict[int, int] = {}
    for level, found in sorted(members.items()):
        logical = level % 2 == 1
        most = _LONGEST[logical]
        for start in range(0, len(found), most):
            part = found[start : start + most]
            here = len(strata)
            strata.append(Stratum(logical, tuple(part)))
            of_node |= dict.fromkeys(part, here)
            for number in part:
                for each in nodes[number].args:
                    if of_node.get(each, here) != here:
                        last[each] = here
    return Strata(tuple(strata), last)


def everywhere(node: Node) -> bool:
    """Whether a node is at hand in each stratum."""
    return node.op is Op.CONST or node.op is Op.INPUT
