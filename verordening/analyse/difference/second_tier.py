"""The second tier of a comparison: a solver for what trying leaves open, loaded when the first asks for it."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.analyse.difference.elements import Both
from verordening.analyse.difference.found import Turn
from verordening.analyse.difference.grouping import Grouping
from verordening.analyse.difference.pairing import Pairing


class SecondTier:
    """What the solver adds to trying. Needs the extra `analyse`."""

    @staticmethod
    def settle(grouping: Grouping, pairing: Pairing) -> None:
        """Add to what trying found of a decision the groups that it missed; say so where surely none is missing."""
        from verordening.analyse.difference.settling import settle

        settle(grouping, pairing)

    @staticmethod
    def turns(pairing: Pairing, start: Both) -> Iterable[Turn]:
        """In which cases general routes, duties to give reasons, guidelines and samenhang now hold, or no longer."""
        from verordening.analyse.difference.turns import turns

        return turns(pairing, start)
