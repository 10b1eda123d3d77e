"""What is passed over where columns are false changes nothing of what a function gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.population.engines.programs import cases, programs
from verordening.population.building import Builder
from verordening.population.program import Program, run
from verordening.population.tracing.lines import written
from verordening.population.tracing.reading import Reading, Told, Where

if TYPE_CHECKING:
    from collections.abc import Sequence


@st.composite
def readings(draw: st.DrawFn, program: Program) -> list[Reading]:
    """What may be read back of what a program gives: a text by a truth, or by two, or a number where one holds."""
    given_ = [at for _, at in program.outputs]
    truths = st.sampled_from([at for at in given_ if program.nodes[at].truth])
    number = st.sampled_from(given_).map(lambda at: Told("int({})", at))
    found: list[Reading] = []
    for _ in range(draw(st.integers(1, 4))):
        other = draw(st.one_of(st.just("None"), st.builds(Where, truths, st.just("False"), number)))
        found.append(Where(draw(truths), draw(st.one_of(st.just("True"), number)), other))
    return found


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_random_program_gives_the_same(data: st.DataObject) -> None:
    program = data.draw(programs())
    told = data.draw(readings(program))
    asked = [at for _, at in program.outputs[:2]]
    work_out = _function(program, asked, told)
    every = Program(
        program.nodes,
        program.columns,
        tuple((str(at), at) for at in range(len(program.nodes))),
        program.tables,
    )
    for case in data.draw(cases(program)):
        values = run(every, case)
        wanted = [*(values[str(at)] for at in asked), *(_read(each, values) for each in told)]
        assert work_out(*(case[each.name] for each in program.columns)) == wanted


def test_what_no_column_speaks_of_is_not_worked_out() -> None:
    """A number of which is only asked where something is known: a case that does not give it skips the division."""
    make = Builder()
    known, number = make.column("n?", 0, 1, truth=True), make.column("n", -10, 10)
    share = make.div(make.add(number, make.const(3)), make.const(2))
    low = make.both(known, make.less(share, make.const(4)))
    high = make.both(known, make.less(make.const(4), share))
    program = make.program({"low": low, "high": high})
    (_, at), (_, other) = program.outputs
    lines = written(program, [], [Where(at, "True", Where(other, "False", "None"))]).lines
    division = next(at for at, line in enumerate(lines) if "//" in line)
    assert lines[0] == "    if c0:"
    assert all(line.startswith("        ") for line in lines[1 : division + 1])


def _function(program: Program, asked: Sequence[int], told: Sequence[Reading]) -> Any:
    lines, nodes, texts = written(program, asked, told)
    arguments = ", ".join(f"c{at}" for at in range(len(program.columns)))
    given_ = ", ".join((*(nodes[at] for at in asked), *texts))
    names: dict[str, Any] = {f"t{number}": table for number, table in enumerate(program.tables)}
    exec("\n".join([f"def work_out({arguments}):", *lines, f"    return [{given_}]"]), names)  # noqa: S102 - numbers and names of our own
    return names["work_out"]


def _read(reading: Reading, values: dict[str, int]) -> object:
    if isinstance(reading, Told):
        return values[str(reading.node)]
    if isinstance(reading, Where):
        return _read(reading.one if values[str(reading.when)] else reading.other, values)
    return {"True": True, "False": False, "None": None}[reading]
