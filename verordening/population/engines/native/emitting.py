"""A program as a function in the language of LLVM: a loop over the rows, a number of rows at once, without a branch.

Rows stand beside each other in vectors. A truth is one bit, a number as wide as its range asks for. The last round
takes the last rows once more where they do not fill a vector, so there must be at least as many rows as lanes.
"""

from __future__ import annotations

from verordening.population.engines.widths import bits_for
from verordening.population.program import Node, Op, Program

FUNCTION = "calculate"

_COMPARED = {Op.EQ: "eq", Op.LT: "slt", Op.LE: "sle", Op.MIN: "slt", Op.MAX: "sgt"}
_PLAIN = {Op.ADD: "add", Op.SUB: "sub", Op.MUL: "mul"}
_LOGIC = {Op.AND: "and", Op.OR: "or"}
_CHOSEN = 8
"""A table of at most so many rows is chosen from, a longer one is read from memory."""
_EXACT = {24: "float", 53: "double"}
"""Bits of a whole number that a floating-point number holds exactly."""


def emitted(program: Program, lanes: int, narrowest: int) -> str:
    """The module, as text. Its function takes the addresses of columns and outcomes, the first row and where to stop.

    No number takes fewer than `narrowest` bits, except in memory.
    """
    return _Emitter(program, lanes, narrowest).module()


class _Emitter:
    def __init__(self, program: Program, lanes: int, narrowest: int) -> None:
        self._program = program
        self._lanes = lanes
        self._narrowest = narrowest
        self._lines: list[str] = []
        self._globals: dict[str, str] = {}
        self._values: list[tuple[str, int]] = []
        """For each node its name and bits; one bit is a truth."""
        self._made: dict[tuple[int, int], str] = {}
        self._count = 0

    def module(self) -> str:
        """The whole text."""
        head, columns = ["entry:"], self._program.columns
        for kind, number in (("columns", len(columns)), ("outcomes", len(self._program.outputs))):
            for place in range(number):
                head += [
                    f"  %{kind}.at.{place} = getelementptr ptr, ptr %{kind}, i64 {place}",
                    f"  %{kind}.{place} = load ptr, ptr %{kind}.at.{place}",
                ]
        head += [
            f"  %last = sub i64 %stop, {self._lanes}",
            "  br label %loop",
            "loop:",
            "  %row = phi i64 [ %start, %entry ], [ %next, %loop ]",
        ]
        self._places = {column.name: place for place, column in enumerate(columns)}
        for node in self._program.nodes:
            self._values.append(self._value(node))
        for place, (_, at) in enumerate(self._program.outputs):
            self._store(place, at)
        tail = [
            "  %is_last = icmp eq i64 %row, %last",
            f"  %ahead = add i64 %row, {self._lanes}",
            "  %beyond = icmp sgt i64 %ahead, %last",
            "  %next = select i1 %beyond, i64 %last, i64 %ahead",
            "  br i1 %is_last, label %done, label %loop",
            "done:",
            "  ret void",
        ]
        return "\n".join([
            *self._globals.values(),
            f"define void @{FUNCTION}(ptr %columns, ptr %outcomes, i64 %start, i64 %stop) #0 {{",
            *head,
            *self._lines,
            *tail,
            "}",
            'attributes #0 = { nounwind "min-legal-vector-width"="512" "prefer-vector-width"="512" }',
            "",
        ])  # fmt: skip

    # -------------------------------------------- nodes

    def _value(self, node: Node) -> tuple[str, int]:
        bits = 1 if node.truth else self._bits(node.low, node.high)
        args = node.args
        match node.op:
            case Op.CONST:
                return _splat(node.low, bits), bits
            case Op.INPUT:
                return self._loaded(node), bits
            case Op.ADD | Op.SUB | Op.MUL:
                # What is cut off above the bits of the outcome makes no difference to it.
                left, right = (self._as(each, bits) for each in args)
                return self._line(f"{_PLAIN[node.op]} {self._type(bits)} {left}, {right}"), bits
            case Op.DIV:
                return self._divided(node, bits), bits
            case Op.MIN | Op.MAX:
                wide = max(self._values[each][1] for each in args)
                left, right = (self._as(each, wide) for each in args)
                truth = self._line(f"icmp {_COMPARED[node.op]} {self._type(wide)} {left}, {right}")
                return self._cut(self._selected(truth, left, right, wide), wide, bits), bits
            case Op.EQ | Op.LT | Op.LE:
                return self._compared(node), 1
            case Op.AND | Op.OR:
                left, right = (self._as(each, 1) for each in args)
                return self._line(f"{_LOGIC[node.op]} {self._type(1)} {left}, {right}"), 1
            case Op.NOT:
                return self._line(f"xor {self._type(1)} {self._as(args[0], 1)}, {_splat(1, 1)}"), 1
            case Op.SELECT:
                truth, then, otherwise = (
                    self._as(args[0], 1),
                    self._as(args[1], bits),
                    self._as(args[2], bits),
                )
                return self._selected(truth, then, otherwise, bits), bits
            case Op.TABLE:
                return self._looked_up(node, bits), bits
        raise AssertionError(node.op)

    def _loaded(self, node: Node) -> str:
        """The rows of a column, made as wide as the program works with."""
        place = self._places[str(node.payload)]
        stored = 8 if node.truth else bits_for(node.low, node.high)
        at = self._line(f"getelementptr i{stored}, ptr %columns.{place}, i64 %row")
        found = self._line(f"load {self._type(stored)}, ptr {at}, align 1")
        if node.truth:
            return self._line(f"icmp ne {self._type(8)} {found}, zeroinitializer")
        return self._cut(found, stored, self._bits(node.low, node.high))

    def _store(self, place: int, at: int) -> None:
        node = self._program.nodes[at]
        bits = 8 if node.truth else bits_for(node.low, node.high)
        value = self._as(at, bits)
        to = self._line(f"getelementptr i{bits}, ptr %outcomes.{place}, i64 %row")
        self._lines.append(f"  store {self._type(bits)} {value}, ptr {to}, align 1")

    def _compared(self, node: Node) -> str:
        wide = max(self._values[each][1] for each in node.args)
        if wide == 1 and node.op is not Op.EQ:
            wide = 8
        left, right = (self._as(each, wide) for each in node.args)
        return self._line(f"icmp {_COMPARED[node.op]} {self._type(wide)} {left}, {right}")

    def _divided(self, node: Node, bits: int) -> str:
        """Rounded down, for dividends below zero as well."""
        low, high = self._range(node.args[0])
        divisor, most = self._range(node.args[1])
        # A dividend made larger by a number of divisors divides as one that is not below zero.
        steps = -(low // divisor) if low < 0 else 0
        if divisor == most and high + steps * divisor < 1 << 63:
            wide = max(self._bits(0, high + steps * divisor), self._bits(0, divisor), self._bits(low, high))
            type_ = self._type(wide)
            dividend = self._as(node.args[0], wide)
            if steps:
                dividend = self._line(f"add {type_} {dividend}, {_splat(steps * divisor, wide)}")
            found = self._line(f"udiv {type_} {dividend}, {_splat(divisor, wide)}")
            if steps:
                found = self._line(f"sub {type_} {found}, {_splat(steps, wide)}")
            return self._cut(found, wide, bits)
        for exact, kind in _EXACT.items():
            # The nearest floating-point number to the quotient then has the same whole part: a quotient that is no
            # whole number stays at least 1 / divisor below the next one: more than half a unit in the last place.
            if max(-low, high) + most < 1 << exact:
                return self._by_floats(node, kind, bits)
        wide = max(self._bits(low, high), self._bits(divisor, most))
        type_ = self._type(wide)
        left, right = (self._as(each, wide) for each in node.args)
        found = self._line(f"sdiv {type_} {left}, {right}")
        if low < 0:
            whole = self._line(f"mul {type_} {found}, {right}")
            above = self._line(f"icmp sgt {type_} {whole}, {left}")
            less = self._line(f"sext {self._type(1)} {above} to {type_}")
            found = self._line(f"add {type_} {found}, {less}")
        return self._cut(found, wide, bits)

    def _by_floats(self, node: Node, kind: str, bits: int) -> str:
        vector = f"<{self._lanes} x {kind}>"
        parts = []
        for each in node.args:
            wide = max(self._values[each][1], 32)
            parts.append(self._line(f"sitofp {self._type(wide)} {self._as(each, wide)} to {vector}"))
        found = self._line(f"fdiv {vector} {parts[0]}, {parts[1]}")
        if node.low < 0:
            name = f"@llvm.floor.v{self._lanes}f{32 if kind == 'float' else 64}"
            self._globals[name] = f"declare {vector} {name}({vector})"
            found = self._line(f"call {vector} {name}({vector} {found})")
        wide = max(bits, 32)
        return self._cut(self._line(f"fptosi {vector} {found} to {self._type(wide)}"), wide, bits)

    def _looked_up(self, node: Node, bits: int) -> str:
        table = self._program.tables[int(node.payload)]
        low, high = self._range(node.args[0])
        index_bits = self._values[node.args[0]][1]
        index = self._as(node.args[0], max(index_bits, 8))
        if high - low < _CHOSEN:
            found = _splat(table[high], bits)
            for place in range(high - 1, low - 1, -1):
                truth = self._line(
                    f"icmp eq {self._type(max(index_bits, 8))} {index}, {_splat(place, max(index_bits, 8))}"
                )
                found = self._selected(truth, _splat(table[place], bits), found, bits)
            return found
        wide = max(bits, 32)
        name = f"@table.{int(node.payload)}.{low}.{high}.{wide}"
        rows = ", ".join(f"i{wide} {value}" for value in table[low : high + 1])
        self._globals[name] = f"{name} = private unnamed_addr constant [{high - low + 1} x i{wide}] [{rows}]"
        index = self._as(node.args[0], 64)
        if low:
            index = self._line(f"sub {self._type(64)} {index}, {_splat(low, 64)}")
        pointers = f"<{self._lanes} x ptr>"
        at = self._line(f"getelementptr i{wide}, ptr {name}, {self._type(64)} {index}")
        gather = f"@llvm.masked.gather.v{self._lanes}i{wide}.v{self._lanes}p0"
        type_, mask = self._type(wide), self._type(1)
        self._globals[gather] = f"declare {type_} {gather}({pointers}, i32, {mask}, {type_})"
        found = self._line(
            f"call {type_} {gather}({pointers} {at}, i32 {wide // 8}, {mask} {_splat(1, 1)}, {type_} poison)"
        )
        return self._cut(found, wide, bits)

    # -------------------------------------------- parts

    def _range(self, at: int) -> tuple[int, int]:
        return self._program.nodes[at].low, self._program.nodes[at].high

    def _bits(self, low: int, high: int) -> int:
        return max(self._narrowest, bits_for(low, high))

    def _type(self, bits: int) -> str:
        return f"<{self._lanes} x i{bits}>"

    def _line(self, text: str) -> str:
        self._count += 1
        self._lines.append(f"  %v{self._count} = {text}")
        return f"%v{self._count}"

    def _selected(self, truth: str, then: str, otherwise: str, bits: int) -> str:
        type_ = self._type(bits)
        return self._line(f"select {self._type(1)} {truth}, {type_} {then}, {type_} {otherwise}")

    def _as(self, at: int, bits: int) -> str:
        """A node as a number of so many bits, or as a truth. It is made once."""
        node = self._program.nodes[at]
        name, own = self._values[at]
        if own == bits:
            return name
        if node.op is Op.CONST:
            return _splat(node.low, bits)
        made = self._made.get((at, bits))
        if made is None:
            made = self._made[at, bits] = self._cut(name, own, bits)
        return made

    def _cut(self, name: str, own: int, bits: int) -> str:
        """A number made wider or narrower; a truth made a number, or a number that is 0 or 1 a truth."""
        if own == bits:
            return name
        how = "trunc" if own > bits else "zext" if own == 1 else "sext"
        return self._line(f"{how} {self._type(own)} {name} to {self._type(bits)}")


def _splat(value: int, bits: int) -> str:
    if value == 0:
        return "zeroinitializer"
    if bits == 1:
        return "splat (i1 true)"
    return f"splat (i{bits} {_wrapped(value, bits)})"


def _wrapped(value: int, bits: int) -> int:
    """What is left of a number in so many bits."""
    half = 1 << bits - 1
    return (value + half) % (half * 2) - half
