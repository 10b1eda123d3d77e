"""What is promised of all cases: of two of them beside each other, or of two decisions in one. Data only."""

from __future__ import annotations

from verordening.model.expressions import Expression
from verordening.model.rules import Place, Provenance
from verordening.model.types import Type
from verordening.records import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Subject:
    """What is looked at in both cases: a value in which decisions stand for what they come to."""

    value: Expression
    type: Type


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Independent:
    """Two cases that differ in one of these facts only come to the same, each subject by itself."""

    subjects: tuple[Subject, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Monotone:
    """Of two cases that differ in `fact` only, the one with more of it comes to no less (`rising`) or to no more."""

    subject: Subject
    fact: str
    rising: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compared:
    """Of two cases that differ only in what `first` and `second` speak of, the one where `first` is true comes to what
    is `operator` (one of < <= > >=) what the other does.
    """

    subject: Subject
    operator: str
    first: Expression
    second: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Side:
    """A condition on what one decision comes to."""

    condition: Expression
    decision: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Excluded:
    """In no case are both true; they are about two decisions."""

    first: Side
    second: Side


Paired = Independent | Monotone | Compared
"""What is about two cases."""
Property = Paired | Excluded


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Guarantee:
    """A `waarborg`: wherever `condition` is true (of both cases), the property holds."""

    name: str
    title: str
    regulation: str
    condition: Expression | None
    property: Property
    grounds: tuple[str, ...]
    explanation: str
    provenance: Provenance
    place: Place
