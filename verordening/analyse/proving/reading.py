"""What a claim reads to be told: the rules behind it, and of each only what it does for the claim.

Whether a rule stands turns on its conditions, not on its value, unless something limits or delegates that value. What
is read is followed here as `evaluate/standing` follows it. Trying looks at the facts in what is read, and an answer is
kept for as long as none of it changes: what was left out here would be missed by both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from verordening.analyse.proving import claims as c
from verordening.analyse.proving.following import Following, Read, What
from verordening.evaluate.allowed import Allowed, allowed_by, together
from verordening.model.corpus import Corpus
from verordening.model.types import Value

NOTHING_SAID: Allowed = {}
_OF_APPLYING = frozenset(
    (
        What.APPLIES,
        What.STANDS,
        What.SPEAKS,
        What.DELEGATES,
        What.DEFEATED,
        What.OUTRANKED,
        What.SAYS,
        What.WHOLE,
    )
)
"""What is read of a rule for the case that it applies."""


def allowed_in(claims: Iterable[c.Claim], corpus: Corpus) -> dict[str, frozenset[Value]]:
    """What claims leave of the facts with few values: in any other case they do not hold."""
    return together(
        allowed_by(corpus, each.rule)
        for each in claims
        if isinstance(each, c.Applies | c.Stands | c.DelegationStands)
    )


@lru_cache(maxsize=16)
def reading_of(corpus: Corpus) -> Reading:
    """What is read in a corpus, gone through once."""
    return Reading(corpus)


class Reading(Following):
    """All that is read in one corpus, directly and for what is read."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus)
        self._views: dict[frozenset[int], View] = {}
        self._outside: dict[tuple[str, frozenset[Value]], frozenset[int]] = {}

    def within(self, allowed: Allowed) -> View:
        """What is read in the cases that `allowed` leaves, the same object where the same rules can apply in them."""
        outside = frozenset[int]().union(*[self._outside_of(name, left) for name, left in allowed.items()])
        found = self._views.get(outside)
        if found is None:
            found = self._views[outside] = View(self, outside)
        return found

    def _outside_of(self, name: str, left: frozenset[Value]) -> frozenset[int]:
        """The rules that apply in no case in which a fact has one of these values."""
        found = self._outside.get((name, left))
        if found is None:
            bound = self._bound.get(name, ())
            found = frozenset(index for index, values in bound if values.isdisjoint(left))
            self._outside[name, left] = found
        return found

    @cached_property
    def _bound(self) -> dict[str, list[tuple[int, frozenset[Value]]]]:
        """For each fact the rules that apply for some of its values only, with those."""
        found: dict[str, list[tuple[int, frozenset[Value]]]] = {}
        for rule in self.corpus.rules:
            for name, values in allowed_by(self.corpus, rule.index).items():
                found.setdefault(name, []).append((rule.index, values))
        return found


class View:
    """What is read in the cases that are left of all: of a rule that applies in none of those nothing is.

    What the lower regulations give as a whole is looked at beside the case: there the cases count in which the other
    delegation applies.
    """

    def __init__(self, reading: Reading, outside: frozenset[int]) -> None:
        self.reading, self.outside = reading, outside
        self._further: dict[Read, tuple[Seen, ...]] = {}

    def of(self, reads: Iterable[Read]) -> dict[Read, None]:
        """These and all that is read for them, the nearest first."""
        waiting: list[Seen] = [(self, each) for each in dict.fromkeys(reads)]
        seen: set[Seen] = set()
        for each in waiting:
            if each not in seen:
                seen.add(each)
                waiting += each[0].further(each[1])
        return dict.fromkeys(read for _, read in waiting)

    def further(self, read: Read) -> tuple[Seen, ...]:
        """What is read directly for something, each in the cases that count there."""
        found = self._further.get(read)
        if found is None:
            reads = self.reading.next(read)
            if read.what is What.MEASURED:
                found = tuple(self._as_a_whole(read, reads))
            else:
                found = tuple([(self, each) for each in reads if not self.is_outside(each)])
            self._further[read] = found
        return found

    def _as_a_whole(self, measured: Read, reads: Iterable[Read]) -> Iterator[Seen]:
        """What is read of the cases that the measure looks at: without the other delegation there is nothing to fit."""
        delegation, other = measured.beside
        everywhere = self.reading.within(NOTHING_SAID)
        there = self.reading.within(allowed_by(self.reading.corpus, other))
        for each in reads:
            if each.at in (delegation, other):
                yield everywhere, each
            elif not there.is_outside(each):
                yield there, each

    def is_outside(self, read: Read) -> bool:
        """Whether it is of a rule that applies in none of these cases."""
        return read.at in self.outside and read.what in _OF_APPLYING


Seen = tuple[View, Read]
"""Something that is read, and the cases in which it is."""
