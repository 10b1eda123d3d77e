"""What came of a whole population, in counts: what a run keeps per part, and what is shown at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np

from verordening.population.outcomes import CONTRADICTED, FLOORS, STATUSES, Part, column, floor_column
from verordening.records import dataclass, field

MOST_NAMED: Final = 10
"""So many rows that contradict themselves are named; the others are in the file."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of rows. `statuses` per decision as in `STATUSES`, `floors` per floor as in `FLOORS`.

    `contradicted` is how many rows contradict themselves and `first` are the numbers of the first of these;
    `interpreted` how many the reference interpreter did for a faster engine.
    """

    rows: int = 0
    contradicted: int = 0
    first: tuple[int, ...] = ()
    interpreted: int = 0
    statuses: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    floors: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "rows": self.rows,
            "contradicted": self.contradicted,
            "first": list(self.first),
            "interpreted": self.interpreted,
            "statuses": {name: list(each) for name, each in self.statuses.items()},
            "floors": {name: list(each) for name, each in self.floors.items()},
        }


def from_plain(known: Mapping[str, Any]) -> Summary:
    """What `plain` made."""
    return Summary(
        known["rows"],
        known["contradicted"],
        tuple(known["first"]),
        known["interpreted"],
        {name: tuple(each) for name, each in known["statuses"].items()},
        {name: tuple(each) for name, each in known["floors"].items()},
    )


def summary_of(
    numbers: Mapping[str, Any], decisions: Sequence[str], first_row: int, interpreted: int
) -> Summary:
    """The counts of one batch of outcome columns, of which the first row has this number (from 1)."""
    contradicted = np.asarray(numbers[CONTRADICTED])
    places = np.flatnonzero(contradicted)
    floors = [name for name in numbers if name.startswith(floor_column(""))]
    return Summary(
        len(contradicted),
        len(places),
        tuple(int(each) + first_row for each in places[:MOST_NAMED]),
        interpreted,
        {each: _counts(numbers[column(each, Part.STATUS)], places, len(STATUSES)) for each in decisions},
        {each.removeprefix(floor_column("")): _counts(numbers[each], places, len(FLOORS)) for each in floors},
    )


def together(parts: Iterable[Summary]) -> Summary:
    """The counts of several parts, in order."""
    whole = Summary()
    for each in parts:
        whole = Summary(
            whole.rows + each.rows,
            whole.contradicted + each.contradicted,
            (*whole.first, *each.first)[:MOST_NAMED],
            whole.interpreted + each.interpreted,
            _added(whole.statuses, each.statuses),
            _added(whole.floors, each.floors),
        )
    return whole


def _added(
    one: Mapping[str, tuple[int, ...]], other: Mapping[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    found = dict(one)
    for name, counts in other.items():
        known = found.get(name)
        found[name] = counts if known is None else tuple(map(sum, zip(known, counts, strict=True)))
    return found


def _counts(codes: Any, without: Any, length: int) -> tuple[int, ...]:
    """How often each code stands there, but for some rows."""
    counts = [int(np.count_nonzero(codes == code)) for code in range(length)]
    for code in codes[without].tolist():
        counts[code] -= 1
    return tuple(counts)
