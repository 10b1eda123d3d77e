"""What each decision costs in a program, on a program that one can draw."""

from __future__ import annotations

from verordening.population.costs import Cost, costs_of
from verordening.population.program import Column, Node, Op, Program


def test_what_two_decisions_share_is_of_neither_alone() -> None:
    """`a` adds one to the income, `b` takes the lesser of that and ten, and a floor looks at the income alone.

    `a` needs income, one and the sum; `b` these, ten and the lesser. Of `b` alone are ten and the lesser.
    """
    nodes = (
        Node(Op.INPUT, (), "inkomen", 0, 100, False),
        Node(Op.CONST, (), 1, 1, 1, False),
        Node(Op.ADD, (0, 1), 0, 1, 101, False),
        Node(Op.CONST, (), 10, 10, 10, False),
        Node(Op.MIN, (2, 3), 0, 1, 10, False),
    )
    outputs = (("a", 2), ("b.status", 4), ("ondergrens.x", 0))
    program = Program(nodes, (Column("inkomen", 0, 100, False),), outputs, ())
    assert costs_of(program, ("a", "b")) == (Cost("b", 5, 2), Cost("a", 3, 0))
