"""What can be claimed of one case: which rules apply and stand, what they give, which floors they break.

A question about all cases is put as claims that must hold together; whoever finds a case for them, by trying or by
solving, reads the same claims.
"""

from __future__ import annotations

from verordening.model.expressions import Expression
from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition is met."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class Applies:
    """A rule (its index) applies: in force, its condition met, its judgement yes, what it deviates from applying."""

    rule: int


@dataclass(frozen=True, slots=True)
class DelegationStands:
    """A delegation of a decision applies and no rule has taken it back."""

    rule: int
    decision: str


@dataclass(frozen=True, slots=True)
class MaySpeak:
    """A rule has the power to say what it says of a decision, inside the limits of its own and higher ranks."""

    rule: int
    decision: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What a rule gives lies in the range of a delegation, and keeps to its relations with other delegations."""

    rule: int
    decision: str
    delegation: int


@dataclass(frozen=True, slots=True)
class Respects:
    """What a rule gives a decision keeps to the limit (`ten hoogste`, `ten minste`, `mag niet`) of another rule."""

    rule: int
    decision: str
    limit: int


@dataclass(frozen=True, slots=True)
class Stands:
    """What a rule says of a decision stands: it applies, may speak, and nothing defeats or outranks it."""

    rule: int
    decision: str


@dataclass(frozen=True, slots=True)
class Differ:
    """Two rules give a decision different values. Not that they apply."""

    rule: int
    other: int
    decision: str


@dataclass(frozen=True, slots=True)
class InPlay:
    """A floor (its order) is about this case."""

    floor: int


@dataclass(frozen=True, slots=True)
class Satisfies:
    """A floor is met where a decision comes to what a rule gives; other decisions as the rules leave them."""

    floor: int
    decision: str
    rule: int


@dataclass(frozen=True, slots=True)
class Not:
    """A claim does not hold."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class OneOf:
    """At least one of these holds; of none of them: never."""

    claims: tuple[Claim, ...]


Claim = (
    Holds
    | Applies
    | DelegationStands
    | MaySpeak
    | Covered
    | Respects
    | Stands
    | Differ
    | InPlay
    | Satisfies
    | Not
    | OneOf
)
