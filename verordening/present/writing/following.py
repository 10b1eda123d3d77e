"""What holds in any event, what follows from the decision, and how to object to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from verordening import __version__
from verordening.evaluate.month_outcomes import Calendar
from verordening.evaluate.outcome import FloorEffect, FloorStatus, Outcome
from verordening.model.case import Case
from verordening.model.formatting import format_date
from verordening.model.terms import statutory_end
from verordening.present.dutch import after_colon, joined, sentence, unended
from verordening.present.merged import MergedFloor, merge_floors
from verordening.present.months_content import month_name, month_runs
from verordening.present.writing import sentences as s
from verordening.present.writing.matter import NOTIFICATION, Matter, Stand
from verordening.present.writing.naming import places
from verordening.present.writing.sending import NOBODY, Contact
from verordening.present.writing.written import Block, Gap, Line, Paragraph, points, said, to_give

_WEEKS = 6
"""Awb 6:7."""


def floors(matter: Matter, *, briefly: bool = False) -> Iterator[Block]:
    """The floors that hold or changed the outcome, and those that had to be weighed with the reasons that were given.

    A floor that asks for reasons which nobody gave leaves a place open. `briefly`: only what changed the outcome.
    """
    lines: list[Line] = []
    for merged in merge_floors(matter.outcome.floors):
        floor = merged.floor
        title = unended(after_colon(floor.title))
        where = s.FLOOR_GROUNDS.format(regels=places(floor.grounds)) if floor.grounds else ""
        if floor.effect is FloorEffect.OVERSTEMD:
            lines.append(Line(f"{_changed(merged, matter, title)} {where}".strip()))
        elif floor.effect is FloorEffect.SIGNAAL and not briefly:
            lines += _weighed(merged, matter, title)
        elif floor.status is FloorStatus.GEHOUDEN and floor.absolute and not briefly:
            lines.append(Line(f"{s.FLOOR_KEPT.format(ondergrens=title)} {where}".strip()))
    yield from points(lines)


def _changed(merged: MergedFloor, matter: Matter, title: str) -> str:
    changed = [each for each in merged.per_decision if each.before is not None and each.after is not None]
    after = joined(
        matter.words.with_period(each.decision, each.after.text) for each in changed if each.after is not None
    )
    before = joined(each.before.text for each in changed if each.before is not None)
    return s.FLOOR_CHANGED.format(na=after, voor=before, ondergrens=title)


def _weighed(merged: MergedFloor, matter: Matter, title: str) -> Iterator[Line]:
    for key, question in merged.floor.motivate:
        reason = matter.reason(key)
        if reason:
            yield Line(s.FLOOR_ANSWERED.format(ondergrens=sentence(title).rstrip("."), tekst=reason))
        else:
            yield to_give(question)


def follows(outcome: Outcome, matters: tuple[Matter, ...]) -> Iterator[Block]:
    """From when until when, what it is each month, and when to look again."""
    calendar = outcome.calendar
    firm = all(not each.standing(Stand.RESERVED, Stand.UNDECIDED) for each in matters)
    if calendar.start is not None and not firm:
        yield from said(s.IF_DECIDED)
    if calendar.start is not None and calendar.end is not None:
        yield from said(s.RUNS.format(begin=format_date(calendar.start), einde=format_date(calendar.end)))
        yield from points(_months(calendar))
    elif any(each.chosen or each.outcome.decisions for each in matters):
        yield Paragraph(to_give(s.STARTS_WHEN, Gap.PRACTICAL))
    if calendar.review is not None:
        yield from said(s.REVIEW.format(dag=format_date(calendar.review)))


def _months(calendar: Calendar) -> Iterator[str]:
    for run in month_runs(calendar):
        first, last = month_name(run[0]), month_name(run[-1])
        form = s.MONTH if len(run) == 1 else s.MONTHS
        text = form.format(maand=first, tot=last, bedrag=run[0].text)
        yield f"{text} {sentence(run[0].cut)}" if run[0].cut else text


def aid(outcome: Outcome) -> Iterator[Block]:
    """That an aid was used, and what it does and does not do."""
    yield from said(
        s.AID.format(versie=__version__),
        s.AID_DOES.format(dag=format_date(outcome.peildatum)),
        s.AID_DOES_NOT,
    )


def objection(case: Case, contact: Contact = NOBODY, *, with_law: bool) -> Iterator[Block]:
    """That the resident can object within six weeks (Awb 6:7), from the day after the notification (6:8), and where.

    The last day is said only where the case gives the day of notification. Where to is never guessed: what the
    municipality does not say is left open.
    """
    yield from said(s.OBJECT, s.OBJECT_TERM)
    notified = case.facts.get(NOTIFICATION)
    if isinstance(notified, date):
        last = statutory_end(notified, 7 * _WEEKS, "dag")
        yield from said(s.OBJECT_FROM.format(dag=format_date(notified + timedelta(days=1))))
        if last is not None:
            yield from said(s.OBJECT_UNTIL.format(dag=format_date(last)))
    if with_law:
        yield from said(s.OBJECT_LAW)
    yield from _where(contact)


def _where(contact: Contact) -> Iterator[Block]:
    if not contact.can_object:
        yield Paragraph(to_give(s.OBJECT_WHERE, Gap.PRACTICAL))
    if contact.address:
        yield from said(s.OBJECT_TO.format(adres=", ".join(filter(None, (contact.name, contact.address)))))
    if contact.email:
        yield from said(s.OBJECT_BY_EMAIL.format(email=contact.email))
    if contact.form:
        yield Paragraph(Line(s.OBJECT_BY_FORM.format(formulier=contact.form), contact.form, contact.form))
    if contact.telephone:
        yield from said(s.OBJECT_CALL.format(telefoon=contact.telephone))


def questions(contact: Contact) -> Iterator[Block]:
    """Whom the resident can call; left open where the municipality does not say so."""
    if contact.questions:
        yield from said(s.QUESTIONS_CALL.format(telefoon=contact.questions))
    else:
        yield Paragraph(to_give(s.QUESTIONS_TO, Gap.PRACTICAL))
