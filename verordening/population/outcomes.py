"""How outcomes stand in columns of whole numbers: which columns a decision has, and which number stands for what.

A decision `d` has `d.waarde` (as a fact of its type stands in a column), `d.bekend` (whether it has a value; without
one `d.waarde` is 0), `d.bedrag` and `d.bedrag_bekend` (the cents behind a percentage, where they can be told),
`d.status` (the place in `STATUSES`), `d.regel` (the index of the rule that gave the value, or `NO_RULE`), `d.herkomst`
(the `Grade` of the weakest text that the value rests on; without one 0), `d.mag`, `d.moet` and `d.hangt_af_van`
(whether there is such a route) and `d.overstemd` (whether a floor replaced the value). A floor `f` has `ondergrens.f`
(the place in `FLOORS`). The row itself has `tegenstrijdig`: its facts cannot go together, and nothing else is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from verordening.evaluate.guarding import floors_of
from verordening.evaluate.outcome import FloorEffect, FloorStatus, Status
from verordening.model.corpus import Corpus

STATUSES: Final = (
    Status.BEPAALD,
    Status.VOORBEHOUD,
    Status.AFSTEMMEN,
    Status.OPEN,
    Status.LEEMTE,
    Status.STRIJDIG,
)
"""The statuses of a decision; the number in a column is the place in here."""

FLOORS: Final = (
    FloorStatus.NIET_VAN_TOEPASSING.value,
    FloorStatus.GEHOUDEN.value,
    FloorEffect.OVERSTEMD.value,
    FloorEffect.SIGNAAL.value,
    FloorStatus.ONBEKEND.value,
)
"""What a floor says of a row: a floor that is broken either replaced the outcome or only signals."""

NO_RULE: Final = -1
"""In the column of the rule: the standaard holds, or nothing settles the decision."""

CONTRADICTED: Final = "tegenstrijdig"
"""The column that says that the facts of a row cannot go together."""


class Part(StrEnum):
    """What may be asked of each decision; the value of each is how its column is called behind the decision."""

    VALUE = "waarde"
    KNOWN = "bekend"
    AMOUNT = "bedrag"
    AMOUNT_KNOWN = "bedrag_bekend"
    STATUS = "status"
    RULE = "regel"
    PROVENANCE = "herkomst"
    MAY = "mag"
    MUST = "moet"
    HINGES = "hangt_af_van"
    OVERRIDDEN = "overstemd"


ROUTES: Final = frozenset({Part.MAY, Part.MUST, Part.HINGES})
EVERY: Final = frozenset(Part)


def column(decision: str, part: Part) -> str:
    """The column of one part of a decision."""
    return f"{decision}.{part}"


def floor_column(floor: str) -> str:
    """The column of a floor."""
    return f"ondergrens.{floor}"


def guarding(corpus: Corpus, decisions: Iterable[str], day: date) -> tuple[str, ...]:
    """The floors that guard any of these decisions on a day, in the order of the corpus."""
    names = {floor.name for each in decisions for floor in floors_of(corpus, each, day)}
    return tuple(floor.name for floor in corpus.floors if floor.name in names)


def columns_of_outcomes(
    corpus: Corpus, decisions: Iterable[str], day: date, parts: frozenset[Part] = EVERY
) -> tuple[str, ...]:
    """Every column that a run gives with these parts of each decision, in the order in which people read them."""
    names = tuple(decisions)
    of_decisions = (column(each, part) for each in names for part in Part if part in parts)
    floors = guarding(corpus, names, day) if Part.OVERRIDDEN in parts else ()
    return (CONTRADICTED, *of_decisions, *(floor_column(each) for each in floors))
