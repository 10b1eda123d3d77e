"""Blocks of rows through every engine on this machine: identical in every column, or where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from time import process_time
from typing import Any, Final, NamedTuple

import numpy as np

from tests.law.examples import corpus_of
from tests.population.blocks import Blocks
from verordening.population.engines.choosing import ENGINES, compile_program
from verordening.population.engines.kernel import Array
from verordening.population.lowering.program import ASIDE, LoweredProgram, lower
from verordening.population.outcomes import CONTRADICTED, NO_RULE, STATUSES, Part
from verordening.population.synthetic.drawing import BLOCK

DAY: Final = date(2026, 3, 1)
SEED: Final = 20_261_122
_COUNTED: Final = ("rows", "milliseconds", "statuses", "rules", "aside")


@dataclass(slots=True)
class Compared:
    """What came of some rows: how many each engine did and in how many milliseconds of CPU, and what they came to.

    `aside` is how many outcomes of a decision are left to the interpreter. `differing` names each column of a block
    that two engines do not agree on.
    """

    rows: Counter[str] = field(default_factory=Counter)
    milliseconds: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)

    def add(self, other: Compared) -> None:
        """The rows of another one too."""
        for name in _COUNTED:
            getattr(self, name).update(getattr(other, name))
        self.differing += other.differing

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {name: getattr(self, name) for name in (*_COUNTED, "differing")}

    def count(self, found: Mapping[str, Array]) -> None:
        """What the rows of a block came to."""
        whole = found[CONTRADICTED] == 0
        self.statuses[CONTRADICTED] += int(np.count_nonzero(~whole))
        for name, array in found.items():
            decision, _, part = name.rpartition(".")
            if part == Part.STATUS:
                counts = np.bincount(array[whole], minlength=len(STATUSES)).tolist()
                self.statuses.update(dict(zip(map(str, STATUSES), counts, strict=True)))
            elif part == Part.RULE:
                places, counts = (each.tolist() for each in np.unique(array[whole], return_counts=True))
                ruled = zip(places, counts, strict=True)
                self.rules.update({str(place): count for place, count in ruled if place != NO_RULE})
            elif part == ASIDE and array.any():
                self.aside[decision or "alle besluiten"] += int(np.count_nonzero(array))


def from_plain(known: Mapping[str, Any]) -> Compared:
    """What `plain` made."""
    rows, milliseconds, statuses, rules, aside = (Counter[str](known[each]) for each in _COUNTED)
    return Compared(rows, milliseconds, statuses, rules, aside, known["differing"])


class Asked(NamedTuple):
    """All decisions of a municipality; Python does one block in `one_in`, and rows may be such `as_a_file` has."""

    gemeente: str
    one_in: int
    as_a_file: bool = False


class Comparing:
    """A program made ready by every engine."""

    def __init__(self, lowered: LoweredProgram, asked: Asked) -> None:
        self.program, self._asked = lowered.program, asked
        corpus = corpus_of(asked.gemeente)
        self._blocks = Blocks(corpus, DAY, SEED, self.program, as_a_file=asked.as_a_file)
        self._kernels, self._making = {}, Counter[str]()
        for engine in ENGINES:
            start = process_time()
            self._kernels[engine] = compile_program(self.program, engine, 1)
            self._making[f"{engine} klaarmaken"] = _since(start)

    def block(self, number: int, rows: int = BLOCK) -> Compared:
        """The first so many rows of a block by every engine."""
        columns = {name: each[:rows] for name, each in self._blocks.columns(number).items()}
        found, self._making = Compared(milliseconds=self._making), Counter()
        outcomes: dict[str, dict[str, Array]] = {}
        for engine, kernel in self._kernels.items():
            # Blocks are of four kinds by turns, so four in a row are done.
            if engine == "python" and number // 4 % self._asked.one_in:
                continue
            start = process_time()
            outcomes[engine] = kernel.run(columns, rows)
            found.milliseconds[engine] += _since(start)
            found.rows[engine] += rows
        first, *others = outcomes
        found.count(outcomes[first])
        for other in others:
            for name, array in outcomes[other].items():
                wrong = np.flatnonzero(outcomes[first][name] != array)
                if len(wrong):
                    row = number * BLOCK + int(wrong[0]) + 1
                    found.differing.append(
                        f"{self._asked.gemeente}, {name}: {first} and {other} differ in {len(wrong)} rows, "
                        f"first in row {row}"
                    )
        return found


@lru_cache(maxsize=1)
def every_decision(gemeente: str) -> LoweredProgram:
    """The program of all decisions of a municipality, with every column."""
    corpus = corpus_of(gemeente)
    return lower(corpus, DAY, tuple(corpus.decisions))


def compared_block(asked: Asked, number: int, rows: int) -> Compared:
    """A block of a municipality, for a process of its own: what is made ready stays."""
    return _comparing(asked).block(number, rows)


@lru_cache(maxsize=1)
def _comparing(asked: Asked) -> Comparing:
    return Comparing(every_decision(asked.gemeente), asked)


def _since(start: float) -> int:
    return round(1_000 * (process_time() - start))
