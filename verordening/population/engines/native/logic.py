"""A stratum of truths from truths: a bit a row, all rows of a block in one vector."""

from __future__ import annotations

from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import Stratum
from verordening.population.program import Op, Program

TYPE = "<8 x i64>"
_ALL = "splat (i64 -1)"


def logic(program: Program, place: int, stratum: Stratum, room: Room) -> list[str]:
    """The lines of a stratum, for the block at `%row`; what is an outcome goes to its column at once."""
    return _Logic(program, place, room).lines(stratum)


class _Logic:
    def __init__(self, program: Program, place: int, room: Room) -> None:
        self._program = program
        self._prefix = f"%s{place}."
        self._room = room
        self._lines: list[str] = []
        self._names: dict[int, str] = {}
        self._outcomes: dict[int, list[int]] = {}
        for output, (_, at) in enumerate(program.outputs):
            self._outcomes.setdefault(at, []).append(output)

    def lines(self, stratum: Stratum) -> list[str]:
        for number in stratum.nodes:
            node = self._program.nodes[number]
            args = [self._name(each) for each in node.args]
            self._names[number] = self._made(node.op, args)
            to = self._room.place(number)
            if to is not None:
                at = self._line(f"getelementptr i8, ptr %memory, i64 {to}")
                self._lines.append(f"  store {TYPE} {self._names[number]}, ptr {at}, align 64")
            for output in self._outcomes.get(number, ()):
                at = self._place("outcomes", output)
                self._lines.append(f"  store {TYPE} {self._names[number]}, ptr {at}, align 1")
        return self._lines

    def _made(self, op: Op, args: list[str]) -> str:
        match op:
            case Op.AND | Op.OR:
                return self._two(op.value, *args)
            case Op.NOT:
                return self._two("xor", args[0], _ALL)
            case Op.EQ:
                return self._two("xor", self._two("xor", *args), _ALL)
            case Op.LT:
                return self._two("and", self._two("xor", args[0], _ALL), args[1])
            case Op.LE:
                return self._two("or", self._two("xor", args[0], _ALL), args[1])
            case Op.SELECT:
                changed = self._two("and", args[0], self._two("xor", args[1], args[2]))
                return self._two("xor", changed, args[2])
        raise AssertionError(op)

    def _two(self, how: str, left: str, right: str) -> str:
        return self._line(f"{how} {TYPE} {left}, {right}")

    def _name(self, number: int) -> str:
        node = self._program.nodes[number]
        if node.op is Op.CONST:
            return _ALL if node.low else "zeroinitializer"
        if number not in self._names and node.op is Op.INPUT:
            at = self._place("columns", self._room.columns[str(node.payload)])
            self._names[number] = self._line(f"load {TYPE}, ptr {at}, align 1")
        elif number not in self._names:
            at = self._line(f"getelementptr i8, ptr %memory, i64 {self._room.place(number)}")
            self._names[number] = self._line(f"load {TYPE}, ptr {at}, align 64")
        return self._names[number]

    def _place(self, of: str, number: int) -> str:
        """Where the bits of this block stand in a column, or in an outcome."""
        pointer = self._line(f"getelementptr ptr, ptr %{of}, i64 {number}")
        start = self._line(f"load ptr, ptr {pointer}")
        return self._line(f"getelementptr i8, ptr {start}, i64 %row.eighth")

    def _line(self, text: str) -> str:
        name = f"{self._prefix}{len(self._lines)}"
        self._lines.append(f"  {name} = {text}")
        return name
