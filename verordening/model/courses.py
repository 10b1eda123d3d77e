"""How decisions run through the months, and what holds where several acts or duties meet. Data only."""

from __future__ import annotations

from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.model.validity import Validity


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Course:
    """How a decision runs through the months.

    Names of decisions: how long it lasts (`duration`), its first day (`start`) and over how many months it is settled
    (`spread`; empty: month by month). Names of concepts: what all together may take at most, as a percentage
    (`most_share`) and in euros (`most_amount`), and the last day to look again (`review`); empty where not said.
    """

    duration: str
    start: str
    spread: str
    most_share: str
    most_amount: str
    review: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Concurrence:
    """What a provision says where several things meet (`bij meer …`).

    `of` is verplichtingen (one act breaches several duties) or gedragingen (several acts); `highest`: only the highest
    outcome of `decision` holds, else each of them.
    """

    place: str
    of: str
    highest: bool
    decision: str
    validity: Validity
    in_regulation: Validity
