"""What to say of coverage: the figures per file and article, and each spot with the ways that no trial goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from verordening.analyse.coverage.marking import Mark
from verordening.analyse.coverage.spots import Spot


class SpotCoverage(NamedTuple):
    """A spot with its ways, each with whether a trial goes there."""

    spot: Spot
    ways: tuple[tuple[str, bool], ...]

    @property
    def is_whole(self) -> bool:
        """Whether trials go every way."""
        return all(covered for _, covered in self.ways)


class ItemCoverage(NamedTuple):
    """A rule, concept or floor with its spots; the first is the thing itself."""

    head: Spot
    spots: tuple[SpotCoverage, ...]


class CoverageReport(NamedTuple):
    """Per file how many ways are covered of how many, the items in order of place, and how many trials were used."""

    files: tuple[tuple[str, int, int], ...]
    items: tuple[ItemCoverage, ...]
    trials: int

    @property
    def total(self) -> tuple[int, int]:
        """How many ways are covered, of how many."""
        return sum(covered for _, covered, _ in self.files), sum(of for _, _, of in self.files)


def coverage_report(
    ways: Mapping[Spot, tuple[str, ...]], marks: Iterable[Mark], trials: int
) -> CoverageReport:
    """The figures of all spots, given where trials went."""
    went = set(marks)
    items: dict[tuple[str, int, str, str], list[SpotCoverage]] = {}
    covered: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for spot in sorted(ways, key=lambda each: (each.file, each.line, each.of.value, each.name, each.number)):
        told = tuple((way, (spot, way) in went) for way in ways[spot])
        items.setdefault((spot.file, spot.line, spot.of.value, spot.name), []).append(
            SpotCoverage(spot, told)
        )
        covered[spot.file] += sum(yes for _, yes in told)
        of[spot.file] += len(told)
    files = tuple((file, covered[file], of[file]) for file in sorted(of))
    return CoverageReport(
        files, tuple(ItemCoverage(each[0].spot, tuple(each)) for each in items.values()), trials
    )


def share(covered: int, of: int) -> str:
    """`61,2%`, rounded down."""
    tenths = 1000 * covered // of if of else 0
    return f"{tenths // 10},{tenths % 10}%"
