"""One thing to ask of all cases, and its answer: a finding with a case, nothing, or that it could not be settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered, Finding, Site, Unsettled
from verordening.analyse.conflicts.witnessing import Shows, witness
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import NotProven
from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import Severity
from verordening.records import dataclass, replace

TOO_MANY = "een getal, datum of lijst heeft te veel waarden om ze allemaal na te gaan"
ELSEWHERE = "andere regels of ondergrenzen veranderen de uitkomst in de gevallen die zijn nagegaan"


def always(_: Outcome) -> bool:
    """The claims say it all: nothing has to show in the outcome besides."""
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """Claims that must never hold together, and what to report when they do.

    The case is about the decision `about`; `shows` is what must show in its outcome.
    """

    code: str
    severity: Severity
    message: str
    sites: tuple[Site, ...]
    help: str
    claims: tuple[c.Claim, ...]
    day: date
    about: str
    shows: Shows = always


def answers(point: Point, area: Area) -> Iterator[Answered]:
    """What comes of a point: one finding, one thing unsettled, or nothing where it surely never happens."""
    found = area.case(point.claims, point.day)
    if found is None:
        return
    if isinstance(found, NotProven):
        why = tuple(each for each in found.why if not each.endswith("is niet bewezen")) or (TOO_MANY,)
        yield Unsettled(point.code, point.sites, point.about, why, found.tried)
        return
    shown = witness(found, point.claims, (point.about,), point.shows)
    if shown is None:
        yield Unsettled(point.code, point.sites, point.about, (ELSEWHERE,), 1)
        return
    yield Finding(point.code, point.severity, point.message, point.sites, point.help, (shown,), point.about)


def together(found: Iterable[Answered]) -> Iterator[Answered]:
    """The same with one finding for all that say the same of the same place, and the other places of each."""
    merged: dict[tuple[str, Severity, str], Finding] = {}
    for each in found:
        if isinstance(each, Unsettled):
            yield each
            continue
        key = each.message, each.severity, each.sites[0].id
        first = merged.get(key)
        sites = each.sites if first is None else (*first.sites, *each.sites[1:])
        merged[key] = replace(first or each, sites=tuple(dict.fromkeys(sites)))
    yield from merged.values()
