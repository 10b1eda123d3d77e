"""A program as functions in the language of LLVM: over blocks of rows, through its strata, without a branch.

What a stratum leaves for a later one stands in working memory that the caller gives, small enough for the processor's
cache: a truth as a bit a row, a number as wide as its range asks for. So it is in the columns and the outcomes too. It
takes whole blocks only.
"""

from __future__ import annotations

from typing import Final

from verordening.population.engines.native.logic import logic, ones
from verordening.population.engines.native.numbers import Numbers
from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import strata_of
from verordening.population.program import Program

BLOCK: Final = 512
"""Rows in a block: a truth of each is a bit, and these bits fill the longest vector that there is."""
FUNCTION: Final = "calculate"
SIZE: Final = "working_memory"
"""The name of the number of bytes that the function must be given to work in."""
_A_LANE: Final = 16
"""Bits of a vector to a row, where there are numbers: one of 32 bits takes two vectors, a truth a part of one."""
_GIVEN: Final = "(ptr %columns, ptr %outcomes, ptr %memory, i64 %row)"


def emitted(program: Program, bits: int) -> str:
    """The module, as text, for a computer with vectors of so many bits.

    Its function takes the addresses of columns and outcomes (behind the columns those of the tables), working memory
    (on a multiple of 64 bytes), the first row and where to stop, a number of blocks further. It leaves alone what is an
    outcome as it is given: a constant or a column.
    """
    found = strata_of(program)
    room = Room(program, found, BLOCK)
    lanes = bits // _A_LANE
    numbers = Numbers(program, room, lanes)
    lines: list[str] = []
    for place, stratum in enumerate(found.strata):
        if stratum.logical:
            step, own = bits, logic(program, stratum, room, bits)
        else:
            step, own = lanes, numbers.lines(stratum)
        lines += [
            f"define internal void @stratum{place}{_GIVEN} #0 {{",
            "first:",
            "  br label %lanes",
            "lanes:",
            "  %lane = phi i64 [ 0, %first ], [ %next, %lanes ]",
            *own,
            f"  %next = add i64 %lane, {step}",
            f"  %end = icmp eq i64 %next, {BLOCK}",
            "  br i1 %end, label %done, label %lanes",
            "done:",
            "  ret void",
            "}",
        ]
        room.passed(place)
    return "\n".join([
        f"@{SIZE} = constant i64 {room.size}",
        ones(bits),
        *numbers.declared,
        *lines,
        f"define void @{FUNCTION}(ptr %columns, ptr %outcomes, ptr %memory, i64 %start, i64 %stop) #0 {{",
        "first:",
        "  br label %block",
        "block:",
        "  %row = phi i64 [ %start, %first ], [ %next, %block ]",
        *(f"  call void @stratum{place}{_GIVEN}" for place in range(len(found.strata))),
        f"  %next = add i64 %row, {BLOCK}",
        "  %end = icmp eq i64 %next, %stop",
        "  br i1 %end, label %done, label %block",
        "done:",
        "  ret void",
        "}",
        f'attributes #0 = {{ nounwind "min-legal-vector-width"="{bits}" "prefer-vector-width"="{bits}" }}',
        "",
    ])  # fmt: skip
