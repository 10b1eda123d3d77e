"""What a claim reads to be told: the rules behind it, and of each only what it does for the claim.

Whether a rule stands turns on its conditions, not on its value, unless something limits or delegates that value. What
is read is followed here as `evaluate/standing` follows it. Trying looks at the facts in what is read, and an answer is
kept for as long as none of it changes: what was left out here would be missed by both.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

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

    def of(self, reads: Iterable[Read], allowed: Allowed = NOTHING_SAID) -> dict[Read, tuple[Read, ...]]:
        """These and all that is read for them in cases that `allowed` leaves, the nearest first; each with what is read
        for it directly.

        Of a rule that applies in none of those nothing is read, but where the lower regulations are looked at as a
        whole: that is beside the case.
        """
        outside: dict[int, bool] = {}
        found: dict[Read, tuple[Read, ...]] = {}
        waiting = [(each, True) for each in dict.fromkeys(reads)]
        everywhere: set[Read] = set()
        for each, within in waiting:
            if each in everywhere or (within and each in found):
                continue
            further = self.next(each)
            if each.what is What.MEASURED or not within:
                everywhere.add(each)
                waiting += [(one, False) for one in further]
            else:
                further = self._within(further, allowed, outside) if allowed else further
                waiting += [(one, True) for one in further]
            found[each] = further
        return found

    def _within(
        self, reads: tuple[Read, ...], allowed: Allowed, outside: dict[int, bool]
    ) -> tuple[Read, ...]:
        """Those that are not of rules which apply in no case allowed; `outside` keeps what was seen of that."""
        left = []
        for each in reads:
            if each.what in _OF_APPLYING:
                excluded = outside.get(each.at)
                if excluded is None:
                    excluded = outside[each.at] = self._excluded(each.at, allowed)
                if excluded:
                    continue
            left.append(each)
        return reads if len(left) == len(reads) else tuple(left)

    def _excluded(self, index: int, allowed: Allowed) -> bool:
        own = allowed_by(self.corpus, index)
        return any(name in own and own[name].isdisjoint(values) for name, values in allowed.items())
