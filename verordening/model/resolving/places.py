"""References to places: which provisions and rules they mean.

`lid 5 tot en met 8`, `pw artikel 18`, `elke beleidsregel`, `deze regeling`.
"""

from __future__ import annotations

from typing import Final

from verordening.language import syntax as s
from verordening.language.suggestions import bedoelt_u
from verordening.model import paths
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.known import KnownFile
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import joined
from verordening.model.rules import RANKS
from verordening.records import dataclass, field

_MOST_NUMBERS: Final = 6
"""More numbers than these are summed up as a range."""


@dataclass(slots=True)
class Spot:
    """A place that exists in a regulation; `rule` is the index of the rule that it holds, -1 for none."""

    regulation: str
    path: paths.Path
    rule: int = -1


@dataclass(slots=True)
class Places:
    """All places of a corpus by regulation."""

    problems: Problems
    spots: dict[str, list[Spot]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    omitted: dict[str, list[tuple[paths.Path, str]]] = field(default_factory=dict)
    """What a regulation says to leave out, each with the last number of a range."""
    damaged: set[str] = field(default_factory=set)
    _matched: dict[tuple[str, paths.Path, str], list[Spot]] = field(default_factory=dict)
    _inside: dict[str, dict[paths.Path, list[Spot]]] = field(default_factory=dict)
    """Worked out once all places are there."""

    def add(self, file: FileBlocks) -> None:
        """Register a regulation with what it says to leave out."""
        self.spots[file.id] = []
        self.kinds[file.id] = file.kind
        if self.problems.is_damaged(file.path):
            self.damaged.add(file.id)
        clauses = list(file.header.all("niet opgenomen", s.ReferenceClause))
        for block in file.blocks:
            clauses += block.all("niet opgenomen", s.ReferenceClause)
        self.omitted[file.id] = [
            (_written(reference), reference.up_to) for clause in clauses for reference in clause.references
        ]

    def add_known(self, file: KnownFile) -> None:
        """Register a regulation that was resolved beforehand."""
        self.spots[file.id] = [Spot(file.id, path, rule) for path, rule, _, _, _ in file.spots]
        self.kinds[file.id] = file.kind
        self.omitted[file.id] = list(file.omitted)

    def regulation_of(self, reference: s.Reference, block: Block) -> str | None:
        """The id of the regulation that a reference in `block` speaks of; unknown ones are reported (VRD302)."""
        if not reference.regeling:
            return block.file.id
        local = f"{block.file.gemeente}/{reference.regeling}"
        for candidate in (reference.regeling, local):
            if candidate in self.spots:
                return candidate
        if not self.problems.is_meant(reference.regeling.rpartition("/")[2]):
            self.problems.add(
                "VRD302",
                f"er is geen regeling `{reference.regeling}`",
                reference.span,
                help=bedoelt_u(reference.regeling, self.spots)
                or "schrijf de naam zoals die achter `regeling` staat, zoals `pw` of `amsterdam/maatregelen`",
            )
        return None

    def path_of(self, reference: s.Reference, block: Block) -> paths.Path:
        """The path of a reference, completed with the place it stands in.

        `lid 2` inside artikel 6 is `artikel 6 lid 2`.
        """
        parts: list[tuple[str, str]] = []
        first = next((part for part in paths.ORDER if getattr(reference, part)), "")
        if not reference.regeling and first in ("lid", "onderdeel", "zin"):
            parts += [each for each in block.path if paths.ORDER.index(each[0]) < paths.ORDER.index(first)]
        return (*parts, *_written(reference))

    def full_id(self, reference: s.Reference, block: Block) -> str | None:
        """The id of the place of a reference (`pw artikel 8 lid 1 onderdeel a`), checked to exist."""
        regulation = self.regulation_of(reference, block)
        if regulation is None:
            return None
        path = self.path_of(reference, block)
        if path and not self.matching(reference, regulation, path):
            self._report_missing(reference, regulation, path)
            return None
        return f"{regulation} {paths.show(path)}".strip()

    def full_ids(self, reference: s.Reference, block: Block) -> tuple[str, ...]:
        """The ids of the places of a reference: one, or each place of a range."""
        found = self.full_id(reference, block)
        if found is None or not reference.up_to:
            return () if found is None else (found,)
        regulation, path = found.split(" ")[0], self.path_of(reference, block)
        spots = self.matching(reference, regulation, path)
        shown = dict.fromkeys(paths.show(spot.path[: len(path)]) for spot in spots)
        return tuple(f"{regulation} {each}" for each in shown)

    def exists(self, reference: s.Reference, block: Block) -> bool:
        """Whether there is what a reference means, of a range both ends too; what is not there is reported (VRD304)."""
        regulation = self.regulation_of(reference, block)
        if regulation is None:
            return False
        path = () if reference.itself else self.path_of(reference, block)
        if not path:
            return True
        if not self.matching(reference, regulation, path):
            self._report_missing(reference, regulation, path)
            return False
        if reference.up_to:
            part, outer = path[-1][0], path[:-1]
            for number in (path[-1][1], reference.up_to):
                end = (*outer, (part, number))
                if not self._within(regulation, end):
                    self._report_missing(reference, regulation, end, is_end=True)
        return True

    def matching(self, reference: s.Reference, regulation: str, path: paths.Path) -> list[Spot]:
        """The places that a reference covers: the place itself and what lies inside it, or a range of places."""
        key = (regulation, path, reference.up_to)
        if key not in self._matched:
            self._matched[key] = self._matching(reference, regulation, path)
        return self._matched[key]

    def _matching(self, reference: s.Reference, regulation: str, path: paths.Path) -> list[Spot]:
        if not path:
            return self.spots[regulation]
        if not reference.up_to:
            return self._within(regulation, path)
        (part, first), outer = path[-1], path[:-1]
        return [
            spot
            for spot in self._within(regulation, outer)
            if len(spot.path) >= len(path)
            and spot.path[len(path) - 1][0] == part
            and paths.in_range(spot.path[len(path) - 1][1], first, reference.up_to)
        ]

    def _within(self, regulation: str, path: paths.Path) -> list[Spot]:
        """The places that are, or lie inside, a place."""
        inside = self._inside.get(regulation)
        if inside is None:
            inside = self._inside[regulation] = {}
            for spot in self.spots[regulation]:
                for length in range(len(spot.path) + 1):
                    inside.setdefault(spot.path[:length], []).append(spot)
        return inside.get(path, [])

    def rules(self, reference: s.Reference, block: Block) -> tuple[int, ...]:
        """The indices of the rules that a reference or class means, without the rule of `block` itself."""
        if reference.every:
            if reference.every not in RANKS:
                self.problems.add(
                    "VRD303",
                    f"`{reference.every}` is geen soort regeling",
                    reference.span,
                    help=bedoelt_u(reference.every, RANKS)
                    or "noem achter `elke` een soort regeling, zoals `elke beleidsregel`",
                )
            ids = [name for name, kind in self.kinds.items() if kind == reference.every]
            return tuple(spot.rule for name in ids for spot in self.spots[name] if spot.rule >= 0)
        regulation = self.regulation_of(reference, block)
        if regulation is None:
            return ()
        path = () if reference.itself else self.path_of(reference, block)
        found = self.matching(reference, regulation, path)
        if path and not found:
            self._report_missing(reference, regulation, path)
        own = (block.file.id, block.path)
        return tuple(spot.rule for spot in found if spot.rule >= 0 and (spot.regulation, spot.path) != own)

    def _report_missing(
        self, reference: s.Reference, regulation: str, path: paths.Path, *, is_end: bool = False
    ) -> None:
        """Report a place that is not there (VRD304), unless the regulation says so itself or cannot be read in full.

        A range that runs backwards holds nothing for that reason (VRD351).
        """
        if regulation in self.damaged or self._is_omitted(regulation, path):
            return
        part, number = path[-1]
        if reference.up_to and not paths.in_range(reference.up_to, number, reference.up_to):
            self.problems.add(
                "VRD351",
                f"deze reeks loopt terug: {part} {reference.up_to} komt voor {part} {number}",
                reference.span,
                help=f"schrijf `{part} {reference.up_to} tot en met {number}`, of kijk of de nummers kloppen",
            )
            return
        what = f"`{paths.show(path)}` bestaat niet in `{regulation}`"
        if reference.up_to and not is_end:
            what = f"van `{reference}` bestaat niets in `{regulation}`"
        self.problems.add(
            "VRD304",
            what,
            reference.span,
            help=self._places_around(regulation, path)
            or "kijk of het nummer klopt, of zet de plaats bij `niet opgenomen` van die regeling",
        )

    def _is_omitted(self, regulation: str, path: paths.Path) -> bool:
        for left_out, up_to in self.omitted[regulation]:
            if left_out and paths.starts_with(path, left_out):
                return True
            is_range = up_to and len(left_out) == 1 and path[0][0] == left_out[0][0]
            if is_range and paths.in_range(path[0][1], left_out[0][1], up_to):
                return True
        return False

    def _places_around(self, regulation: str, path: paths.Path) -> str:
        """What there is beside a place that does not exist: the leden of its artikel."""
        outer, part = path[:-1], path[-1][0]
        around = [spot.path for spot in self.spots[regulation] if paths.starts_with(spot.path, outer)]
        inside = [path[len(outer)] for path in around if len(path) > len(outer)]
        numbers = list(dict.fromkeys(number for other, number in inside if other == part))
        if not outer or not around:
            return ""
        if not numbers:
            return f"`{paths.show(outer)}` heeft geen {part}"
        if len(numbers) > _MOST_NUMBERS:
            return f"`{paths.show(outer)}` heeft {part} {numbers[0]} tot en met {numbers[-1]}"
        return f"`{paths.show(outer)}` heeft alleen {part} {joined(numbers)}"


def _written(reference: s.Reference) -> paths.Path:
    """The parts that stand in a reference itself."""
    return tuple((part, getattr(reference, part)) for part in paths.ORDER if getattr(reference, part))


def covers(ground: str, place: str) -> bool:
    """Whether a ground names a place or lies around or inside it.

    `pw artikel 8` covers `pw artikel 8 lid 1 onderdeel a`.
    """
    return ground == place or place.startswith(f"{ground} ") or ground.startswith(f"{place} ")
