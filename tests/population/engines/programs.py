"""Random programs with columns, for engines that must all give the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from verordening.population.building import Builder, TooWideError

if TYPE_CHECKING:
    from verordening.population.program import Program

WIDE = 2**62
BOUNDS = (0, 1, 2, 7, 100, 127, 128, 255, 32_767, 32_768, 40_000, 2**31 - 1, 2**31, 10**12, WIDE)
NUMBERS = ("add", "sub", "mul", "least", "most")
LOGIC = ("both", "some", "equal")
COMPARISONS = ("equal", "less", "at_most")


@st.composite
def bounds(draw: st.DrawFn) -> tuple[int, int]:
    """The least and the most of a column: near the ends of what a width holds, below zero as often as above."""
    ends = [draw(st.sampled_from(BOUNDS)) * draw(st.sampled_from((1, -1))) for _ in range(2)]
    return min(ends), max(ends)


@st.composite
def programs(draw: st.DrawFn) -> Program:
    """A program of all operations. What would be too wide for a program is left out of it."""
    make = Builder()
    numbers = [make.column(f"n{each}", *draw(bounds())) for each in range(draw(st.integers(1, 5)))]
    truths = [make.column(f"t{each}", 0, 1, truth=True) for each in range(draw(st.integers(1, 3)))]
    numbers.append(make.const(draw(st.integers(-WIDE, WIDE))))
    for _ in range(draw(st.integers(1, 40))):
        kind = draw(
            st.sampled_from(("number", "divide", "table", "compare", "logic", "select", "mixed", "near"))
        )
        one, other = draw(st.sampled_from(numbers)), draw(st.sampled_from(numbers))
        truth, second = draw(st.sampled_from(truths)), draw(st.sampled_from(truths))
        try:
            match kind:
                case "number":
                    numbers.append(getattr(make, draw(st.sampled_from(NUMBERS)))(one, other))
                case "near":
                    numbers.append(
                        getattr(make, draw(st.sampled_from(NUMBERS)))(
                            one, make.const(draw(st.integers(-9, 9)))
                        )
                    )
                case "divide":
                    most = make.const(draw(st.sampled_from((1, 2, 3, 100, 2**31, 2**40))))
                    divisor = draw(st.sampled_from((most, make.most(make.const(1), other))))
                    numbers.append(make.div(one, divisor))
                case "table":
                    rows = draw(st.lists(st.sampled_from(BOUNDS), min_size=1, max_size=20))
                    low = make.const(draw(st.integers(0, len(rows) - 1)))
                    index = make.least(make.most(one, low), make.const(len(rows) - 1))
                    numbers.append(make.look_up(index, rows))
                case "compare":
                    truths.append(getattr(make, draw(st.sampled_from(COMPARISONS)))(one, other))
                case "logic":
                    truths.append(getattr(make, draw(st.sampled_from(LOGIC)))(truth, second))
                    truths.append(make.negated(truth))
                case "select":
                    numbers.append(make.select(truth, one, other))
                case "mixed":
                    numbers.append(make.add(truth, one))
                    truths.append(make.less(truth, second))
                    numbers.append(make.least(truth, second))
                    numbers.append(make.select(second, truth, one))
        except TooWideError:
            continue
    outputs = dict(enumerate([*numbers[-4:], *truths[-3:]]))
    return make.program({f"o{name}": at for name, at in outputs.items()})


@st.composite
def cases(draw: st.DrawFn, program: Program, most: int = 12) -> list[dict[str, int]]:
    """Cases for a program: both ends of all columns, and others."""
    columns = program.columns
    drawn = draw(
        st.lists(
            st.fixed_dictionaries({each.name: st.integers(each.low, each.high) for each in columns}),
            max_size=most,
        )
    )
    return [{each.name: each.low for each in columns}, {each.name: each.high for each in columns}, *drawn]
