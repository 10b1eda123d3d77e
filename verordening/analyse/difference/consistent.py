"""Whether comparisons can come out as supposed together: a day before another is not also a year after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from verordening.analyse.difference.meaning import Meaning, Shape
from verordening.evaluate.searching import OPPOSITE
from verordening.model import expressions as e

_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


class Bound(NamedTuple):
    """One side of a comparison stands `operator` another plus `by`, in months, days or units."""

    about: tuple[Shape, Shape, str]
    operator: str
    by: Fraction


def bound_of(node: e.Compare, outcome: bool, means: Meaning) -> Bound:
    """What a comparison says where it comes out so."""
    operator = node.operator if outcome else OPPOSITE[node.operator]
    for moving, still, sign in (
        (node.right, node.left, operator),
        (node.left, node.right, _TURNED[operator]),
    ):
        shifted = _shifted(moving)
        if shifted is not None:
            base, family, by = shifted
            return Bound((means.of(still), means.of(base), family), sign, by)
    return Bound((means.of(node.left), means.of(node.right), ""), operator, Fraction(0))


def _shifted(node: e.Expression) -> tuple[e.Expression, str, Fraction] | None:
    """`datum + 12 maanden` as the datum, months and 12."""
    if isinstance(node, e.DateShift) and isinstance(node.duration, e.Constant):
        by = node.duration.value
        if isinstance(by, int | Fraction):
            return node.day, node.family, Fraction(by) * node.sign
    if isinstance(node, e.Arithmetic) and node.operator in "+-" and isinstance(node.right, e.Constant):
        by = node.right.value
        if isinstance(by, int | Fraction) and not isinstance(by, bool | date):
            return node.left, "", Fraction(by) if node.operator == "+" else -Fraction(by)
    return None


def go_together(bounds: Iterable[Bound]) -> bool:
    """Whether there can be values for which all of these hold, as far as two of them tell."""
    lows: dict[tuple[Shape, Shape], list[tuple[str, Fraction, bool]]] = {}
    highs: dict[tuple[Shape, Shape], list[tuple[str, Fraction, bool]]] = {}
    for about, operator, by in bounds:
        left, right, family = about
        if operator in ("<", "<=", "="):
            highs.setdefault((left, right), []).append((family, by, operator == "<"))
        if operator in (">", ">=", "="):
            lows.setdefault((left, right), []).append((family, by, operator == ">"))
    return not any(
        _exclude(low, high) for key in lows.keys() & highs.keys() for low in lows[key] for high in highs[key]
    )


def _exclude(low: tuple[str, Fraction, bool], high: tuple[str, Fraction, bool]) -> bool:
    """Whether nothing is above the one and below the other. A shift of none is that in every unit."""
    if low[0] != high[0] and low[1] and high[1] and (low[1] > 0) == (high[1] > 0):
        return False
    return low[1] > high[1] or (low[1] == high[1] and (low[2] or high[2]))
