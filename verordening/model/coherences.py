"""What is always true of the facts of a case together, whatever the rules make of them. Data only."""

from __future__ import annotations

from verordening.model.expressions import Expression
from verordening.model.rules import Place
from verordening.records import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Coherence:
    """A `samenhang`: wherever `condition` is true of the facts of a case, `demand` is too. `text` says it in words."""

    text: str
    condition: Expression | None
    demand: Expression
    grounds: tuple[str, ...]
    place: Place
