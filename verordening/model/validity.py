"""On which days a text holds. What that means for a rule in a case is decided in `evaluate`."""

from __future__ import annotations

from datetime import date

from verordening.choices import StrEnum
from verordening.records import dataclass


class Force(StrEnum):
    """Whether something is in force on a day. UNKNOWN: no version of the text is known for that day."""

    IN_FORCE = "geldt"
    NOT_IN_FORCE = "geldt niet"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Validity:
    """When a text holds. `end` is exclusive; `start` is None where the first day was not established.

    The days before `start` are `before`: NOT_IN_FORCE (it did not hold) or UNKNOWN (an earlier text is not known).
    Before `exists`, where that is known (`nieuw vanaf`), there was nothing at all. `tolerated` is the day from which an
    adopted text may be acted on ahead of its `start`, and `applied` the day from which the municipality does so.
    """

    start: date | None
    end: date | None
    before: Force
    tolerated: date | None = None
    exists: date | None = None
    applied: date | None = None

    def on(self, day: date) -> Force:
        """Whether this text holds on `day`. What is only tolerated, and not applied, does not."""
        if self.end is not None and day >= self.end:
            return Force.NOT_IN_FORCE
        if self.applied is not None and day >= self.applied:
            return Force.IN_FORCE
        if self.start is not None and day >= self.start:
            return Force.IN_FORCE
        if self.exists is not None and day < self.exists:
            return Force.NOT_IN_FORCE
        return Force.UNKNOWN if self.start is None else self.before

    def is_early(self, day: date) -> bool:
        """Whether on `day` the municipality acts on a text that is not in force yet."""
        return self.applied is not None and self.applied <= day and (self.start is None or day < self.start)

    def is_tolerated(self, day: date) -> bool:
        """Whether on `day` the text may be acted on but is neither in force nor applied."""
        if self.tolerated is None or day < self.tolerated or self.is_early(day):
            return False
        return self.start is not None and day < self.start
