"""Floors and guidelines once everything in them is resolved. Data only."""

from __future__ import annotations

from verordening.model.expressions import Expression
from verordening.model.rules import Place, Provenance
from verordening.model.validity import Validity
from verordening.records import dataclass

EVIDENCE = ("experiment", "register", "literatuur", "onderzoek", "praktijk", "uitspraak")
"""The kinds of evidence behind a guideline, the strongest first."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Repair:
    """What a floor makes of an outcome: `decision` at most (or at least) `bound`."""

    decision: str
    at_most: bool
    bound: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Floor:
    """An `ondergrens`."""

    name: str
    title: str
    group: str
    grounds: tuple[str, ...]
    constitutional: bool
    absolute: bool
    guards: tuple[str, ...]
    condition: Expression | None
    exception: Expression | None
    demand: Expression
    repairs: tuple[Repair, ...]
    question: str
    motivate: tuple[tuple[str, str], ...]
    explanation: str
    disapplied: str
    serves: tuple[str, ...]
    validity: Validity
    provenance: Provenance
    order: int
    place: Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Guideline:
    """A `richtlijn`: `higher` weighs more than `lower` at the places `at` (rule indices; empty: everywhere).

    `example` says that it stands in a regulation of soort `voorbeeld`: ours, where a municipality has no text encoded.
    """

    id: str
    regulation: str
    title: str
    condition: Expression | None
    higher: str
    lower: str
    at: tuple[int, ...]
    everywhere: bool
    evidence: tuple[tuple[str, str], ...]
    against: tuple[str, ...]
    validity: Validity
    provenance: Provenance
    place: Place
    example: bool = False
