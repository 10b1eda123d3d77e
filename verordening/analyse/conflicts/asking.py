"""One thing to ask of all cases, and its answer: a finding with a case, nothing, or that it could not be settled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered, Finding, Site, Unsettled, Witness
from verordening.analyse.conflicts.witnessing import Shows, completed
from verordening.analyse.proving import claims as c
from verordening.analyse.proving.searching import Answer, NotProven
from verordening.analyse.proving.shown import Shown
from verordening.evaluate.context import Context
from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import Severity
from verordening.model.formatting import format_date
from verordening.records import dataclass, replace

TOO_MANY = "een getal, datum of lijst heeft te veel waarden om ze allemaal na te gaan"
ELSEWHERE = "andere regels of ondergrenzen veranderen de uitkomst in de gevallen die zijn nagegaan"


def always(_: Outcome) -> bool:
    """The claims say it all: nothing has to show in the outcome besides."""
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """Claims that must never hold together, and what to report when they do.

    The case is about the decision `about`, and those `beside` it; `shows` is what must show in its outcome.
    `day` is the first to look at.
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
    beside: tuple[str, ...] = ()


def answers(point: Point, area: Area) -> Iterator[Answered]:
    """What comes of a point: one finding, one thing unsettled, or nothing where it surely never happens, on its day and
    on those after it on which something changes.
    """
    unsettled: Unsettled | None = None
    for found in area.cases(point.claims, point.day):
        each = _answer(point, found, area)
        if isinstance(each, Finding):
            yield each
            return
        unsettled = unsettled or each
    if unsettled is not None:
        yield unsettled


def _answer(point: Point, found: Answer, area: Area) -> Answered | None:
    """What comes of it on one day."""
    if found is None:
        return None
    if isinstance(found, NotProven):
        why = tuple(each for each in found.why if not each.endswith("is niet bewezen")) or (TOO_MANY,)
        return Unsettled(point.code, point.sites, point.about, why, found.tried)
    decisions = (point.about, *point.beside)
    shown = completed_before(found, point.claims, decisions, area, point.code, shows=point.shows)
    if shown is None:
        return Unsettled(point.code, point.sites, point.about, (ELSEWHERE,), 1)
    remarks = () if found.day == point.day else (("vanaf wanneer", since(point.day, found.day)),)
    return Finding(
        point.code, point.severity, point.message, point.sites, point.help, (shown,), point.about, remarks
    )


def since(before: date, day: date) -> str:
    """That something shows on a day and not yet on one before it."""
    return f"op {format_date(before)} nog niet, op {format_date(day)} wel"


def completed_before(
    found: Context,
    claims: tuple[c.Claim, ...],
    decisions: tuple[str, ...],
    area: Area,
    what: str,
    *,
    shows: Shows = always,
) -> Witness | None:
    """The case to show, made of what was found; None where the finding does not show in any.

    One that an earlier run made is worked out again, and made anew where it no longer shows. Whether there is one rests
    on all that these decisions come to. `what` tells a case from others of the same claims.
    """
    memory = area.memory
    if memory is None:
        return completed(found, claims, decisions, shows)
    prints = area.prints(found.day)
    earlier, asked = Shown(memory, prints), prints.asked(claims, "zaak", what, *decisions)
    rests_on = f"{prints.of(claims, 'zaak', what)} {prints.of_decisions(decisions)}"
    shown, not_shown = f"{rests_on} wel", f"{rests_on} niet"
    if not_shown in memory:
        return None
    witness = completed(found, claims, decisions, shows, earlier.known(asked), is_settled=shown in memory)
    if witness is None:
        memory[not_shown] = None
    else:
        memory[shown] = None
        earlier.keep(asked, witness.case.inputs())
    return witness


def together(found: Iterable[Answered], by: Callable[[Finding], object]) -> Iterator[Answered]:
    """The same with one finding for all that are alike `by` this: the first, with the places of all."""
    merged: dict[object, Finding] = {}
    for each in found:
        if isinstance(each, Unsettled):
            yield each
            continue
        first = merged.setdefault(by(each), each)
        merged[by(each)] = replace(first, sites=tuple(dict.fromkeys((*first.sites, *each.sites))))
    yield from merged.values()
