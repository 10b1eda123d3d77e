"""The C kernel: compiled by gcc for this computer, on as many threads as our own engines have."""

from __future__ import annotations

import ctypes
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.caseload import rules
from benchmarks.caseload.facts import DAY, FACTS
from verordening.population.engines.kernel import type_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from verordening.population.engines.kernel import Array

_SOURCES = Path(__file__).parent


def compiled(name: str, scratch: Path, threads: int) -> Any:
    """A C file as a library. Raises OSError where there is no gcc."""
    types = [type_of(node) for node in _outcomes()]
    words = {
        "SHARED": "{" + ", ".join(map(str, rules.SHARED)) + "}",
        "AFTER_21": rules.BORN_AFTER_21, "AFTER_27": rules.BORN_AFTER_27, "PENSION": rules.PENSION, "DAY": DAY,
        "NORM": f"{types[0]}_t", "WITHHELD": f"{types[3]}_t",
    }  # fmt: skip
    library = scratch / f"{name}.so"
    flags = ["-O3", "-march=native", "-fopenmp", "-fno-trapping-math", "-shared", "-fPIC"]
    subprocess.run(
        [
            "gcc",
            *flags,
            *(f"-D{word}={value}" for word, value in words.items()),
            "-o",
            library,
            _SOURCES / f"{name}.c",
        ],
        check=True,
    )
    found = ctypes.CDLL(str(library))
    ctypes.CDLL("libgomp.so.1").omp_set_num_threads(threads)
    return found


def kernel(scratch: Path, threads: int) -> Callable[[dict[str, Array], int], dict[str, Array]]:
    """A function of the same columns as our engines, that gives the decisions."""
    library = compiled("kernel", scratch, threads)
    types = dict(zip(rules.SHORT, [type_of(node) for node in _outcomes()], strict=True))

    def run(columns: dict[str, Array], rows: int) -> dict[str, Array]:
        found = {name: np.empty(rows, type_) for name, type_ in types.items()}
        arrays = [*(columns[each.name] for each in FACTS), *found.values()]
        library.kernel(
            ctypes.c_int64(0), ctypes.c_int64(rows), *[ctypes.c_void_p(array.ctypes.data) for array in arrays]
        )
        return found

    return run


def _outcomes() -> list[Any]:
    program = rules.program(unknowns=False, all_columns=False)
    return [program.nodes[at] for _, at in program.outputs]
