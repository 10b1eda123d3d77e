"""What an outcome means for the months, as data."""

from __future__ import annotations

from datetime import date

from verordening.model.types import Number
from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from verordening.evaluate.outcome import Cited


@dataclass(frozen=True, slots=True)
class MonthPart:
    """What one decision takes in a month, in percent and (if known) in cents.

    `act` is the number of the act it is about; 0: the case lists no acts.
    """

    decision: str
    act: int
    share: Number
    cents: int | None


@dataclass(frozen=True, slots=True)
class Month:
    """One month of lowered benefit, from its first day.

    `share` (percent of the norm) and `cents` are what all parts take together, after the cut; None where an amount of
    that month is not known. `cut` says in Dutch why it is less than the sum, empty where it is the sum.
    """

    first_day: date
    share: Number
    cents: int | None
    text: str
    cut: str
    parts: tuple[MonthPart, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """When what was decided runs: the first and the last day, the day before which to look again, and each month.

    `by` is the rule that gives the first day; `notes` what is not known, in Dutch.
    """

    start: date | None
    end: date | None
    review: date | None
    months: tuple[Month, ...]
    by: Cited | None
    notes: tuple[str, ...]


NO_CALENDAR = Calendar(None, None, None, (), None, ())
