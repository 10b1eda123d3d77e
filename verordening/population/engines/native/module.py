"""A program as a function in the language of LLVM: over blocks of rows, through its strata, without a branch.

What a stratum leaves for a later one stands in working memory that the caller gives, small enough for the processor's
cache: a truth as a bit a row, a number as wide as its range asks for. So it is in the columns and the outcomes too. It
takes whole blocks only.
"""

from __future__ import annotations

from typing import Final

from verordening.population.engines.native.logic import logic
from verordening.population.engines.native.numbers import LANES, Numbers
from verordening.population.engines.native.room import Room
from verordening.population.engines.native.strata import strata_of
from verordening.population.program import Program

BLOCK: Final = 512
"""Rows in a block: a truth of each is a bit, and these bits fill a vector."""
FUNCTION: Final = "calculate"
SIZE: Final = "working_memory"
"""The name of the number of bytes that the function must be given to work in."""


def emitted(program: Program) -> str:
    """The module, as text.

    Its function takes the addresses of columns and outcomes, working memory (on a multiple of 64 bytes), the first row
    and where to stop, a number of blocks further.
    """
    found = strata_of(program)
    room = Room(program, found, BLOCK)
    numbers = Numbers(program, found, room)
    lines: list[str] = []
    before = "entry"
    for place, stratum in enumerate(found.strata):
        name, after = f"s{place}", f"s{place}.done"
        if stratum.logical:
            lines += [f"{name}:", *logic(program, place, stratum, room), f"  br label %{after}", f"{after}:"]
        else:
            lines += [
                f"{name}:",
                f"  %{name}.lane = phi i64 [ 0, %{before} ], [ %{name}.next, %{name} ]",
                *numbers.lines(place, stratum),
                f"  %{name}.next = add i64 %{name}.lane, {LANES}",
                f"  %{name}.end = icmp eq i64 %{name}.next, {BLOCK}",
                f"  br i1 %{name}.end, label %{after}, label %{name}",
                f"{after}:",
            ]
        following = f"s{place + 1}" if place + 1 < len(found.strata) else "next.block"
        lines.append(f"  br label %{following}")
        before = after
        room.passed(place)
    return "\n".join([
        f"@{SIZE} = constant i64 {room.size}",
        *numbers.declared,
        f"define void @{FUNCTION}(ptr %columns, ptr %outcomes, ptr %memory, i64 %start, i64 %stop) #0 {{",
        "first:",
        "  br label %entry",
        "entry:",
        "  %row = phi i64 [ %start, %first ], [ %next, %next.block ]",
        "  %row.eighth = lshr exact i64 %row, 3",
        "  br label %s0",
        *lines,
        "next.block:",
        f"  %next = add i64 %row, {BLOCK}",
        "  %is.last = icmp eq i64 %next, %stop",
        "  br i1 %is.last, label %done, label %entry",
        "done:",
        "  ret void",
        "}",
        'attributes #0 = { nounwind "min-legal-vector-width"="512" "prefer-vector-width"="512" }',
        "",
    ])  # fmt: skip
