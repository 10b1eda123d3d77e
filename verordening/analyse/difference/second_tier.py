"""The second tier of a comparison: a solver for what trying leaves open, loaded when the first asks for it."""

from __future__ import annotations

from collections.abc import Callable

from verordening.analyse.difference.grouping import Grouping
from verordening.analyse.difference.pairing import Pairing

Settle = Callable[[Grouping, Pairing], None]
"""Adds to what trying found of a decision the groups that it missed, and says so where surely none is missing."""


def settle(grouping: Grouping, pairing: Pairing) -> None:
    """Settle what trying left open of a decision, as far as that goes. Needs the extra `analyse`."""
    from verordening.analyse.difference.settling import settle as settled

    settled(grouping, pairing)
