"""What each decision costs in a program: the operations that it needs, and those that nothing else needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verordening.population.program import Program


class Cost(NamedTuple):
    """Operations a row for one decision: all that it `needs`, and those that no other decision needs (`alone`)."""

    decision: str
    needs: int
    alone: int


def costs_of(program: Program, decisions: Sequence[str]) -> tuple[Cost, ...]:
    """The costs of these decisions, the heaviest first. What every row needs (samenhang) is nobody's alone."""
    bits = {name: 1 << place for place, name in enumerate(decisions)}
    shared = 1 << len(decisions)
    users = [0] * len(program.nodes)
    for name, node in program.outputs:
        users[node] |= bits.get(name.partition(".")[0], shared)
    for at in reversed(range(len(program.nodes))):
        for argument in program.nodes[at].args:
            users[argument] |= users[at]
    found = [
        Cost(name, sum(bool(each & bit) for each in users), users.count(bit)) for name, bit in bits.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.needs, each.decision)))
