"""A stratum of truths from truths: a bit a row, all rows of a block in one vector.

The lines are such that LLVM's quickest way of choosing instructions takes them all: no vector in them is a constant.
"""

from __future__ import annotations

from typing import Final

from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import Stratum
from verordening.population.program import Op, Program

TYPE: Final = "<8 x i64>"
ONES: Final = f"@ones = internal global {TYPE} splat (i64 -1), align 64"
"""What the lines ask for: everywhere yes."""


def logic(program: Program, stratum: Stratum, room: Room) -> list[str]:
    """The lines of a stratum, for the block at `%row`; what is an outcome goes to its column at once."""
    return _Logic(program, room).lines(stratum)


class _Logic:
    def __init__(self, program: Program, room: Room) -> None:
        self._nodes = program.nodes
        self._room = room
        self._lines: list[str] = []
        self._names: dict[int, str] = {}
        self._count = 0

    def lines(self, stratum: Stratum) -> list[str]:
        lines, names = self._lines, self._names
        lines += ["  %eighth = lshr exact i64 %row, 3", f"  %ones = load {TYPE}, ptr @ones, align 64"]
        for number in stratum.nodes:
            node = self._nodes[number]
            args = [names.get(each) or self._fetched(each) for each in node.args]
            name = names[number] = self._made(node.op, args)
            to = self._room.place(number)
            if to is not None:
                lines.append(f"  store {TYPE} {name}, ptr {self._standing(to)}, align 64")
            for output in self._room.outcomes.get(number, ()):
                lines.append(f"  store {TYPE} {name}, ptr {self._place('outcomes', output)}, align 1")
        return lines

    def _made(self, op: Op, args: list[str]) -> str:
        match op:
            case Op.AND:
                return self._two("and", *args)
            case Op.OR:
                return self._two("or", *args)
            case Op.NOT:
                return self._two("xor", args[0], "%ones")
            case Op.EQ:
                return self._two("xor", self._two("xor", *args), "%ones")
            case Op.LT:
                return self._two("and", self._two("xor", args[0], "%ones"), args[1])
            case Op.LE:
                return self._two("or", self._two("xor", args[0], "%ones"), args[1])
            case Op.SELECT:
                changed = self._two("and", args[0], self._two("xor", args[1], args[2]))
                return self._two("xor", changed, args[2])
        raise AssertionError(op)

    def _two(self, how: str, left: str, right: str) -> str:
        return self._line(f"{how} {TYPE} {left}, {right}")

    def _fetched(self, number: int) -> str:
        """A node of an earlier stratum, a column or a constant."""
        node = self._nodes[number]
        if node.op is Op.CONST:
            name = "%ones" if node.low else self._two("xor", "%ones", "%ones")
        elif node.op is Op.INPUT:
            at = self._place("columns", self._room.columns[str(node.payload)])
            name = self._line(f"load {TYPE}, ptr {at}, align 1")
        else:
            at = self._standing(self._room.place(number))
            name = self._line(f"load {TYPE}, ptr {at}, align 64")
        self._names[number] = name
        return name

    def _standing(self, at: int | None) -> str:
        return self._line(f"getelementptr i8, ptr %memory, i64 {at}")

    def _place(self, of: str, number: int) -> str:
        """Where the bits of this block stand in a column, or in an outcome."""
        pointer = self._line(f"getelementptr ptr, ptr %{of}, i64 {number}")
        start = self._line(f"load ptr, ptr {pointer}")
        return self._line(f"getelementptr i8, ptr {start}, i64 %eighth")

    def _line(self, text: str) -> str:
        name = f"%{self._count}"
        self._count += 1
        self._lines.append(f"  {name} = {text}")
        return name
