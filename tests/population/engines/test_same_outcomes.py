"""Every engine gives what the reference gives, to the last number: at all widths, below zero, at the ends of ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.population.engines.programs import cases, programs
from verordening.population.engines.choosing import ENGINES, compile_program
from verordening.population.engines.generated import for_one_case
from verordening.population.engines.kernel import Array, type_of
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
    one_case = for_one_case(program)
    assert [one_case(row) for row in rows] == [run(program, row) for row in rows]
