"""The facts of the made-up rules, and a seeded population."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from verordening.population.engines.bits import Bits
from verordening.population.engines.kernel import type_of
from verordening.population.program import Column

if TYPE_CHECKING:
    from verordening.population.engines.kernel import Array, Given

DAY = date(2026, 3, 1).toordinal()
FIRST, LAST = date(1920, 1, 1).toordinal(), DAY


def _flag(name: str) -> Column:
    return Column(name, 0, 1, truth=True)


def _number(name: str, low: int, high: int) -> Column:
    return Column(name, low, high, truth=False)


FACTS = (
    *(_flag(name) for name in (
        "inrichting", "schoolverlater", "dringende_redenen", "meewerkend", "inlichtingen", "arbeidsbeperking",
        "kinderen", "waarschuwing_gehad",
    )),
    _number("huishouden", 0, 2),
    _number("woonsituatie", 0, 3),
    _number("gedraging", 0, 6),
    _number("verwijtbaarheid", 0, 2),
    _number("kostendelers", 0, 20),
    _number("eerdere_maatregelen", 0, 9),
    _number("maanden_bijstand", 0, 480),
    _number("geboren", FIRST, LAST),
    _number("partner_geboren", FIRST, LAST),
    _number("datum_gedraging", FIRST, LAST),
    _number("datum_vorige", FIRST, LAST),
    _number("inkomen", 0, 1_000_000),
    _number("vermogen", 0, 100_000_000),
    _number("woonkosten", 0, 300_000),
    _number("beslag", 0, 200_000),
    _number("schuld", 0, 10_000_000),
)  # fmt: skip
"""Cents, days since year 1, or the place of an option."""


def population(rows: int, seed: int = 20_260_301) -> dict[str, Array]:
    """All facts, with every rule as likely as in a caseload of which half has to do with a maatregel."""
    random = np.random.default_rng(seed)

    def drawn(column: Column) -> Array:
        found: Array
        match column.name:
            case "inrichting" | "schoolverlater" | "dringende_redenen" | "arbeidsbeperking":
                found = random.random(rows) < 0.08
            case "geboren" | "partner_geboren":
                found = DAY - random.integers(17 * 365, 75 * 365, rows)
            case "datum_gedraging":
                found = DAY - random.integers(0, 1500, rows)
            case "datum_vorige":
                found = DAY - random.integers(0, 3000, rows)
            case "kostendelers":
                found = np.minimum(random.geometric(0.5, rows) - 1, column.high)
            case "gedraging":
                found = random.integers(0, 7, rows) * (random.random(rows) < 0.6)
            case "inkomen" | "beslag" | "schuld":
                found = random.integers(0, min(column.high, 250_000), rows) * (random.random(rows) < 0.4)
            case "vermogen":
                found = np.minimum(random.exponential(400_000, rows), column.high)
            case _:
                found = random.integers(column.low, column.high, rows, endpoint=True)
        return found.astype(type_of(column))

    return {column.name: drawn(column) for column in FACTS}


def with_unknowns(facts: dict[str, Array], share: float, seed: int = 7) -> dict[str, Array]:
    """The facts with for each a truth whether it is known. One that is not known holds the lowest value."""
    random = np.random.default_rng(seed)
    found: dict[str, Array] = {}
    for column in FACTS:
        array = facts[column.name]
        known = random.random(len(array), np.float32) >= share
        found[column.name] = np.where(known, array, array.dtype.type(column.low)) if share else array
        found[f"{column.name}?"] = known
    return found


def as_arrow(facts: dict[str, Array]) -> dict[str, Given]:
    """The same cases with truths as Arrow keeps them, which is what our engines read: a bit a row."""
    return {name: Bits.of(array) if array.dtype == np.bool_ else array for name, array in facts.items()}
