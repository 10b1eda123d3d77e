"""A program as steps for NumPy: which function, on which places, and when the memory of a place is free again.

Places hold constants, columns or buffers. A buffer is used again as soon as nobody needs what is in it, so a program of
thousands of operations works in the few buffers that the processor's cache can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from verordening.population.engines.chunked import steps
from verordening.population.engines.kernel import Array, type_of
from verordening.population.engines.widths import bits_for
from verordening.population.program import Node, Op, Program
from verordening.records import dataclass

TRUTH = np.dtype(np.bool_)

_PLAIN: Mapping[Op, Callable[..., object]] = {
    Op.ADD: np.add,
    Op.SUB: np.subtract,
    Op.MUL: np.multiply,
    Op.MIN: np.minimum,
    Op.MAX: np.maximum,
    Op.EQ: np.equal,
    Op.LT: np.less,
    Op.LE: np.less_equal,
    Op.AND: np.logical_and,
    Op.OR: np.logical_or,
    Op.NOT: np.logical_not,
}


class Step(NamedTuple):
    """Call `function` on what is in these places, with `out`, the place for the outcome."""

    function: Callable[..., object]
    args: tuple[int, ...]
    out: int


class _Step(NamedTuple):
    """A step that has no places yet: `args` and `out` are values, `scratch` are types of what it has on the way."""

    function: Callable[..., object]
    args: tuple[int, ...]
    scratch: tuple[np.dtype[Any], ...]
    out: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of a program. Places are numbered: first the columns, then constants, then buffers."""

    constants: tuple[Array, ...]
    buffers: tuple[np.dtype[Any], ...]
    steps: tuple[Step, ...]
    outputs: tuple[int, ...]


def planned(program: Program) -> Plan:
    """The steps of a program."""
    return _Planner(program).plan()


class _Planner:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._types: list[np.dtype[Any]] = []
        """Of each value: a node, or a node made wider or narrower."""
        self._constants: dict[int, Array] = {}
        self._columns: dict[int, int] = {}
        self._steps: list[_Step] = []
        self._values: list[int] = []
        """For each node, its value."""
        self._made: dict[tuple[int, np.dtype[Any]], int] = {}
        self._tables: dict[tuple[int, np.dtype[Any]], int] = {}

    def plan(self) -> Plan:
        """All steps, with buffers."""
        places = {column.name: place for place, column in enumerate(self._program.columns)}
        for node in self._program.nodes:
            if node.op is Op.INPUT:
                value = self._new(type_of(node))
                self._columns[value] = places[str(node.payload)]
            else:
                value = self._value(node)
            self._values.append(value)
        return self._with_buffers(
            [self._as(at, type_of(self._program.nodes[at])) for _, at in self._program.outputs]
        )

    # -------------------------------------------- nodes

    def _value(self, node: Node) -> int:
        own, args = type_of(node), node.args
        match node.op:
            case Op.CONST:
                return self._constant(node.low, own)
            case Op.ADD | Op.SUB | Op.MUL:
                # What is cut off above the bits of the outcome makes no difference to it.
                return self._step(_PLAIN[node.op], [self._as(each, own) for each in args], own)
            case Op.MIN | Op.MAX:
                wide = self._widest(args)
                return self._cut(
                    self._step(_PLAIN[node.op], [self._as(each, wide) for each in args], wide), own
                )
            case Op.DIV:
                return self._divided(node, own)
            case Op.EQ | Op.LT | Op.LE:
                wide = self._widest(args)
                return self._step(_PLAIN[node.op], [self._as(each, wide) for each in args], TRUTH)
            case Op.AND | Op.OR | Op.NOT:
                return self._step(_PLAIN[node.op], [self._as(each, TRUTH) for each in args], TRUTH)
            case Op.SELECT:
                return self._selected(node, own)
            case Op.TABLE:
                key = int(node.payload), own
                if key not in self._tables:
                    rows = np.array(self._program.tables[key[0]]).astype(own)
                    self._tables[key] = self._constant(rows, own)
                index = self._as(args[0], np.dtype(np.intp))
                return self._step(steps.look_up, [self._tables[key], index], own)
        raise AssertionError(node.op)

    def _selected(self, node: Node, own: np.dtype[Any]) -> int:
        """A truth is 0 or 1, and a product takes no branch: `otherwise + truth * (then - otherwise)`."""
        truth, then, otherwise = node.args
        if own == TRUTH:
            return self._step(
                steps.select_truth, [self._as(each, TRUTH) for each in node.args], TRUTH, scratch=(TRUTH,)
            )
        mask = self._as(truth, own)
        first, second = self._program.nodes[then], self._program.nodes[otherwise]
        if first.op is Op.CONST and second.op is Op.CONST:
            difference = self._constant(first.low - second.low, own)
            product = self._step(np.multiply, [mask, difference], own)
            return (
                product if second.low == 0 else self._step(np.add, [product, self._as(otherwise, own)], own)
            )
        if second.op is Op.CONST and second.low == 0:
            return self._step(np.multiply, [self._as(then, own), mask], own)
        return self._step(
            steps.select, [mask, self._as(then, own), self._as(otherwise, own)], own, scratch=(own,)
        )

    def _divided(self, node: Node, own: np.dtype[Any]) -> int:
        left, right = (self._program.nodes[each] for each in node.args)
        wide = np.promote_types(self._widest(node.args), np.int8)
        if right.op is not Op.CONST and max(-left.low, left.high) + right.high < 1 << 53:
            # The nearest floating-point number to the quotient has the same whole part: a quotient that is no whole
            # number stays at least 1 / divisor below the next one, more than half a unit in the last place.
            real = np.dtype(np.float64)
            return self._step(steps.divide, [self._values[each] for each in node.args], own, scratch=(real,))
        return self._cut(self._step(np.floor_divide, [self._as(each, wide) for each in node.args], wide), own)

    # -------------------------------------------- values

    def _widest(self, args: tuple[int, ...]) -> np.dtype[Any]:
        nodes = [self._program.nodes[each] for each in args]
        if all(each.truth for each in nodes):
            return TRUTH
        return np.dtype(f"int{max(bits_for(each.low, each.high) for each in nodes)}")

    def _as(self, at: int, type_: np.dtype[Any]) -> int:
        """A node in another type. What is made of it is made once."""
        value = self._values[at]
        if self._types[value] == type_:
            return value
        node = self._program.nodes[at]
        if node.op is Op.CONST:
            return self._constant(node.low, type_)
        made = self._made.get((at, type_))
        if made is None:
            made = self._made[at, type_] = self._cut(value, type_)
        return made

    def _cut(self, value: int, type_: np.dtype[Any]) -> int:
        return value if self._types[value] == type_ else self._step(steps.convert, [value], type_)

    def _step(
        self,
        function: Callable[..., object],
        args: list[int],
        type_: np.dtype[Any],
        scratch: tuple[np.dtype[Any], ...] = (),
    ) -> int:
        value = self._new(type_)
        self._steps.append(_Step(function, tuple(args), scratch, value))
        return value

    def _constant(self, number: int | Array, type_: np.dtype[Any]) -> int:
        value = self._new(type_)
        if isinstance(number, int):
            number = (
                np.array(number % (1 << 64), np.uint64).astype(type_)
                if type_ != TRUTH
                else np.array(number != 0)
            )
        self._constants[value] = number
        return value

    def _new(self, type_: np.dtype[Any]) -> int:
        self._types.append(type_)
        return len(self._types) - 1

    # -------------------------------------------- buffers

    def _with_buffers(self, outputs: list[int]) -> Plan:
        last = {each: number for number, step in enumerate(self._steps) for each in step.args}
        last.update(dict.fromkeys(outputs, len(self._steps)))
        places = dict(self._columns)
        places.update(
            {value: len(self._program.columns) + place for place, value in enumerate(self._constants)}
        )
        buffers = _Buffers(len(self._program.columns) + len(self._constants))
        operations = []
        for number, step in enumerate(self._steps):
            # The last thing that a step does writes the outcome, place by place: that may be over what it reads, but
            # not over what it has on the way.
            scratch = [buffers.take(type_) for type_ in step.scratch]
            for value in set(step.args):
                if last[value] == number:
                    buffers.release(places[value])
            places[step.out] = buffers.take(self._types[step.out])
            for place in (*scratch, *([] if step.out in last else [places[step.out]])):
                buffers.release(place)
            args = [places[each] for each in step.args]
            operations.append(Step(step.function, (*args, *scratch), places[step.out]))
        return Plan(
            tuple(self._constants.values()),
            tuple(buffers.types),
            tuple(operations),
            tuple(places[each] for each in outputs),
        )


class _Buffers:
    """Buffers with their types, and which of them are free."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.types: list[np.dtype[Any]] = []
        self._free: dict[np.dtype[Any], list[int]] = {}

    def take(self, type_: np.dtype[Any]) -> int:
        """The place of a buffer of a type: the one that was freed last, which is the nearest."""
        if self._free.get(type_):
            return self._free[type_].pop()
        self.types.append(type_)
        return self._first + len(self.types) - 1

    def release(self, place: int) -> None:
        """Nobody needs what is in a place any more. What is no buffer stays what it is."""
        if place >= self._first:
            self._free.setdefault(self.types[place - self._first], []).append(place)
