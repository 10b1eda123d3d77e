"""What every kernel promises beside its outcomes: any number of rows, any width of column, room of the caller."""

from __future__ import annotations

import numpy as np
import pytest

from verordening.population.building import Builder
from verordening.population.engines.bits import Bits
from verordening.population.engines.choosing import ENGINES, compile_program
from verordening.population.engines.chunked.kernel import CHUNK
from verordening.population.engines.kernel import Array, Kernel, room, type_of
from verordening.population.engines.native import compiling
from verordening.population.engines.native.kernel import COPIED, PART
from verordening.population.engines.native.module import BLOCK
from verordening.population.engines.native.strata import strata_of
from verordening.population.engines.row_by_row import CHUNK as ROWS_AT_ONCE
from verordening.population.engines.row_by_row import RowByRow
from verordening.population.program import Program, run

SIZES = sorted({
    0, 1, 2,
    *(size + more for size in (BLOCK, CHUNK, 2 * CHUNK, COPIED, PART) for more in (-1, 0, 1)),
})  # fmt: skip


def example() -> Program:
    """Columns and outcomes of all widths: a norm by age, less income, at most what is left."""
    make = Builder()
    adult = make.column("meerderjarig", 0, 1, truth=True)
    age = make.column("leeftijd", 0, 120)
    born = make.column("geboren", 0, 40_000)
    income = make.column("inkomen", -5_000_000, 5_000_000)
    wealth = make.column("vermogen", 0, 10**12)
    norm = make.select(adult, make.const(140_150), make.const(34_599))
    left = make.most(make.const(0), make.sub(norm, income))
    return make.program({
        "recht": make.both(adult, make.less(wealth, make.const(757_500))),
        "jaren": make.least(age, make.const(67)),
        "dagen": make.sub(born, make.const(20_000)),
        "bedrag": left,
        "rest": make.sub(wealth, left),
        "vast": make.const(3),
        "inkomen": income,
    })  # fmt: skip


PROGRAM = example()


@pytest.fixture(scope="module", params=ENGINES)
def kernel(request: pytest.FixtureRequest) -> Kernel:
    return compile_program(PROGRAM, request.param, threads=2)


def some_columns(rows: int, seed: int = 1) -> dict[str, Array]:
    random = np.random.default_rng(seed)
    return {
        each.name: random.integers(each.low, each.high, rows, endpoint=True).astype(type_of(each))
        for each in PROGRAM.columns
    }


def expected(columns: dict[str, Array], row: int) -> dict[str, int]:
    return run(PROGRAM, {name: int(array[row]) for name, array in columns.items()})


@pytest.mark.parametrize("rows", SIZES)
def test_any_number_of_rows(kernel: Kernel, rows: int) -> None:
    if isinstance(kernel, RowByRow) and rows > COPIED:
        rows = 2 * ROWS_AT_ONCE + 1  # it is a thousand times as slow
    columns = some_columns(rows)
    found = kernel.run(columns, rows)
    assert {name: len(array) for name, array in found.items()} == dict.fromkeys(found, rows)
    # All rows by the formula, and those at the seams by the reference.
    norm = np.where(columns["meerderjarig"], 140_150, 34_599)
    left = np.maximum(0, norm - columns["inkomen"].astype(np.int64))
    assert np.array_equal(found["bedrag"], left)
    assert np.array_equal(found["rest"], columns["vermogen"] - left)
    for row in {each % rows for each in (0, -1, -2, BLOCK, CHUNK - 1, CHUNK, PART)} if rows else set():
        assert {name: int(array[row]) for name, array in found.items()} == expected(columns, row)


def test_outcomes_are_as_narrow_as_their_range(kernel: Kernel) -> None:
    found = kernel.run(some_columns(50), 50)
    assert {name: str(array.dtype) for name, array in found.items()} == {
        "recht": "bool", "jaren": "int8", "dagen": "int16", "bedrag": "int32", "rest": "int64", "vast": "int8",
        "inkomen": "int32",
    }  # fmt: skip


@pytest.mark.parametrize("rows", [5, COPIED + 3])
def test_columns_may_have_another_width_or_lie_apart(kernel: Kernel, rows: int) -> None:
    columns = some_columns(rows)
    wider = {name: np.repeat(array.astype(np.int64), 2)[::2] for name, array in columns.items()}
    narrow, wide = kernel.run(columns, rows), kernel.run(wider, rows)
    for name, array in narrow.items():
        assert np.array_equal(wide[name], array)
        assert wide[name].dtype == array.dtype


def test_columns_that_the_program_does_not_need_make_no_difference(kernel: Kernel) -> None:
    columns = some_columns(3)
    more = {**columns, "onnodig": np.array(["a", "b", "c"])}
    assert kernel.run(more, 3)["bedrag"].tolist() == kernel.run(columns, 3)["bedrag"].tolist()


def test_outcomes_may_be_put_where_the_caller_has_room(kernel: Kernel) -> None:
    columns = some_columns(BLOCK + 5)
    new = kernel.run(columns, BLOCK + 5)
    room = {name: np.zeros_like(array) for name, array in new.items()}
    into = kernel.run(columns, BLOCK + 5, into=room)
    for name, array in new.items():
        assert into[name] is room[name]
        assert np.array_equal(room[name], array)


@pytest.mark.parametrize("rows", [1, BLOCK - 3, BLOCK, 3 * BLOCK + 13, COPIED + BLOCK + 1])
def test_truths_may_be_bits_as_arrow_has_them(kernel: Kernel, rows: int) -> None:
    """In and out, and as a part of a longer column that begins in the middle."""
    longer = some_columns(rows + 8)
    columns = {name: array[8:].copy() for name, array in longer.items()}
    packed = {
        name: Bits.of(array).part(8, rows + 8) if array.dtype == np.bool_ else array[8:].copy()
        for name, array in longer.items()
    }
    by_bool = kernel.run(columns, rows)
    found = kernel.run(packed, rows, into=room(PROGRAM, rows))
    assert isinstance(found["recht"], Bits)
    for name, array in by_bool.items():
        assert np.array_equal(np.asarray(found[name]), array), name


def test_an_outcome_may_be_a_column_itself() -> None:
    """A truth that goes through as it is, and one that is the same for all."""
    make = Builder()
    truth = make.column("waar", 0, 1, truth=True)
    program = make.program({"zelf": truth, "niet": make.negated(truth), "altijd": make.yes})
    given = np.arange(2 * BLOCK + 5) % 3 == 0
    for engine in ENGINES:
        for into in (None, room(program, len(given))):
            found = compile_program(program, engine).run({"waar": given}, len(given), into)
            assert np.array_equal(np.asarray(found["zelf"]), given), engine
            assert np.array_equal(np.asarray(found["niet"]), ~given), engine
            assert np.asarray(found["altijd"]).all(), engine


@pytest.mark.parametrize("bits", [128, 256, 512])
def test_a_program_of_many_operations_is_one_program(monkeypatch: pytest.MonkeyPatch, bits: int) -> None:
    """Machine code is cut where it grows long; truths and numbers from before a cut are needed long after it.

    And a block of rows is a round or more, by how long the vectors are of the computer.
    """
    monkeypatch.setattr(compiling, "vector_bits", lambda: bits)
    make = Builder()
    numbers = [make.column(f"n{each}", -100, 100) for each in range(3)]
    truths = [make.column(f"t{each}", 0, 1, truth=True) for each in range(3)]
    for each in range(1_500):
        early, late = truths[each % len(truths)], truths[-3]
        truths.append(make.select(early, make.negated(late), truths[-1]))
        if each % 2:
            total = make.add(numbers[-1], numbers[each % len(numbers)])
            numbers.append(make.div(make.select(late, total, make.const(each)), make.const(2)))
    outcomes = [*numbers[::97], *truths[::97], make.less(numbers[-1], numbers[-2])]
    program = make.program({f"o{number}": at for number, at in enumerate(outcomes)})
    assert [len(each.nodes) for each in strata_of(program).strata if each.logical][:2] == [1_000, 1_000]
    random = np.random.default_rng(3)
    columns = {
        each.name: random.integers(each.low, each.high, 700, endpoint=True).astype(type_of(each))
        for each in program.columns
    }
    found, by_numpy = (compile_program(program, engine).run(columns, 700) for engine in ("llvm", "numpy"))
    assert {name for name, array in by_numpy.items() if not np.array_equal(found[name], array)} == set()
    first = run(program, {name: int(array[0]) for name, array in columns.items()})
    assert {name: int(array[0]) for name, array in found.items()} == first


def test_bits_are_asked_and_changed_one_by_one() -> None:
    bits = Bits.of(np.array([True] * 9 + [False]))
    assert (bits.any(), bits.every(), bits[8], bits[9]) == (True, False, True, False)
    bits.put(9, truth=True)
    assert bits.every()
    for row in range(10):
        bits.put(row, truth=False)
    assert not bits.any()


def test_what_does_not_fit_is_refused(kernel: Kernel) -> None:
    columns = some_columns(4)
    with pytest.raises(ValueError, match="leeftijd"):
        kernel.run({**columns, "leeftijd": columns["leeftijd"][:3]}, 4)
    with pytest.raises(KeyError, match="leeftijd"):
        kernel.run({name: array for name, array in columns.items() if name != "leeftijd"}, 4)
    room = kernel.run(columns, 4)
    with pytest.raises(ValueError, match="bedrag"):
        kernel.run(columns, 4, into={**room, "bedrag": np.zeros(4, np.int64)})


@pytest.mark.parametrize("engine", ENGINES)
def test_a_program_without_columns_gives_its_constants(engine: str) -> None:
    make = Builder()
    program = make.program({"ja": make.yes, "veel": make.const(10**12), "min": make.const(-3)})
    found = compile_program(program, engine).run({}, 40)
    assert {name: set(array.tolist()) for name, array in found.items()} == {
        "ja": {True},
        "veel": {10**12},
        "min": {-3},
    }
