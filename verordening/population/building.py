"""Makes integer programs: what is the same is made once, what can be worked out beforehand is, and ranges are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from verordening.population.program import LOGICAL, Column, Node, Op, Program, result

WIDEST = 2**63 - 1
"""The largest number that every engine can hold."""
_TWO = 2


class TooWideError(Exception):
    """A number may be larger than any engine can hold. The rules as written cannot be run over columns."""


class Builder:
    """Collects nodes. A node is known by its number; two that are made alike are one.

    `symbols` is for whoever builds: what stands for a node with him, so that of one node there is one.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.columns: dict[str, Column] = {}
        self.tables: list[tuple[int, ...]] = []
        self.symbols: dict[int, Any] = {}
        self._known: dict[tuple[object, ...], int] = {}
        self._opposites: dict[int, int] = {}
        self._table_numbers: dict[tuple[int, ...], int] = {}
        self.yes = self.const(1, truth=True)
        self.no = self.const(0, truth=True)
        self._are_opposite(self.yes, self.no)

    # -------------------------------------------- leaves

    def const(self, value: int, *, truth: bool = False) -> int:
        """A number, or a truth."""
        return self._add(Op.CONST, (), value, value, value, truth=truth)

    def column(self, name: str, low: int, high: int, *, truth: bool = False) -> int:
        """A column of the batch, with its bounds. The same name is the same column."""
        self.columns.setdefault(name, Column(name, low, high, truth))
        if low == high:
            return self.const(low, truth=truth)
        return self._add(Op.INPUT, (), name, low, high, truth=truth)

    def fixed(self, node: int) -> int | None:
        """The value of a node that is the same for every case; None where it is not."""
        found = self.nodes[node]
        return found.low if found.low == found.high else None

    def range(self, node: int) -> tuple[int, int]:
        """The least and the most that a node can be."""
        found = self.nodes[node]
        return found.low, found.high

    # -------------------------------------------- numbers

    def add(self, left: int, right: int) -> int:
        """The sum."""
        if self.fixed(left) == 0:
            return right
        if self.fixed(right) == 0:
            return left
        (a, b), (c, d) = self.range(left), self.range(right)
        return self._add(Op.ADD, _sorted(left, right), 0, a + c, b + d)

    def sub(self, left: int, right: int) -> int:
        """The difference."""
        if self.fixed(right) == 0:
            return left
        if left == right:
            return self.const(0)
        (a, b), (c, d) = self.range(left), self.range(right)
        return self._add(Op.SUB, (left, right), 0, a - d, b - c)

    def mul(self, left: int, right: int) -> int:
        """The product."""
        if self.fixed(left) == 1:
            return right
        if self.fixed(right) == 1:
            return left
        (a, b), (c, d) = self.range(left), self.range(right)
        ends = (a * c, a * d, b * c, b * d)
        return self._add(Op.MUL, _sorted(left, right), 0, min(ends), max(ends))

    def div(self, left: int, right: int) -> int:
        """The quotient rounded down. The divisor is 1 or more: whoever asks sees to that."""
        (a, b), (c, d) = self.range(left), self.range(right)
        if c < 1:
            raise ValueError("a divisor must be 1 or more")
        if (c, d) == (1, 1):
            return left
        ends = (a // c, a // d, b // c, b // d)
        return self._add(Op.DIV, (left, right), 0, min(ends), max(ends))

    def least(self, left: int, right: int) -> int:
        """The smaller of two."""
        (a, b), (c, d) = self.range(left), self.range(right)
        if b <= c:
            return left
        if d <= a:
            return right
        return self._add(Op.MIN, _sorted(left, right), 0, min(a, c), min(b, d))

    def most(self, left: int, right: int) -> int:
        """The larger of two."""
        (a, b), (c, d) = self.range(left), self.range(right)
        if a >= d:
            return left
        if c >= b:
            return right
        return self._add(Op.MAX, _sorted(left, right), 0, max(a, c), max(b, d))

    def look_up(self, index: int, rows: Sequence[int]) -> int:
        """The row of a table at an index, which must surely lie within it."""
        low, high = self.range(index)
        if low < 0 or high >= len(rows):
            raise ValueError("the index may lie outside the table")
        table = tuple(rows)
        number = self._table_numbers.setdefault(table, len(self.tables))
        if number == len(self.tables):
            self.tables.append(table)
        reached = table[low : high + 1]
        return self._add(Op.TABLE, (index,), number, min(reached), max(reached))

    # -------------------------------------------- truths

    def equal(self, left: int, right: int) -> int:
        """Whether two numbers, or two truths, are the same."""
        if left == right:
            return self.yes
        (a, b), (c, d) = self.range(left), self.range(right)
        if b < c or d < a:
            return self.no
        if self.nodes[left].truth and self.nodes[right].truth:
            for one, other in ((left, right), (right, left)):
                known = self.fixed(one)
                if known is not None:
                    return other if known else self.negated(other)
        return self._add(Op.EQ, _sorted(left, right), 0, 0, 1)

    def less(self, left: int, right: int) -> int:
        """Whether one number is less than another."""
        (a, b), (c, d) = self.range(left), self.range(right)
        if b < c:
            return self.yes
        if a >= d or left == right:
            return self.no
        return self._add(Op.LT, (left, right), 0, 0, 1)

    def at_most(self, left: int, right: int) -> int:
        """Whether one number is at most another."""
        (a, b), (c, d) = self.range(left), self.range(right)
        if b <= c or left == right:
            return self.yes
        if a > d:
            return self.no
        return self._add(Op.LE, (left, right), 0, 0, 1)

    def both(self, *truths: int) -> int:
        """Whether all of these hold."""
        return self._junction(Op.AND, truths, self.yes, self.no)

    def some(self, *truths: int) -> int:
        """Whether one of these holds."""
        return self._junction(Op.OR, truths, self.no, self.yes)

    def negated(self, truth: int) -> int:
        """Whether it does not hold."""
        found = self._opposites.get(truth)
        if found is None:
            found = self._kept((Op.NOT, truth))
            self._are_opposite(truth, found)
        return found

    def select(self, truth: int, then: int, otherwise: int) -> int:
        """One of two numbers, or of two truths."""
        known = self.fixed(truth)
        if known is not None:
            return then if known else otherwise
        if then == otherwise:
            return then
        first, second = self.nodes[then], self.nodes[otherwise]
        if first.truth and second.truth:
            return self.some(self.both(truth, then), self.both(self.negated(truth), otherwise))
        if self.nodes[truth].op is Op.NOT:
            return self.select(self.nodes[truth].args[0], otherwise, then)
        low, high = min(first.low, second.low), max(first.high, second.high)
        return self._add(Op.SELECT, (truth, then, otherwise), 0, low, high)

    # -------------------------------------------- the whole

    def program(self, outputs: Mapping[str, int]) -> Program:
        """The program that gives these nodes, without what they do not need."""
        needed: set[int] = set()
        waiting = list(outputs.values())
        while waiting:
            at = waiting.pop()
            if at not in needed:
                needed.add(at)
                waiting += self.nodes[at].args
        order = sorted(needed)
        place = {old: new for new, old in enumerate(order)}
        tables: dict[int, int] = {}
        nodes = []
        for old in order:
            node = self.nodes[old]
            payload = node.payload
            if node.op is Op.TABLE:
                assert isinstance(payload, int)
                payload = tables.setdefault(payload, len(tables))
            args = tuple([place[each] for each in node.args])
            nodes.append(Node(node.op, args, payload, node.low, node.high, node.truth))
        columns = {node.payload for node in nodes if node.op is Op.INPUT}
        return Program(
            tuple(nodes),
            tuple(each for each in self.columns.values() if each.name in columns),
            tuple((name, place[at]) for name, at in outputs.items()),
            tuple(self.tables[number] for number in tables),
        )

    def _junction(self, op: Op, truths: Sequence[int], neutral: int, settling: int) -> int:
        found, opposites = neutral, self._opposites
        for each in truths if len(truths) == _TWO else dict.fromkeys(truths):
            if each == settling or opposites.get(each) == found:
                return settling
            if found == neutral:
                found = each
            elif each != neutral and each != found:
                key = (op, found, each) if found < each else (op, each, found)
                found = self._known.get(key) or self._kept(key)
        return found

    def _are_opposite(self, one: int, other: int) -> None:
        self._opposites[one], self._opposites[other] = other, one

    def _kept(self, truth: tuple[Op, *tuple[int, ...]]) -> int:
        """The node of an operation on truths that are not settled, each alike made once."""
        found = self._known.get(truth)
        if found is None:
            found = self._known[truth] = len(self.nodes)
            self.nodes.append(Node(truth[0], truth[1:], 0, 0, 1, True))
        return found

    def _add(
        self,
        op: Op,
        args: tuple[int, ...],
        payload: int | str,
        low: int,
        high: int,
        *,
        truth: bool | None = None,
    ) -> int:
        truth = op in LOGICAL if truth is None else truth
        if low < -WIDEST or high > WIDEST:
            raise TooWideError
        if low == high and op is not Op.CONST:
            return self.const(low, truth=truth)
        if args and all(self.nodes[each].op is Op.CONST for each in args):
            return self.const(self._worked_out(op, args, payload), truth=truth)
        node = Node(op, args, payload, low, high, truth)
        known = self._known.get(node)
        if known is None:
            known = self._known[node] = len(self.nodes)
            self.nodes.append(node)
        return known

    def _worked_out(self, op: Op, args: tuple[int, ...], payload: int | str) -> int:
        values = [self.nodes[each].low for each in args]
        return result(Node(op, (), payload, 0, 0, truth=False), values, {}, self.tables)


def _sorted(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left <= right else (right, left)
