"""The integer program that rules are lowered to: straight-line code over columns, without branches.

Every value is a whole number (cents, days since year 1, hundredths of a percent, the place of an option) or a truth.
What is unknown is not in here: that a fact is known is a truth of its own, so an engine needs no idea of it. Of every
number the least and the most that it can be are known, from the bounds of the facts: they prove that nothing overflows.
All operations are total. This is one meaning for every engine; `run` is the reference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from verordening.records import dataclass


class Op(StrEnum):
    """The operations. A division rounds down (to minus infinity) and its divisor is always 1 or more."""

    CONST = "const"
    INPUT = "input"
    ADD = "add"
    SUB = "sub"
    MUL = "mul"
    DIV = "div"
    MIN = "min"
    MAX = "max"
    EQ = "eq"
    LT = "lt"
    LE = "le"
    AND = "and"
    OR = "or"
    NOT = "not"
    SELECT = "select"
    TABLE = "table"


LOGICAL = frozenset({Op.EQ, Op.LT, Op.LE, Op.AND, Op.OR, Op.NOT})
"""The operations that give a truth, whatever they are given."""


class Node(NamedTuple):
    """One operation on nodes before it.

    `payload` is the constant, the name of the column, or the number of the table. A `truth` is 0 or 1; a number lies
    from `low` to `high`. SELECT takes a truth, then what holds if it does, then what holds if it does not.
    """

    op: Op
    args: tuple[int, ...]
    payload: int | str
    low: int
    high: int
    truth: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the batch: its name and bounds. A `truth` is 0 or 1. Engines may rely on the bounds."""

    name: str
    low: int
    high: int
    truth: bool


@dataclass(frozen=True, slots=True)
class Program:
    """Straight-line code: nodes in an order in which each stands after its arguments, and the nodes that are asked.

    `tables` are constant rows of numbers that TABLE looks into; its index is always within the table.
    """

    nodes: tuple[Node, ...]
    columns: tuple[Column, ...]
    outputs: tuple[tuple[str, int], ...]
    tables: tuple[tuple[int, ...], ...]


def run(program: Program, case: Mapping[str, int]) -> dict[str, int]:
    """What the program gives for one case: the reference for every engine.

    Raises KeyError where a column is missing.
    """
    values: list[int] = []
    for node in program.nodes:
        values.append(result(node, [values[each] for each in node.args], case, program.tables))
    return {name: values[at] for name, at in program.outputs}


def result(node: Node, args: Sequence[int], case: Mapping[str, int], tables: Sequence[Sequence[int]]) -> int:
    """What one operation gives."""
    match node.op:
        case Op.CONST:
            assert isinstance(node.payload, int)
            return node.payload
        case Op.INPUT:
            assert isinstance(node.payload, str)
            return case[node.payload]
        case Op.SELECT:
            return args[1] if args[0] else args[2]
        case Op.TABLE:
            assert isinstance(node.payload, int)
            return tables[node.payload][args[0]]
        case Op.NOT:
            return 1 - args[0]
    return _BINARY[node.op](args[0], args[1])


_BINARY: Mapping[Op, Callable[[int, int], int]] = {
    Op.ADD: lambda a, b: a + b,
    Op.SUB: lambda a, b: a - b,
    Op.MUL: lambda a, b: a * b,
    Op.DIV: lambda a, b: a // b,
    Op.MIN: min,
    Op.MAX: max,
    Op.EQ: lambda a, b: int(a == b),
    Op.LT: lambda a, b: int(a < b),
    Op.LE: lambda a, b: int(a <= b),
    Op.AND: lambda a, b: a & b,
    Op.OR: lambda a, b: a | b,
}
