"""The places that a regulation refers to: each exists, and none has lapsed by then or has yet to come."""

from __future__ import annotations

from datetime import date
from typing import Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model import paths
from verordening.model.formatting import format_date
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.known import Days
from verordening.model.resolving.mentions import Mentions
from verordening.model.resolving.periods import validity_of
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Regulation
from verordening.model.validity import Force, Validity

_OUTLIVES: Final = frozenset({"vervangt", "geen regeling", "volledig", "past toe"})
"""Clauses that may well speak of what holds no more, or not yet."""

Known = dict[paths.Path, list[Days]]


def check_references(
    files: list[FileBlocks],
    mentions: Mentions,
    places: Places,
    regulations: dict[str, Regulation],
    beforehand: dict[str, Known],
    problems: Problems,
) -> None:
    """Report references to what is not there (VRD304, VRD351), no more or not yet (VRD355), or not dead (VRD356).

    `beforehand` are the places, with their days, of files that were resolved before.
    """
    times = _Times({**beforehand, **_days_of_places(files, regulations)}, places)
    for file in files:
        regulation = regulations[file.id]
        for block in (file.header, *file.blocks):
            own = days_of(validity_of(block, header=False) or regulation.validity)
            for keyword, reference in mentions.references_in(block):
                if reference.every or not places.exists(reference, block):
                    continue
                if keyword not in _OUTLIVES:
                    _check_days(reference, block, own, times, problems)
            for clause in block.all("dode verwijzing", s.ReferenceClause):
                for reference in clause.references:
                    _check_dead(reference, block, own, times, problems)


def _check_dead(reference: s.Reference, block: Block, own: Days, times: _Times, problems: Problems) -> None:
    """Report a reference that is called dead but leads somewhere as long as the text that makes it holds (VRD356)."""
    periods = times.of(reference, block)
    if any(start <= own[0] and own[1] <= end for start, end in periods):
        problems.add(
            "VRD356",
            f"`{reference}` heet hier dood, maar bestaat",
            reference.span,
            help="haal `dode verwijzing` weg, of kijk of het nummer klopt",
        )


class _Times:
    """The days of places; of one that many refer to they are gathered once."""

    def __init__(self, known: dict[str, Known], places: Places) -> None:
        self._known, self._places = known, places
        self._found: dict[tuple[str, paths.Path, str], frozenset[Days]] = {}

    def of(self, reference: s.Reference, block: Block) -> frozenset[Days]:
        """The days of the places that a reference means; none where it means a regulation as a whole."""
        regulation = self._places.regulation_of(reference, block)
        path = () if reference.itself else self._places.path_of(reference, block)
        if regulation is None or not path:
            return frozenset()
        key = (regulation, path, reference.up_to)
        if key not in self._found:
            meant = {spot.path for spot in self._places.matching(reference, regulation, path)}
            days = self._known[regulation]
            self._found[key] = frozenset(each for one in meant for each in days.get(one, ()))
        return self._found[key]


def _days_of_places(files: list[FileBlocks], regulations: dict[str, Regulation]) -> dict[str, Known]:
    """Per regulation and place the days on which its text holds or may hold."""
    found: dict[str, Known] = {}
    for file in files:
        validity = regulations[file.id].validity
        known = found[file.id] = {}
        for block in file.blocks:
            if isinstance(block.head, s.PlaceHead):
                days = days_of(validity_of(block, header=False) or validity)
                known.setdefault(block.path, []).append(days)
    return found


def days_of(validity: Validity) -> Days:
    """The days on which a text holds, may hold, or may be acted on ahead of its date."""
    start = validity.start if validity.before is Force.NOT_IN_FORCE else validity.exists
    early = [each for each in (validity.tolerated, validity.applied) if each is not None]
    return min((start or date.min, *early)), validity.end or date.max


def _check_days(reference: s.Reference, block: Block, own: Days, times: _Times, problems: Problems) -> None:
    """Report a reference to what has lapsed before the text that makes it holds, or comes after it (VRD355)."""
    periods = times.of(reference, block)
    if not periods or any(days[0] < own[1] and own[0] < days[1] for days in periods):
        return
    ends = max(end for _, end in periods)
    when = f"geldt sinds {format_date(ends)} niet meer"
    if ends > own[0]:
        when = f"geldt pas vanaf {format_date(min(start for start, _ in periods))}"
    problems.add(
        "VRD355",
        f"`{reference}` {when}",
        reference.span,
        help="noem de plaats die op die dag geldt, of kijk of de datums achter `in werking` kloppen",
        severity=Severity.WAARSCHUWING,
    )
