"""Every engine gives what the reference gives, to the last number: at all widths, below zero, at the ends of ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.population.engines.programs import cases, programs
from verordening.population.building import Builder
from verordening.population.engines.choosing import ENGINES, compile_program
from verordening.population.engines.generated import for_one_case
from verordening.population.engines.kernel import Array, type_of
from verordening.population.engines.native import compiling
from verordening.population.program import Program, run


def columns_of(program: Program, rows: Sequence[Mapping[str, int]]) -> dict[str, Array]:
    return {each.name: np.array([row[each.name] for row in rows], type_of(each)) for each in program.columns}


def check(program: Program, rows: Sequence[Mapping[str, int]], engine: str) -> None:
    expected = [run(program, row) for row in rows]
    found = compile_program(program, engine).run(columns_of(program, rows), len(rows))
    for name, at in program.outputs:
        assert found[name].dtype == type_of(program.nodes[at])
        assert found[name].tolist() == [row[name] for row in expected], name


@given(st.data())
@settings(max_examples=40)
def test_engines_give_what_the_reference_gives(data: st.DataObject) -> None:
    program = data.draw(programs())
    rows = data.draw(cases(program))
    for engine in ENGINES:
        check(program, rows, engine)
    # As for a computer with shorter vectors than this one may have.
    with patch.object(compiling, "vector_bits", return_value=data.draw(st.sampled_from((128, 256)))):
        check(program, rows, "llvm")
    one_case = for_one_case(program)
    assert [one_case(row) for row in rows] == [run(program, row) for row in rows]


def test_a_quotient_is_whole_where_it_should_be() -> None:
    """Right below and at a multiple of the divisor: there a product in place of a quotient would first go wrong."""
    most = 2**22 - 2**18
    divisors = (3, 7, 10, 12, 100, 153, 365, 1461, 36_524, 146_097, 200_003)
    make = Builder()
    days = make.column("dagen", -most // 2, most // 2 - 1)
    program = make.program({f"{each}": make.div(days, make.const(each)) for each in divisors})
    column = np.unique([
        each * (times * most // 3_000 // each) + near
        for each in divisors
        for times in range(-1_499, 1_499)
        for near in (-1, 0)
    ]).astype(np.int32)  # fmt: skip
    column = column[(column >= -most // 2) & (column < most // 2)]
    for engine in ("llvm", "numpy"):
        found = compile_program(program, engine).run({"dagen": column}, len(column))
        for each in divisors:
            assert np.array_equal(found[f"{each}"], column // each), (engine, each)
