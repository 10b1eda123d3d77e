"""A stratum of truths from truths: a bit a row, so as many rows at once as a vector has bits.

The lines are such that LLVM's quickest way of choosing instructions takes them all: no vector in them is a constant.
"""

from __future__ import annotations

from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import Stratum
from verordening.population.program import Op, Program


def ones(bits: int) -> str:
    """What the lines ask for: everywhere yes, in vectors of so many bits."""
    return f"@ones = internal global <{bits // 64} x i64> splat (i64 -1), align {bits // 8}"


def logic(program: Program, stratum: Stratum, room: Room, bits: int) -> list[str]:
    """The lines of a stratum, for the rows from `%lane` of the block at `%row`, by vectors of so many bits.

    What is an outcome goes to its column at once.
    """
    return _Logic(program, room, bits).lines(stratum)


class _Logic:
    def __init__(self, program: Program, room: Room, bits: int) -> None:
        self._type = f"<{bits // 64} x i64>"
        self._aligned = bits // 8
        self._nodes = program.nodes
        self._room = room
        self._lines: list[str] = []
        self._names: dict[int, str] = {}
        self._count = 0

    def lines(self, stratum: Stratum) -> list[str]:
        lines, names = self._lines, self._names
        lines += [
            "  %at = add i64 %row, %lane",
            "  %at1 = lshr i64 %at, 3",
            "  %eighth = lshr i64 %lane, 3",
            "  %memory1 = getelementptr i8, ptr %memory, i64 %eighth",
            f"  %ones = load {self._type}, ptr @ones, align {self._aligned}",
        ]
        for number in stratum.nodes:
            node = self._nodes[number]
            args = [names.get(each) or self._fetched(each) for each in node.args]
            name = names[number] = self._made(node.op, args)
            to = self._room.place(number)
            if to is not None:
                lines.append(f"  store {self._type} {name}, ptr {self._standing(to)}, align {self._aligned}")
            for output in self._room.outcomes.get(number, ()):
                lines.append(f"  store {self._type} {name}, ptr {self._place('outcomes', output)}, align 1")
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
        return self._line(f"{how} {self._type} {left}, {right}")

    def _fetched(self, number: int) -> str:
        """A node of an earlier stratum, a column or a constant."""
        node = self._nodes[number]
        if node.op is Op.CONST:
            name = "%ones" if node.low else self._two("xor", "%ones", "%ones")
        elif node.op is Op.INPUT:
            at = self._place("columns", self._room.columns[str(node.payload)])
            name = self._line(f"load {self._type}, ptr {at}, align 1")
        else:
            at = self._standing(self._room.place(number))
            name = self._line(f"load {self._type}, ptr {at}, align {self._aligned}")
        self._names[number] = name
        return name

    def _standing(self, at: int | None) -> str:
        return self._line(f"getelementptr i8, ptr %memory1, i64 {at}")

    def _place(self, of: str, number: int) -> str:
        """Where the bits of this block stand in a column, or in an outcome."""
        pointer = self._line(f"getelementptr ptr, ptr %{of}, i64 {number}")
        start = self._line(f"load ptr, ptr {pointer}")
        return self._line(f"getelementptr i8, ptr {start}, i64 %at1")

    def _line(self, text: str) -> str:
        name = f"%{self._count}"
        self._count += 1
        self._lines.append(f"  {name} = {text}")
        return name
