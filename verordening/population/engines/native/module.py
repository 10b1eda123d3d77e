"""A program as functions in the language of LLVM: over blocks of rows, through its strata, without a branch.

What a stratum leaves for a later one stands in working memory that the caller gives, small enough for the processor's
cache: a truth as a bit a row, a number as wide as its range asks for. So it is in the columns and the outcomes too. It
takes whole blocks only.
"""

from __future__ import annotations

from typing import Final

from verordening.population.engines.native.logic import ONES, logic
from verordening.population.engines.native.numbers import LANES, Numbers
from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import strata_of
from verordening.population.program import Program

BLOCK: Final = 512
"""Rows in a block: a truth of each is a bit, and these bits fill a vector."""
FUNCTION: Final = "calculate"
SIZE: Final = "working_memory"
"""The name of the number of bytes that the function must be given to work in."""
_GIVEN: Final = "(ptr %columns, ptr %outcomes, ptr %memory, i64 %row)"


def emitted(program: Program) -> str:
    """The module, as text.

    Its function takes the addresses of columns and outcomes (behind the columns those of the tables), working memory
    (on a multiple of 64 bytes), the first row and where to stop, a number of blocks further. It leaves alone what is an
    outcome as it is given: a constant or a column.
    """
    found = strata_of(program)
    room = Room(program, found, BLOCK)
    numbers = Numbers(program, room)
    lines: list[str] = []
    for place, stratum in enumerate(found.strata):
        lines += [f"define internal void @stratum{place}{_GIVEN} #0 {{", "first:"]
        if stratum.logical:
            lines += logic(program, stratum, room)
        else:
            lines += [
                "  br label %lanes",
                "lanes:",
                "  %lane = phi i64 [ 0, %first ], [ %next, %lanes ]",
                *numbers.lines(stratum),
                f"  %next = add i64 %lane, {LANES}",
                f"  %end = icmp eq i64 %next, {BLOCK}",
                "  br i1 %end, label %done, label %lanes",
                "done:",
            ]
        lines += ["  ret void", "}"]
        room.passed(place)
    return "\n".join([
        f"@{SIZE} = constant i64 {room.size}",
        ONES,
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
        'attributes #0 = { nounwind "min-legal-vector-width"="512" "prefer-vector-width"="512" }',
        "",
    ])  # fmt: skip
