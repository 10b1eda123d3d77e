"""`python -m tests.population.million [--rows N] [--python K] [GEMEENTE …]`: the engines side by side on many rows.

For each municipality of the corpus (or those named) every decision of a million rows (`blocks`), by machine code, by
NumPy and by generated Python: identical in every column, that of what is left to the interpreter too. Memory holds one
block. Python takes half a millisecond a row: with `--python K` it does one block in K. Ends with 1 where any differ.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from time import process_time
from typing import Final, NamedTuple

import numpy as np

from tests.law.examples import corpus_of, library
from tests.population.blocks import Blocks
from verordening.population.engines.choosing import ENGINES, compile_program
from verordening.population.engines.kernel import Array
from verordening.population.lowering.program import ASIDE, LoweredProgram, lower
from verordening.population.outcomes import CONTRADICTED, NO_RULE, STATUSES, Part
from verordening.population.synthetic.drawing import BLOCK

DAY: Final = date(2026, 3, 1)
SEED: Final = 20_261_122
ROWS: Final = 1_000_000


class Compared(NamedTuple):
    """What came of the rows of a municipality: how many each engine did, in what CPU time, and where they differ."""

    rows: Counter[str]
    spent: defaultdict[str, float]
    told: Told
    differing: list[str]


class Told:
    """What the rows came to, by status and rule, and how many were left to the interpreter."""

    def __init__(self) -> None:
        self.statuses, self.rules, self.aside = Counter[str](), Counter[int](), Counter[str]()
        self.contradicted = 0

    def add(self, found: Mapping[str, Array]) -> None:
        """Count the outcomes of a block."""
        whole = found[CONTRADICTED] == 0
        self.contradicted += int(np.count_nonzero(~whole))
        for name, array in found.items():
            decision, _, part = name.rpartition(".")
            if part == Part.STATUS:
                counts = np.bincount(array[whole], minlength=len(STATUSES)).tolist()
                self.statuses.update(dict(zip(map(str, STATUSES), counts, strict=True)))
            elif part == Part.RULE:
                places, counts = (each.tolist() for each in np.unique(array[whole], return_counts=True))
                self.rules.update(dict(zip(places, counts, strict=True)))
            elif part == ASIDE and array.any():
                self.aside[decision or "alle besluiten"] += int(np.count_nonzero(array))


def compared(gemeente: str, lowered: LoweredProgram, rows: int, one_in: int) -> Compared:
    """The rows by every engine; Python does one block in so many."""
    program = lowered.program
    blocks = Blocks(corpus_of(gemeente), DAY, SEED, program)
    found = Compared(Counter(), defaultdict(float), Told(), [])
    kernels = {}
    for engine in ENGINES:
        start = process_time()
        kernels[engine] = compile_program(program, engine, 1)
        found.spent[f"{engine} klaarmaken"] = process_time() - start
    for block in range(-(-rows // BLOCK)):
        count = min(BLOCK, rows - block * BLOCK)
        columns = {name: each[:count] for name, each in blocks.columns(block).items()}
        outcomes: dict[str, dict[str, Array]] = {}
        for engine, kernel in kernels.items():
            # Blocks are of four kinds by turns, so four in a row are done.
            if engine == "python" and block // 4 % one_in:
                continue
            start = process_time()
            outcomes[engine] = kernel.run(columns, count)
            found.spent[engine] += process_time() - start
            found.rows[engine] += count
        first, *others = outcomes
        found.told.add(outcomes[first])
        for other in others:
            for name, array in outcomes[other].items():
                wrong = np.flatnonzero(outcomes[first][name] != array)
                if len(wrong):
                    found.differing.append(
                        f"{gemeente}, {name}: {first} and {other} differ in {len(wrong)} rows, first in row "
                        f"{block * BLOCK + int(wrong[0]) + 1}"
                    )
    return found


def report(gemeente: str, lowered: LoweredProgram, found: Compared) -> str:
    """What came of a municipality, in a few lines."""
    program, told = lowered.program, found.told
    outcomes = [name for name, _ in program.outputs]
    decisions = sum(name.endswith(f".{Part.STATUS}") for name in outcomes)
    spent = ", ".join(
        f"{each} {found.rows[each]:,} rows in {found.spent[each]:.0f} s CPU (+ {found.spent[f'{each} klaarmaken']:.1f})"
        for each in ENGINES
    )
    rules = len([each for each in told.rules if each != NO_RULE])
    lines = [
        f"{gemeente}: {decisions} decisions, {len(outcomes)} columns, {len(program.nodes):,} operations; "
        f"{len(found.differing)} columns of blocks differ",
        spent,
        f"{told.contradicted:,} rows contradict themselves; {rules} rules gave an outcome; "
        + ", ".join(f"{each} {told.statuses[each]:,}" for each in STATUSES),
        "left to the interpreter: "
        + (", ".join(f"{name} {count:,}" for name, count in told.aside.most_common(8)) or "nothing"),
        *(f"the program cannot give {name}: {why}" for name, why in lowered.left_out),
        *found.differing[:20],
    ]
    return "\n    ".join(lines) + "\n"


def main() -> int:
    """Print what came of each municipality; 1 where engines differ."""
    asked = argparse.ArgumentParser(prog="python -m tests.population.million")
    asked.add_argument("gemeenten", nargs="*", default=sorted(library().gemeenten))
    asked.add_argument("--rows", type=int, default=ROWS)
    asked.add_argument("--python", type=int, default=8, metavar="K")
    given = asked.parse_args()
    differing = 0
    for gemeente in given.gemeenten:
        corpus = corpus_of(gemeente)
        lowered = lower(corpus, DAY, tuple(corpus.decisions))
        found = compared(gemeente, lowered, given.rows, given.python)
        differing += len(found.differing)
        sys.stdout.write(report(gemeente, lowered, found))
        sys.stdout.flush()
    sys.stdout.write(f"{len(given.gemeenten)} municipalities, {differing} differences\n")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main())
