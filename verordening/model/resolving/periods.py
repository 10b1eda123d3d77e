"""When a text holds: `in werking`, `nieuw` and `gedoogd`, and the versions of one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.model.formatting import format_date
from verordening.model.resolving.checks import span_of
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Provision
from verordening.model.validity import Force, Validity
from verordening.records import replace


def validity_of(block: Block, *, header: bool) -> Validity | None:
    """The period of a header or place, None where neither it nor a place around it gives one.

    `nieuw vanaf` by itself says that the place exists, with this text, since that day.
    """
    period = block.nearest("in werking", s.PeriodClause)
    new = block.nearest("nieuw", s.PeriodClause)
    if period is None:
        return None if new is None else Validity(new.start, None, Force.NOT_IN_FORCE)
    tolerated = block.nearest("gedoogd", s.PeriodClause)
    return Validity(
        period.start,
        period.end,
        Force.NOT_IN_FORCE if header else Force.UNKNOWN,
        tolerated.start if tolerated else None,
        new.start if new else None,
    )


def check_periods(block: Block, problems: Problems) -> None:
    """Report a `nieuw` after the text took effect, and a `gedoogd` that is not ahead of it (VRD309)."""
    new, tolerated = block.one("nieuw", s.PeriodClause), block.one("gedoogd", s.PeriodClause)
    period = block.nearest("in werking", s.PeriodClause)
    start = period.start if period is not None else None
    related = () if period is None else (Related(period.span, "de inwerkingtreding"),)
    if new is not None and new.start is not None and start is not None and new.start > start:
        problems.add(
            "VRD309",
            f"deze bepaling geldt al vanaf {format_date(start)}, en kan dus niet pas later nieuw zijn",
            new.span,
            help="schrijf achter `nieuw vanaf` de dag waarop de bepaling er voor het eerst was, of haal deze regel weg",
            related=related,
        )
    if tolerated is None or tolerated.start is None:
        return
    if start is None:
        problems.add(
            "VRD309",
            "gedogen kan alleen vooruitlopen op een bekende dag van inwerkingtreding",
            tolerated.span,
            help="schrijf erbij vanaf wanneer deze tekst geldt, zoals `in werking vanaf 1 januari 2027`",
            related=related,
        )
    elif tolerated.start >= start:
        problems.add(
            "VRD309",
            "gedogen kan alleen voordat de tekst geldt",
            tolerated.span,
            help=f"kies een dag vóór {format_date(start)}, of haal deze regel weg",
            related=related,
        )


# ---------------------------------------------------------------- versions


def check_versions(provisions: Iterable[Provision], problems: Problems) -> None:
    """The same place twice on a day (VRD307), and days between two versions that no version speaks of (VRD308)."""
    for versions in _by_place(provisions):
        for earlier, later in pairwise(versions):
            if problems.is_damaged(later.place.file):
                continue
            span = span_of(later.place, later.path)
            first = (Related(span_of(earlier.place, earlier.path), "de versie ervoor"),)
            end, start = earlier.validity.end, later.validity.start
            if end is None or start is None or start < end:
                problems.add(
                    "VRD307",
                    f"`{later.path}` staat er twee keer voor dezelfde dag",
                    span,
                    help="geef elke versie een eigen periode met `in werking vanaf … tot …`, "
                    "of zet de tweede regel in een eigen onderdeel of zin",
                    related=first,
                )
            elif start > end and not _is_new_again(end, later.validity):
                problems.add(
                    "VRD308",
                    f"van {format_date(end)} tot {format_date(start)} heeft `{later.path}` geen tekst",
                    span,
                    help="laat de versies op elkaar aansluiten; bestond de bepaling in die tijd niet, schrijf dan "
                    f"`nieuw vanaf {format_date(start)}` bij deze versie",
                    related=first,
                )


def dated(provisions: Iterable[Provision]) -> dict[tuple[str, date | None], Validity]:
    """The validity of every version that follows another: before its start it was that one that held.

    By place and first day. Without this those days would be *unknown* for the later version instead of not its own.
    """
    found = {}
    for versions in _by_place(provisions):
        for earlier, later in pairwise(versions):
            validity = later.validity
            again = earlier.validity.end is not None and _is_new_again(earlier.validity.end, validity)
            if not again:
                validity = replace(validity, before=Force.NOT_IN_FORCE)
            found[later.id, later.validity.start] = validity
    return found


def _is_new_again(end: date, later: Validity) -> bool:
    """Whether a version says itself that the place was not there since `end`."""
    return later.exists is not None and later.exists >= end


def _by_place(provisions: Iterable[Provision]) -> Iterator[list[Provision]]:
    """The versions of each place in order of time."""
    by_id: dict[str, list[Provision]] = {}
    for provision in provisions:
        by_id.setdefault(provision.id, []).append(provision)
    for versions in by_id.values():
        yield sorted(versions, key=lambda each: each.validity.start or date.min)
