"""A stratum with numbers in it: some tens of rows at once, each number as wide as its range asks for."""

from __future__ import annotations

import struct
from fractions import Fraction

from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import Stratum
from verordening.population.engines.widths import WIDTHS, bits_for, width_of
from verordening.population.program import Node, Op, Program

_COMPARED = {Op.EQ: "eq", Op.LT: "slt", Op.LE: "sle", Op.MIN: "slt", Op.MAX: "sgt"}
_PLAIN = {Op.ADD: "add", Op.SUB: "sub", Op.MUL: "mul"}
_CHOSEN = 8
"""A table of at most so many rows is chosen from, a longer one is read from memory."""
_EXACT = {24: "float", 53: "double"}
"""Bits of a whole number that a floating-point number holds exactly."""


_BY_PRODUCT = 1 << 22
"""Dividend and divisor together are less than this where a product divides exactly."""


class Numbers:
    """Writes the strata with numbers, one after the other."""

    def __init__(self, program: Program, room: Room, lanes: int) -> None:
        self._lanes = lanes
        self._program = program
        self._room = room
        self._globals: dict[str, str] = {}

    @property
    def declared(self) -> list[str]:
        """What the strata so far use: numbers, tables and functions."""
        return list(self._globals.values())

    def lines(self, stratum: Stratum) -> list[str]:
        """The lines of a stratum, for the rows from `%lane` of the block at `%row`."""
        self._lines = [
            "  %at = add i64 %row, %lane",
            "  %at1 = lshr i64 %at, 3",
            "  %eighth = lshr i64 %lane, 3",
            "  %memory1 = getelementptr i8, ptr %memory, i64 %eighth",
            *(f"  %memory{bits} = getelementptr i{bits}, ptr %memory, i64 %lane" for bits in WIDTHS),
        ]
        self._count = 0
        self._values: dict[int, tuple[str, int]] = {}
        """For each node its name and bits; one bit is a truth."""
        self._made: dict[tuple[int, int], str] = {}
        self._constants: dict[tuple[int, int], str] = {}
        for number in stratum.nodes:
            self._values[number] = self._value(self._program.nodes[number])
            self._keep(number)
            for output in self._room.outcomes.get(number, ()):
                self._store(output, number)
        return self._lines

    # -------------------------------------------- between strata

    def _node(self, number: int) -> tuple[str, int]:
        """The name and the bits of a node, from this stratum or an earlier one."""
        found = self._values.get(number)
        if found is None:
            found = self._values[number] = self._fetched(number)
        return found

    def _fetched(self, number: int) -> tuple[str, int]:
        node = self._program.nodes[number]
        bits = _bits(node)
        if node.op is Op.CONST:
            return self._constant(node.low, bits), bits
        if node.op is Op.INPUT:
            at = self._place("columns", self._room.columns[str(node.payload)], bits)
            return self._line(f"load {self._type(bits)}, ptr {at}, align 1"), bits
        return self._line(
            f"load {self._type(bits)}, ptr {self._standing(number, bits)}, align {self._aligned(bits)}"
        ), bits

    def _keep(self, number: int) -> None:
        """Put a node where a later stratum finds it, if one needs it."""
        if self._room.place(number) is not None:
            name, bits = self._values[number]
            at = self._standing(number, bits)
            self._lines.append(f"  store {self._type(bits)} {name}, ptr {at}, align {self._aligned(bits)}")

    def _standing(self, number: int, bits: int) -> str:
        return self._line(f"getelementptr i8, ptr %memory{bits}, i64 {self._room.place(number)}")

    def _store(self, output: int, number: int) -> None:
        bits = _bits(self._program.nodes[number])
        value = self._as(number, bits)
        at = self._place("outcomes", output, bits)
        self._lines.append(f"  store {self._type(bits)} {value}, ptr {at}, align 1")

    def _place(self, of: str, number: int, bits: int) -> str:
        """Where these rows stand in a column, or in an outcome."""
        pointer = self._line(f"getelementptr ptr, ptr %{of}, i64 {number}")
        start = self._line(f"load ptr, ptr {pointer}")
        return self._line(
            f"getelementptr i8, ptr {start}, i64 %at1"
            if bits == 1
            else f"getelementptr i{bits}, ptr {start}, i64 %at"
        )

    # -------------------------------------------- nodes

    def _value(self, node: Node) -> tuple[str, int]:
        bits = _bits(node)
        args = node.args
        match node.op:
            case Op.ADD | Op.SUB | Op.MUL:
                # What is cut off above the bits of the outcome makes no difference to it.
                left, right = (self._as(each, bits) for each in args)
                return self._line(f"{_PLAIN[node.op]} {self._type(bits)} {left}, {right}"), bits
            case Op.DIV:
                return self._divided(node, bits), bits
            case Op.MIN | Op.MAX:
                wide = max(8, *(self._node(each)[1] for each in args))
                left, right = (self._as(each, wide) for each in args)
                truth = self._line(f"icmp {_COMPARED[node.op]} {self._type(wide)} {left}, {right}")
                return self._cut(self._selected(truth, left, right, wide), wide, bits), bits
            case Op.EQ | Op.LT | Op.LE:
                return self._compared(node), 1
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

    def _compared(self, node: Node) -> str:
        wide = max(self._node(each)[1] for each in node.args)
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
            wide = max(bits_for(0, high + steps * divisor), bits_for(0, divisor), bits_for(low, high))
            type_ = self._type(wide)
            dividend = self._as(node.args[0], wide)
            if steps:
                dividend = self._line(f"add {type_} {dividend}, {self._constant(steps * divisor, wide)}")
            if wide == 32 and high + steps * divisor + divisor < _BY_PRODUCT:
                found = self._by_product(dividend, divisor)
            else:
                found = self._line(f"udiv {type_} {dividend}, {_splat(divisor, wide)}")
            if steps:
                found = self._line(f"sub {type_} {found}, {self._constant(steps, wide)}")
            return self._cut(found, wide, bits)
        for exact, kind in _EXACT.items():
            # The nearest floating-point number to the quotient then has the same whole part: a quotient that is no
            # whole number stays at least 1 / divisor below the next one: more than half a unit in the last place.
            if max(-low, high) + most < 1 << exact:
                return self._by_floats(node, kind, bits)
        wide = max(bits_for(low, high), bits_for(divisor, most))
        type_ = self._type(wide)
        left, right = (self._as(each, wide) for each in node.args)
        found = self._line(f"sdiv {type_} {left}, {right}")
        if low < 0:
            whole = self._line(f"mul {type_} {found}, {right}")
            above = self._line(f"icmp sgt {type_} {whole}, {left}")
            less = self._line(f"sext {self._type(1)} {above} to {type_}")
            found = self._line(f"add {type_} {found}, {less}")
        return self._cut(found, wide, bits)

    def _by_product(self, dividend: str, divisor: int) -> str:
        """A number that is not below zero divided, by a product with a number just above 1 / divisor.

        Both roundings together make it less than 1 + 2 ** -22 times as much. A quotient that is whole stays so, and one
        that is not stays below the next whole number where dividend and divisor together are less than 2 ** 22.
        """
        vector, whole = f"<{self._lanes} x float>", self._type(32)
        real = self._line(f"sitofp {whole} {dividend} to {vector}")
        part = self._global(f"part.{divisor}", vector, f"splat (float {_part_of(divisor)})", 32)
        product = self._line(f"fmul {vector} {real}, {part}")
        return self._line(f"fptosi {vector} {product} to {whole}")

    def _by_floats(self, node: Node, kind: str, bits: int) -> str:
        vector = f"<{self._lanes} x {kind}>"
        parts = []
        for each in node.args:
            wide = max(self._node(each)[1], 32)
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
        index_bits = self._node(node.args[0])[1]
        index = self._as(node.args[0], max(index_bits, 8))
        if high - low < _CHOSEN:
            found = self._constant(table[high], bits)
            for place in range(high - 1, low - 1, -1):
                truth = self._line(
                    f"icmp eq {self._type(max(index_bits, 8))} {index}, {self._constant(place, max(index_bits, 8))}"
                )
                found = self._selected(truth, self._constant(table[place], bits), found, bits)
            return found
        wide = width_of(table)
        index = self._as(node.args[0], 64)
        pointer = self._line(f"getelementptr ptr, ptr %columns, i64 {self._room.table(int(node.payload))}")
        start = self._line(f"load ptr, ptr {pointer}")
        pointers = f"<{self._lanes} x ptr>"
        at = self._line(f"getelementptr i{wide}, ptr {start}, {self._type(64)} {index}")
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

    def _type(self, bits: int) -> str:
        return f"<{self._lanes} x i{bits}>"

    def _aligned(self, bits: int) -> int:
        """On how many bytes the rows of `%lane` begin in working memory."""
        return min(self._lanes * bits // 8, 64)

    def _line(self, text: str) -> str:
        name = f"%{self._count}"
        self._count += 1
        self._lines.append(f"  {name} = {text}")
        return name

    def _constant(self, value: int, bits: int) -> str:
        """The same number for all rows, from memory: as a constant LLVM takes it apart again and again."""
        if value == 0 or bits == 1:
            return _splat(value, bits)
        name = self._constants.get((value, bits))
        if name is None:
            number = _wrapped(value, bits)
            name = self._global(f"same{bits}.{number}", self._type(bits), _splat(number, bits), bits)
            self._constants[value, bits] = name
        return name

    def _global(self, name: str, type_: str, value: str, bits: int) -> str:
        """A vector that stands in the module."""
        aligned = self._aligned(bits)
        self._globals[name] = f"@{name} = internal global {type_} {value}, align {aligned}"
        return self._line(f"load {type_}, ptr @{name}, align {aligned}")

    def _selected(self, truth: str, then: str, otherwise: str, bits: int) -> str:
        type_ = self._type(bits)
        return self._line(f"select {self._type(1)} {truth}, {type_} {then}, {type_} {otherwise}")

    def _as(self, at: int, bits: int) -> str:
        """A node as a number of so many bits, or as a truth. It is made once."""
        node = self._program.nodes[at]
        name, own = self._node(at)
        if own == bits:
            return name
        if node.op is Op.CONST:
            return self._constant(node.low, bits)
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


def _bits(node: Node) -> int:
    return 1 if node.truth else bits_for(node.low, node.high)


def _part_of(divisor: int) -> str:
    """The least floating-point number of 32 bits that is not below 1 / divisor, as LLVM writes it."""
    (bits,) = struct.unpack("<I", struct.pack("<f", 1 / divisor))
    (found,) = struct.unpack("<f", struct.pack("<I", bits))
    if Fraction(found) * divisor < 1:
        (found,) = struct.unpack("<f", struct.pack("<I", bits + 1))
    return f"0x{struct.unpack('<Q', struct.pack('<d', found))[0]:016X}"


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
