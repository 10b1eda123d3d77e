"""Rows as columns of whole numbers, block after block: households that do not exist, and facts at their bounds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np

from tests.population.lowering.rows import NEAR, thresholds
from verordening.model.corpus import Corpus
from verordening.model.types import Kind, Type
from verordening.population.engines.kernel import Array, type_of
from verordening.population.facts import columns_of, count_column, scale_of
from verordening.population.program import Column, Program
from verordening.population.synthetic.cohering import Cohering
from verordening.population.synthetic.drawing import BLOCK
from verordening.population.synthetic.making import EVERYWHERE, Recipe, SyntheticPopulation

UNKNOWN = 0.02
WAYS = 5
LONGEST = 10


class Blocks:
    """Blocks of rows for a program: the even ones are households, in the odd ones every fact stands by itself.

    There a number is as often its least, its most or next to a threshold of the rules as anything else. Half of those
    blocks are made to go together; the rows of the others have lists too and mostly contradict themselves. An engine
    must give for these too what the program says. Of all 2% is not known. A list may be given in part, as in a case:
    with `as_a_file` it is then not known, for a file cannot say more of it.
    """

    def __init__(
        self, corpus: Corpus, day: date, seed: int, program: Program, *, as_a_file: bool = False
    ) -> None:
        self.corpus, self.day, self.seed, self.program = corpus, day, seed, program
        self._as_a_file = as_a_file
        self._households = SyntheticPopulation(corpus, Recipe(seed, day, unknown={EVERYWHERE: UNKNOWN}))
        self.facts = sorted({each.name.split(".")[0].removesuffix("?") for each in program.columns})
        self._cohering = Cohering(corpus, day, self.facts, ())

    def columns(self, block: int) -> dict[str, Array]:
        """The columns of a block that the program takes."""
        drawn = self.rows(block)
        return {each.name: drawn[each.name] for each in self.program.columns}

    def rows(self, block: int) -> dict[str, Array]:
        """Every column of the facts of a block, each as wide as an engine has it."""
        drawn = self._at_bounds(block) if block % 2 else self._households.columns(block)
        if self._as_a_file:
            for name in self.facts:
                if self.corpus.inputs[name].type.kind is Kind.LIST and f"{name}.heel" in drawn:
                    self._forget_parts(name, drawn)
        return {
            each.name: drawn.get(each.name, np.full(BLOCK, each.low)).astype(type_of(each))
            for name in self.facts
            for each in columns_of(self.corpus, name)
        }

    def _forget_parts(self, name: str, drawn: dict[str, Array]) -> None:
        """Know nothing of a list where it is not whole."""
        whole = drawn[f"{name}.heel"]
        for each in columns_of(self.corpus, name):
            drawn[each.name] = np.where(whole, drawn[each.name], each.low)

    def _at_bounds(self, block: int) -> dict[str, Array]:
        random = np.random.default_rng((self.seed, block))
        found: dict[str, Array] = {}
        for name in self.facts:
            type_ = self.corpus.inputs[name].type
            columns = columns_of(self.corpus, name)
            there, count = (
                np.full(BLOCK, True),
                count_column(name, type_) if type_.kind is Kind.LIST else None,
            )
            if count is not None:
                elements = random.integers(0, LONGEST * (block % 4 - 1) // 2, BLOCK, endpoint=True)
                found[count.name] = np.minimum(elements, count.high)
                found[columns[1].name] = random.random(BLOCK) < block % 4 / 4 - 0.25
                columns = columns[2:]
            for column, known in zip(columns[::2], columns[1::2], strict=True):
                own = type_
                if count is not None:
                    _, place, field = column.name.split(".")
                    own, there = type_.field(field).type, found[count.name] > int(place)
                found[known.name] = there & (random.random(BLOCK) >= UNKNOWN)
                numbers = _number(column, self._near(own), random, _step(own))
                found[column.name] = np.where(found[known.name], numbers, column.low)
        if block % 4 == 1:
            self._cohering.apply(found, BLOCK)
        return found

    def _near(self, type_: Type) -> Array:
        """Numbers at which something may turn: those that the rules name, for days some time before the day."""
        if type_.kind is Kind.DATE:
            return np.array([self.day.toordinal() + each for each in NEAR])
        found = thresholds(self.corpus).get(type_.kind, [])
        return np.array([0, *(int(each * scale_of(type_)) for each in found)])


def _step(type_: Type) -> int:
    return int(Fraction(type_.step or 1) * scale_of(type_)) if type_.is_numeric else 1


def _number(column: Column, near: Array | None, random: np.random.Generator, step: int = 1) -> Array:
    """The least, the most, next to something, a little above the least, or anything; in steps from the least."""
    most = (column.high - column.low) // step
    anything = random.integers(0, most, BLOCK, endpoint=True)
    if near is None or most < WAYS:
        return column.low + step * anything
    beside = (random.choice(near, BLOCK) - column.low) // step + random.integers(-1, 1, BLOCK, endpoint=True)
    ways = [
        np.zeros(BLOCK, np.int64),
        np.full(BLOCK, most),
        np.clip(beside, 0, most),
        np.minimum(anything, random.integers(0, 20, BLOCK)),
        anything,
    ]
    return column.low + step * np.choose(random.integers(0, WAYS, BLOCK), ways)
